using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Branches;

/// <summary>Finds the branchings of a body.</summary>
internal static class BranchReader
{
    public static IEnumerable<Branching> Read(IOperation root) =>
        root.DescendantsAndSelf()
            .Select(static o =>
                o switch
                {
                    IConditionalOperation conditional when !IsElseIf(conditional) => Of(conditional),
                    ISwitchOperation statement => new Branching(statement, statement.Cases.Select(static c => c.Body).ToImmutableArray()),
                    ISwitchExpressionOperation expression => new Branching(
                        expression,
                        expression.Arms.Select(static a => ImmutableArray.Create(a.Value)).ToImmutableArray()
                    ),
                    _ => null,
                }
            )
            .OfType<Branching>()
            .Where(static b => b.Arms.Length > 1);

    private static Branching Of(IConditionalOperation conditional)
    {
        var arms = ImmutableArray.CreateBuilder<ImmutableArray<IOperation>>();
        var leaves = true;
        var last = conditional;
        for (var c = conditional; c is not null; c = c.WhenFalse as IConditionalOperation)
        {
            arms.Add(ImmutableArray.Create(c.WhenTrue));
            leaves &= Leaves(c.WhenTrue);
            last = c;
        }

        if (last.WhenFalse is { } otherwise)
        {
            arms.Add(ImmutableArray.Create(otherwise));
        }
        else if (leaves && conditional.Parent is IBlockOperation block)
        {
            arms.Add(
                block
                    .Operations.SkipWhile(o => !ReferenceEquals(o, conditional))
                    .Skip(1)
                    .TakeWhile(static o => o is not ILocalFunctionOperation)
                    .ToImmutableArray()
            );
        }

        return new Branching(conditional, arms.ToImmutable());
    }

    private static bool IsElseIf(IConditionalOperation conditional) =>
        conditional.Parent is IConditionalOperation outer && ReferenceEquals(outer.WhenFalse, conditional) && !IsExpression(conditional);

    private static bool IsExpression(IConditionalOperation conditional) => conditional.Type is not null;

    /// <summary>What follows runs only when this arm was not taken.</summary>
    private static bool Leaves(IOperation arm) =>
        arm switch
        {
            IBlockOperation { Operations: { IsEmpty: false } operations } => Leaves(operations[operations.Length - 1]),
            IBranchOperation { BranchKind: BranchKind.Continue or BranchKind.Break } => true,
            _ => arm.ReturnsOrThrows(),
        };
}
