using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>The text of a hit, which was embedded so that it is found.</summary>
/// <param name="Member">The member that holds it; null where every hit of the SDK has one.</param>
internal sealed record TextOfHit(ISymbol? Member)
{
    private static readonly ImmutableHashSet<string> Texts = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Text",
        "Content",
        "Contents",
        "Chunk",
        "ChunkText",
        "Passage",
        "Paragraph",
        "Body"
    );

    /// <summary>The text that a hit certainly has beside what tells its name; null when it may have none.</summary>
    /// <param name="name">The member that holds the name.</param>
    public static TextOfHit? BesideName(Picture picture, FoundPassages found, ISymbol name)
    {
        if (HitParts.Of(picture, name) is not null)
        {
            return name.ContainingType.GetMembers().Any(m => HitParts.Of(picture, m) == HitPart.Text) ? new TextOfHit(Member: null) : null;
        }

        var record = found.Retrievals.Select(static r => VectorCollection.RecordType(r.Operation)).FirstOrDefault();
        if (record is null || name is not IPropertySymbol || !record.IsInSource() || !IsOf(record, name))
        {
            return null;
        }

        var text = record
            .AndBaseTypes()
            .SelectMany(static t => t.GetMembers())
            .OfType<IPropertySymbol>()
            .FirstOrDefault(p =>
                p.Type.SpecialType == SpecialType.System_String
                && !SymbolEqualityComparer.Default.Equals(p, name)
                && !PassageParts.HoldsNoText(p.Name)
                && DeclaredProperty.Of(picture, p) is not { Kind: RecordPropertyKind.Vector or RecordPropertyKind.Key }
                && (Texts.Contains(p.Name) || IsEmbedded(picture, record, p))
            );
        return text is null ? null : new TextOfHit(text);
    }

    private static bool IsOf(INamedTypeSymbol record, ISymbol member) =>
        record
            .AndBaseTypes()
            .Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, member.ContainingType.OriginalDefinition));

    /// <summary>Somewhere the property is given to what embeds, or the store makes a vector of it.</summary>
    private static bool IsEmbedded(Picture picture, INamedTypeSymbol record, IPropertySymbol property) =>
        record
            .GetMembers()
            .OfType<IPropertySymbol>()
            .Where(p => DeclaredProperty.Of(picture, p) is { IsEmbeddedByStore: true })
            .Any(v => v.DeclaringSyntaxReferences.Any(s => IdentifierIndex.IsMentionedIn(s.GetSyntax(), property.Name)))
        || picture
            .BodiesMentioningAny(picture.Mentions.NamesOf<EmbeddingFact>())
            .SelectMany(static b => EmbeddingCall.In(b))
            .SelectMany(static c => c.Input)
            .SelectMany(static i => i.DescendantsAndSelf())
            .OfType<IPropertyReferenceOperation>()
            .Any(r => SymbolEqualityComparer.Default.Equals(r.Property.OriginalDefinition, property.OriginalDefinition));
}
