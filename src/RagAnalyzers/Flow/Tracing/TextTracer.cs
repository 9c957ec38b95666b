using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces texts that are put together: interpolated, concatenated, or of pieces that a call is given.</summary>
internal sealed class TextTracer
{
    private readonly TraceSession _session;

    public TextTracer(TraceSession session)
    {
        _session = session;
        Frame = new TextFrame(session.Tracer.Knowledge);
    }

    public TextFrame Frame { get; }

    public TraceResult OfInterpolation(IInterpolatedStringOperation interpolated, AccessPath path)
    {
        var values = new List<IOperation>();
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolationOperation interpolation:
                    values.Add(interpolation.Expression);
                    break;
                case IInterpolatedStringTextOperation text:
                    values.Add(text.Text);
                    break;
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                    values.AddRange(append.Arguments.Take(1).Select(static a => a.Value));
                    break;
            }
        }

        return OfPieces(values, path);
    }

    public TraceResult OfConcatenation(IBinaryOperation concatenation, AccessPath path)
    {
        var pieces = new List<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(concatenation);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (
                operation is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Add,
                    Type.SpecialType: SpecialType.System_String,
                    ConstantValue.HasValue: false
                } binary
            )
            {
                pending.Push(binary.RightOperand);
                pending.Push(binary.LeftOperand);
            }
            else
            {
                pieces.Add(operation);
            }
        }

        return OfPieces(pieces, path);
    }

    /// <summary>Pieces of one text. A value that is framed by words is contained in the text, but it is not the text any more.</summary>
    public TraceResult OfPieces(IReadOnlyCollection<IOperation> pieces, AccessPath path)
    {
        if (_session.Mode == FlowMode.Content || !pieces.Any(TextFrame.IsWords))
        {
            return _session.TraceAll(pieces, path);
        }

        return _session.TraceAll(pieces.Where(static p => p.ConstantValue.HasValue), path);
    }

    /// <summary>The same where one of the values may be a collection of pieces that is written out.</summary>
    public TraceResult OfFramed(IEnumerable<IOperation> values, AccessPath path) =>
        OfPieces(values.SelectMany(Frame.Pieces).ToList(), path);
}
