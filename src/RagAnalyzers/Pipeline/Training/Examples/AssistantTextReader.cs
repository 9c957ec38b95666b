using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>
/// Finds what the assistant, or another speaker, says in training examples, in the shapes that they are written in: role and content as
/// members, keys or arguments, a member named after the assistant (or "completion"), an SDK's assistant message, a line of JSON with holes.
/// </summary>
internal static class AssistantTextReader
{
    private static readonly ImmutableArray<string> Speakers = ImmutableArray.Create(
        "\"assistant\"",
        "\"completion\"",
        "\"user\"",
        "\"system\"",
        "\"developer\"",
        "\"prompt\""
    );

    /// <summary>What one of the speakers says in the examples.</summary>
    public static ImmutableArray<AssistantText> Read(Picture picture, IEnumerable<IOperation> trail, Speaker speaker) =>
        trail
            .SelectMany(o => ValuesOf(picture, o, speaker))
            .Distinct()
            .Select(v => new AssistantText(
                v,
                PiecesOf(v, picture.Tracer.Knowledge).ToImmutableArray(),
                picture.TraceThroughCallers(v, FlowMode.Content).Origins
            ))
            .ToImmutableArray();

    private static IEnumerable<IOperation> ValuesOf(Picture picture, IOperation operation, Speaker speaker) =>
        operation switch
        {
            IAnonymousObjectCreationOperation anonymous => OfMembers(anonymous.Initializers, speaker),
            IObjectCreationOperation creation => OfCall(picture, creation.Constructor, creation.Arguments, speaker)
                .Concat(OfMembers(creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, speaker)),
            IInvocationOperation call => OfCall(picture, call.TargetMethod, call.Arguments, speaker),
            IInterpolatedStringOperation interpolated => AfterMarker(Pieces(interpolated), speaker),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation =>
                AfterMarker(Pieces(concatenation), speaker),
            _ => Enumerable.Empty<IOperation>(),
        };

    private static IEnumerable<IOperation> PiecesOf(IOperation value, IFlowKnowledge knowledge)
    {
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation.ConstantValue.HasValue)
            {
                continue;
            }

            var parts = PartsOf(operation, knowledge).ToList();
            if (parts.Count == 0)
            {
                yield return operation;
            }

            parts.ForEach(pending.Push);
        }
    }

    private static IEnumerable<IOperation> PartsOf(IOperation operation, IFlowKnowledge knowledge) =>
        operation switch
        {
            IConversionOperation conversion => new[] { conversion.Operand },
            IInterpolatedStringOperation interpolated => Pieces(interpolated),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => Pieces(operation),
            ICoalesceOperation coalesce => new[] { coalesce.Value, coalesce.WhenNull },
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => new[] { conditional.WhenTrue, whenFalse },
            IAnonymousObjectCreationOperation anonymous => anonymous
                .Initializers.OfType<ISimpleAssignmentOperation>()
                .Select(static a => a.Value),
            IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
            IInvocationOperation call
                when knowledge.OfCall(call.TargetMethod) is { IsSource: false, ReturnsFunctionResult: false } flow && !ReadsOut(flow) =>
                CallTracer
                    .Values(call, flow.ToResult)
                    .Concat(CallTracer.Values(call, flow.IntoResult))
                    .Where(static v => v.HandedFunction() is null),
            _ => Enumerable.Empty<IOperation>(),
        };

    /// <summary>What is read out of a structure is a piece of its own: <c>ticket.GetProperty("label").GetString()</c>.</summary>
    private static bool ReadsOut(CallFlow flow) => flow is { ToResult.IsEmpty: true, IntoResult: ["this"] };

    private static IEnumerable<IOperation> OfMembers(ImmutableArray<IOperation> initializers, Speaker speaker)
    {
        var members = initializers
            .Select(Member)
            .Where(static m => m.Value is not null)
            .Select(static m => (m.Name, Value: m.Value!))
            .ToList();
        var speaks = members.Any(m => Is(m.Name, "role") && IsRole(m.Value, speaker));
        return members.Where(m => speaker.IsMember(m.Name) || (speaks && Is(m.Name, "content"))).Select(static m => m.Value);
    }

    /// <summary>The name and value of <c>Name = value</c>, <c>["name"] = value</c> and <c>{ "name", value }</c>.</summary>
    private static (string Name, IOperation? Value) Member(IOperation initializer) =>
        initializer.KeyedEntry() is var (key, value) ? (TextOf(key) ?? string.Empty, value)
        : initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment
            ? (member.Member.Name, assignment.Value)
        : (string.Empty, null);

    private static IEnumerable<IOperation> OfCall(
        Picture picture,
        IMethodSymbol? method,
        ImmutableArray<IArgumentOperation> arguments,
        Speaker speaker
    )
    {
        if (method is null)
        {
            return Enumerable.Empty<IOperation>();
        }

        if (picture.Sdks.TryGetFact<PromptPartFact>(method, out var part))
        {
            return Speaks(picture, part, arguments, speaker)
                ? arguments.Where(a => part.Content.Contains(a.Parameter?.Name ?? string.Empty)).Select(static a => a.Value)
                : Enumerable.Empty<IOperation>();
        }

        // A record or a helper with a role and a text among its arguments.
        var passed = arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit).ToList();
        return passed.Any(a => IsRole(a.Value, speaker))
            ? passed.Where(a => !IsRole(a.Value, speaker)).Select(static a => a.Value)
            : passed.Where(a => speaker.IsMember(a.Parameter?.Name ?? string.Empty)).Select(static a => a.Value);
    }

    private static bool Speaks(Picture picture, PromptPartFact part, ImmutableArray<IArgumentOperation> arguments, Speaker speaker) =>
        part.RoleParameter is not { } parameter
            ? speaker.IsRole(part.Role)
            : arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value.Unwrapped()
                is IMemberReferenceOperation { Member: { } member }
                && picture.Sdks.TryGetFact<RoleValueFact>(member, out var role)
                && speaker.IsRole(role.Role);

    /// <summary>
    /// The holes of a JSON line that stand behind <c>"role":"assistant"</c> or <c>"completion":</c>, or the like of another speaker.
    /// </summary>
    private static IEnumerable<IOperation> AfterMarker(IEnumerable<IOperation> pieces, Speaker speaker)
    {
        string? last = null;
        foreach (var piece in pieces)
        {
            if (TextOf(piece) is { } text)
            {
                last =
                    Speakers.Where(text.Contains).OrderByDescending(s => text.LastIndexOf(s, StringComparison.Ordinal)).FirstOrDefault()
                    ?? last;
            }
            else if (speaker.IsMarker(last))
            {
                yield return piece;
            }
        }
    }

    /// <summary>The constant texts and the values that an interpolated string or a concatenation is put together from, in order.</summary>
    public static IEnumerable<IOperation> PiecesOf(IOperation text) =>
        text is IInterpolatedStringOperation interpolated ? Pieces(interpolated) : Pieces(text);

    private static IEnumerable<IOperation> Pieces(IInterpolatedStringOperation interpolated) =>
        interpolated.Parts.Select(static p =>
            p switch
            {
                IInterpolatedStringTextOperation text => text.Text,
                IInterpolationOperation hole => hole.Expression,
                IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var appended, ..] } } => appended.Value,
                _ => p,
            }
        );

    private static IEnumerable<IOperation> Pieces(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } sum
            ? Pieces(sum.LeftOperand).Concat(Pieces(sum.RightOperand))
            : new[] { operation };

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsRole(IOperation value, Speaker speaker) => TextOf(value) is { } text && speaker.IsRole(text);

    /// <summary>The constant text of a value, also where an implicit conversion makes a JSON node or the like of it.</summary>
    private static string? TextOf(IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        return value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
    }
}
