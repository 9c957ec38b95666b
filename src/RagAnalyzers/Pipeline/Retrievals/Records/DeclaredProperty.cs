using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Records;

/// <summary>Reads what declares the properties of records: attributes on them, and definitions in code.</summary>
internal static class DeclaredProperty
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
                    property.Name,
                    property,
                    isKey ? RecordPropertyKind.Key : fact.Kind,
                    Number((Argument(attribute, constructor, fact.Dimensions) ?? Member(attribute, fact.DimensionsMember))?.Constant()),
                    Member(attribute, fact.DistanceMember)?.Value as string,
                    attribute.ApplicationSyntaxReference is { } at
                        ? Location.Create(at.SyntaxTree, at.Span)
                        : property.Locations.FirstOrDefault() ?? Location.None,
                    PlaceOfDimensions(attribute, fact)
                );
            }
        }

        return null;
    }

    /// <summary>What the creation of a definition declares, or null when it is none of a property.</summary>
    /// <param name="record">The type of the records, or null where it is not known.</param>
    public static RecordProperty? Of(Picture picture, IObjectCreationOperation creation, ITypeSymbol? record)
    {
        if (
            creation.Constructor is not { } constructor
            || !picture.Sdks.TryGetFact<RecordPropertyFact>(constructor, out var fact)
            || fact.Name is null
            || creation.ArgumentNamed(fact.Name)?.ConstantValue is not { HasValue: true, Value: string name }
        )
        {
            return null;
        }

        var dimensions = fact.Dimensions is { } parameter ? creation.ArgumentNamed(parameter) : Assigned(creation, fact.DimensionsMember);
        var isKey = Assigned(creation, fact.KeyMember)?.ConstantValue is { Value: true };
        return new RecordProperty(
            name,
            record.AndBaseTypes().SelectMany(t => t.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(),
            isKey ? RecordPropertyKind.Key : fact.Kind,
            Number(dimensions?.Unwrapped().ConstantValue.Value),
            Assigned(creation, fact.DistanceMember)?.ConstantValue.Value as string,
            creation.Syntax.GetLocation(),
            dimensions?.Syntax.GetLocation()
        );
    }

    private static object? Constant(this TypedConstant constant) => constant.Kind == TypedConstantKind.Primitive ? constant.Value : null;

    /// <summary>What the creation's initializer sets a member to, or null.</summary>
    public static IOperation? Assigned(IObjectCreationOperation creation, string? member) =>
        creation
            .Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: var name } && name == member)
            ?.Value.Unwrapped();

    private static Location? PlaceOfDimensions(AttributeData attribute, RecordPropertyFact fact)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return null;
        }

        return arguments
            .FirstOrDefault(a =>
                fact.DimensionsMember is { } member
                    ? a.NameEquals?.Name.Identifier.ValueText == member
                    : a.NameEquals is null && (a.NameColon is null || a.NameColon.Name.Identifier.ValueText == fact.Dimensions)
            )
            ?.Expression.GetLocation();
    }

    private static TypedConstant? Argument(AttributeData attribute, IMethodSymbol constructor, string? name) =>
        constructor.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter
        && parameter.Ordinal < attribute.ConstructorArguments.Length
            ? attribute.ConstructorArguments[parameter.Ordinal]
            : null;

    private static TypedConstant? Member(AttributeData attribute, string? name) =>
        attribute.NamedArguments.Where(a => a.Key == name).Select(static a => (TypedConstant?)a.Value).FirstOrDefault();

    // Half-typed code may have anything there.
    public static int? Number(object? constant) =>
        constant switch
        {
            int number => number,
            ulong and <= int.MaxValue => (int)(ulong)constant,
            _ => null,
        };
}
