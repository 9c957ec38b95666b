using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Options that are not made here may carry a format: unknown is never a warning.</summary>
public sealed class AnswerParsedWithoutSchemaUnknownOptionsTests
{
    [Theory]
    [InlineData("public static async Task AskAsync(IChatClient chat, string question, ChatOptions options)")]
    [InlineData("public static async Task AskAsync(IChatClient chat, string question, ChatOptions? options = null)")]
    [InlineData("protected static async Task AskAsync(IChatClient chat, string question, ChatOptions options)")]
    public Task Parameter(string method) =>
        Desk.ExtensionsAIAsync(
            "",
            method
                + """
                {
                    var response = await chat.GetResponseAsync(question, options);
                    Use(JsonDocument.Parse(response.Text));
                }
                """
        );

    [Theory]
    [InlineData("public ChatOptions? Options;")]
    [InlineData("public ChatOptions? Options { get; set; }")]
    [InlineData("public ChatOptions Options { get; init; } = new();")]
    [InlineData(
        "protected ChatOptions Options { get; } = new();\npublic void Configure(ChatResponseFormat format) => Options.ResponseFormat = format;"
    )]
    [InlineData("internal virtual ChatOptions Options => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };")]
    [InlineData("public static ChatOptions Options { get; set; } = new();")]
    [InlineData("private readonly ChatOptions Options = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };")]
    [InlineData("private ChatOptions Options => field ??= new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };")]
    public Task Field_or_property(string member)
    {
        Language.IsCSharp13(when: member.Contains("=> field"));
        return Desk.ExtensionsAIAsync(
            """
            var response = await chat.GetResponseAsync(question, Options);
            Use(JsonDocument.Parse(response.Text));
            """,
            member
        );
    }

    [Theory]
    [InlineData("JsonSerializer.Deserialize<ChatOptions>(question)!")]
    [InlineData("chat.GetRequiredService<ChatOptions>()")]
    [InlineData("(ChatOptions)AppDomain.CurrentDomain.GetData(\"options\")!")]
    [InlineData("new Lazy<ChatOptions>(() => new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }).Value")]
    [InlineData("Activator.CreateInstance<ChatOptions>()")]
    [InlineData("Make()")]
    [InlineData("Make() ?? new ChatOptions()")]
    [InlineData("new Dictionary<string, ChatOptions> { [\"a\"] = new(), [\"b\"] = Make() }[question]")]
    public Task Call(string options) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var response = await chat.GetResponseAsync(question, {{options}});
            Use(JsonDocument.Parse(response.Text));
            """,
            "private static ChatOptions Make() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };"
        );

    [Theory]
    [InlineData("Configure(options);")]
    [InlineData(
        "Configured.Add(options);",
        "public static void Configure(ChatOptions options) { }\npublic static Registry Configured { get; } = new();\npublic class Registry { public void Add(ChatOptions options) => options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); }"
    )]
    [InlineData("var same = options; same.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();")]
    [InlineData("var holder = new { options }; holder.options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();")]
    [InlineData("Newtonsoft.Json.JsonConvert.PopulateObject(question, options);")]
    [InlineData("Current = options; Current.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();")]
    [InlineData("configure(options);")]
    [InlineData("configure.Invoke(options);")]
    [InlineData("typeof(ChatOptions).GetProperty(\"ResponseFormat\")!.SetValue(options, ChatResponseFormat.ForJsonSchema<Answer>());")]
    [InlineData("ref var format = ref options; format = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };")]
    [InlineData("Swap(ref options);")]
    public Task Options_made_here_that_are_handed_on(
        string statement,
        string members =
            "public static void Configure(ChatOptions options) => options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();"
    )
    {
        Language.IsCSharp13(when: statement.Contains("ref var"));
        return Desk.ExtensionsAIAsync(
            $$"""
            var options = new ChatOptions();
            Action<ChatOptions> configure = Configure;
            {{statement}}
            var response = await chat.GetResponseAsync(question, options);
            Use(JsonDocument.Parse(response.Text));
            """,
            $$"""
            {{members}}
            public ChatOptions? Current { get; set; }
            private static void Swap(ref ChatOptions options) => options = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };
            """
        );
    }

    [Fact]
    public Task Settings_of_an_own_type_that_sets_the_format() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public record Answer(string Text);

            public class AnswerOptions : ChatOptions
            {
                public AnswerOptions() => ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Answer>();
            }

            public class AnswerSettings : OpenAIPromptExecutionSettings
            {
                public AnswerSettings(double temperature)
                {
                    Temperature = temperature;
                    ResponseFormat = typeof(Answer);
                }

                public void Configure() => ResponseFormat = typeof(Answer);
            }

            public class PlainSettings : OpenAIPromptExecutionSettings
            {
                public PlainSettings Configured()
                {
                    ResponseFormat = typeof(Answer);
                    return this;
                }

                public void Configure() => ResponseFormat = typeof(Answer);
            }

            public class Desk(IChatClient client, IChatCompletionService chat)
            {
                public async Task<Answer?[]> AskAsync(string question)
                {
                    var response = await client.GetResponseAsync(question, new AnswerOptions());
                    var content = await chat.GetChatMessageContentAsync(question, new AnswerSettings(0));
                    var configured = new PlainSettings();
                    configured.Configure();
                    var other = await chat.GetChatMessageContentAsync(question, configured);
                    var third = await chat.GetChatMessageContentAsync(question, new PlainSettings().Configured());
                    return
                    [
                        JsonSerializer.Deserialize<Answer>(response.Text),
                        JsonSerializer.Deserialize<Answer>(content.Content!),
                        JsonSerializer.Deserialize<Answer>(other.Content!),
                        JsonSerializer.Deserialize<Answer>(third.Content!),
                    ];
                }
            }
            """
        );

    [Fact]
    public Task Settings_of_a_connector_without_a_response_format() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;

            public record Answer(string Text);

            public class OtherConnectorSettings : PromptExecutionSettings
            {
                public float Temperature { get; set; }
            }

            public class Desk(IChatCompletionService chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var content = await chat.GetChatMessageContentAsync(question, new OtherConnectorSettings { Temperature = 0 });
                    return JsonSerializer.Deserialize<Answer>(content.Content!);
                }
            }
            """
        );
}
