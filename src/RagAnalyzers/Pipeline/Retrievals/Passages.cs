using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>Tells the passages that a retrieval finds from what is merely about them.</summary>
internal static class Passages
{
    // Read off a search result, these are facts about the search and no passage.
    private static readonly ImmutableHashSet<string> NoPassage = ImmutableHashSet.Create(
        "Score",
        "TotalCount",
        "Count",
        "Length",
        "Relevance",
        "Key",
        "Id"
    );

    private const string PlugIn = "pluginName";

    /// <summary>The origin is what a retrieval finds, or what is looked up by that, and not merely a number about it.</summary>
    public static bool AreAt(Picture picture, Origin origin) =>
        (AreFoundAt(picture, origin) || LookedUpRows.Are(picture, origin)) && !IsFact(origin.Path);

    /// <summary>The origin is what a retrieval yields, or any part of it.</summary>
    public static bool AreFoundAt(Picture picture, Origin origin) =>
        origin is { Kind: OriginKind.Source, Operation: IInvocationOperation call } && picture.TryGetFact<RetrievalFact>(call, out _);

    /// <summary>What a message calls a retrieval: a step of a query says nothing by its name.</summary>
    [return: NotNullIfNotNull(nameof(retrieval))]
    public static string? NameOf(ISymbol? retrieval) =>
        retrieval?.ContainingNamespace?.ToDisplayString() == "System.Linq" ? "the query" : retrieval?.Name;

    /// <summary>The same where the passages come from: a plug-in that a library makes of a search has the name that the code gives it.</summary>
    public static string? NameOf(Origin origin) =>
        origin.Operation.ArgumentNamed(PlugIn)?.ConstantValue is { HasValue: true, Value: string name } ? name : NameOf(origin.Symbol);

    /// <summary>A number about the search or about a text, wherever on the way it is read off.</summary>
    private static bool IsFact(AccessPath path)
    {
        for (var p = path; !p.IsEmpty; p = p.Rest)
        {
            if (NoPassage.Contains(p.Head))
            {
                return true;
            }
        }

        return false;
    }
}
