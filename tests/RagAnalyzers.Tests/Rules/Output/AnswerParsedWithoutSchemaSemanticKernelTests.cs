namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on Semantic Kernel: chat completion, text generation, prompts, prompt functions and execution settings.</summary>
public sealed class AnswerParsedWithoutSchemaSemanticKernelTests
{
    [Theory]
    [InlineData("""(await {|RAG2002:chat.GetChatMessageContentAsync|}(question)).Content!""")]
    [InlineData("""(await {|RAG2002:chat.GetChatMessageContentAsync|}(new ChatHistory(question), kernel: kernel)).ToString()""")]
    [InlineData(
        """(await {|RAG2002:chat.GetChatMessageContentAsync|}(new ChatHistory("JSON only."), executionSettings: null, kernel)).Items[0].ToString()!"""
    )]
    [InlineData("""(await {|RAG2002:chat.GetChatMessageContentsAsync|}(new ChatHistory(question)))[0].Content!""")]
    [InlineData("""(await {|RAG2002:chat.GetChatMessageContentsAsync|}(question)).First().Content ?? "{}" """)]
    [InlineData("""((TextContent)(await {|RAG2002:chat.GetChatMessageContentAsync|}(question)).Items[0]).Text!""")]
    [InlineData("""(await {|RAG2002:text.GetTextContentAsync|}(question)).Text!""")]
    [InlineData("""(await {|RAG2002:text.GetTextContentsAsync|}(question))[0].Text!""")]
    [InlineData("""(await {|RAG2002:kernel.InvokePromptAsync|}(question)).ToString()""")]
    [InlineData("""(await {|RAG2002:kernel.InvokePromptAsync|}(question)).GetValue<string>()!""")]
    [InlineData("""(await {|RAG2002:kernel.InvokePromptAsync<string>|}(question))!""")]
    [InlineData(
        """(await {|RAG2002:kernel.InvokePromptAsync|}("Answer {{$question}} as JSON.", new() { ["question"] = question })).GetValue<string>()!"""
    )]
    [InlineData(
        """(await {|RAG2002:kernel.InvokePromptAsync|}("Answer {{$question}}", new KernelArguments(new OpenAIPromptExecutionSettings { MaxTokens = 9 }) { ["question"] = question })).ToString()"""
    )]
    public Task Call(string text) => Desk.SemanticKernelAsync($"Use(JsonSerializer.Deserialize<Answer>({text}));");

    [Theory]
    [InlineData(
        """
            var answer = new StringBuilder();
            await foreach (var piece in {|RAG2002:chat.GetStreamingChatMessageContentsAsync|}(new ChatHistory(question)))
                answer.Append(piece.Content);
            Use(JsonDocument.Parse(answer.ToString()));
            """
    )]
    [InlineData(
        """
            var answer = "";
            await foreach (var piece in {|RAG2002:chat.GetStreamingChatMessageContentsAsync|}(question))
                answer += piece;
            Use(JsonDocument.Parse(answer));
            """
    )]
    [InlineData(
        """
            var answer = new StringBuilder();
            await foreach (var piece in {|RAG2002:text.GetStreamingTextContentsAsync|}(question))
                answer.Append(piece.Text);
            Use(JsonDocument.Parse(answer.ToString()));
            """
    )]
    [InlineData(
        """
            var answer = new StringBuilder();
            await foreach (var piece in {|RAG2002:kernel.InvokePromptStreamingAsync|}(question))
                answer.Append(piece);
            Use(JsonDocument.Parse(answer.ToString()));
            """
    )]
    [InlineData(
        """
            var answer = "";
            await foreach (var piece in {|RAG2002:kernel.InvokePromptStreamingAsync<string>|}(question))
                answer += piece;
            Use(JsonDocument.Parse(answer));
            """
    )]
    public Task Streamed(string statements) => Desk.SemanticKernelAsync(statements);

    [Theory]
    [InlineData("""var settings = new OpenAIPromptExecutionSettings { Temperature = 0 };""")]
    [InlineData("""PromptExecutionSettings? settings = null;""")]
    [InlineData("""PromptExecutionSettings settings = new OpenAIPromptExecutionSettings();""")]
    [InlineData("""var settings = new OpenAIPromptExecutionSettings { ResponseFormat = "text" };""")]
    [InlineData("""var settings = new OpenAIPromptExecutionSettings(); settings.MaxTokens = 500;""")]
    [InlineData("""var settings = new PromptExecutionSettings { ModelId = "gpt-4.1-mini" };""")]
    [InlineData(
        """var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["temperature"] = 0, ["max_tokens"] = 500 } };"""
    )]
    [InlineData(
        """var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { { "temperature", 0 } } };"""
    )]
    [InlineData(
        """var settings = new OpenAIPromptExecutionSettings { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateTextFormat() };"""
    )]
    [InlineData("""var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(new PromptExecutionSettings());""")]
    public Task Settings_without_a_schema(string settings) =>
        Desk.SemanticKernelAsync(
            $$"""
            {{settings}}
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(new ChatHistory(question), settings, kernel);
            Use(JsonSerializer.Deserialize<Answer>(answer.Content!));
            """
        );

    [Theory]
    [InlineData("""var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) };""")]
    [InlineData("""var settings = new OpenAIPromptExecutionSettings(); settings.ResponseFormat = typeof(Answer);""")]
    [InlineData("""var type = typeof(Answer); var settings = new OpenAIPromptExecutionSettings { ResponseFormat = type };""")]
    [InlineData(
        """var settings = new OpenAIPromptExecutionSettings { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")) };"""
    )]
    [InlineData("""var settings = new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" };""")]
    [InlineData(
        """var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["response_format"] = typeof(Answer) } };"""
    )]
    [InlineData(
        """var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { { "response_format", typeof(Answer) } } };"""
    )]
    [InlineData(
        """var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object>() }; settings.ExtensionData["response_format"] = typeof(Answer);"""
    )]
    [InlineData(
        """var settings = new PromptExecutionSettings { ExtensionData = JsonSerializer.Deserialize<Dictionary<string, object>>(question) };"""
    )]
    [InlineData(
        """var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) });"""
    )]
    [InlineData("""var settings = JsonSerializer.Deserialize<OpenAIPromptExecutionSettings>(question);""")]
    [InlineData(
        """var settings = new OpenAIPromptExecutionSettings { ExtraBody = new Dictionary<string, object?> { ["response_format"] = "json_schema" } };"""
    )]
    [InlineData(
        """var schema = JsonDocument.Parse("{}").RootElement; var settings = new OpenAIPromptExecutionSettings { ResponseFormat = schema };"""
    )]
    public Task Settings_with_a_format_that_constrains_or_may(string settings) =>
        Desk.SemanticKernelAsync(
            $$"""
            {{settings}}
            var answer = await chat.GetChatMessageContentAsync(new ChatHistory(question), settings, kernel);
            Use(JsonSerializer.Deserialize<Answer>(answer.Content!));
            """
        );

    [Theory]
    [InlineData(
        """var arguments = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }) { ["question"] = question };"""
    )]
    [InlineData(
        """var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }; var arguments = new KernelArguments(settings); arguments["question"] = question;"""
    )]
    [InlineData(
        """var arguments = new KernelArguments(); arguments.ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { ["default"] = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) } };"""
    )]
    [InlineData("""var arguments = new KernelArguments([new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }]);""")]
    [InlineData(
        """var settings = new OpenAIPromptExecutionSettings(); var arguments = new KernelArguments(settings); settings.ResponseFormat = typeof(Answer);"""
    )]
    public Task Arguments_with_a_schema(string arguments) =>
        Desk.SemanticKernelAsync(
            $$"""
            {{arguments}}
            var answer = await kernel.InvokePromptAsync("Answer the question as JSON.", arguments);
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );

    [Theory]
    [InlineData("""var arguments = new KernelArguments { ["question"] = question, ["count"] = 3 };""")]
    [InlineData("""var arguments = new KernelArguments(); arguments["question"] = question; arguments.Add("format", "JSON");""")]
    [InlineData("""var arguments = new KernelArguments(new OpenAIPromptExecutionSettings { Temperature = 0 });""")]
    [InlineData("""var arguments = new KernelArguments([new OpenAIPromptExecutionSettings { Temperature = 0 }]);""")]
    public Task Arguments_without_a_schema(string arguments) =>
        Desk.SemanticKernelAsync(
            $$"""
            {{arguments}}
            var answer = await {|RAG2002:kernel.InvokePromptAsync|}("Answer the question as JSON.", arguments);
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );

    [Theory]
    [InlineData("""(await {|RAG2002:kernel.InvokeAsync|}(function, new() { ["question"] = question })).ToString()""")]
    [InlineData("""(await {|RAG2002:kernel.InvokeAsync<string>|}(function))!""")]
    [InlineData("""(await {|RAG2002:function.InvokeAsync|}(kernel)).GetValue<string>()!""")]
    public Task Prompt_function(string text) =>
        Desk.SemanticKernelAsync(
            $$$"""
            var function = kernel.CreateFunctionFromPrompt("Answer {{$question}} as JSON.");
            Use(JsonSerializer.Deserialize<Answer>({{{text}}}));
            """
        );

    [Theory]
    [InlineData(
        """kernel.CreateFunctionFromPrompt("Answer {{$question}} as JSON.", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) })"""
    )]
    [InlineData(
        """KernelFunctionFactory.CreateFromPrompt("Answer {{$question}} as JSON.", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) })"""
    )]
    [InlineData(
        """kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("Answer {{$question}}") { ExecutionSettings = { ["default"] = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) } } })"""
    )]
    [InlineData("""KernelFunctionFactory.CreateFromMethod(() => "{}")""")]
    public Task Prompt_function_with_a_schema_and_function_that_is_no_prompt(string function) =>
        Desk.SemanticKernelAsync(
            $$"""
            var function = {{function}};
            var answer = await kernel.InvokeAsync(function, new() { ["question"] = question });
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );

    [Fact]
    public Task Function_that_is_not_made_here_may_have_its_own_settings() =>
        Desk.SemanticKernelAsync(
            """
            var byName = await kernel.InvokeAsync("desk", "answer", new() { ["question"] = question });
            Use(JsonSerializer.Deserialize<Answer>(byName.ToString()));
            var function = kernel.Plugins.GetFunction("desk", "answer");
            var byFunction = await kernel.InvokeAsync(function, new() { ["question"] = question });
            Use(JsonSerializer.Deserialize<Answer>(byFunction.ToString()));
            """
        );

    /// <summary>What the settings of such a connector say of a format is not said by "ResponseFormat".</summary>
    [Theory]
    [InlineData("AddOllamaChatCompletion", "", false)]
    [InlineData("AddGoogleAIGeminiChatCompletion", "", false)]
    [InlineData("AddBedrockChatCompletionService", "", false)]
    [InlineData("AddOllamaChatCompletion", ".AddOpenAIChatCompletion(\"gpt-4o\", \"key\")", true)]
    [InlineData("AddSomethingOfOnesOwn", "", true)]
    public Task Connectors_without_a_format(string add, string further, bool isFound) =>
        Programs.SemanticKernelAsync(
            $$"""
            public static class Connectors
            {
                public static IKernelBuilder {{add}}(this IKernelBuilder builder, string model) => builder;
            }

            public class Desk
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var kernel = Kernel.CreateBuilder().{{add}}("m"){{further}}.Build();
                    var answer = await {{(
                isFound ? "{|RAG2002:kernel.InvokePromptAsync|}" : "kernel.InvokePromptAsync"
            )}}("Answer {{"{{$q}}"}} in JSON.", new() { ["q"] = question });
                    return JsonSerializer.Deserialize<Answer>(answer.ToString());
                }
            }
            """
        );

    private const string Asked =
        """Use(JsonSerializer.Deserialize<Answer>((await kernel.InvokePromptAsync(question, new(new OpenAIPromptExecutionSettings { MaxTokens = 9 }))).ToString()));""";

    [Theory]
    [InlineData(
        "public sealed class Shaping : IPromptRenderFilter { public Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next) { foreach (var s in context.Arguments.ExecutionSettings!.Values.OfType<OpenAIPromptExecutionSettings>()) s.ResponseFormat = typeof(Answer); return next(context); } }"
    )]
    [InlineData(
        "public sealed class Shaping : IAIServiceSelector { public bool TrySelectAIService<T>(Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings) where T : class, Microsoft.SemanticKernel.Services.IAIService { service = kernel.GetRequiredService<T>(); serviceSettings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }; return true; } }"
    )]
    public Task Something_on_the_way_sets_a_format(string step) => Desk.SemanticKernelAsync(Asked, step);

    [Fact]
    public Task A_filter_that_sets_no_format() =>
        Desk.SemanticKernelAsync(
            Asked.Replace("kernel.InvokePromptAsync", "{|RAG2002:kernel.InvokePromptAsync|}", StringComparison.Ordinal),
            "public sealed class Logging : IPromptRenderFilter { public Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next) { Use(context.RenderedPrompt); return next(context); } }"
        );
}
