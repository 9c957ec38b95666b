using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Keys;

/// <summary>What makes a place run once for each of many elements: a loop, or a lambda that is run for each of a sequence.</summary>
/// <param name="Operation">The loop, or the lambda.</param>
/// <param name="Elements">What differs from one round to the next: the loop's variables, or the lambda's parameters.</param>
internal sealed record Repetition(IOperation Operation, ImmutableArray<ISymbol> Elements)
{
    private static readonly ImmutableHashSet<string> RunForEach = ImmutableHashSet.Create(
        "Select",
        "SelectMany",
        "Zip",
        "ForEach",
        "ForEachAsync",
        "ConvertAll"
    );

    /// <summary>What repeats the place, the innermost; null when nothing does, or it cannot be told.</summary>
    public static Repetition? Around(IOperation place)
    {
        for (var o = place.Parent; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case IForEachLoopOperation or IForLoopOperation:
                    var loop = (ILoopOperation)o;
                    return loop.Locals.IsEmpty ? null : new Repetition(loop, loop.Locals.CastArray<ISymbol>());
                case ILoopOperation or ILocalFunctionOperation:
                    return null;
                case IAnonymousFunctionOperation lambda:
                    return
                        lambda.ArgumentOf()?.Parent is IInvocationOperation { TargetMethod: { Name: var name } called }
                        && !called.IsInSource()
                        && RunForEach.Contains(name)
                        && !lambda.Symbol.Parameters.IsEmpty
                        ? new Repetition(lambda, lambda.Symbol.Parameters.CastArray<ISymbol>())
                        : null;
            }
        }

        return null;
    }

    /// <summary>The operation runs in each round.</summary>
    public bool Contains(IOperation operation) => Contains(operation.Syntax);

    /// <summary>The symbol is declared anew in each round.</summary>
    public bool Declares(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(r => Contains(r.GetSyntax()));

    /// <summary>The variable gets another value in some round.</summary>
    public bool Writes(ISymbol variable) =>
        Operation
            .Descendants()
            .Any(o =>
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

    private bool Contains(SyntaxNode node) => node.SyntaxTree == Operation.Syntax.SyntaxTree && Operation.Syntax.Span.Contains(node.Span);
}
