using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Calls that choose rows, or elements, by the key of a hit: <c>db.Products.Where(p => ids.Contains(p.Id))</c>. The index holds what is
/// searched, the row is what was found.
/// </summary>
internal sealed class LookUps
{
    private static readonly ImmutableHashSet<string> Choices = ImmutableHashSet.Create(
        "Where",
        "First",
        "FirstOrDefault",
        "Single",
        "SingleOrDefault",
        "FirstAsync",
        "FirstOrDefaultAsync",
        "SingleAsync",
        "SingleOrDefaultAsync",
        "Find",
        "FindAll"
    );

    private static readonly ImmutableHashSet<string> Sequences = VectorOrders
        .Sequences.Add("System.Collections.Generic.List")
        .Add("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions");

    private static readonly ImmutableHashSet<string> Numbers = ImmutableHashSet.Create("Count", "TotalCount", "Length", "Score");

    private readonly AiSdks _sdks;
    private readonly ValueTracer _tracer;
    private readonly Lazy<bool> _areHits;

    public LookUps(AiSdks sdks, Compilation compilation, ValueTracer tracer)
    {
        _sdks = sdks;
        _tracer = tracer;
        _areHits = new(() => compilation.SyntaxTrees.Any(t => IdentifierIndex.MentionsAny(t, sdks.NamesWith<RetrievalFact>())));
    }

    /// <summary>False only where no call of a method is one.</summary>
    public bool MayBe(IMethodSymbol method) => Choices.Contains(method.Name) && _areHits.Value;

    /// <summary>The call, of a method that <see cref="MayBe"/> one, chooses by the key of a hit: not among the hits, nor among what the program itself says.</summary>
    public bool IsOne(IInvocationOperation call) =>
        Sequences.Contains(call.TargetMethod.ContainingType.FullName())
        && call.Arguments.Any(a => a.Value.HandedFunction() is IAnonymousFunctionOperation condition && ComparesWithHit(condition))
        && call.CalledOn() is { } looked
        && _tracer.Trace(looked, FlowMode.Content) is { IsComplete: false } rows
        && !rows.Origins.Any(IsHit);

    private bool ComparesWithHit(IAnonymousFunctionOperation condition) =>
        condition
            .ReturnedValues()
            .SelectMany(static v => v.DescendantsAndSelf())
            .SelectMany(Compared)
            .Any(o => !IsOfElement(o, condition) && IsOfHit(o));

    private static IEnumerable<IOperation> Compared(IOperation operation) =>
        operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => [equality.LeftOperand, equality.RightOperand],
            IInvocationOperation { TargetMethod.Name: "Contains" or "Equals" } call => call
                .Arguments.Select(static a => a.Value)
                .Concat(call.Instance is { } instance ? [instance] : Enumerable.Empty<IOperation>()),
            _ => [],
        };

    private static bool IsOfElement(IOperation value, IAnonymousFunctionOperation condition) =>
        value
            .DescendantsAndSelf()
            .Any(o =>
                o is IParameterReferenceOperation { Parameter.ContainingSymbol: var function }
                && SymbolEqualityComparer.Default.Equals(function, condition.Symbol)
            );

    /// <summary>A key, or one among several, is read off what a retrieval yields.</summary>
    private bool IsOfHit(IOperation keys) =>
        _tracer.Trace(keys, FlowMode.Content).Origins.Any(o => IsHit(o) && !Numbers.Contains(o.Path.Head));

    private bool IsHit(Origin origin) =>
        origin is { Kind: OriginKind.Source, Operation: IInvocationOperation call }
        && _sdks.TryGetFact<RetrievalFact>(call.TargetMethod, out _);
}
