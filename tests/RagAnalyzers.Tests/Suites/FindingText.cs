using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Everything that a user sees of findings, in an order that does not depend on the run.</summary>
internal static class FindingText
{
    public static ImmutableArray<string> Of(IEnumerable<Diagnostic> findings) => [.. findings.Select(Of).Order(StringComparer.Ordinal)];

    private static string Of(Diagnostic finding) =>
        $"{finding.Id} {PlaceOf(finding.Location)} {finding.Severity} {finding.GetMessage()}"
        + string.Concat(finding.AdditionalLocations.Select(location => $" <{PlaceOf(location)}>"));

    /// <summary>The file and the characters.</summary>
    public static string PlaceOf(Location location) => $"{location.SourceTree?.FilePath} {location.SourceSpan}";
}
