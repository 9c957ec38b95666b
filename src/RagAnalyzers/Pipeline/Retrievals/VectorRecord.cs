using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>The type of the records that a vector store holds, as its attributes declare it.</summary>
internal sealed record VectorRecord(INamedTypeSymbol Type, ImmutableArray<RecordProperty> Properties)
{
    /// <summary>The record that a type declares, its base types included, or null when no property of it says what it is for.</summary>
    public static VectorRecord? Of(Picture picture, INamedTypeSymbol type)
    {
        var properties = type.AndBaseTypes()
            .SelectMany(static t => t.GetMembers())
            .OfType<IPropertySymbol>()
            .Select(p => RecordProperty.Of(picture, p))
            .OfType<RecordProperty>()
            .ToImmutableArray();
        return properties.IsEmpty ? null : new VectorRecord(type, properties);
    }
}
