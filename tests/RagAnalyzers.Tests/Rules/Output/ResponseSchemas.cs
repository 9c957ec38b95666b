using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Runs RAG2007, RAG2009 and RAG2010 together, because of one format one of them speaks at most. Findings are markup; a source without has
/// none. Statements are put into a method of a library's class with parameters <c>schemaText</c> and <c>strict</c>, of which nothing is
/// known.
/// </summary>
internal static class ResponseSchemas
{
    /// <summary>A schema that is in the strict subset, as a raw literal.</summary>
    public const string Fits = """"""
        """{ "type": "object", "properties": { "text": { "type": "string" } }, "required": [ "text" ], "additionalProperties": false }"""
        """""";

    /// <summary>The same without <c>additionalProperties</c>.</summary>
    public const string Open = """"""
        """{ "type": "object", "properties": { "text": { "type": "string" } }, "required": [ "text" ] }"""
        """""";

    /// <summary>An array as root.</summary>
    public const string List = """"""
        """{ "type": "array", "items": { "type": "string" } }"""
        """""";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new SchemaRootIsNoObject(),
        new StrictSchemaOutsideSubset(),
        new SchemaIsNotStrict(),
    ];

    /// <summary>OpenAI's own client, chat completions and responses.</summary>
    public static string OpenAI(string statements, string members = "") =>
        Source(
            """
            using System.ClientModel;
            using OpenAI.Chat;
            using OpenAI.Responses;
            """,
            statements,
            members
        );

    /// <summary>Semantic Kernel.</summary>
    public static string SemanticKernel(string statements, string members = "") =>
        Source(
            """
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            """,
            statements,
            members
        );

    /// <summary>Microsoft.Extensions.AI and Agent Framework.</summary>
    public static string ExtensionsAI(string statements, string members = "") =>
        Source(
            """
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            """,
            statements,
            members
        );

    public static Task OpenAIAsync(string statements, string members = "") => VerifyAsync(OpenAI(statements, members));

    public static Task SemanticKernelAsync(string statements, string members = "") => VerifyAsync(SemanticKernel(statements, members));

    public static Task ExtensionsAIAsync(string statements, string members = "") => VerifyAsync(ExtensionsAI(statements, members));

    /// <summary>The findings of the rules in <paramref name="source"/> are exactly the marked ones.</summary>
    public static Task VerifyAsync(string source, ImmutableArray<MetadataReference> references = default) =>
        MarkedFindings.VerifyAsync(s_rules, source, references);

    /// <returns>The one finding of the rules in <paramref name="source"/>.</returns>
    public static async Task<Diagnostic> SingleAsync(string source) => Assert.Single(await MarkedFindings.FindAsync(s_rules, source));

    private static string Source(string usings, string statements, string members) =>
        $$"""
            using System.Text;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            {{usings}}

            public class Formats
            {
                public void Make(string schemaText, bool strict)
                {
            {{statements}}
                }

                private static void Use(object? value) => Console.WriteLine(value);

            {{members}}
            }

            public record Song(string Title, int Year);
            public enum Mood { Calm, Loud }
            public class Songs : List<Song>;
            """;
}
