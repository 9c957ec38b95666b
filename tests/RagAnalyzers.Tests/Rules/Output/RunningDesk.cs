using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Tests.CodeFixes.Schemas;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Runs a program of <see cref="MisreadAnswers"/> with the real libraries against a service that answers exactly what the schema in the
/// request prescribes.
/// </summary>
internal static class RunningDesk
{
    private const string Starter = """
        public static class Starter
        {
            public static Task<object?> StartAsync(HttpClient http)
            {
                var client = new OpenAI.Chat.ChatClient("gpt-5", new System.ClientModel.ApiKeyCredential("key"), new OpenAI.OpenAIClientOptions { Transport = new System.ClientModel.Primitives.HttpClientPipelineTransport(http) });
                var chat = client.AsIChatClient();
                return new Desk(chat, chat.AsAIAgent(), client, new OpenAIChatCompletionService("gpt-5", "key", httpClient: http)).AskAsync("?");
            }
        }
        """;

    private static readonly ImmutableDictionary<string, string> s_libraries = ReferenceSets
        .Latest.Select(reference => reference.Display!)
        .GroupBy(Path.GetFileNameWithoutExtension)
        .ToImmutableDictionary(group => group.Key!, group => group.First());

    private static readonly AssemblyLoadContext s_context = Context();

    /// <summary>Whether the parse throws, or leaves something of what it returns empty.</summary>
    public static async Task<bool> MisreadsAsync(string source)
    {
        using var http = new HttpClient(new ObedientService());
        var task = (Task<object?>)StartIn(source).Invoke(null, [http])!;
        try
        {
            var read = await task;
            return IsEmpty(
                System.Text.Json.JsonSerializer.SerializeToNode(read, read!.GetType(), new JsonSerializerOptions { IncludeFields = false })
            );
        }
        catch (Exception exception) when (exception is JsonException || exception.GetType().Namespace == "Newtonsoft.Json")
        {
            return true;
        }
    }

    private static MethodInfo StartIn(string source)
    {
        TestFileMarkupParser.GetSpans(
            source,
            treatPositionIndicatorsAsCode: true,
            out var code,
            out ImmutableDictionary<string, ImmutableArray<TextSpan>> _
        );
        var compilation = AnalyzerRun
            .Compile([code, MisreadAnswers.Usings + Starter], ReferenceSets.Latest)
            .WithAssemblyName("Desk" + Guid.NewGuid().ToString("N"));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return s_context.LoadFromStream(image).GetType("Starter", throwOnError: true)!.GetMethod("StartAsync")!;
    }

    private static AssemblyLoadContext Context()
    {
        var context = new AssemblyLoadContext("Desk");
        // The framework's own assemblies are those of the tests.
        context.Resolving += (loading, name) =>
            s_libraries.TryGetValue(name.Name!, out var path) && !path.Contains("/ref/", StringComparison.Ordinal)
                ? loading.LoadFromAssemblyPath(path)
                : null;
        return context;
    }

    /// <summary>A value that no answer of <see cref="SampleAnswer"/> has stands somewhere.</summary>
    private static bool IsEmpty(JsonNode? node) =>
        node switch
        {
            null => true,
            JsonObject members => members.Any(member => IsEmpty(member.Value)),
            JsonArray items => items.Any(IsEmpty),
            JsonValue value => value.ToString() == "",
            _ => false,
        };

    /// <summary>The chat completions of a service that keeps to the schema.</summary>
    private sealed class ObedientService : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement;
            var schema = body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema");
            var completion = new JsonObject
            {
                ["id"] = "1",
                ["object"] = "chat.completion",
                ["created"] = 1,
                ["model"] = "gpt-5",
                ["choices"] = new JsonArray(
                    new JsonObject
                    {
                        ["index"] = 0,
                        ["finish_reason"] = "stop",
                        ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = SampleAnswer.Of(schema).ToJsonString() },
                    }
                ),
            };
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(completion.ToJsonString(), Encoding.UTF8, "application/json"),
            };
        }
    }
}
