using System;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A declaration of a property of the records that a vector store holds: the constructor of an attribute on the property, or of a
/// definition in code.
/// </summary>
/// <param name="Kind">What the property is for.</param>
/// <param name="Name">The parameter that names the property, or null for an attribute, which stands on it.</param>
/// <param name="Dimensions">The parameter that says how many dimensions a vector has, or null.</param>
/// <param name="DimensionsMember">The member that says it instead, or null.</param>
/// <param name="DistanceMember">The member that says how vectors are compared, or null.</param>
/// <param name="KeyMember">The member that makes the property the key where it is true, or null.</param>
internal sealed record RecordPropertyFact(
    SdkKind Sdk,
    RecordPropertyKind Kind,
    string? Name = null,
    string? Dimensions = null,
    string? DimensionsMember = null,
    string? DistanceMember = null,
    string? KeyMember = null
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var name = Map(Name, nameOf);
        var dimensions = Map(Dimensions, nameOf);
        return (name is null && Name is not null) || (dimensions is null && Dimensions is not null)
            ? null
            : this with
            {
                Name = name,
                Dimensions = dimensions,
            };
    }
}

/// <summary>A call that opens a collection of records in a vector store.</summary>
/// <param name="Definition">The parameter that carries the definition of the records; without one, their type declares them.</param>
internal sealed record VectorCollectionFact(SdkKind Sdk, string Definition) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Map(Definition, nameOf) is { } definition ? this with { Definition = definition } : null;
}

/// <summary>A call that makes a collection of vectors in a database that knows no records.</summary>
/// <param name="Name">The parameter that names the collection; calls that write and search name it likewise.</param>
/// <param name="Vectors">The parameter that says what the vectors are.</param>
/// <param name="Dimensions">The member of what is passed there that says how many dimensions they have.</param>
internal sealed record VectorIndexFact(SdkKind Sdk, string Name, string Vectors, string Dimensions) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Map(Name, nameOf) is { } name && Map(Vectors, nameOf) is { } vectors ? this with { Name = name, Vectors = vectors } : null;
}
