using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>Reads off a call that makes the JSON schema of a type which type that is.</summary>
internal static class SchemaExport
{
    /// <summary>
    /// The type whose names the schema has; null when it cannot be seen. By which names a listed method writes it only its own code says.
    /// </summary>
    public static ITypeSymbol? TypeOf(Route route, IInvocationOperation export, SchemaExportFact fact) =>
        fact is { Sdk: not SdkKind.Listed, TypeParameter: { } parameter } ? TypeIn(route, export, parameter) : null;

    /// <summary>The type that a call is told by one of its arguments.</summary>
    public static ITypeSymbol? TypeIn(Route route, IOperation call, string parameter) =>
        call.ArgumentNamed(parameter) is { } value
        && route.TraceThroughCallers(value, FlowMode.Value)
            is { IsTruncated: false, Origins: [{ Kind: OriginKind.Type, Path.IsEmpty: true, Symbol: ITypeSymbol type }] }
            ? type
            : null;
}
