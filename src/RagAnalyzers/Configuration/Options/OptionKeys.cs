using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Configuration.Options;

/// <summary>The keys that the rules read from .editorconfig. Roslyn gives keys in lower case.</summary>
internal static class OptionKeys
{
    public const string Prefix = "rag_analyzers.";

    /// <summary>Words that name changing knowledge, on top of the built-in ones; "-word" takes a built-in one away.</summary>
    public const string KnowledgeTerms = Prefix + "knowledge_terms";

    /// <summary>Names of models and deployments that are fine-tuned, where the name does not say so; "*" stands for anything.</summary>
    public const string FineTunedModels = Prefix + "fine_tuned_models";

    /// <summary>Types and namespaces whose use means that the project evaluates its answers.</summary>
    public const string EvaluationTypes = Prefix + "evaluation_types";

    /// <summary>From how many characters on a constant block of formatting instructions is long.</summary>
    public const string FormattingBlockLength = Prefix + "formatting_block_length";

    /// <summary>How many dimensions the vectors of embedding models and deployments have: "name:number".</summary>
    public const string EmbeddingModels = Prefix + "embedding_models";

    /// <summary>Whether members are shown that RagAnalyzers.Apis.txt could list, although there is no such file yet.</summary>
    public const string ListApis = Prefix + "list_apis";

    public static readonly ImmutableArray<string> All = ImmutableArray.Create(
        KnowledgeTerms,
        FineTunedModels,
        EvaluationTypes,
        FormattingBlockLength,
        EmbeddingModels,
        ListApis
    );

    private const int MostEdits = 4;

    /// <summary>The key that a mistyped one was perhaps meant to be, or null when it resembles none.</summary>
    public static string? Nearest(string key)
    {
        var nearest = All.Select(known => (Key: known, Edits: EditsBetween(key, known))).OrderBy(static k => k.Edits).First();
        return nearest.Edits <= MostEdits ? nearest.Key : null;
    }

    /// <summary>How many characters must be put in, taken out or changed to get from one text to the other.</summary>
    private static int EditsBetween(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
