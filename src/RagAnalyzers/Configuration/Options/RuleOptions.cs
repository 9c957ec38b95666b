using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Configuration.Options;

/// <summary>What .editorconfig sets for a file; what it does not set, or sets to something impossible, is at its default.</summary>
internal sealed record RuleOptions
{
    /// <summary>Longer than a paragraph of instructions, about the length of a page.</summary>
    public const int DefaultFormattingBlockLength = 2000;

    public static readonly RuleOptions Default = new();

    // Files for which the same sections hold share their options.
    private static readonly ConditionalWeakTable<AnalyzerConfigOptions, RuleOptions> Read = new();

    public WordChanges KnowledgeTerms { get; init; } = WordChanges.None;

    public NamePatterns FineTunedModels { get; init; } = NamePatterns.None;

    public TypeNames EvaluationTypes { get; init; } = TypeNames.None;

    /// <summary>From how many characters on a constant block of formatting instructions is long.</summary>
    public int FormattingBlockLength { get; init; } = DefaultFormattingBlockLength;

    /// <summary>The embedding models that the project names, with the size of their vectors; they go before the table's.</summary>
    public ConfiguredEmbeddingModels EmbeddingModels { get; init; } = ConfiguredEmbeddingModels.None;

    /// <summary>Members are shown that a table could list, although there is none yet.</summary>
    public bool ListApis { get; init; }

    public ImmutableArray<OptionError> Errors { get; init; } = ImmutableArray<OptionError>.Empty;

    /// <summary>The options that hold for a file; those of a global configuration are among them.</summary>
    public static RuleOptions Of(AnalyzerOptions options, SyntaxTree tree) => Of(options.AnalyzerConfigOptionsProvider.GetOptions(tree));

    public static RuleOptions Of(AnalyzerConfigOptions options) => Read.GetValue(options, static o => RuleOptionsReader.Read(o));
}
