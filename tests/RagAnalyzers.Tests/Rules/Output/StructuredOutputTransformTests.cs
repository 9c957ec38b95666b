using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// The transform of Semantic Kernel's orchestrations asks the model once more, under settings of its own, and parses what comes back: RAG2002 and
/// RAG2004 where these settings have no schema, and nothing about an orchestration that has a transform.
/// </summary>
public sealed class StructuredOutputTransformTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new AnswerParsedWithoutSchema(),
        new JsonModeWithoutSchema(),
        new JsonModeWithoutMention(),
        new RequestedFormatNotEnforced(),
        new AnswerParsedWithoutGuard(),
        new FormatIgnoredByConnector(),
        new LabelComparedAsText(),
        new AnswerMisread(),
    ];

    [Theory]
    [InlineData("new OpenAIPromptExecutionSettings()", "RAG2002")]
    [InlineData("new OpenAIPromptExecutionSettings { Temperature = 0 }", "RAG2002")]
    [InlineData("new PromptExecutionSettings()", "RAG2002")]
    [InlineData("new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }", "RAG2004")]
    [InlineData("new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Analysis) }")]
    [InlineData("shared")]
    public Task Settings(string settings, string? id = null) =>
        VerifyAsync(
            $$"""
            var transform = {{(
                id is null
                    ? "new StructuredOutputTransform<Analysis>"
                    : "new {|" + id + ":StructuredOutputTransform<Analysis>|}"
            )}}(service, {{settings}}) { Instructions = "Respond in JSON." };
            var all = new ConcurrentOrchestration<string, Analysis>(writer) { ResultTransform = transform.TransformAsync };
            var result = await all.InvokeAsync(question, runtime);
            var analysis = await result.GetValueAsync();
            Use(analysis.Themes.Count);
            """
        );

    /// <summary>It parses with no settings: enums as numbers, and names as they are.</summary>
    [Theory]
    [InlineData("Mood", "typeof(Mood)", true)]
    [InlineData("Analysis", "typeof(Analysis)", false)]
    [InlineData("Named", "typeof(Named)", false)]
    [InlineData("Converted", "typeof(Converted)", false)]
    [InlineData("Mood", "typeof(Analysis)", false)]
    [InlineData("Mood", "given", false)]
    public Task A_type_that_it_does_not_read(string type, string format, bool isMisread) =>
        VerifyAsync(
            $$"""
            var transform = new {{(
                isMisread ? "{|RAG2013:StructuredOutputTransform<" + type + ">|}" : "StructuredOutputTransform<" + type + ">"
            )}}(service, new OpenAIPromptExecutionSettings { ResponseFormat = {{format}} });
            var all = new ConcurrentOrchestration<string, {{type}}>(writer) { ResultTransform = transform.TransformAsync };
            Use(await (await all.InvokeAsync(question, runtime)).GetValueAsync());
            """
        );

    /// <summary>Without a transform the agents' own words are the result.</summary>
    [Fact]
    public Task No_transform() =>
        VerifyAsync(
            """
            var all = new SequentialOrchestration(teller);
            var result = await {|RAG2002:all.InvokeAsync|}(question, runtime);
            Use(JsonSerializer.Deserialize<Analysis>(await result.GetValueAsync()));
            """
        );

    /// <summary>An own transform makes of the agents' words what it likes.</summary>
    [Fact]
    public Task A_transform_of_the_code() =>
        VerifyAsync(
            """
            var all = new SequentialOrchestration<string, Analysis>(teller) { ResultTransform = (messages, token) => new(new Analysis([])) };
            var result = await all.InvokeAsync(question, runtime);
            Use(JsonSerializer.Deserialize<Analysis>(JsonSerializer.Serialize(await result.GetValueAsync())));
            """
        );

    [Fact]
    public Task A_look_alike() =>
        VerifyAsync("Use(new Own.StructuredOutputTransform<Analysis>(service, new OpenAIPromptExecutionSettings()));");

    private static Task VerifyAsync(string statements) =>
        MarkedFindings.VerifyAsync(
            s_rules,
            $$"""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;
            using Microsoft.SemanticKernel.Agents.Orchestration.Concurrent;
            using Microsoft.SemanticKernel.Agents.Orchestration.Sequential;
            using Microsoft.SemanticKernel.Agents.Orchestration.Transforms;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public record Analysis(List<string> Themes);

            public enum Tone { Calm, Angry }

            [JsonConverter(typeof(JsonStringEnumConverter<Voice>))]
            public enum Voice { Calm, Angry }

            public record Mood(Tone Tone);

            public record Converted(Voice Voice);

            public record Named([property: JsonPropertyName("themes")] List<string> Themes);

            public class Desk(Kernel kernel, IChatCompletionService service, OpenAIPromptExecutionSettings shared, object runtime, object given)
            {
                public async Task AskAsync(string question)
                {
                    var writer = new ChatCompletionAgent { Instructions = "Name the themes of the article.", Kernel = kernel };
                    var teller = new ChatCompletionAgent { Instructions = "Name the themes as JSON.", Kernel = kernel };
                    {{statements}}
                }

                public object Others => new object[] { shared, service, runtime, given };

                private static void Use(object? value) { }
            }

            namespace Own
            {
                public sealed class StructuredOutputTransform<T>(object service, object settings)
                {
                    public object All => new[] { service, settings };
                }
            }
            """,
            DocumentedSdks.References
        );
}
