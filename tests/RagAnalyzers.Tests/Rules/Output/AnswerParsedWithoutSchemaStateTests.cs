namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Options that live in fields and properties: known where every write can be seen.</summary>
public sealed class AnswerParsedWithoutSchemaStateTests
{
    /// <summary>A class that asks with options it has, and parses.</summary>
    private static string Desk(string options, string members, bool isFound, string more = "") =>
        $$"""
            public partial class Desk
            {
                private readonly IChatClient _chat = null!;

                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {{(
                isFound ? "{|RAG2002:_chat.GetResponseAsync|}" : "_chat.GetResponseAsync"
            )}}(question, {{options}});
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                {{members}}
            }

            {{more}}
            """;

    private static async Task VerifyTwinsAsync(string options, string members, string more = "")
    {
        await Programs.VerifyTwinsAsync(Desk(options, members, isFound: true, more));
    }

    [Theory]
    [InlineData("_options", "private readonly ChatOptions _options = OPTIONS;")]
    [InlineData("_options", "private ChatOptions _options = OPTIONS;")]
    [InlineData("this._options", "private readonly ChatOptions? _options; public Desk() { _options = OPTIONS; }")]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options; public Desk() => _options = Create(); private static ChatOptions Create() => OPTIONS;"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options; public Desk() { var options = OPTIONS; options.TopP = 1; _options = options; }"
    )]
    [InlineData("_options", "private static readonly ChatOptions _options = OPTIONS;")]
    [InlineData("_options", "private static readonly ChatOptions _options; static Desk() { _options = OPTIONS; }")]
    [InlineData("Options", "private ChatOptions Options { get; } = OPTIONS;")]
    [InlineData("Options", "public ChatOptions Options { get; } = OPTIONS;")]
    [InlineData("Options", "public ChatOptions Options { get; private set; } = OPTIONS;")]
    [InlineData("Options", "private ChatOptions Options => OPTIONS;")]
    [InlineData(
        "Options",
        "private static ChatOptions Options { get { var options = OPTIONS; options.MaxOutputTokens = 5; return options; } }"
    )]
    [InlineData("_options?.Clone()", "private readonly ChatOptions? _options = OPTIONS;")]
    [InlineData("_options ??= OPTIONS", "private ChatOptions? _options;")]
    [InlineData("Options", "private ChatOptions? _options; private ChatOptions Options => _options ??= OPTIONS;")]
    [InlineData("Options()", "private static ChatOptions Options() => OPTIONS;")]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = OPTIONS; public Task<ChatResponse> SendAsync(string text) => CoreAsync(text, _options); private Task<ChatResponse> CoreAsync(string text, ChatOptions options) => _chat.GetResponseAsync(text, options);"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = OPTIONS; public Desk() => Warm(_options); private static void Warm(ChatOptions options) => options.Temperature = 1;"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = OPTIONS; public Desk() => Warm(_options, 3); private static ChatOptions Warm(ChatOptions options, int n) { options.Temperature = n; return n == 0 ? options : Warm(options, n - 1); }"
    )]
    [InlineData("Settings.Default", "", "internal static class Settings { public static readonly ChatOptions Default = OPTIONS; }")]
    [InlineData("Settings.Default", "", "public static class Settings { public static ChatOptions Default { get; } = OPTIONS; }")]
    [InlineData(
        "Settings.Default",
        "",
        "public static class Settings { public static ChatOptions Default { get; } = OPTIONS; } public static class Reader { public static object? Read() => Settings.Default.ResponseFormat; }"
    )]
    [InlineData("Settings.Default", "", "public static class Settings { public static ChatOptions Default => OPTIONS; }")]
    [InlineData(
        "Settings.For(question)",
        "",
        "public static class Settings { public static ChatOptions For(string question) => question.Length > 5 ? new ChatOptions() : OPTIONS; }"
    )]
    [InlineData("new Settings().Options", "", "public class Settings { public ChatOptions Options { get; } = OPTIONS; }")]
    [InlineData(
        "_settings.Options",
        "private readonly Settings _settings = new(OPTIONS);",
        "public record Settings(ChatOptions Options, string Model = \"\");"
    )]
    [InlineData(
        "(_settings with { Model = question }).Options",
        "private readonly Settings _settings = new(OPTIONS);",
        "public record Settings(ChatOptions Options, string Model = \"\");"
    )]
    [InlineData(
        "(_settings with { Options = OPTIONS }).Options",
        "private readonly Settings _settings = new(new ChatOptions());",
        "public record Settings(ChatOptions Options, string Model = \"\");"
    )]
    [InlineData(
        "(Settings.Default with { Model = question }).Options",
        "",
        "public record Settings(ChatOptions Options, string Model = \"\") { public static readonly Settings Default = new(OPTIONS); }"
    )]
    public Task Options_made_elsewhere(string options, string members, string more = "") => VerifyTwinsAsync(options, members, more);

    [Theory]
    [InlineData("_options", "private readonly ChatOptions _options; public Desk(ChatOptions options) => _options = options;")]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options; public Desk(ChatOptions? options = null) => _options = options ?? new();"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options; public Desk() { _options = new(); _options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); }"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = new(); public void Format() => _options.ResponseFormat = ChatResponseFormat.Json;"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = new(); public Desk() => Format(_options); private static void Format(ChatOptions options) => options.ResponseFormat = ChatResponseFormat.Json;"
    )]
    [InlineData(
        "_options",
        "private ChatOptions _options = new(); public void Format() => _options = new() { ResponseFormat = ChatResponseFormat.Json };"
    )]
    [InlineData("_options", "private ChatOptions _options = new(); public void Use(ChatOptions options) => _options = options;")]
    [InlineData(
        "_options",
        "protected readonly ChatOptions _options = new();",
        "public class Derived : Desk { public Derived() => _options.ResponseFormat = ChatResponseFormat.Json; }"
    )]
    [InlineData("Options", "public ChatOptions Options { get; set; } = new();")]
    [InlineData("Options", "public ChatOptions Options { get; init; } = new();")]
    [InlineData(
        "Options",
        "internal ChatOptions Options { get; } = new();",
        "public static class Setup { public static Desk Create() { var desk = new Desk(); desk.Options.ResponseFormat = ChatResponseFormat.Json; return desk; } }"
    )]
    [InlineData(
        "Options",
        "protected virtual ChatOptions Options => new();",
        "public class Derived : Desk { protected override ChatOptions Options => new() { ResponseFormat = ChatResponseFormat.Json }; }"
    )]
    [InlineData("Settings.Default", "", "public static class Settings { public static ChatOptions Default { get; set; } = new(); }")]
    [InlineData("Settings.Default", "", "public static class Settings { public static ChatOptions Default = new(); }")]
    [InlineData(
        "Settings.Default",
        "",
        "public static class Settings { public static readonly ChatOptions Default = new(); } public static class Setup { public static void Run() => Settings.Default.ResponseFormat = ChatResponseFormat.Json; }"
    )]
    [InlineData(
        "Settings.Default",
        "",
        "public static class Settings { public static readonly ChatOptions Default = new(); } public static class Setup { public static void Run() { var options = Settings.Default; options.ResponseFormat = ChatResponseFormat.Json; } }"
    )]
    [InlineData(
        "Options",
        "internal ChatOptions Options { get; } = new();",
        "public static class Setup { public static Desk Create() => new Desk { Options = { ResponseFormat = ChatResponseFormat.Json } }; }"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = new(); public Desk() { Outer(_options); } private static void Outer(ChatOptions options) { Inner(options, true); } private static void Inner(ChatOptions given, bool json) { if (json) given.ResponseFormat = ChatResponseFormat.Json; }"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = new(); public Desk(Action<ChatOptions> configure) => configure(_options);"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = new(); public Desk() { var same = Same(_options); same.ResponseFormat = ChatResponseFormat.Json; } private static ChatOptions Same(ChatOptions options) => options;"
    )]
    [InlineData(
        "_options",
        "private readonly ChatOptions _options = new(); private ChatOptions? _other; public Desk() => Keep(_options); private void Keep(ChatOptions options) => _other = options; public void Format() => _other!.ResponseFormat = ChatResponseFormat.Json;"
    )]
    [InlineData(
        "_settings.Value.Options",
        "private readonly Microsoft.Extensions.Options.IOptions<Settings> _settings; public Desk(Microsoft.Extensions.Options.IOptions<Settings> settings) => _settings = settings;",
        "public class Settings { public ChatOptions Options { get; set; } = new(); }"
    )]
    [InlineData(
        "_settings.Options",
        "private readonly Settings _settings; public Desk(Microsoft.Extensions.Options.IOptionsMonitor<Settings> settings) => _settings = settings.CurrentValue;",
        "public class Settings { public ChatOptions Options { get; set; } = new(); }"
    )]
    [InlineData(
        "_settings.Options",
        "private readonly Settings _settings; public Desk(Settings settings) => _settings = settings;",
        "public record Settings(ChatOptions Options);"
    )]
    [InlineData(
        "_all[question]",
        "private readonly Dictionary<string, ChatOptions> _all; public Desk(Dictionary<string, ChatOptions> all) => _all = all;"
    )]
    public Task Options_that_may_have_a_format(string options, string members, string more = "") =>
        Programs.VerifyAsync(Desk(options, members, isFound: false, more));

    [Theory]
    [InlineData("public void Use(ChatOptions options) => _options = options;", false)]
    [InlineData("public ChatOptions Use { set => _options = value; }", false)]
    [InlineData(
        "private void Use(ChatOptions options) => _options = options; public void Setup() => Use(new ChatOptions { Temperature = 0 });",
        true
    )]
    [InlineData(
        "private void Use(ChatOptions options) => _options = options; public void Setup() => Use(new ChatOptions { ResponseFormat = ChatResponseFormat.Json });",
        false
    )]
    public Task Field_that_another_method_is_given_is_not_what_the_reading_method_is_given(string members, bool isFound) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                private ChatOptions _options = new();

                public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await {{(
                isFound ? "{|RAG2002:SendAsync|}" : "SendAsync"
            )}}(question));

                private async Task<string> SendAsync(string question) => (await chat.GetResponseAsync(question, _options)).Text;

                {{members}}
            }
            """
        );

    [Theory]
    [InlineData("new Settings(OPTIONS)", true)]
    [InlineData("new Settings(OPTIONS, \"model\")", true)]
    [InlineData("new Settings(\"model\")", false)]
    public Task Settings_object_with_several_constructors(string settings, bool isKnown)
    {
        var source = $$"""
            public class Desk(IChatClient chat)
            {
                private readonly Settings _settings = {{settings}};

                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {{(
                isKnown ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}(question, _settings.Options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            public class Settings
            {
                private readonly ChatOptions _options;

                public Settings(ChatOptions options) => _options = options;

                public Settings(ChatOptions options, string model)
                {
                    _options = options;
                    _options.ModelId = model;
                }

                public Settings(string model)
                    : this(new ChatOptions { ModelId = model, ResponseFormat = ChatResponseFormat.Json })
                {
                }

                public ChatOptions Options => _options;
            }
            """;
        return isKnown ? Programs.VerifyTwinsAsync(source) : Programs.VerifyAsync(source);
    }

    [Fact]
    public Task Every_write_counts() =>
        Programs.VerifyAsync(
            Desk(
                "_options",
                "private ChatOptions _options = new(); public void Cool() => _options = new() { Temperature = 0 }; public void Warm() => _options.Temperature = 1;",
                isFound: true
            )
        );

    [Fact]
    public Task Primary_constructor_parameter_is_unknown() =>
        Programs.VerifyAsync(
            """
            public class Desk(IChatClient chat, ChatOptions options)
            {
                private readonly ChatOptions _kept = options;

                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question, options)).Text);

                public async Task<Answer?> AgainAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question, _kept)).Text);
            }
            """
        );

    [Fact]
    public Task Client_that_adds_options_of_its_own_is_not_seen_through() =>
        Programs.VerifyAsync(
            """
            public class Desk(IChatClient inner)
            {
                private readonly IChatClient _chat = inner.AsBuilder().ConfigureOptions(options => options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>()).Build();

                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await _chat.GetResponseAsync(question)).Text);
            }
            """
        );

    [Theory]
    [InlineData("private static readonly OpenAIPromptExecutionSettings _settings = new() { Temperature = 0 };", true)]
    [InlineData("private static readonly OpenAIPromptExecutionSettings _settings = new() { ResponseFormat = typeof(Answer) };", false)]
    [InlineData("private PromptExecutionSettings _settings => new OpenAIPromptExecutionSettings { MaxTokens = 5 };", true)]
    [InlineData(
        "private PromptExecutionSettings _settings => new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) };",
        false
    )]
    [InlineData(
        "private readonly PromptExecutionSettings _settings; public Desk(PromptExecutionSettings settings) => _settings = settings;",
        false
    )]
    public Task Semantic_kernel_settings(string member, bool isFound) =>
        Programs.SemanticKernelAsync(
            $$"""
            public class Desk
            {
                private readonly IChatCompletionService _chat = null!;
                private readonly Kernel _kernel = null!;

                public async Task<Answer?> AskAsync(string question)
                {
                    var answer = await {{(
                isFound ? "{|RAG2002:_chat.GetChatMessageContentAsync|}" : "_chat.GetChatMessageContentAsync"
            )}}(new ChatHistory(question), _settings);
                    return JsonSerializer.Deserialize<Answer>(answer.Content!);
                }

                public async Task<Answer?> PromptAsync(string question)
                {
                    var result = await {{(
                isFound ? "{|RAG2002:_kernel.InvokePromptAsync|}" : "_kernel.InvokePromptAsync"
            )}}("Answer {{"{{$question}}"}}", Arguments(question));
                    return JsonSerializer.Deserialize<Answer>(result.GetValue<string>()!);
                }

                private KernelArguments Arguments(string question) => new(_settings) { ["question"] = question };

                {{member}}
            }
            """
        );

    [Theory]
    [InlineData("new() { Temperature = 0 }", true)]
    [InlineData("new() { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"answer\", BinaryData.FromString(\"{}\")) }", false)]
    public Task OpenAI_options(string options, bool isFound) =>
        Programs.OpenAIAsync(
            $$"""
            public class Desk(ChatClient chat)
            {
                private static readonly ChatCompletionOptions s_options = {{options}};

                public async Task<Answer?> AskAsync(string question)
                {
                    ChatCompletion completion = await {{(
                isFound ? "{|RAG2002:chat.CompleteChatAsync|}" : "chat.CompleteChatAsync"
            )}}([new UserChatMessage(question)], s_options);
                    return JsonSerializer.Deserialize<Answer>(completion.Content[0].Text);
                }
            }
            """
        );

    // The model is asked through a delegate that a field keeps.
    [Theory]
    [InlineData(
        "private readonly Func<string, Task<string>> _ask; public Desk(IChatClient chat) => _ask = async prompt => (await chat.GetResponseAsync(prompt, OPTIONS)).Text;"
    )]
    [InlineData(
        "private readonly Func<string, Task<string>> _ask; public Desk(IChatClient chat) => _ask = prompt => AskAsync(chat, prompt, OPTIONS); private static async Task<string> AskAsync(IChatClient chat, string prompt, ChatOptions options) => (await chat.GetResponseAsync(prompt, options)).Text;"
    )]
    [InlineData(
        "private readonly Func<string, ChatOptions, Task<string>> _asked; public Desk(IChatClient chat) => _asked = async (prompt, options) => (await chat.GetResponseAsync(prompt, options)).Text; private Task<string> _ask(string prompt) => _asked(prompt, OPTIONS);"
    )]
    public Task A_delegate(string members) => Programs.VerifyTwinsAsync(AskingDesk(members, "{|RAG2002:_ask|}(text)"));

    /// <summary>It is said once, where the function is called, and not again where an object with such a function is asked.</summary>
    [Theory]
    [InlineData("JsonSerializer.Deserialize<Answer>(await {|RAG2002:_ask|}(text))")]
    [InlineData("Read(await {|RAG2002:_ask|}(text))")]
    public Task A_delegate_that_who_makes_the_object_hands_over(string parse) =>
        Programs.VerifyTwinsAsync(
            $$"""
            internal sealed class Desk
            {
                private readonly Func<string, Task<string>> _ask;
                public Desk(Func<string, Task<string>> ask) => _ask = ask;
                public async Task<Answer?> ReadAsync(string text) => {{parse}};
                private static Answer? Read(string json) => JsonSerializer.Deserialize<Answer>(json);
            }

            internal static class Front
            {
                public static Desk Open(IChatClient chat) => new(async prompt => (await chat.GetResponseAsync(prompt, OPTIONS)).Text);
                public static Task<Answer?> AskAsync(IChatClient chat, string text) => Open(chat).ReadAsync(text);
                public static Task<Answer?> MadeHereAsync(IChatClient chat, string text) =>
                    new Desk(async prompt => (await chat.GetResponseAsync(prompt, OPTIONS)).Text).ReadAsync(text);
            }
            """
        );

    [Theory]
    // Others may put another one there; it asks no model.
    [InlineData(
        "private static IChatClient s_chat = null!; public Func<string, Task<string>> _ask { get; set; } = async prompt => (await s_chat.GetResponseAsync(prompt)).Text;"
    )]
    [InlineData("private readonly Func<string, Task<string>> _ask = path => System.IO.File.ReadAllTextAsync(path);")]
    public Task A_delegate_that_is_innocent(string members) => Programs.VerifyAsync(AskingDesk(members, "_ask(text)"));

    /// <summary>The answer is what a member is declared with.</summary>
    [Theory]
    [InlineData(
        "private readonly Lazy<Task<string>> _text = new(async () => (await {|RAG2002:s_chat.GetResponseAsync|}(\"As JSON\", OPTIONS)).Text);",
        "await _text.Value"
    )]
    [InlineData(
        "private readonly Lazy<Task<string>> _text; public Desk() => _text = new Lazy<Task<string>>(async () => (await {|RAG2002:s_chat.GetResponseAsync|}(\"As JSON\", OPTIONS)).Text);",
        "await _text.Value"
    )]
    [InlineData(
        "private readonly Task<ChatResponse> _asked = {|RAG2002:s_chat.GetResponseAsync|}(\"As JSON\", OPTIONS);",
        "(await _asked).Text"
    )]
    [InlineData(
        "private readonly Task<string> _asked = {|RAG2002:AskAsync|}(); private static async Task<string> AskAsync() => (await s_chat.GetResponseAsync(\"As JSON\", OPTIONS)).Text;",
        "await _asked"
    )]
    public Task An_answer_that_a_member_is_declared_with(string members, string text) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk
            {
                private static readonly IChatClient s_chat = null!;

                {{members}}

                public async Task<Answer?> ReadAsync() => JsonSerializer.Deserialize<Answer>({{text}});
            }
            """
        );

    [Fact]
    public Task An_answer_that_is_gone_on_with() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public Task<Answer?> ReadAsync(string text) =>
                    {|RAG2002:chat.GetResponseAsync|}(text, OPTIONS).ContinueWith(asked => JsonSerializer.Deserialize<Answer>(asked.Result.Text));
            }
            """
        );

    /// <summary>What a method puts into a field that the body has emptied before.</summary>
    [Theory]
    [InlineData("_text = string.Empty;", "Take(update)", true)]
    [InlineData("_text = string.Empty;", "this.Take(update)", true)]
    [InlineData("_text = string.Empty;", "Show(update)", false)]
    public Task A_field_that_a_method_fills(string before, string call, bool isFound) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                private string _text = "{}";

                public async Task<Answer?> ReadAsync(string text)
                {
                    {{before}}
                    await foreach (var update in {{(
                isFound ? "{|RAG2002:chat.GetStreamingResponseAsync|}" : "chat.GetStreamingResponseAsync"
            )}}(text, OPTIONS))
                    {
                        {{call}};
                    }

                    return JsonSerializer.Deserialize<Answer>(_text);
                }

                private void Take(ChatResponseUpdate update) => _text += update.Text;

                private void Show(ChatResponseUpdate update) => Console.Write(update.Text);
            }
            """
        );

    private static string AskingDesk(string members, string ask) =>
        $$"""
            public class Desk
            {
                {{members}}

                public async Task<Answer?> ReadAsync(string text)
                {
                    var answer = await {{ask}};
                    return JsonSerializer.Deserialize<Answer>(answer);
                }
            }
            """;
}
