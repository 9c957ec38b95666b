using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>Every diagnostic of the package, one partial per category: id, title, message, severity and help link.</summary>
internal static partial class Descriptors
{
    /// <summary>The tag of an Info that the analysis mode "Recommended" raises to a warning: who reviews the code would ask for the change.</summary>
    public const string RecommendedTag = "Recommended";

    private static DiagnosticDescriptor Rule(
        string id,
        string category,
        string title,
        string message,
        DiagnosticSeverity severity,
        string description,
        bool enabled = true,
        bool recommended = false
    ) =>
        new(
            id,
            title,
            message,
            category,
            severity,
            isEnabledByDefault: enabled,
            description: description,
            helpLinkUri: $"{RepositoryAddress.Url}/blob/main/docs/rules/{id}.md",
            customTags: recommended ? ["AI", RecommendedTag] : ["AI"]
        );
}
