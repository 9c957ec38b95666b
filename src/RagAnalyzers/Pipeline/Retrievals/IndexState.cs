using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>What the program knows of the state of its indexes: whether it asks if one is there, and whether it ever takes something out.</summary>
internal static class IndexState
{
    // The namespace of the store, what it has been named, and what registers it.
    private static readonly string[] InMemory =
    {
        "InMemory",
        "InMemoryVectorStore",
        "InMemoryCollection",
        "InMemoryVectorStoreRecordCollection",
        "AddInMemoryVectorStore",
        "AddKeyedInMemoryVectorStore",
        "AddInMemoryVectorStoreRecordCollection",
        "AddKeyedInMemoryVectorStoreRecordCollection",
        "VolatileVectorStore",
        "AddVolatileVectorStore",
        "VolatileMemoryStore",
        "SimpleVectorDb",
        "WithSimpleVectorDb",
    };

    /// <summary>Somewhere an index is kept in memory, and is gone with the process.</summary>
    public static bool MayBeInMemory(Picture picture) =>
        picture
            .Once(static p => new Lazy<object>(
                () => p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, InMemory)),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value
            is true;

    /// <summary>Somewhere records, or a whole index, are deleted; what runs only where there is no index deletes nothing.</summary>
    public static bool IsEverCleared(Picture picture) =>
        picture
            .Once(static p => new Lazy<ImmutableArray<IInvocationOperation>>(
                () =>
                    p.BodiesMentioningAny(p.Mentions.NamesOf<IndexStateFact>())
                        .SelectMany(static b => b.CallsWith<IndexStateFact>())
                        .Where(static c => c.Fact.Removes)
                        .Select(static c => c.Call)
                        .Where(c => !IsGuarded(p, c))
                        .ToImmutableArray(),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value.Length > 0;

    /// <summary>The operation runs only when an index is not there yet.</summary>
    public static bool IsGuarded(Picture picture, IOperation operation)
    {
        var body = picture.BodyOf(operation);
        return picture.Mentions.Any<IndexStateFact>(body) && IsGuarded(picture, operation, v => AsksFor(picture, v));
    }

    /// <summary>The operation runs only when what a question asks for is not there yet.</summary>
    /// <param name="asked">What a value says where it is true: that it is there, that it is not, or nothing of that.</param>
    public static bool IsGuarded(Picture picture, IOperation operation, Func<IOperation, bool?> asked)
    {
        IOperation child = operation;
        for (var parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when !ReferenceEquals(conditional.Condition, child):
                    if (
                        IsThere(picture, conditional.Condition, asked) is { } isThere
                        && isThere != ReferenceEquals(conditional.WhenTrue, child)
                    )
                    {
                        return true;
                    }

                    break;
                case IBlockOperation block
                    when block
                        .Operations.TakeWhile(o => !ReferenceEquals(o, child))
                        .OfType<IConditionalOperation>()
                        .Any(c => Leaves(c.WhenTrue) && IsThere(picture, c.Condition, asked) == true):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The condition holds where the index is there; false where it is not, null when it says nothing about that.</summary>
    private static bool? IsThere(Picture picture, IOperation condition, Func<IOperation, bool?> asked)
    {
        switch (condition.Unwrapped())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !IsThere(picture, not.Operand, asked);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { Value: false } } equals:
                return !IsThere(picture, equals.LeftOperand, asked);
            // A flag beside it that nothing sets says nothing: `exists && !refresh`, `!exists || refresh`.
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                var neutral = both.OperatorKind == BinaryOperatorKind.ConditionalAnd;
                return Always(picture, both.RightOperand) == neutral ? IsThere(picture, both.LeftOperand, asked)
                    : Always(picture, both.LeftOperand) == neutral ? IsThere(picture, both.RightOperand, asked)
                    : null;
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern }, Value: var value }
                when Says(pattern) is { } negated:
                return IsThere(picture, value, asked) is { } answer ? answer != negated : null;
            case IIsPatternOperation { Pattern: var pattern, Value: var value } when Says(pattern) is { } expected:
                return IsThere(picture, value, asked) is { } isSo ? isSo == expected : null;
            case { } said:
                return asked(said);
            default:
                return null;
        }
    }

    private static bool? AsksFor(Picture picture, IOperation value) =>
        picture.TraceWithinBody(value, FlowMode.Value)
            is { IsTruncated: false, Origins: [{ Symbol: IMethodSymbol method, Kind: OriginKind.Call or OriginKind.Source }] }
        && picture.Sdks.TryGetFact<IndexStateFact>(method, out var fact)
        && !fact.Removes
            ? true
            : null;

    /// <summary>What a condition is each time; null where that is not the same, or not known.</summary>
    private static bool? Always(Picture picture, IOperation condition) =>
        condition.Unwrapped() switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Always(picture, not.Operand),
            var value => picture.TraceThroughCallers(value, FlowMode.Value) is { IsTruncated: false, Origins: { IsEmpty: false } origins }
            && origins.All(static o => o.Kind == OriginKind.Constant)
            && origins.Select(static o => o.Operation.ConstantValue.Value as bool?).Distinct().ToList() is [var constant]
                ? constant
                : null,
        };

    /// <summary><c>is false</c>, <c>is true</c></summary>
    private static bool? Says(IPatternOperation pattern) => (pattern as IConstantPatternOperation)?.Value.ConstantValue.Value as bool?;

    private static bool Leaves(IOperation branch) =>
        (branch is IBlockOperation block ? block.Operations.LastOrDefault() : branch) is IReturnOperation or IThrowOperation;
}
