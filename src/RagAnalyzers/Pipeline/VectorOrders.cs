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

/// <summary>Calls of LINQ that put things into the order of how near they are to a vector, or leave out what is far: they retrieve.</summary>
internal sealed class VectorOrders
{
    private static readonly ImmutableHashSet<string> Orders = ImmutableHashSet.Create("OrderBy", "OrderByDescending", "MinBy", "MaxBy");

    /// <summary>The types that declare the calls of LINQ.</summary>
    public static readonly ImmutableHashSet<string> Sequences = ImmutableHashSet.Create(
        "System.Linq.Enumerable",
        "System.Linq.Queryable",
        "System.Linq.AsyncEnumerable"
    );

    private readonly AiSdks _sdks;
    private readonly ValueTracer _tracer;
    private readonly Lazy<HashSet<string>> _names;
    private readonly Lazy<bool> _areThere;

    public VectorOrders(AiSdks sdks, Compilation compilation, ValueTracer tracer)
    {
        _sdks = sdks;
        _tracer = tracer;
        _names = new(() => new HashSet<string>(sdks.NamesWith<VectorComparisonFact>().Concat(WrittenComparisons.Names)));
        _areThere = new(() => compilation.SyntaxTrees.Any(t => IdentifierIndex.MentionsAny(t, _names.Value)));
    }

    /// <summary>The names that stand where they are: of what compares vectors, which much less code mentions than what orders.</summary>
    public HashSet<string> Names => _areThere.Value ? _names.Value : new HashSet<string>();

    /// <summary>False only where no call of a method is one.</summary>
    public bool MayBe(IMethodSymbol method) => (method.Name == "Where" || Orders.Contains(method.Name)) && _areThere.Value;

    /// <summary>The retrieval that a call is, or null.</summary>
    public RetrievalFact? At(IInvocationOperation call)
    {
        var isOrder = Orders.Contains(call.TargetMethod.Name);
        return
            MayBe(call.TargetMethod)
            && Sequences.Contains(call.TargetMethod.ContainingType.FullName())
            && call.Arguments.Select(static a => a.Value.HandedFunction()).OfType<IAnonymousFunctionOperation>().FirstOrDefault()
                is { } function
            && function.ReturnedValues().ToList() is [var value]
            && (
                value.DescendantsAndSelf().Any(IsComparison)
                || (isOrder && (value.DescendantsAndSelf().Any(WrittenComparisons.IsOne) || ComesFromComparison(value)))
            )
            ? new RetrievalFact(SdkKind.VectorDatabase, ImmutableArray<string>.Empty, IsOrder: isOrder)
            : null;
    }

    /// <summary>
    /// <c>Select(d => new { d, Score = ... }).OrderBy(x => x.Score)</c>, and the same where a loop fills a list before. What the list is without
    /// its elements has no score.
    /// </summary>
    private bool ComesFromComparison(IOperation value)
    {
        if (value.Unwrapped() is not (IMemberReferenceOperation or IInvocationOperation))
        {
            return false;
        }

        // What the program has written itself is not where the trace ends: it goes on to the numbers in it.
        var passed = new HashSet<IOperation>();
        var trace = _tracer.Trace(value, FlowMode.Value, trail: passed);
        return passed.Any(WrittenComparisons.IsOne)
            || !trace.IsTruncated
                && trace.Origins.Where(static o => o.Kind is not (OriginKind.Creation or OriginKind.Unset or OriginKind.Null)).ToList()
                    is [{ Kind: OriginKind.Call, Path.IsEmpty: true, Operation: var origin }]
                && IsComparison(origin);
    }

    private bool IsComparison(IOperation operation) =>
        operation is IInvocationOperation call && _sdks.TryGetFact<VectorComparisonFact>(call.TargetMethod, out _);
}
