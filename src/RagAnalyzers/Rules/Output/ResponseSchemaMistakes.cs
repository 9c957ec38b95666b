using System;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Sdk;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Rules.Output;

/// <summary>Decides which rule speaks of the schema of a response format.</summary>
internal static class ResponseSchemaMistakes
{
    /// <summary>
    /// Libraries that connect Microsoft.Extensions.AI to services which take any root: Ollama, Gemini and local models constrain the answer
    /// by whatever schema they get. Where the client cannot be seen, a project that references one of them may know what it does.
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
        var mistake = Of(schema);
        return mistake == ResponseSchemaMistake.None || FormatUses.IsIgnored(body, schema) || MayGoElsewhere(body, schema, mistake)
            ? ResponseSchemaMistake.None
            : mistake;
    }

    /// <summary>
    /// A service that is not OpenAI's takes the schema as it is: one that the client is seen to be pointed at, or, where the client cannot
    /// be seen, one that the project has to do with. What makes the client does not bind: nothing is known of it.
    /// </summary>
    private static bool MayGoElsewhere(Body body, ResponseSchema schema, ResponseSchemaMistake mistake)
    {
        var services = FormatUses.Services(body, schema);
        return services.Any(static s => s is AskedService.Elsewhere or AskedService.Unbound)
            || (
                (services.IsEmpty || services.Contains(AskedService.Unknown))
                && (
                    PointedClients.Of(body.Picture).Any
                    || (
                        mistake == ResponseSchemaMistake.RootIsNoObject
                        && schema.Sdk == SdkKind.ExtensionsAI
                        && References(body.Picture, TakeAnyRoot)
                    )
                )
            );
    }

    private static ResponseSchemaMistake Of(ResponseSchema schema)
    {
        if (RootOf(schema) is not (JsonRoot.Unknown or JsonRoot.Dictionary))
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
