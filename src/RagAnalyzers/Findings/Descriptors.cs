using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>Every diagnostic of the package, one partial per category: id, title, message, severity and help link.</summary>
internal static partial class Descriptors
{
    private static DiagnosticDescriptor Rule(
        string id,
        string category,
        string title,
        string message,
        DiagnosticSeverity severity,
        string description,
        bool enabled = true
    ) =>
        new(
            id,
            title,
            message,
            category,
            severity,
            isEnabledByDefault: enabled,
            description: description,
            helpLinkUri: $"{RepositoryAddress.Url}/blob/main/docs/rules/{id}.md"
        );
}
