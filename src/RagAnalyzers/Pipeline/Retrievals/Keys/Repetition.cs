using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Keys;

/// <summary>What makes a place run once for each of many elements: a loop, or a lambda that is run for each of a sequence.</summary>
/// <param name="Operation">The loop, or the lambda.</param>
/// <param name="Elements">What differs from one round to the next: the loop's variables, or the lambda's parameters.</param>
/// <param name="Entered">The calls that lead from a round to the place, the outermost first, each with the function that it enters.</param>
internal sealed record Repetition(
    IOperation Operation,
    ImmutableArray<ISymbol> Elements,
    ImmutableArray<(IInvocationOperation Call, IOperation Function)> Entered
)
{
    private static readonly ImmutableHashSet<string> RunForEach = ImmutableHashSet.Create(
        "Select",
        "SelectMany",
        "Zip",
        "ForEach",
        "ForEachAsync",
        "ConvertAll"
    );

    /// <summary>What runs in a round: the code of the loop, and of the functions that lead to the place.</summary>
    public IEnumerable<IOperation> Runs =>
        Entered.Select(static e => e.Function).Prepend(Operation).SelectMany(static o => o.Descendants());

    /// <summary>Nothing in its own function repeats the place: it runs once for each call of the function.</summary>
    public static bool IsOncePerCall(IOperation place)
    {
        for (var o = place.Parent; o is not (null or ILocalFunctionOperation); o = o.Parent)
        {
            if (o is ILoopOperation or IAnonymousFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What repeats the place, the innermost; null when nothing does, or it cannot be told.</summary>
    public static Repetition? Around(IOperation place)
    {
        for (var o = place.Parent; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case IForEachLoopOperation or IForLoopOperation:
                    var loop = (ILoopOperation)o;
                    return loop.Locals.IsEmpty ? null : Of(loop, loop.Locals.CastArray<ISymbol>());
                case ILoopOperation or ILocalFunctionOperation:
                    return null;
                case IAnonymousFunctionOperation lambda:
                    return
                        lambda.ArgumentOf()?.Parent is IInvocationOperation { TargetMethod: { Name: var name } called }
                        && !called.IsInSource()
                        && RunForEach.Contains(name)
                        && !lambda.Symbol.Parameters.IsEmpty
                        ? Of(lambda, lambda.Symbol.Parameters.CastArray<ISymbol>())
                        : null;
            }
        }

        return null;
    }

    /// <summary>Code that runs as a whole, with nothing that differs from round to round.</summary>
    public static Repetition Of(IOperation operation, ImmutableArray<ISymbol> elements) =>
        new(operation, elements, ImmutableArray<(IInvocationOperation, IOperation)>.Empty);

    /// <summary>What a round passes for the parameter of a function that it enters; null for any other parameter.</summary>
    public IOperation? PassedFor(IParameterSymbol parameter) =>
        Entered.Where(e => Declares(e.Call, e.Function, parameter)).Select(e => Argument(e.Call, parameter)).FirstOrDefault();

    /// <summary>The object on which a round calls the function that a reference to itself stands in; null where that is the code's own.</summary>
    public IOperation? CalledOn(IInstanceReferenceOperation itself) =>
        Entered
            .Where(e => IsWithin(itself.Syntax, e.Function))
            .Select(static e => e.Call.Instance)
            .LastOrDefault(static i => i is not null);

    /// <summary>The symbol is declared anew in each round.</summary>
    public bool Declares(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(r => Contains(r.GetSyntax()));

    /// <summary>The variable gets another value in some round.</summary>
    public bool Writes(ISymbol variable) =>
        Runs.Any(o =>
            o switch
            {
                IAssignmentOperation assignment => Refers(assignment.Target, variable),
                IIncrementOrDecrementOperation step => Refers(step.Target, variable),
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Refers(argument.Value, variable),
                _ => false,
            }
        );

    /// <summary>The loop may be left before all rounds are done.</summary>
    public bool EndsEarly() =>
        Operation is ILoopOperation { Body: var body }
        && body.Descendants()
            .Any(o =>
                o is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation
                && o.EnclosingFunction() == body.EnclosingFunction()
            );

    /// <summary>Something of the value differs from one round to the next, as it is an element or made of one.</summary>
    public bool Varies(IOperation value, int depth = 4) =>
        value
            .DescendantsAndSelf()
            .Any(o =>
                Referred(o) is { } symbol
                && (
                    Elements.Contains(symbol, SymbolEqualityComparer.Default)
                    || (
                        depth > 0 && symbol is IParameterSymbol parameter && PassedFor(parameter) is { } passed && Varies(passed, depth - 1)
                    )
                    || (
                        depth > 0
                        && symbol is ILocalSymbol
                        && Declares(symbol)
                        && InitializerOf(o, symbol) is { } initial
                        && Varies(initial, depth - 1)
                    )
                )
            );

    /// <summary>What a local is declared with; null where it is declared without a value, or taken apart.</summary>
    public IOperation? InitializerOf(IOperation reference, ISymbol local) =>
        reference
            .Root()
            .Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local))
            ?.GetVariableInitializer()
            ?.Value;

    private static bool Declares(IInvocationOperation call, IOperation function, IParameterSymbol parameter) =>
        parameter.ContainingSymbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => false,
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => SymbolEqualityComparer.Default.Equals(
                local.OriginalDefinition,
                call.TargetMethod.OriginalDefinition
            ),
            // An implementation has other parameters than the interface that is called.
            _ => parameter.DeclaringSyntaxReferences.Any(r => IsWithin(r.GetSyntax(), function)),
        };

    private static IOperation? Argument(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value;

    private static ISymbol? Referred(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private static bool Refers(IOperation target, ISymbol variable) =>
        target switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
            IMemberReferenceOperation member => SymbolEqualityComparer.Default.Equals(member.Member, variable),
            ITupleOperation tuple => tuple.Elements.Any(e => Refers(e, variable)),
            _ => false,
        };

    /// <summary>The node is code of a round.</summary>
    private bool Contains(SyntaxNode node) => IsWithin(node, Operation) || Entered.Any(e => IsWithin(node, e.Function));

    private static bool IsWithin(SyntaxNode node, IOperation code) =>
        node.SyntaxTree == code.Syntax.SyntaxTree && code.Syntax.Span.Contains(node.Span);
}
