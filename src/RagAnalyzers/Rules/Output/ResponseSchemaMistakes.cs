using System;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Sdk;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Rules.Output;

/// <summary>Decides which rule speaks of the schema of a response format.</summary>
internal static class ResponseSchemaMistakes
{
    /// <summary>
    /// Libraries that connect Microsoft.Extensions.AI to services which take any root: Ollama, Gemini and local models constrain the answer
    /// by whatever schema they get. A project that references one of them may know what it does.
    /// </summary>
    private static readonly ImmutableArray<string> TakeAnyRoot = ImmutableArray.Create(
        "OllamaSharp",
        "Microsoft.Extensions.AI.Ollama",
        "Google.GenAI",
        "Mscc.GenerativeAI",
        "GeminiDotnet",
        "LLamaSharp",
        "Microsoft.ML.OnnxRuntimeGenAI"
    );

    public static ResponseSchemaMistake Of(Body body, ResponseSchema schema)
    {
        // What a connector drops is RAG2006's business alone, what a typed call overwrites RAG2008's.
        var mistake = Of(body.Picture, schema);
        return mistake != ResponseSchemaMistake.None && FormatUses.IsIgnored(body, schema) ? ResponseSchemaMistake.None : mistake;
    }

    private static ResponseSchemaMistake Of(Picture picture, ResponseSchema schema)
    {
        if (
            RootOf(schema) is not (JsonRoot.Unknown or JsonRoot.Dictionary)
            && !(schema.Sdk == SdkKind.ExtensionsAI && References(picture, TakeAnyRoot))
        )
        {
            return ResponseSchemaMistake.RootIsNoObject;
        }

        // Semantic Kernel makes the schema of a type strict, which a dictionary cannot be; Microsoft.Extensions.AI does not.
        if (RootOf(schema) == JsonRoot.Dictionary && schema.Sdk == SdkKind.SemanticKernel)
        {
            return ResponseSchemaMistake.RootIsNoObject;
        }

        return schema.Strictness switch
        {
            SchemaStrictness.Strict when schema.Text is { } text && !StrictSchemaCheck.Problems(text.Value).IsEmpty =>
                ResponseSchemaMistake.OutsideStrictSubset,
            SchemaStrictness.NotStrict => ResponseSchemaMistake.NotStrict,
            _ => ResponseSchemaMistake.None,
        };
    }

    public static JsonRoot RootOf(ResponseSchema schema) =>
        schema.Type is { } type ? JsonRoots.Of(type)
        : schema.Text is { } text ? JsonRoots.Of(text.Value)
        : JsonRoot.Unknown;

    private static bool References(Picture picture, ImmutableArray<string> libraries) =>
        picture.ReferencedAssemblies.Any(name => libraries.Any(l => name == l || name.StartsWith(l + ".", StringComparison.Ordinal)));
}
