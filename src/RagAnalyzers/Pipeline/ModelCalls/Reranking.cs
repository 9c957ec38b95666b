using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Uses;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;
using RagAnalyzers.Text.Sql;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>Whether somebody chooses among the passages of a retrieval before a model gets them.</summary>
internal static class Reranking
{
    /// <summary>Words in the names of methods that choose.</summary>
    private static readonly ImmutableHashSet<string> Choosing = ImmutableHashSet.Create(
        "rank",
        "rerank",
        "reranker",
        "ranked",
        "reranked",
        "fuse",
        "fusion",
        "rrf",
        "mmr",
        "filter",
        "select",
        "choose",
        "pick",
        "compress",
        "trim",
        "limit",
        "truncate",
        "budget",
        "dedupe",
        "deduplicate",
        "best",
        "top",
        "score",
        "merge"
    );

    // Of Azure AI Search: the service ranks by meaning.
    private static readonly string[] Semantic = { "SemanticSearch", "QueryType" };

    /// <summary>Passages are chosen, put into an order, or given to what may do it; or not all is seen.</summary>
    public static bool MayHappen(GroundedPassages grounded) =>
        !grounded.IsComplete
        || grounded.Calls.Length > 1
        || grounded.HasOtherCalls
        || grounded.Uses.Any(static u => MayChoose(u))
        || grounded.Found.Retrievals.Any(static r => IsSemantic(r));

    /// <summary>A search is told how relevant a passage has to be, or may be told so.</summary>
    public static bool HasThreshold(Retrieval retrieval) =>
        // Who wrote what a table lists may have chosen already.
        retrieval.Fact.Sdk == SdkKind.Listed
        || (retrieval.Fact.Written is { } query && VectorQuery.MayHaveThreshold(query))
        || SearchSetting.Of(retrieval.Picture, retrieval, SearchOption.Threshold) is { } threshold
            && (
                threshold.IsTruncated
                || threshold.Origins.Any(static o =>
                    !o.IsNothing && o is not { Kind: OriginKind.Constant, Operation.ConstantValue.Value: 0 or 0d or 0f }
                )
            );

    private static bool MayChoose(PassageUse use) =>
        use.End switch
        {
            PassageEnd.Chosen or PassageEnd.Elsewhere or PassageEnd.Stored or PassageEnd.Discarded => true,
            PassageEnd.Tested => true,

            // Inside the loop over the hits: there is enough.
            PassageEnd.Missed => IsInLoop(use.Operation),
            PassageEnd.Handed => use.Operation.Parent?.CalledMethod() is { } method && NameWords.Of(method.Name).Any(Choosing.Contains),
            _ => false,
        };

    private static bool IsInLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSemantic(Retrieval retrieval) =>
        retrieval.Fact.Sdk == SdkKind.AzureSearch
        && retrieval.Options is { } options
        && Semantic.Any(name =>
            retrieval.Picture.Tracer.Trace(options, FlowMode.Value, AccessPath.Empty.Push(name))
                is not { IsTruncated: false, Origins: var origins }
            || origins.Any(static o => !o.IsNothing)
        );
}
