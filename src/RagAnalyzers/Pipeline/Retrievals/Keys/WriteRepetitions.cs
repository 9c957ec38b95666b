using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Keys;

/// <summary>Finds what repeats a write, or the creation of a record: a loop in its own function, or around the calls that lead to it.</summary>
internal static class WriteRepetitions
{
    private const int MaximumCalls = 2;
    private const int MaximumWays = 8;

    /// <summary>Each way in which the place is repeated; one null where none can be seen.</summary>
    /// <param name="ingestion">The write.</param>
    /// <param name="place">The write itself, or the creation of what is written.</param>
    /// <param name="passed">What the records come through: calls that are not among it lead elsewhere.</param>
    public static IEnumerable<Repetition?> Of(Ingestion ingestion, IOperation place, ICollection<IOperation> passed) =>
        Around(ingestion, place, passed, ImmutableArray<(IInvocationOperation, IOperation)>.Empty).Take(MaximumWays).DefaultIfEmpty();

    private static IEnumerable<Repetition> Around(
        Ingestion ingestion,
        IOperation place,
        ICollection<IOperation> passed,
        ImmutableArray<(IInvocationOperation Call, IOperation Function)> entered
    )
    {
        if (Repetition.Around(place) is { } repetition)
        {
            return new[] { repetition with { Entered = entered } };
        }

        if (entered.Length == MaximumCalls || !Repetition.IsOncePerCall(place))
        {
            return Enumerable.Empty<Repetition>();
        }

        var function = place.EnclosingFunction();
        return Calls(ingestion, function)
            .Where(c => Contains(function, ingestion.Operation) || passed.Any(c.IsSameAs))
            .SelectMany(c => Around(ingestion, c, passed, entered.Insert(0, (c, function))));
    }

    private static IEnumerable<IInvocationOperation> Calls(Ingestion ingestion, IOperation function) =>
        function is ILocalFunctionOperation { Symbol: var local } ? BodyIndex.Of(function).CallsOf(local)
        : ingestion.Picture.MethodAround(function) is { } method ? ingestion.Picture.CallsThatRun(method)
        : Enumerable.Empty<IInvocationOperation>();

    private static bool Contains(IOperation function, IOperation operation) =>
        function.Syntax.SyntaxTree == operation.Syntax.SyntaxTree && function.Syntax.Span.Contains(operation.Syntax.Span);
}
