namespace RagAnalyzers.Tests.Pipeline.Prompts;

/// <summary>What each SDK's call sends: the pieces, who speaks them, and whether that is everything.</summary>
public sealed class PromptPartsTests
{
    [Theory]
    [InlineData("await chat.CompleteChatAsync(\"Hello\");", "complete | User: Hello")]
    [InlineData("await chat.CompleteChatAsync(\"Hello\", new UserChatMessage(\"again\"));", "complete | User: Hello | User: again")]
    [InlineData(
        "await chat.CompleteChatAsync([new SystemChatMessage(\"Be brief\"), new UserChatMessage(\"Hello\")]);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new DeveloperChatMessage(\"Be brief\"), \"Hello\"], new ChatCompletionOptions());",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([ChatMessage.CreateSystemMessage(\"Be brief\"), new AssistantChatMessage(\"Hi\"), new ToolChatMessage(\"id\", \"42\")]);",
        "complete | System: Be brief | Assistant: Hi | Tool: 42"
    )]
    [InlineData("await chat.CompleteChatAsync([new UserChatMessage(question)]);", "open | User: {question}")]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage($\"Hello {question}!\")]);",
        "open | User: Hello  | User: {question} | User: !"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage(ChatMessageContentPart.CreateTextPart(\"Look\"), ChatMessageContentPart.CreateImagePart(new Uri(\"https://x.test\")))]);",
        "open"
    )]
    public void Chat_completions(string statements, string expected) =>
        Assert.StartsWith(expected, ReadPrompt.Shown(statements), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "var messages = new List<ChatMessage> { new SystemChatMessage(\"Be brief\") }; messages.Add(new UserChatMessage(\"Hello\")); await chat.CompleteChatAsync(messages);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "List<ChatMessage> messages = [new SystemChatMessage(\"Be brief\")]; messages.AddRange([new UserChatMessage(\"Hello\")]); await chat.CompleteChatAsync(messages);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "ChatMessage[] first = [new SystemChatMessage(\"Be brief\")]; await chat.CompleteChatAsync([.. first, new UserChatMessage(\"Hello\")]);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "ImmutableArray<ChatMessage> messages = [new SystemChatMessage(\"Be brief\")]; await chat.CompleteChatAsync(messages.Add(new UserChatMessage(\"Hello\")));",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var messages = new ChatMessage[] { new SystemChatMessage(\"Be brief\"), new UserChatMessage(\"Hello\") }; await chat.CompleteChatAsync(messages.ToList());",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData("await chat.CompleteChatAsync(Build());", "complete | System: Be brief | User: Hello")]
    public void Lists_of_messages(string statements, string expected) =>
        Assert.Equal(
            expected,
            ReadPrompt.Shown(
                statements,
                "private static List<ChatMessage> Build() { var built = new List<ChatMessage> { new SystemChatMessage(\"Be brief\") }; built.Add(new UserChatMessage(\"Hello\")); return built; }"
            )
        );

    [Theory]
    [InlineData(
        "await azure.GetChatClient(\"gpt\").CompleteChatAsync([new SystemChatMessage(\"Be brief\"), new UserChatMessage(\"Hello\")]);",
        "complete | System: Be brief | User: Hello"
    )]
    public void Azure(string statements, string expected) => Assert.Equal(expected, ReadPrompt.Shown(statements));

    [Theory]
    [InlineData("await responses.CreateResponseAsync(\"gpt-json\", \"Hello\");", "complete | User: Hello")]
    [InlineData("await responses.CreateResponseAsync(\"gpt-json\", \"Hello\", \"resp_1\");", "open | User: Hello")]
    [InlineData(
        "await responses.CreateResponseAsync(\"gpt-json\", [ResponseItem.CreateDeveloperMessageItem(\"Be brief\"), ResponseItem.CreateUserMessageItem(\"Hello\")]);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "await responses.CreateResponseAsync(new CreateResponseOptions(\"gpt-json\", [ResponseItem.CreateUserMessageItem(\"Hello\")]));",
        "complete | User: Hello"
    )]
    [InlineData(
        "await responses.CreateResponseAsync(new CreateResponseOptions(\"gpt-json\", [ResponseItem.CreateUserMessageItem(\"Hello\")]) { Instructions = \"Be brief\" });",
        "complete | User: Hello | System: Be brief"
    )]
    [InlineData(
        "await responses.CreateResponseAsync(new CreateResponseOptions { Model = \"gpt-json\", EndUserId = \"json\", InputItems = { ResponseItem.CreateUserMessageItem(\"Hello\") } });",
        "complete | User: Hello"
    )]
    [InlineData(
        "await responses.CreateResponseAsync(new CreateResponseOptions(\"gpt-json\", [ResponseItem.CreateUserMessageItem(\"Hello\")]) { InputItems = { ResponseItem.CreateUserMessageItem(\"again\") } });",
        "complete | User: Hello | User: again"
    )]
    [InlineData(
        "var options = new CreateResponseOptions { Model = \"gpt-json\" }; options.InputItems.Add(ResponseItem.CreateUserMessageItem(\"Hello\")); await responses.CreateResponseAsync(options);",
        "complete | User: Hello"
    )]
    [InlineData(
        "await responses.CreateResponseAsync(new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(\"Hello\")]) { PreviousResponseId = question });",
        "open | User: Hello"
    )]
    [InlineData(
        "var options = new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(\"Hello\")]); Fill(options); await responses.CreateResponseAsync(options);",
        "complete | User: Hello | System: Be brief"
    )]
    public void Responses(string statements, string expected) =>
        Assert.Equal(
            expected,
            ReadPrompt.Shown(statements, "private static void Fill(CreateResponseOptions options) => options.Instructions = \"Be brief\";")
        );

    [Theory]
    [InlineData("await completion.GetChatMessageContentAsync(\"Hello\");", "complete | ?: Hello")]
    [InlineData(
        "var history = new ChatHistory(\"Be brief\"); history.AddUserMessage(\"Hello\"); await completion.GetChatMessageContentAsync(history);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var history = new ChatHistory(); history.AddMessage(AuthorRole.Assistant, \"Hi\"); history.Add(new Microsoft.SemanticKernel.ChatMessageContent(AuthorRole.User, \"Hello\")); await completion.GetChatMessageContentsAsync(history);",
        "complete | Assistant: Hi | User: Hello"
    )]
    [InlineData(
        "var history = new ChatHistory(); history.AddUserMessage(question); await completion.GetChatMessageContentAsync(history);",
        "open | User: {question}"
    )]
    [InlineData(
        "await completion.GetChatMessageContentAsync(\"Hello\", new OpenAIPromptExecutionSettings { ChatSystemPrompt = \"Be brief\" });",
        "complete | ?: Hello | System: Be brief"
    )]
    [InlineData(
        "await kernel.InvokePromptAsync(\"Say {{$word}}\", new() { [\"word\"] = \"hello\" });",
        "complete | ?: Say {{$word}} | ?: hello"
    )]
    [InlineData(
        "await kernel.InvokePromptAsync(\"Say {{$word}}\", new() { [\"word\"] = question });",
        "open | ?: Say {{$word}} | ?: {question}"
    )]
    [InlineData(
        "await kernel.InvokePromptAsync(\"Say {{$word}}\", new() { [\"word\"] = \"hello\", [\"unused\"] = question });",
        "complete | ?: Say {{$word}} | ?: hello"
    )]
    [InlineData("await kernel.InvokePromptAsync(\"Say {{time.now}}\");", "open | ?: Say {{time.now}}")]
    [InlineData(
        "await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(\"Say {{$word}}\", new OpenAIPromptExecutionSettings { ChatSystemPrompt = \"Be brief\" }), new() { [\"word\"] = \"hello\" });",
        "complete | ?: Say {{$word}} | System: Be brief | ?: hello"
    )]
    public void Semantic_kernel(string statements, string expected) =>
        Assert.StartsWith(expected, ReadPrompt.Shown(statements), StringComparison.Ordinal);

    [Theory]
    [InlineData("await client.GetResponseAsync(\"Hello\");", "complete | User: Hello")]
    [InlineData(
        "await client.GetResponseAsync([new(ChatRole.System, \"Be brief\"), new(ChatRole.User, \"Hello\")]);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "await client.GetResponseAsync(\"Hello\", new ChatOptions { Instructions = \"Be brief\", ModelId = \"gpt-json\" });",
        "complete | User: Hello | System: Be brief"
    )]
    [InlineData("await client.GetResponseAsync(\"Hello\", new ChatOptions { ConversationId = question });", "open | User: Hello")]
    [InlineData("await client.GetResponseAsync<int>(new ChatMessage(ChatRole.User, \"Hello\"));", "complete | User: Hello")]
    public void Extensions_ai(string statements, string expected) => Assert.Equal(expected, ReadPrompt.Shown(statements));

    [Theory]
    [InlineData("await new ChatClientAgent(client, \"Be brief\").RunAsync(\"Hello\");", "complete | System: Be brief | User: Hello")]
    [InlineData(
        "await new ChatClientAgent(client, new ChatClientAgentOptions { ChatOptions = new() { Instructions = \"Be brief\" } }).RunAsync(\"Hello\");",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var agent = new ChatClientAgent(client, \"Be brief\"); await agent.RunAsync(\"Hello\", await agent.CreateSessionAsync());",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var agent = new ChatClientAgent(client, \"Be brief\"); var session = await agent.CreateSessionAsync().ConfigureAwait(false); while (question != \"\") await agent.RunAsync(\"Hello\", session);",
        "complete | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var agent = new ChatClientAgent(client, \"Be brief\"); var session = await agent.CreateSessionAsync(); await Warm(agent, session); await agent.RunAsync(\"Hello\", session); static Task Warm(AIAgent a, AgentSession s) => Task.CompletedTask;",
        "open | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var agent = new ChatClientAgent(client, \"Be brief\"); AgentSession session = await agent.CreateSessionAsync(); if (question == \"\") session = await agent.DeserializeSessionAsync(default); await agent.RunAsync(\"Hello\", session);",
        "open | System: Be brief | User: Hello"
    )]
    [InlineData(
        "var agent = new ChatClientAgent(client, \"Be brief\"); await agent.RunAsync(\"Hello\", await agent.CreateSessionAsync(question));",
        "open | System: Be brief | User: Hello"
    )]
    [InlineData(
        "await new ChatClientAgent(client, new ChatClientAgentOptions { ChatHistoryProvider = new InMemoryChatHistoryProvider() }).RunAsync(\"Hello\");",
        "open | User: Hello"
    )]
    public void Agent_framework(string statements, string expected) => Assert.Equal(expected, ReadPrompt.Shown(statements));
}
