using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>The members of a hit, or of its record, that say where the passage comes from.</summary>
internal static class PassageSource
{
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        "source",
        "url",
        "uri",
        "link",
        "file",
        "filename",
        "path",
        "page",
        "section",
        "citation",
        "reference"
    );

    // A title is the source of a text, and the name of anything else.
    private static readonly ImmutableHashSet<string> Texts = ImmutableHashSet.Create(
        "text",
        "content",
        "chunk",
        "passage",
        "body",
        "paragraph"
    );

    // What says to Semantic Kernel which member of a record the name, or the link, of a hit is.
    private static readonly ImmutableHashSet<string> SourceMarks = ImmutableHashSet.Create(
        "TextSearchResultNameAttribute",
        "TextSearchResultLinkAttribute"
    );

    /// <summary>The members, in the order in which they are declared; empty when the hits of the search have none, or they are not known.</summary>
    public static ImmutableArray<IPropertySymbol> Of(Picture picture, IInvocationOperation search)
    {
        if ((VectorCollection.RecordType(search) ?? RowType(picture, search)) is { } record && record.IsInSource())
        {
            var properties = record
                .AndBaseTypes()
                .TakeWhile(static t => t.IsInSource())
                .SelectMany(static t => t.GetMembers())
                .OfType<IPropertySymbol>()
                .Where(static p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
                .ToList();
            var hasText = properties.Exists(static p => NameWords.Of(p.Name).Any(Texts.Contains));
            return properties.Where(p => Names(p, hasText)).ToImmutableArray();
        }

        return search.TargetMethod.Name == "GetTextSearchResultsAsync" && !HasNone(picture, search)
            ? picture
                .Sdks.SymbolsWith<HitPartFact>()
                .OfType<IPropertySymbol>()
                .Where(p => p.ContainingType.Name == "TextSearchResult" && HitParts.Of(picture, p) == HitPart.Source)
                .ToImmutableArray()
            : ImmutableArray<IPropertySymbol>.Empty;
    }

    /// <summary>
    /// What LINQ puts into the order of a distance: rows of Entity Framework, objects in memory. Of a query in text, nobody knows which columns it asks for.
    /// </summary>
    private static INamedTypeSymbol? RowType(Picture picture, IInvocationOperation search) =>
        picture.TryGetFact<RetrievalFact>(search, out var found) && found.IsOrder
            ? search.TargetMethod.TypeArguments.FirstOrDefault() as INamedTypeSymbol
            : null;

    /// <summary>The text search is over records of the project of which no member is marked as the name or the link of a hit.</summary>
    private static bool HasNone(Picture picture, IInvocationOperation search) =>
        search.Instance is { } instance
        && picture
            .TraceWithinBody(instance, FlowMode.Value)
            .Origins.Select(static o => o.Operation.Type)
            .Append(instance.Type)
            .OfType<INamedTypeSymbol>()
            .Where(static t => t is { Name: "VectorStoreTextSearch" or "ITextSearch", TypeArguments.Length: 1 })
            .Select(static t => t.TypeArguments[0])
            .Any(static r =>
                r.IsInSource()
                && !r.AndBaseTypes()
                    .SelectMany(static t => t.GetMembers())
                    .SelectMany(static m => m.GetAttributes())
                    .Any(static a => a.AttributeClass is { } c && SourceMarks.Contains(c.Name))
            );

    /// <summary>Somebody reads one of the members: then the source is shown in another way than through the prompt.</summary>
    public static bool IsRead(Picture picture, IReadOnlyCollection<IPropertySymbol> members) =>
        picture
            .BodiesMentioningAny(new HashSet<string>(members.Select(static m => m.Name)))
            .SelectMany(static b => b.Root.Descendants())
            .OfType<IPropertyReferenceOperation>()
            .Any(r =>
                members.Contains(r.Property.OriginalDefinition, SymbolEqualityComparer.Default)
                && !(r.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, r))
            );

    private static bool Names(IPropertySymbol property, bool hasText)
    {
        var words = NameWords.Of(property.Name).ToList();
        return property.Type.SpecialType == SpecialType.System_String
            ? (words.Exists(Words.Contains) && !words.Contains("image")) || (hasText && words.LastOrDefault() == "title")
            : words is ["page"] or ["page", "number"];
    }
}
