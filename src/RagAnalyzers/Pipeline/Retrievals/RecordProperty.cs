using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A property of a vector store's record.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Dimensions">How many dimensions a vector has, or null where its declaration does not say it.</param>
/// <param name="DistanceFunction">The name of the function that compares vectors, or null where the store's own is meant.</param>
internal sealed record RecordProperty(IPropertySymbol Symbol, RecordPropertyKind Kind, int? Dimensions, string? DistanceFunction)
{
    /// <summary>What the attributes of a property declare, or null when they say nothing about records.</summary>
    public static RecordProperty? Of(Picture picture, IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (
                attribute.AttributeConstructor is { } constructor
                && picture.Sdks.TryGetFact<RecordPropertyFact>(constructor, out var fact)
                && fact.Name is null
            )
            {
                var isKey = Member(attribute, fact.KeyMember) is { Value: true };
                return new RecordProperty(
                    property,
                    isKey ? RecordPropertyKind.Key : fact.Kind,
                    Number(Argument(attribute, constructor, fact.Dimensions) ?? Member(attribute, fact.DimensionsMember)),
                    Member(attribute, fact.DistanceMember)?.Value as string
                );
            }
        }

        return null;
    }

    private static TypedConstant? Argument(AttributeData attribute, IMethodSymbol constructor, string? name) =>
        constructor.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter
        && parameter.Ordinal < attribute.ConstructorArguments.Length
            ? attribute.ConstructorArguments[parameter.Ordinal]
            : null;

    private static TypedConstant? Member(AttributeData attribute, string? name) =>
        attribute.NamedArguments.Where(a => a.Key == name).Select(static a => (TypedConstant?)a.Value).FirstOrDefault();

    // Half-typed code may have anything there.
    private static int? Number(TypedConstant? constant) =>
        constant is { Kind: TypedConstantKind.Primitive, Value: IConvertible value and not string }
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : null;
}
