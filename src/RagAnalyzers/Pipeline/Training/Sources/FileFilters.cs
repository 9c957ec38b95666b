using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Training.Sources;

/// <summary>
/// Reads the file extensions that code picks files by: <c>Where(f => f.EndsWith(".md"))</c>, <c>if (Path.GetExtension(f) == ".md")</c>.
/// </summary>
internal static class FileFilters
{
    /// <summary>The extensions that a call's predicate asks for.</summary>
    public static IEnumerable<string> In(IInvocationOperation call, ValueTracer tracer)
    {
        foreach (var argument in call.Arguments)
        {
            if (
                argument.Value.HandedFunction()
                is not IAnonymousFunctionOperation { Symbol.ReturnType.SpecialType: SpecialType.System_Boolean } predicate
            )
            {
                continue;
            }

            foreach (var extension in Extensions(predicate, isWanted: true))
            {
                yield return extension;
            }

            // A list of extensions that the predicate looks them up in.
            foreach (
                var list in predicate
                    .Descendants()
                    .OfType<ILocalReferenceOperation>()
                    .Where(static l => l.Type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true })
            )
            {
                foreach (var origin in tracer.Trace(list, FlowMode.Content).Origins)
                {
                    if (IsExtension(origin.Operation) && IsWanted(list, predicate, isWanted: true))
                    {
                        yield return (string)origin.Operation.ConstantValue.Value!;
                    }
                }
            }
        }
    }

    /// <summary>
    /// The extensions that the path in a variable has where it is used, as far as conditions around the use or before it say so.
    /// </summary>
    public static IEnumerable<string> On(ILocalReferenceOperation use)
    {
        foreach (var reference in BodyIndex.Of(use).ReferencesTo(use.Local))
        {
            if (ConditionOf(reference) is not { } conditional)
            {
                continue;
            }

            if (conditional.WhenTrue.Syntax.Span.Contains(use.Syntax.Span))
            {
                foreach (var extension in Extensions(conditional.Condition, isWanted: true))
                {
                    yield return extension;
                }
            }
            else if (
                conditional.WhenFalse is null
                && use.Syntax.SpanStart > conditional.Syntax.Span.End
                && SkipsTheRest(conditional.WhenTrue)
            )
            {
                foreach (var extension in Extensions(conditional.Condition, isWanted: false))
                {
                    yield return extension;
                }
            }
        }
    }

    private static IConditionalOperation? ConditionOf(IOperation reference)
    {
        var child = reference;
        for (var o = reference.Parent; o is not null and not (IBlockOperation or IAnonymousFunctionOperation); child = o, o = o.Parent)
        {
            if (o is IConditionalOperation conditional)
            {
                return ReferenceEquals(conditional.Condition, child) ? conditional : null;
            }
        }

        return null;
    }

    /// <summary>What the branch was taken for is not used behind it; a file that is yielded is dealt with, too.</summary>
    private static bool SkipsTheRest(IOperation branch) =>
        branch.LastStatement() is var last
        && (last.EndsMethod() || last is IBranchOperation { BranchKind: BranchKind.Continue } or IReturnOperation);

    private static IEnumerable<string> Extensions(IOperation condition, bool isWanted) =>
        condition
            .Descendants()
            .Where(o => IsExtension(o) && IsWanted(o, condition, isWanted))
            .Select(static o => (string)o.ConstantValue.Value!);

    private static bool IsExtension(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string { Length: > 2 and < 8 } text }
        && text[0] == '.'
        && text.Skip(1).All(char.IsLetterOrDigit);

    /// <summary>Whether the condition is true, or, when unwanted, false, for what is compared with the operand.</summary>
    private static bool IsWanted(IOperation operand, IOperation condition, bool isWanted)
    {
        for (var o = operand.Parent; o is not null; o = o.Parent)
        {
            if (
                o
                is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals }
                    or INegatedPatternOperation
            )
            {
                isWanted = !isWanted;
            }

            if (ReferenceEquals(o, condition))
            {
                break;
            }
        }

        return isWanted;
    }
}
