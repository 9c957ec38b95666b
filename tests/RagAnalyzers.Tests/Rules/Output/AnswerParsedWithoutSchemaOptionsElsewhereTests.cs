namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Options that are made elsewhere: in a default, a factory, a builder, a constructor parameter or a property that only this compilation
/// sets. What is set out of sight stays unknown.
/// </summary>
public sealed class AnswerParsedWithoutSchemaOptionsElsewhereTests
{
    private const string Schema = "ChatResponseFormat.ForJsonSchema<Answer>()";

    private static Task VerifyAsync(bool isFound, string options, string members, string types = "", string parameters = "") =>
        Programs.VerifyAsync(
            $$"""
            internal sealed class Desk(IChatClient chat{{parameters}})
            {
                {{members}}

                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {{(
                isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}(question, {{options}});
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            {{types}}
            """
        );

    [Theory]
    [InlineData("public ChatOptions Options { get; set; } = new() { Temperature = 0 };", "")]
    [InlineData("internal ChatOptions Options = new() { Temperature = 0 };", "")]
    [InlineData(
        "public ChatOptions? Options { get; set; }",
        "internal static class Desks { public static Desk Make(IChatClient chat) => new(chat) { Options = new ChatOptions { Temperature = 1 } }; }"
    )]
    [InlineData(
        "public ChatOptions? Options { get; set; }",
        "internal static class Desks { public static Desk Make(IChatClient chat) { var desk = new Desk(chat); desk.Options = new ChatOptions { Temperature = 1 }; return desk; } }"
    )]
    [InlineData(
        "public ChatOptions Options { get; set; } = new();",
        "internal static class Desks { public static void Cool(Desk desk) => desk.Options.Temperature = 0; }"
    )]
    // Another member is made with them: what a library's object is made with is left as it is.
    [InlineData(
        "private static readonly ChatOptions Options = new() { Temperature = 0 }; private readonly AIAgent _agent = chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = Options });",
        ""
    )]
    public Task A_member_that_only_this_compilation_writes(string member, string types) => VerifyAsync(true, "Options", member, types);

    /// <summary>Another class reaches for the object, or hands it on, through a property that shows it.</summary>
    [Theory]
    [InlineData(true, "public ChatOptions Shown => _options;", "desk.Shown.Temperature = 0;")]
    [InlineData(true, "public ChatOptions Shown => _options;", "Read(desk.Shown);")]
    [InlineData(true, "public ChatOptions Shown => new();", "Shape(desk.Shown);")]
    [InlineData(true, "private ChatOptions Hidden => _options; public ChatOptions Shown => new();", "Shape(desk.Shown);")]
    [InlineData(false, "public ChatOptions Shown => _options;", "desk.Shown.ResponseFormat = " + Schema + ";")]
    [InlineData(false, "public ChatOptions Shown { get { return this._options; } }", "desk.Shown.ResponseFormat = " + Schema + ";")]
    [InlineData(false, "public ChatOptions Shown { get => _options; }", "var shown = desk.Shown; shown.ResponseFormat = " + Schema + ";")]
    [InlineData(false, "public ChatOptions Shown => _options;", "Shape(desk.Shown);")]
    [InlineData(false, "public ChatOptions Shown => _options;", "Desks.Shape(options: desk.Shown);")]
    [InlineData(false, "public ChatOptions Shown => _options;", "desk.Shown.Shaped();")]
    public Task An_object_that_a_property_shows(bool isFound, string property, string statement) =>
        VerifyAsync(
            isFound,
            "_options",
            "private readonly ChatOptions _options = new() { Temperature = 1 }; " + property,
            Setting(statement)
        );

    /// <summary>Extensions that return what they are called on, one after the other.</summary>
    [Theory]
    [InlineData(true, "_options.Cooled().Cooled();")]
    [InlineData(false, "_options.Cooled().Shaped();")]
    [InlineData(false, "_options.Cooled().Cooled().ResponseFormat = " + Schema + ";")]
    public Task A_chain(bool isFound, string statement) =>
        VerifyAsync(
            isFound,
            "_options",
            "private readonly ChatOptions _options = new() { Temperature = 1 }; public void Set() => " + statement,
            Setting("")
        );

    [Theory]
    [InlineData(true, "Read(Desk.Shared);")]
    [InlineData(false, "Shape(Desk.Shared);")]
    [InlineData(false, "Desk.Shared.Shaped();")]
    public Task An_object_that_all_share(bool isFound, string statement) =>
        VerifyAsync(isFound, "Shared", "public static ChatOptions Shared { get; } = new() { Temperature = 1 };", Setting(statement));

    private static string Setting(string statement) =>
        $$"""
            internal static class Desks
            {
                public static void Set(Desk desk) { {{statement}} }
                public static float? Read(ChatOptions options) => options.Temperature;
                public static void Shape(ChatOptions options) => options.ResponseFormat = {{Schema}};
                public static ChatOptions Cooled(this ChatOptions options) { options.Temperature = 0; return options; }
                public static ChatOptions Shaped(this ChatOptions options) { options.ResponseFormat = {{Schema}}; return options; }
            }
            """;

    [Theory]
    [InlineData("private readonly Holder _holder = new Holder { Options = Options };")]
    [InlineData("private readonly object _holder = Holder.Of(new ChatClientAgentOptions { ChatOptions = Options });")]
    [InlineData(
        "private readonly ChatClientAgentOptions _agent = new() { ChatOptions = Options }; public void Set() => _agent.ChatOptions!.ResponseFormat = "
            + Schema
            + ";"
    )]
    public Task A_member_that_another_holds(string holder) =>
        VerifyAsync(
            false,
            "Options",
            "private static readonly ChatOptions Options = new() { Temperature = 0 }; " + holder,
            "internal sealed class Holder { private ChatOptions? _options; public ChatOptions? Options { get => _options; set { _options = value; value!.ResponseFormat = "
                + Schema
                + "; } } public static object Of(ChatClientAgentOptions agent) { agent.ChatOptions!.ResponseFormat = "
                + Schema
                + "; return agent; } }"
        );

    [Theory]
    [InlineData("public ChatOptions Options { get; set; } = new() { ResponseFormat = " + Schema + " };", "")]
    [InlineData(
        "public ChatOptions Options { get; set; } = new();",
        "internal static class Desks { public static void Shape(Desk desk) => desk.Options.ResponseFormat = " + Schema + "; }"
    )]
    [InlineData(
        "public ChatOptions Options { get; set; } = new();",
        "internal static class Desks { public static void Set(Desk desk, ChatOptions options) => desk.Options = options; }"
    )]
    [InlineData(
        "public ChatOptions Options { get; set; } = new();",
        "internal static class Desks { public static Desk Make(IChatClient chat, ChatOptions options) => new(chat) { Options = options }; }"
    )]
    [InlineData(
        "public ChatOptions Options { get; set; } = new();",
        "internal static class Desks { public static void Set(Desk desk, ChatOptions options) => (desk.Options, _) = (options, 0); }"
    )]
    [InlineData("[System.ComponentModel.Description(\"bound\")] public ChatOptions Options { get; set; } = new();", "")]
    [InlineData("public ChatOptions? Options { get; set; }", "")]
    [InlineData(
        "public ChatOptions Options { get; set; } = new();\npublic void Configure(Action<ChatOptions> configure) => configure(Options);",
        ""
    )]
    public Task A_member_that_may_hold_a_format(string member, string types) => VerifyAsync(false, "Options", member, types);

    [Theory]
    [InlineData("public")]
    [InlineData("protected internal")]
    public Task A_member_that_other_assemblies_may_write(string access) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                {{access}} ChatOptions Options { get; set; } = new() { Temperature = 0 };

                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question, Options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Theory]
    [InlineData(true, "new ChatOptions { Temperature = 0 }")]
    [InlineData(true, "null")]
    [InlineData(false, "Desks.Unseen")]
    [InlineData(false, "new ChatOptions { ResponseFormat = " + Schema + " }")]
    public Task A_constructor_parameter(bool isFound, string passed) =>
        VerifyAsync(
            isFound,
            "_options",
            "private readonly ChatOptions _options = options ?? new ChatOptions();",
            "internal static class Desks { public static ChatOptions? Unseen; public static Desk Make(IChatClient chat) => new(chat, "
                + passed
                + "); }",
            ", ChatOptions? options = null"
        );

    [Fact]
    public Task A_constructor_parameter_that_a_container_gives() =>
        VerifyAsync(
            false,
            "_options",
            "private readonly ChatOptions _options = options;",
            "internal static class Desks { public static void Add(Services services) => services.Add<Desk>(); }\npublic abstract class Services { public abstract void Add<T>(); }",
            ", ChatOptions options"
        );

    [Theory]
    [InlineData(true, "new Builder().Cool(0).Cut(10).Build()")]
    [InlineData(false, "new Shaping().Cool(0).Shape().Build()")]
    [InlineData(true, "new ChatOptions().Cooled().Cut(10)")]
    [InlineData(false, "new ChatOptions().Cooled().Shaped()")]
    [InlineData(true, "Factory.Create(0.2f)")]
    [InlineData(false, "Factory.CreateShaped()")]
    [InlineData(false, "new Own().Shaped()")]
    [InlineData(true, "new Own().Cooled()")]
    [InlineData(false, "new Own().Delegated()")]
    public Task A_factory_or_a_builder(bool isFound, string options) =>
        VerifyAsync(
            isFound,
            options,
            "",
            """
            internal sealed class Builder
            {
                private readonly ChatOptions _options = new();
                public Builder Cool(float temperature) { _options.Temperature = temperature; return this; }
                public Builder Cut(int tokens) { _options.MaxOutputTokens = tokens; return this; }
                public ChatOptions Build() => _options;
            }

            internal sealed class Shaping
            {
                private readonly ChatOptions _options = new();
                public Shaping Cool(float temperature) { _options.Temperature = temperature; return this; }
                public Shaping Shape() { _options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); return this; }
                public ChatOptions Build() => _options;
            }

            internal static class Extensions
            {
                public static ChatOptions Cut(this ChatOptions options, int tokens) { options.MaxOutputTokens = tokens; return options; }
                public static ChatOptions Cooled(this ChatOptions options) { options.Temperature = 0; return options; }
                public static ChatOptions Shaped(this ChatOptions options) { options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); return options; }
            }

            internal static class Factory
            {
                public static ChatOptions Create(float temperature) { var options = new ChatOptions(); options.Temperature = temperature; return options; }
                public static ChatOptions CreateShaped() { var options = new ChatOptions(); options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); return options; }
            }

            internal sealed class Own : ChatOptions
            {
                public Own Cooled() { Temperature = 0; return this; }
                public Own Shaped() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); return this; }
                public Own Delegated() { Shape(); return this; }
                private void Shape() => ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
            }
            """
        );

    [Theory]
    [InlineData(true, "options.AdditionalProperties = new() { [\"user\"] = question, [\"trace\"] = Guid.NewGuid() };")]
    [InlineData(true, "options.AdditionalProperties = new() { { \"user\", question } };")]
    [InlineData(true, "(options.AdditionalProperties ??= []).Add(\"user\", question);")]
    [InlineData(true, "options.AdditionalProperties = new(); options.AdditionalProperties[\"user\"] = question;")]
    [InlineData(true, "options.AdditionalProperties = new(new Dictionary<string, object?> { [\"user\"] = question });")]
    [InlineData(false, "options.AdditionalProperties = new() { [\"response_format\"] = question };")]
    [InlineData(false, "options.AdditionalProperties = new() { { \"format\", question } };")]
    [InlineData(false, "(options.AdditionalProperties ??= []).Add(\"guided_json\", question);")]
    [InlineData(false, "options.AdditionalProperties = new() { [\"user\"] = 1 }; options.AdditionalProperties[\"grammar\"] = question;")]
    [InlineData(false, "options.AdditionalProperties = new() { [\"user\"] = 1 }; options.AdditionalProperties[question] = question;")]
    [InlineData(false, "options.AdditionalProperties = new() { [\"user\"] = 1 }; Fill(options.AdditionalProperties);")]
    [InlineData(false, "var all = new AdditionalPropertiesDictionary(); Fill(all); options.AdditionalProperties = all;")]
    public Task Additional_properties_by_their_keys(bool isFound, string statement) =>
        Programs.VerifyAsync(
            $$"""
            internal sealed class Desk(IChatClient chat, Action<AdditionalPropertiesDictionary> fill)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var options = new ChatOptions();
                    {{statement}}
                    var response = await {{(isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}(question, options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                private void Fill(AdditionalPropertiesDictionary all) => fill(all);
            }
            """
        );

    [Theory]
    [InlineData(true, "options.SetNewMaxCompletionTokensPropertyEnabled();")]
    [InlineData(true, "options.AddDataSource(source);")]
    [InlineData(true, "Azure.AI.OpenAI.Chat.AzureChatExtensions.AddDataSource(options, source);")]
    [InlineData(false, "options.AddDataSources();")]
    public Task Extensions_that_leave_the_format_alone(bool isFound, string statement) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            #pragma warning disable AOAI001
            using System.Text.Json;
            using Azure.AI.OpenAI.Chat;
            using OpenAI.Chat;

            public sealed record Answer(string Text);

            public sealed class Desk(ChatClient chat, AzureSearchChatDataSource source)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    ChatCompletion completion = await {{(
                isFound ? "{|RAG2002:chat.CompleteChatAsync|}" : "chat.CompleteChatAsync"
            )}}([new UserChatMessage(question)], Options());
                    return JsonSerializer.Deserialize<Answer>(completion.Content[0].Text);
                }

                private ChatCompletionOptions Options()
                {
                    var options = new ChatCompletionOptions { Temperature = 0 };
                    {{statement}}
                    return options;
                }
            }

            public static class Extensions
            {
                public static void AddDataSources(this ChatCompletionOptions options) => options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"));
            }
            """
        );

    /// <summary>A function that is called with the options sets what whoever passes it says.</summary>
    [Theory]
    [InlineData(true, "Options(configure: null)")]
    [InlineData(true, "Options(o => o.Temperature = 0)")]
    [InlineData(true, "Options(o => { o.MaxOutputTokens = 100; o.Seed = 1; })")]
    [InlineData(true, "Options(Cool)")]
    [InlineData(true, "Options()")]
    [InlineData(true, "Cooled(0.5f)")]
    [InlineData(false, "Options(o => o.ResponseFormat = " + Schema + ")")]
    [InlineData(false, "Options(Shape)")]
    [InlineData(false, "Options(Shapes.Of)")]
    [InlineData(false, "Options(format: " + Schema + ")")]
    [InlineData(false, "Options(hot ? o => o.Temperature = 1 : Shape)")]
    [InlineData(false, "Options(Configure)")]
    [InlineData(false, "Options(Configured)")]
    [InlineData(false, "Options(o => Configure(o))")]
    [InlineData(false, "Options(o => { var same = o; same.ResponseFormat = " + Schema + "; })")]
    public Task Options_that_a_function_sets(bool isFound, string options) =>
        VerifyAsync(
            isFound,
            options,
            $$"""
            private bool hot = DateTime.Now.Hour > 12;
            public event Action<ChatOptions>? Configured;
            public Action<ChatOptions> Configure { get; set; } = static _ => { };

            private static ChatOptions Options(Action<ChatOptions>? configure = null)
            {
                var options = new ChatOptions();
                configure?.Invoke(options);
                return options;
            }

            private static ChatOptions Options(ChatResponseFormat format) => Options(o => o.ResponseFormat = format);

            private static ChatOptions Cooled(float temperature)
            {
                var options = new ChatOptions();
                Action<ChatOptions> cool = o => o.Temperature = temperature;
                cool(options);
                return options;
            }

            private static void Cool(ChatOptions options) => options.Temperature = 0;
            private static void Shape(ChatOptions options) => options.ResponseFormat = {{Schema}};
            """,
            $$"""
            public static class Shapes
            {
                public static Action<ChatOptions> Of => o => o.ResponseFormat = {{Schema}};
            }
            """
        );
}
