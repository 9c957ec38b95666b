using System;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A property of an options object that carries the response format, or an object that holds it (Responses API).</summary>
/// <param name="HoldsFormatIn">The property of this property's value that carries the format, or null when it is the format itself.</param>
internal sealed record ResponseFormatFact(SdkKind Sdk, string? HoldsFormatIn = null) : SdkFact(Sdk);

/// <summary>A factory, constructor or static property that makes a response format of a known strength.</summary>
/// <param name="Schema">The parameter that carries the JSON schema, or null.</param>
/// <param name="SchemaType">The parameter that carries the type whose schema is meant, or null; a generic member without either means its
/// type argument.</param>
/// <param name="Strict">The parameter that says whether the schema is strict, or null where the SDK has none.</param>
internal sealed record FormatFact(
    SdkKind Sdk,
    FormatStrength Strength,
    string? Schema = null,
    string? SchemaType = null,
    string? Strict = null
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        this with
        {
            Schema = Map(Schema, nameOf),
            SchemaType = Map(SchemaType, nameOf),
            Strict = Map(Strict, nameOf),
        };
}

/// <summary>A method whose result is the JSON schema of a type.</summary>
/// <param name="TypeParameter">The parameter that carries the type, or null for overloads that are told it otherwise.</param>
internal sealed record SchemaExportFact(SdkKind Sdk, string? TypeParameter) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) => this with { TypeParameter = Map(TypeParameter, nameOf) };
}
