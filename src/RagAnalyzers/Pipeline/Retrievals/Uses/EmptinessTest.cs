using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>What code does that looks whether there are any passages.</summary>
internal static class EmptinessTest
{
    /// <summary>That there are none ends the method, or the round of a loop, and nothing else.</summary>
    public static bool OnlyStops(IOperation test) =>
        Branch(test) is { IsEmpty: false } operations
        && operations[operations.Length - 1]
            is IReturnOperation
                or IThrowOperation
                or IBranchOperation
                or IExpressionStatementOperation { Operation: IThrowOperation };

    /// <summary>That there are none is written to a log, and nothing else.</summary>
    public static bool OnlyLogs(IOperation test) =>
        Branch(test) is { IsEmpty: false } operations
        && operations.All(static o =>
            o is IExpressionStatementOperation { Operation: IInvocationOperation call } && IsLog(call.TargetMethod)
        );

    /// <summary>Where there are some they are added to others, which changes nothing where there are none, and nothing else is done.</summary>
    public static bool OnlyGathers(IOperation test)
    {
        var found = test.DescendantsAndSelf().Select(static o => o.LocalOrParameter()).OfType<ISymbol>().ToList();
        var operations = Branch(test);
        return operations.Any(o => Gathers(o, found)) && operations.All(o => Gathers(o, found) || Tells(o));
    }

    private static bool Gathers(IOperation operation, IReadOnlyCollection<ISymbol> found) =>
        operation switch
        {
            IForEachLoopOperation loop => Mentions(loop.Collection, found),
            IExpressionStatementOperation { Operation: IInvocationOperation call } => call.TargetMethod.Name is "AddRange" or "UnionWith"
                && call.Arguments.Any(a => Mentions(a.Value, found)),
            _ => false,
        };

    private static bool Mentions(IOperation value, IReadOnlyCollection<ISymbol> found) =>
        value
            .DescendantsAndSelf()
            .Any(o => o.LocalOrParameter() is { } variable && found.Contains(variable, SymbolEqualityComparer.Default));

    private static bool Tells(IOperation operation) =>
        operation is IExpressionStatementOperation { Operation: IInvocationOperation call }
        && (IsLog(call.TargetMethod) || call.TargetMethod.ContainingType.HasFullName("System.Console"));

    public static bool IsLog(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is "Microsoft.Extensions.Logging" or "System.Diagnostics";

    /// <summary>The loop over the hits leaves behind whether there were any, or how many.</summary>
    public static bool IsLeftBy(ILoopOperation loop) =>
        loop
            .Body.Descendants()
            .Select(static o =>
                o switch
                {
                    IAssignmentOperation assignment => assignment.Target,
                    IIncrementOrDecrementOperation step => step.Target,
                    _ => null,
                }
            )
            .OfType<ILocalReferenceOperation>()
            .Where(static l => l.Type is { SpecialType: not SpecialType.System_String, IsValueType: true })
            .Any(l => BodyIndex.Of(loop).ReferencesTo(l.Local).Any(r => r.Syntax.SpanStart > loop.Syntax.Span.End));

    /// <summary>The statements behind an <c>if</c> without an <c>else</c>, whose condition the test is a part of.</summary>
    private static ImmutableArray<IOperation> Branch(IOperation test)
    {
        var child = test;
        while (child.Parent is IBinaryOperation or IUnaryOperation or IArgumentOperation or IInvocationOperation or IConversionOperation)
        {
            child = child.Parent;
        }

        return
            child.Parent is IConditionalOperation { Type: null, WhenFalse: null, WhenTrue: var then } conditional
            && ReferenceEquals(conditional.Condition, child)
            ? (then as IBlockOperation)?.Operations ?? ImmutableArray.Create(then)
            : ImmutableArray<IOperation>.Empty;
    }
}
