using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>
/// What a rule hands over to its fix in a diagnostic. A derived record names every location and value for what it is, writes them
/// (<see cref="Parts"/>) and reads them back (its static <c>Read</c>: a diagnostic in, the record out, or null when the diagnostic does not
/// hold one), so that neither side counts locations or knows a key of the other.
/// </summary>
internal abstract record HandOver
{
    /// <summary>The other ends of the flow, in the order in which users see them.</summary>
    public IEnumerable<Location> AdditionalLocations => Parts.Locations;

    /// <summary>The locations, in the order in which users see them, and the values.</summary>
    private protected abstract HandOverParts Parts { get; }

    /// <summary>All additional locations are in the tree, so that a fix of its document can change them.</summary>
    public bool IsWithin(SyntaxTree tree) => AdditionalLocations.All(location => location.SourceTree == tree);

    /// <summary>The same, one of them aside that may be in another file.</summary>
    public bool IsWithin(SyntaxTree tree, Location but) =>
        AdditionalLocations.All(location => location.SourceTree == tree || location.Equals(but));

    /// <summary>The files that a finding is about: the one that it is in, and those of the other ends of the flow.</summary>
    public static IEnumerable<SyntaxTree> TreesOf(Diagnostic finding) =>
        finding.AdditionalLocations.Prepend(finding.Location).Select(static l => l.SourceTree).OfType<SyntaxTree>().Distinct();

    /// <summary>The diagnostic that carries the record.</summary>
    /// <param name="place">What the reader would change.</param>
    /// <param name="arguments">The arguments of the descriptor's message.</param>
    public Diagnostic Report(DiagnosticDescriptor descriptor, Location place, params object?[] arguments) =>
        Report(descriptor, descriptor.DefaultSeverity, place, arguments);

    /// <summary>The diagnostic that carries the record, of another severity than its descriptor has.</summary>
    /// <param name="severity">The severity, before the user's configuration.</param>
    /// <param name="place">What the reader would change.</param>
    /// <param name="arguments">The arguments of the descriptor's message.</param>
    public Diagnostic Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, Location place, params object?[] arguments)
    {
        var parts = Parts;
        return Diagnostic.Create(descriptor, place, severity, parts.Locations, parts.Properties, arguments);
    }
}
