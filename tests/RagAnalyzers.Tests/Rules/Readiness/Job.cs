using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Readiness;

/// <summary>
/// The frame that the tests of rules about fine-tuning jobs put their code in: a method of a class with an SDK's clients, or with none.
/// </summary>
internal static class Job
{
    /// <summary>The statements in a method of a class with the OpenAI clients.</summary>
    public static string OpenAI(string statements, string members = "", string parameters = "string folder") =>
        new TestFrame(
            "public sealed class Trainer(OpenAIFileClient files, FineTuningClient fineTuning)",
            $"public async Task RunAsync({parameters})"
        )
        {
            Usings = """
                using System.ClientModel;
                using System.Text.Json;
                using OpenAI.Files;
                using OpenAI.FineTuning;
                """,
        }.Around(statements, members);

    /// <summary>The statements in a method of a class with nothing but an HTTP client.</summary>
    public static string Http(string statements, string members = "", string parameters = "string id, string other") =>
        new TestFrame("public sealed class Trainer(HttpClient http)", $"public async Task RunAsync({parameters})")
        {
            Usings = """
                using System.Net.Http.Json;
                using System.Text;
                using System.Text.Json;
                using System.Text.Json.Nodes;
                using System.Text.Json.Serialization;
                """,
        }.Around(statements, members);

    /// <summary>The statements in a method of a class with Betalgo's client.</summary>
    public static string Betalgo(string statements) =>
        new TestFrame("public sealed class Trainer(IOpenAIService ai)", "public async Task RunAsync(string id, byte[] bytes)")
        {
            Usings = """
                using Betalgo.Ranul.OpenAI.Interfaces;
                using Betalgo.Ranul.OpenAI.ObjectModels;
                using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
                """,
        }.Around(statements);

    /// <summary>The statements in a method of a class with OpenAI-DotNet's endpoints.</summary>
    public static string OpenAIDotNet(string statements) =>
        new TestFrame(
            "public sealed class Trainer(FilesEndpoint files, FineTuningEndpoint fineTuning)",
            "public async Task RunAsync(string id)"
        )
        {
            Usings = """
                using OpenAI.Files;
                using OpenAI.FineTuning;
                """,
        }.Around(statements);

    /// <summary>The findings are the marked ones.</summary>
    public static Task Check<TAnalyzer>(string source, ImmutableArray<MetadataReference> references = default)
        where TAnalyzer : DiagnosticAnalyzer, new() => Verify.AnalyzerAsync<TAnalyzer>(source, references);
}
