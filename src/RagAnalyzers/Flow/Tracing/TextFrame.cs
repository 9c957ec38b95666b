using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Finds constant words among the pieces of a text. Words around a value make the text something else than the value.</summary>
internal sealed class TextFrame
{
    private readonly IFlowKnowledge _knowledge;

    public TextFrame(IFlowKnowledge knowledge) => _knowledge = knowledge;

    /// <summary>A constant that says more than punctuation; the placeholders of a format say nothing.</summary>
    public static bool IsWords(IOperation piece)
    {
        if (piece.ConstantValue is not { HasValue: true, Value: string text })
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 1 < text.Length && char.IsDigit(text[i + 1]) && text.IndexOf('}', i) is var end and > 0)
            {
                i = end;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first words that a text is pieced together with in several steps, or null: with <c>+=</c>, or by a builder's or writer's calls.
    /// </summary>
    public IOperation? WordsAmong(IReadOnlyCollection<FlowWrite> writes) =>
        writes.Any(IsAppending) ? writes.SelectMany(Texts).SelectMany(Pieces).FirstOrDefault(IsWords) : null;

    /// <summary>The pieces that a builder chain, a list of pieces or any other value consists of.</summary>
    public IEnumerable<IOperation> Pieces(IOperation value) =>
        value.Unwrapped() switch
        {
            IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
            IInvocationOperation call when _knowledge.OfCall(call.TargetMethod) is { Frames: true, ToReceiver.IsEmpty: false } flow =>
                CallTracer.Values(call, flow.ToResult).Concat(CallTracer.Values(call, flow.ToReceiver)).SelectMany(Pieces),
            IObjectCreationOperation { Constructor: { } constructor } creation when _knowledge.OfCall(constructor) is { Frames: true } =>
                creation.Arguments.Select(static a => a.Value),
            _ => new[] { value },
        };

    private bool IsAppending(FlowWrite write) =>
        write switch
        {
            { Kind: FlowWriteKind.Add, Site: ICompoundAssignmentOperation } => true,
            { Kind: FlowWriteKind.Accumulate, Value: IInvocationOperation call } => _knowledge.OfCall(call.TargetMethod)
                is { Frames: true },
            _ => false,
        };

    private IEnumerable<IOperation> Texts(FlowWrite write) =>
        write switch
        {
            { Kind: FlowWriteKind.Accumulate, Value: IInvocationOperation call } when _knowledge.OfCall(call.TargetMethod) is { } flow =>
                CallTracer.Values(call, flow.ToReceiver),
            { Kind: FlowWriteKind.Assign or FlowWriteKind.Add, Target.IsEmpty: true, Read.IsEmpty: true } => new[] { write.Value },
            _ => Enumerable.Empty<IOperation>(),
        };
}
