using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>
/// An index that the same code has filled before it searches. What is nearest is always found there, unless a filter or a threshold
/// leaves it out.
/// </summary>
internal static class FilledIndex
{
    /// <summary>The search certainly finds something.</summary>
    public static bool IsSearchedBy(Retrieval search) =>
        search.Fact.Sdk == SdkKind.VectorData
        && CollectionOf(search.Operation) is { } collection
        && IsUnset(search, SearchOption.Filter)
        && IsUnset(search, SearchOption.Threshold)
        && IsUnset(search, SearchOption.Skip)
        && Ingestion
            .In(search.Picture.BodyOf(search.Operation))
            .Any(i =>
                i.Operation.Syntax.SpanStart < search.Operation.Syntax.SpanStart
                && RunsBefore(i.Operation, search.Operation)
                && SymbolEqualityComparer.Default.Equals(CollectionOf(i.Operation), collection)
            );

    private static bool IsUnset(Retrieval search, SearchOption option) =>
        SearchSetting.Of(search.Picture, search, option) is not { } set || (!set.IsTruncated && set.Origins.All(static o => o.IsNothing));

    /// <summary>Who gets to the search has been past the write: it is in no function that is only called elsewhere.</summary>
    private static bool RunsBefore(IOperation write, IOperation search)
    {
        var around = write.EnclosingFunction();
        for (IOperation? o = search; o is not null; o = o.Parent)
        {
            if (ReferenceEquals(o, around))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? CollectionOf(IInvocationOperation call) => call.CalledOn()?.OwnVariable();
}
