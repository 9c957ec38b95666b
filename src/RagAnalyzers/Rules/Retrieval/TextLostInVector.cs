using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5012: text is stored as a vector, and nowhere as text.</summary>
public sealed class TextLostInVector : RagRule
{
    /// <summary>Data that tells which record it is, or where it comes from, and no text of its own.</summary>
    private static readonly ImmutableArray<string> About = ImmutableArray.Create(
        "Id",
        "Key",
        "Source",
        "Url",
        "Uri",
        "Link",
        "Path",
        "File",
        "FileName",
        "Category",
        "Tag",
        "Language",
        "Author",
        "Type",
        "Hash"
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.TextLostInVector);

    private protected override ImmutableArray<SymbolKind> Declarations => ImmutableArray.Create(SymbolKind.Property);

    private protected override void Analyze(ISymbol declared, RuleContext context)
    {
        if (
            declared is not IPropertySymbol { Type.SpecialType: SpecialType.System_String, ContainingType: { } type } property
            || DeclaredProperty.Of(context.Picture, property) is not { Kind: RecordPropertyKind.Vector }
            || StoreEmbeddedText.HolderOf(context.Picture, property) is not { } text
            || !IsStoredHere(text)
            || VectorCollection.DeclaredBy(context.Picture, type) is not { } record
            || record.Properties.Any(static p => p.Kind == RecordPropertyKind.Data && MayHoldText(p))
            || (!IsSame(text, property) && record.Properties.Any(p => IsSame(p.Symbol, text)))
        )
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.TextLostInVector, property.Locations[0], text.Name, type.Name));
    }

    private static bool IsSame(IPropertySymbol? one, IPropertySymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>The property holds the text itself: an auto-property.</summary>
    private static bool IsStoredHere(IPropertySymbol property) =>
        property
            .ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// <summary>Text, or something that may have some in it.</summary>
    private static bool MayHoldText(RecordProperty data) =>
        data.Symbol?.Type is not { } type
        || (type.SpecialType == SpecialType.System_String && !About.Any(a => IsCalled(data.Name, a)))
        || (type.SpecialType == SpecialType.None && type.TypeKind is not (TypeKind.Enum or TypeKind.Struct));

    private static bool IsCalled(string name, string word) => name.EndsWith(word, StringComparison.OrdinalIgnoreCase);
}
