using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Configuration.Options;

/// <summary>The words for knowledge that changes, as a project's options have them.</summary>
internal static class ConfiguredTerms
{
    /// <summary>The built-in list as the options change it.</summary>
    public static KnowledgeTerms Of(RuleOptions options) =>
        KnowledgeTerms.With(options.KnowledgeTerms.Added, options.KnowledgeTerms.Removed);
}
