using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Records;

/// <summary>A property of a vector store's record.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Symbol">The property, or null where a definition names one that cannot be seen.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Dimensions">How many dimensions a vector has, or null where its declaration does not say it.</param>
/// <param name="DistanceFunction">The name of the function that compares vectors, or null where the store's own is meant.</param>
/// <param name="Declared">What declares it: an attribute, or the creation of a definition.</param>
/// <param name="DimensionsAt">The expression that says the dimensions, or null.</param>
internal sealed record RecordProperty(
    string Name,
    IPropertySymbol? Symbol,
    RecordPropertyKind Kind,
    int? Dimensions,
    string? DistanceFunction,
    Location Declared,
    Location? DimensionsAt
)
{
    /// <summary>A vector of which only the name is known.</summary>
    public static RecordProperty OfVector(string name, Location at, IPropertySymbol? symbol = null) =>
        new(name, symbol, RecordPropertyKind.Vector, Dimensions: null, DistanceFunction: null, at, DimensionsAt: null);

    /// <summary>A vector that the store makes by itself of what the property holds, which is text.</summary>
    public bool IsEmbeddedByStore => Kind == RecordPropertyKind.Vector && Symbol?.Type.SpecialType == SpecialType.System_String;
}
