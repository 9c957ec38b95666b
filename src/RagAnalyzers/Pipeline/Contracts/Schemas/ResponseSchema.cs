using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>A schema that is put into a response format.</summary>
/// <param name="Sdk">The SDK whose format it is.</param>
/// <param name="Operation">The expression that makes the format: the factory call, the creation, the <c>typeof</c>.</param>
/// <param name="Type">The type whose schema is meant, or null when the schema is written out, or unknown.</param>
/// <param name="Text">The schema as it is written in the code, or null when it cannot be seen.</param>
/// <param name="Strictness">What the code says about strictness.</param>
/// <param name="StrictParameter">The parameter that says it, or null where the SDK has none.</param>
internal sealed record ResponseSchema(
    SdkKind Sdk,
    IOperation Operation,
    ITypeSymbol? Type,
    SchemaText? Text,
    SchemaStrictness Strictness,
    string? StrictParameter = null
)
{
    /// <summary>The schemas that a body puts into response formats.</summary>
    public static ImmutableArray<ResponseSchema> In(Body body) => body.Once(static b => ResponseSchemaReader.Read(b));
}
