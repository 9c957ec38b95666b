using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Records;

/// <summary>The records that a vector store holds, as the attributes of their type or a definition declare them.</summary>
/// <param name="Type">The type of the records, or null where only the definition is known.</param>
internal sealed record VectorRecord(INamedTypeSymbol? Type, ImmutableArray<RecordProperty> Properties)
{
    public IEnumerable<RecordProperty> Vectors => Properties.Where(static p => p.Kind == RecordPropertyKind.Vector);

    /// <summary>The record that a type declares, its base types included, or null when no property of it says what it is for.</summary>
    public static VectorRecord? Of(Picture picture, INamedTypeSymbol type)
    {
        var properties = type.AndBaseTypes()
            .SelectMany(static t => t.GetMembers())
            .OfType<IPropertySymbol>()
            .Select(p => DeclaredProperty.Of(picture, p))
            .OfType<RecordProperty>()
            .ToImmutableArray();
        return properties.IsEmpty ? null : new VectorRecord(type, properties);
    }
}
