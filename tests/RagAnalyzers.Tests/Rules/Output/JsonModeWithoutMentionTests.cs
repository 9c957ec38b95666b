using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2005: JSON mode is certainly on, every word of the prompt can be read, and none of them is JSON.</summary>
public sealed class JsonModeWithoutMentionTests
{
    private const string Json = "new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }";
    private const string Settings = "new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }";
    private const string OwnService =
        "public static class OwnServices { public static IKernelBuilder AddOwn(this IKernelBuilder builder) { Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IChatCompletionService>(builder.Services, Own!); return builder; } public static IChatCompletionService? Own; }";
    private const string Format = "TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() }";

    [Theory]
    [InlineData($"await {{|RAG2005:chat.CompleteChatAsync|}}([new UserChatMessage(\"List three colours.\")], {Json});")]
    [InlineData(
        $"{{|RAG2005:chat.CompleteChat|}}([new SystemChatMessage(\"You know colours.\"), new UserChatMessage(\"List three.\")], {Json});"
    )]
    [InlineData(
        $"await foreach (var piece in {{|RAG2005:chat.CompleteChatStreamingAsync|}}([new UserChatMessage(\"List three colours.\")], {Json})) Console.Write(piece);"
    )]
    [InlineData(
        $"await {{|RAG2005:azure.GetChatClient(\"gpt\").CompleteChatAsync|}}([new UserChatMessage(\"List three colours.\")], {Json});"
    )]
    [InlineData(
        $"var messages = new List<ChatMessage>(); messages.Add(new UserChatMessage(\"List three \" + \"colours.\")); var options = {Json}; await {{|RAG2005:chat.CompleteChatAsync|}}(messages, options);"
    )]
    [InlineData(
        $"var options = new ChatCompletionOptions(); options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(); await {{|RAG2005:chat.CompleteChatAsync|}}([\"List three colours.\"], options);"
    )]
    [InlineData(
        $"await {{|RAG2005:new OpenAI.OpenAIClient(\"key\").GetChatClient(\"gpt\").CompleteChatAsync|}}([\"List three colours.\"], {Json});"
    )]
    [InlineData(
        $"await {{|RAG2005:new OpenAI.Chat.ChatClient(\"gpt\", new System.ClientModel.ApiKeyCredential(\"key\"), new OpenAI.OpenAIClientOptions {{ Endpoint = new Uri(\"https://api.openai.com/v1\") }}).CompleteChatAsync|}}([\"List three colours.\"], {Json});"
    )]
    public Task Chat_completions(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        $"await {{|RAG2005:responses.CreateResponseAsync|}}(new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(\"List three colours.\")]) {{ {Format} }});"
    )]
    [InlineData(
        $"await {{|RAG2005:responses.CreateResponseAsync|}}(new CreateResponseOptions {{ Model = \"json-model\", Instructions = \"You know colours.\", InputItems = {{ ResponseItem.CreateUserMessageItem(\"List three.\") }}, {Format} }});"
    )]
    public Task Responses(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        $"await {{|RAG2005:new OpenAIChatCompletionService(\"gpt\", \"key\").GetChatMessageContentAsync|}}(\"List three colours.\", {Settings});"
    )]
    [InlineData(
        $"IChatCompletionService service = new OpenAIChatCompletionService(\"gpt\", new OpenAI.OpenAIClient(\"key\")); var history = new ChatHistory(\"You know colours.\"); history.AddUserMessage(\"List three.\"); await {{|RAG2005:service.GetChatMessageContentAsync|}}(history, {Settings});"
    )]
    [InlineData(
        $"var own = Kernel.CreateBuilder().AddOpenAIChatCompletion(\"gpt\", \"key\").Build(); await {{|RAG2005:own.InvokePromptAsync|}}(\"List three {{{{$kind}}}}.\", new KernelArguments({Settings}) {{ [\"kind\"] = \"colours\" }});"
    )]
    [InlineData(
        $"var builder = Kernel.CreateBuilder(); builder.AddOpenAIChatCompletion(\"gpt\", new Uri(\"https://api.openai.com/v1\"), \"key\"); var own = builder.Build(); await {{|RAG2005:own.InvokeAsync|}}(own.CreateFunctionFromPrompt(\"List three colours.\", {Settings}));"
    )]
    [InlineData(
        $"var own = Kernel.CreateBuilder().AddOpenAIChatCompletion(\"gpt\", azure).Build(); await {{|RAG2005:own.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync|}}(\"List three colours.\", {Settings});"
    )]
    [InlineData(
        $"var builder = Kernel.CreateBuilder(); Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Action>(builder.Services, () => {{ }}); builder.Services.AddOpenAIChatCompletion(\"gpt\", \"key\"); await {{|RAG2005:builder.Build().InvokePromptAsync|}}(\"List three colours.\", new KernelArguments({Settings}));"
    )]
    public Task Semantic_kernel(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        "await {|RAG2005:OpenAIClientExtensions.AsIChatClient(chat).GetResponseAsync|}(\"List three colours.\", new ChatOptions { ResponseFormat = ChatResponseFormat.Json }); // client"
    )]
    [InlineData(
        "var client2 = chat.AsIChatClient(); await {|RAG2005:client2.GetResponseAsync|}([new(ChatRole.System, \"You know colours.\"), new(ChatRole.User, \"List three.\")], new ChatOptions { ResponseFormat = ChatResponseFormat.Json });"
    )]
    [InlineData(
        "var agent2 = new ChatClientAgent(chat.AsIChatClient(), new ChatClientAgentOptions { ChatOptions = new() { Instructions = \"You know colours.\", ResponseFormat = ChatResponseFormat.Json } }); await {|RAG2005:agent2.RunAsync|}(\"List three.\");"
    )]
    public Task Extensions_ai_and_agents_on_openai(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData($"await chat.CompleteChatAsync([new UserChatMessage(\"List three colours as JSON.\")], {Json});")]
    [InlineData(
        $"await chat.CompleteChatAsync([new SystemChatMessage(\"Reply with a Json object.\"), new UserChatMessage(\"List three colours.\")], {Json});"
    )]
    [InlineData($"await chat.CompleteChatAsync([new UserChatMessage(question)], {Json});")]
    [InlineData($"await chat.CompleteChatAsync([new UserChatMessage($\"List three {{question}}.\")], {Json});")]
    [InlineData(
        $"await chat.CompleteChatAsync([new UserChatMessage(\"List three colours.\"), new AssistantChatMessage(\"json\")], {Json});"
    )]
    [InlineData(
        $"var messages = new List<ChatMessage> {{ new UserChatMessage(\"List three colours.\") }}; Prepare?.Invoke(messages); await chat.CompleteChatAsync(messages, {Json});"
    )]
    [InlineData("await chat.CompleteChatAsync([new UserChatMessage(\"List three colours.\")]);")]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage(\"List three colours.\")], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateTextFormat() });"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage(\"List three colours.\")], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(\"{}\")) });"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage(\"List three colours.\")], new ChatCompletionOptions { ResponseFormat = question.Length > 3 ? ChatResponseFormat.CreateJsonObjectFormat() : ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(\"{}\")) });"
    )]
    [InlineData(
        $"await responses.CreateResponseAsync(new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(\"List three colours.\")]) {{ PreviousResponseId = \"resp_1\", {Format} }});"
    )]
    [InlineData(
        $"await responses.CreateResponseAsync(new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(\"List three colours.\")]) {{ Instructions = \"Answer in JSON.\", {Format} }});"
    )]
    [InlineData(
        $"await completion.GetChatMessageContentAsync(\"List three colours.\", new OpenAIPromptExecutionSettings {{ ResponseFormat = \"json_object\", ChatSystemPrompt = \"Answer in JSON.\" }});"
    )]
    [InlineData(
        $"await kernel.InvokePromptAsync(\"List three {{{{$kind}}}}.\", new KernelArguments({Settings}) {{ [\"kind\"] = \"colours, as JSON\" }});"
    )]
    [InlineData(
        $"await kernel.InvokePromptAsync(\"List three {{{{$kind}}}}.\", new KernelArguments({Settings}) {{ [\"kind\"] = question }});"
    )]
    [InlineData($"await kernel.InvokePromptAsync(\"List three {{{{shop.kinds}}}}.\", new KernelArguments({Settings}));")]
    [InlineData("await client.GetResponseAsync(\"List three colours.\", new ChatOptions { ResponseFormat = ChatResponseFormat.Json });")]
    [InlineData(
        "await new ChatClientBuilder(chat.AsIChatClient()).Use((inner, _) => inner).Build().GetResponseAsync(\"List three colours.\", new ChatOptions { ResponseFormat = ChatResponseFormat.Json }); // client"
    )]
    [InlineData(
        "await chat.AsIChatClient().GetResponseAsync(\"List three colours.\", new ChatOptions { ResponseFormat = ChatResponseFormat.Json, ConversationId = \"c\" }); // client"
    )]
    [InlineData(
        "await new ChatClientAgent(client, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.Json } }).RunAsync(\"List three colours.\");"
    )]
    [InlineData("await agent.RunAsync(\"List three colours.\");")]
    [InlineData(
        $"await new OpenAI.Chat.ChatClient(\"llama\", new System.ClientModel.ApiKeyCredential(\"key\"), new OpenAI.OpenAIClientOptions {{ Endpoint = new Uri(\"http://localhost:11434/v1\") }}).CompleteChatAsync([\"List three colours.\"], {Json});"
    )]
    [InlineData(
        $"var local = new OpenAI.OpenAIClientOptions(); local.Endpoint = new Uri(question); await new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential(\"key\"), local).GetChatClient(\"llama\").CompleteChatAsync([\"List three colours.\"], {Json});"
    )]
    [InlineData(
        $"var lab = new OpenAI.OpenAIClientOptions {{ Endpoint = new Uri(\"http://localhost:1234/v1\") }}; await new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential(\"key\"), lab).GetChatClient(\"qwen\").AsIChatClient().GetResponseAsync(\"List three colours.\", new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); // client"
    )]
    public Task Silent(string statements) => VerifyAsync(statements, "public event Action<System.Collections.IList>? Prepare;");

    [Theory]
    [InlineData("await completion.GetChatMessageContentAsync(\"List three colours.\", SETTINGS);")]
    [InlineData("await kernel.InvokePromptAsync(\"List three colours.\", new KernelArguments(SETTINGS));")]
    [InlineData("await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(\"List three colours.\", SETTINGS));")]
    [InlineData("await kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync(\"List three colours.\", SETTINGS);")]
    [InlineData(
        "await new OpenAIChatCompletionService(\"llama\", new Uri(\"http://localhost:11434/v1\")).GetChatMessageContentAsync(\"List three colours.\", SETTINGS);"
    )]
    [InlineData(
        "await new OpenAIChatCompletionService(\"llama\", new Uri(question)).GetChatMessageContentAsync(\"List three colours.\", SETTINGS);"
    )]
    [InlineData(
        "await new OpenAIChatCompletionService(\"llama\", \"key\", httpClient: new System.Net.Http.HttpClient { BaseAddress = new Uri(\"http://localhost:1234\") }).GetChatMessageContentAsync(\"List three colours.\", SETTINGS);"
    )]
    [InlineData(
        "await new OpenAIChatCompletionService(\"llama\", new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential(\"key\"), new OpenAI.OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:1234/v1\") })).GetChatMessageContentAsync(\"List three colours.\", SETTINGS);"
    )]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.AddOpenAIChatCompletion(\"llama\", new Uri(\"http://localhost:11434/v1\"), \"key\"); await builder.Build().InvokePromptAsync(\"List three colours.\", new KernelArguments(SETTINGS));"
    )]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.AddOpenAIChatCompletion(\"gpt\", \"key\"); builder.AddOpenAIChatCompletion(\"llama\", new Uri(\"http://localhost:11434/v1\"), \"key\"); await builder.Build().InvokePromptAsync(\"List three colours.\", new KernelArguments(SETTINGS));"
    )]
    [InlineData(
        "var own = Kernel.CreateBuilder().AddOpenAIChatCompletion(\"gpt\", \"key\").AddOwn().Build(); await own.InvokePromptAsync(\"List three colours.\", new KernelArguments(SETTINGS));"
    )]
    public Task A_service_that_is_not_seen_to_be_the_vendors_own(string statements) =>
        Verify.AnalyzerAsync<JsonModeWithoutMention>(
            Prompted.Source(statements.Replace("SETTINGS", Settings, StringComparison.Ordinal)) + "\n" + OwnService
        );

    [Theory]
    [InlineData("new OpenAI.Chat.ChatClient(\"gpt\", \"key\")", true)]
    [InlineData(
        "new OpenAI.Chat.ChatClient(\"llama\", new System.ClientModel.ApiKeyCredential(\"key\"), new OpenAI.OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") })",
        false
    )]
    public Task A_client_of_the_container(string registered, bool isFound)
    {
        var call = isFound ? "{|RAG2005:chat.CompleteChatAsync|}" : "chat.CompleteChatAsync";
        return Verify.AnalyzerAsync<JsonModeWithoutMention>(
            Prompted.Source(
                $"await {call}([new UserChatMessage(\"List three colours.\")], {Json});",
                $"public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<OpenAI.Chat.ChatClient>(services, {registered});"
            )
        );
    }

    [Fact]
    public Task A_prompt_of_constants_of_another_class_is_read() =>
        VerifyAsync(
            $"await {{|RAG2005:chat.CompleteChatAsync|}}([new SystemChatMessage(Texts.System), new UserChatMessage(Texts.Ask)], {Json}); await chat.CompleteChatAsync([new SystemChatMessage(Texts.Json)], {Json});",
            "private static class Texts { public const string System = \"You know colours.\"; public static readonly string Ask = \"List three.\"; public const string Json = \"Answer as json.\"; }"
        );

    [Fact]
    public Task The_message_says_where_to_say_it() =>
        Verify.AnalyzerAsync<JsonModeWithoutMention>(
            Prompted.Source(
                $$"""await {|#0:chat.CompleteChatAsync|}([new SystemChatMessage({|#1:"You know colours."|}), new UserChatMessage("List three.")], {{Json}});"""
            ),
            expected: Verify.Finding<JsonModeWithoutMention>("RAG2005").WithLocation(0).WithLocation(1).WithArguments("the system message")
        );

    [Fact]
    public Task A_type_that_looks_like_the_client() =>
        Verify.AnalyzerAsync<JsonModeWithoutMention>(
            """
            using OpenAI.Chat;

            public class Options { public ChatResponseFormat? ResponseFormat { get; set; } }

            public class MyChatClient { public Task<string> CompleteChatAsync(string text, Options options) => Task.FromResult(text); }

            public class Desk
            {
                public Task<string> AskAsync(MyChatClient chat)
                    => chat.CompleteChatAsync("List three colours.", new Options { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });
            }
            """
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<JsonModeWithoutMention>(Prompted.Source(statements, members));
}
