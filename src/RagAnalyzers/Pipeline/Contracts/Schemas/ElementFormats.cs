using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>
/// What Semantic Kernel's OpenAI connector makes of a <c>JsonElement</c> as response format: the schema of an answer, sent without
/// "strict" unless the element is the whole <c>json_schema</c> format of the service and says so.
/// </summary>
internal static class ElementFormats
{
    private const string Envelope = "json_schema";

    /// <summary>The value is a JSON element.</summary>
    public static bool Is(IOperation value) =>
        value.Type is { Name: "JsonElement" } element && element.FullNamespace() == "System.Text.Json";

    /// <summary>What a trace of a format came to makes a schema: it exports that of a type, or reads one that stands in the code.</summary>
    public static bool IsSchema(Picture picture, Origin origin) =>
        origin is { Kind: OriginKind.Call, Path.IsEmpty: true, Operation: IInvocationOperation call }
        && (
            IsExport(picture, call)
            || (
                picture.Sdks.TryGetFact<ParseFact>(call.TargetMethod, out var parse)
                && parse.Sdk == SdkKind.SystemTextJson
                && SchemaTextReader.Read(picture, call) is { } text
                && Root(text) is { Kind: JsonTextKind.Object }
            )
        );

    /// <summary>Whether a JSON element in the place of a format is sent as strict.</summary>
    /// <param name="text">What the element says, as far as it can be seen.</param>
    public static SchemaStrictness StrictnessOf(Picture picture, IOperation value, SchemaText? text)
    {
        if (text is not null)
        {
            // A schema outside the subset may be meant as it is: made strict, the service would reject it.
            return IsEnvelope(text)
                ? Root(text)![Envelope]!["strict"] is { Kind: JsonTextKind.True }
                    ? SchemaStrictness.Unknown
                    : SchemaStrictness.NotStrict
                : StrictSchemaCheck.Problems(text.Value).IsEmpty
                    ? SchemaStrictness.NotStrict
                    : SchemaStrictness.Unknown;
        }

        var traced = picture.TraceThroughCallers(value, FlowMode.Value);
        return
            !traced.IsTruncated
            && !traced.Origins.IsEmpty
            && traced.Origins.All(o =>
                o is { Path.IsEmpty: true, Operation: IInvocationOperation call } && IsExport(picture, call) && MayBeObject(picture, call)
            )
            ? SchemaStrictness.NotStrict
            : SchemaStrictness.Unknown;
    }

    /// <summary>The text is the service's whole format, with the schema in it.</summary>
    public static bool IsEnvelope(SchemaText text) =>
        Root(text) is { } root && root["type"] is { Kind: JsonTextKind.String, Text: Envelope } && root[Envelope] is not null;

    private static bool IsExport(Picture picture, IInvocationOperation call) =>
        Is(call) && picture.Sdks.TryGetFact<SchemaExportFact>(call.TargetMethod, out var _);

    /// <summary>Of a list the service takes no schema, strict or not.</summary>
    private static bool MayBeObject(Picture picture, IInvocationOperation export) =>
        picture.Sdks.TryGetFact<SchemaExportFact>(export.TargetMethod, out var fact)
        && (
            fact.TypeParameter is { } name
                ? export.ArgumentNamed(name)?.Unwrapped() is var type
                    && (type is not ITypeOfOperation { TypeOperand: { } named } || JsonRoots.Of(named) == JsonRoot.Unknown)
                // A method that the project lists may be told its type by a type argument.
                : export.TargetMethod.TypeArguments is [{ } argument] && JsonRoots.Of(argument) == JsonRoot.Unknown
        );

    private static JsonTextValue? Root(SchemaText text)
    {
        try
        {
            return JsonTextReader.Read(text.Value);
        }
        catch (JsonTextException)
        {
            return null;
        }
    }
}
