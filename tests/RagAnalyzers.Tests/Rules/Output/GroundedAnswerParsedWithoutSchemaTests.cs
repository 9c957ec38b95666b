namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2001: the ways in which retrieved passages reach a prompt.</summary>
public sealed class GroundedAnswerParsedWithoutSchemaTests
{
    [Theory]
    [InlineData("""$"{context}\n{question}" """)]
    [InlineData("context + question")]
    [InlineData("\"Policies: \" + context + \"\\nQuestion: \" + question")]
    [InlineData("string.Format(\"{0} {1}\", context, question)")]
    [InlineData("string.Concat(context, question)")]
    [InlineData("\"Policies: @. Question: \".Replace(\"@\", context)")]
    [InlineData("new StringBuilder(question).AppendLine().Append(context).ToString()")]
    [InlineData("new ChatMessage(ChatRole.User, context)")]
    [InlineData("new ChatMessage(ChatRole.User, [new TextContent(context), new TextContent(question)])")]
    [InlineData("new[] { new ChatMessage(ChatRole.System, context), new ChatMessage(ChatRole.User, question) }")]
    [InlineData("[new ChatMessage(ChatRole.System, $\"Answer from {context}\"), new(ChatRole.User, question)]")]
    [InlineData("new List<ChatMessage> { new(ChatRole.User, question), new(ChatRole.User, context) }")]
    [InlineData("[.. new List<ChatMessage> { new(ChatRole.User, context) }, new(ChatRole.User, question)]")]
    [InlineData("question, new ChatOptions { Instructions = $\"Answer from {context}\" }")]
    [InlineData("question == \"\" ? context : question + context")]
    [InlineData("(context ?? \"\").Trim()")]
    [InlineData("JsonSerializer.Serialize(new { question, passages = context })")]
    [InlineData("context.Length > 4000 ? context.Substring(0, 4000) : context")]
    [InlineData("context[..4000]")]
    [InlineData("Regex.Replace(context, \"\\\\s+\", \" \")")]
    public Task Text_in_a_prompt(string prompt) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var hits = await policies.SearchAsync(question, top: 3).ToListAsync();
            var context = hits[0].Record.Text;
            var response = await {|RAG2001:chat.GetResponseAsync|}({{prompt}});
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData(
        """
            var context = new StringBuilder();
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                context.AppendLine(hit.Record.Text);
            """
    )]
    [InlineData(
        """
            var context = new StringBuilder();
            await foreach (var hit in policies.SearchAsync(question, top: 3))
            {
                if (hit.Score < 0.5)
                    continue;
                context.Append("- ").Append(hit.Record.Id).Append(": ").AppendLine(hit.Record.Text);
            }
            """
    )]
    [InlineData(
        """
            var context = new StringBuilder();
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                context.AppendLine($"[{hit.Record.Id}] {hit.Record.Text}");
            """
    )]
    [InlineData(
        """
            var context = "";
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                context += hit.Record.Text + "\n";
            """
    )]
    [InlineData(
        """
            var passages = new List<string>();
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                passages.Add(hit.Record.Text);
            var context = string.Join("\n", passages);
            """
    )]
    [InlineData(
        """
            var passages = new List<Policy>();
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                passages.Add(hit.Record);
            var context = string.Join("\n", passages.OrderBy(policy => policy.Id).Take(2).Select(policy => policy.Text));
            """
    )]
    [InlineData(
        """
            var passages = new Dictionary<string, string>();
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                passages[hit.Record.Id] = hit.Record.Text;
            var context = string.Join("\n", passages.Select(passage => $"{passage.Key}: {passage.Value}"));
            """
    )]
    [InlineData(
        """
            var hits = await policies.SearchAsync(question, top: 3).ToListAsync();
            var context = string.Join("\n", from hit in hits where hit.Score > 0.5 orderby hit.Score descending select hit.Record.Text);
            """
    )]
    [InlineData(
        """
            var hits = policies.SearchAsync(question, top: 3);
            var context = await hits.Where(hit => hit.Score > 0.5).AggregateAsync("", (text, hit) => text + hit.Record.Text);
            """
    )]
    [InlineData(
        """
            var context = await PassagesAsync();

            async Task<string> PassagesAsync()
            {
                var found = new StringBuilder();
                await foreach (var hit in policies.SearchAsync(question, top: 3))
                    found.AppendLine(hit.Record.Text);
                return found.ToString();
            }
            """
    )]
    [InlineData(
        """
            var context = string.Join("\n", await Passages(question).ToListAsync());

            async IAsyncEnumerable<string> Passages(string about)
            {
                await foreach (var hit in policies.SearchAsync(about, top: 3))
                    yield return hit.Record.Text;
            }
            """
    )]
    [InlineData(
        """
            Func<string, Task<string>> find = async about => (await policies.SearchAsync(about, top: 1).FirstAsync()).Record.Text;
            var context = await find(question);
            """
    )]
    [InlineData(
        """
            var context = string.Join("\n", await policies.SearchAsync(question, top: 3).Select(Show).ToListAsync());

            static string Show(VectorSearchResult<Policy> hit) => hit.Record.Text;
            """
    )]
    [InlineData(
        """
            string? context = null;
            if (await policies.SearchAsync(question, top: 1).FirstOrDefaultAsync() is { Record: { Text: var text } })
                context = text;
            """
    )]
    [InlineData(
        """
            var best = await policies.SearchAsync(question, top: 1).FirstOrDefaultAsync();
            var context = best?.Record.Text ?? "nothing found";
            """
    )]
    [InlineData(
        """
            var context = "";
            try
            {
                context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            }
            catch (InvalidOperationException)
            {
                context = "nothing found";
            }
            """
    )]
    public Task Passages_gathered(string statements) =>
        Desk.ExtensionsAIAsync(
            $$"""
            {{statements}}
            var response = await {|RAG2001:chat.GetResponseAsync|}($"Answer from these policies:\n{context}\n{question}");
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("messages.Add(new ChatMessage(ChatRole.User, hit.Record.Text));")]
    [InlineData("messages.Insert(0, new(ChatRole.System, hit.Record.Text));")]
    [InlineData("messages.AddRange([new(ChatRole.User, question), new(ChatRole.User, hit.Record.Text)]);")]
    [InlineData("messages[0] = new(ChatRole.User, hit.Record.Text);")]
    [InlineData("messages = [.. messages, new(ChatRole.User, hit.Record.Text)];")]
    [InlineData("messages[0].Contents.Add(new TextContent(hit.Record.Text));")]
    public Task Messages_added(string add) =>
        Desk.ExtensionsAIAsync(
            $$"""
            List<ChatMessage> messages = [new(ChatRole.User, question)];
            await foreach (var hit in policies.SearchAsync(question, top: 3))
            {
                {{add}}
            }

            var response = await {|RAG2001:chat.GetResponseAsync|}(messages);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("""var history = new ChatHistory(); history.AddUserMessage(context + question);""")]
    [InlineData("""var history = new ChatHistory($"Answer from {context}"); history.AddUserMessage(question);""")]
    [InlineData("""var history = new ChatHistory(); history.AddSystemMessage(context); history.AddUserMessage(question);""")]
    [InlineData("""var history = new ChatHistory { new ChatMessageContent(AuthorRole.User, context) };""")]
    [InlineData("""var history = new ChatHistory(); history.AddMessage(AuthorRole.User, context);""")]
    [InlineData("""var history = new ChatHistory(); history.Add(new ChatMessageContent(AuthorRole.User, context));""")]
    [InlineData("""var history = new ChatHistory(); history.AddUserMessage([new TextContent(question), new TextContent(context)]);""")]
    [InlineData("""var prompt = $"{context}{question}"; var history = prompt;""")]
    public Task Chat_history(string history) =>
        Desk.SemanticKernelAsync(
            $$"""
            var results = await search.GetTextSearchResultsAsync(question);
            var context = string.Join("\n", await results.Results.Select(result => result.Value).ToListAsync());
            {{history}}
            var answer = await {|RAG2001:chat.GetChatMessageContentAsync|}(history, kernel: kernel);
            Use(JsonSerializer.Deserialize<Answer>(answer.Content!));
            """
        );

    [Theory]
    [InlineData("""new() { ["context"] = context, ["question"] = question }""")]
    [InlineData("""new KernelArguments { { "context", context } }""")]
    [InlineData("""new KernelArguments(new OpenAIPromptExecutionSettings { Temperature = 0 }) { ["context"] = context }""")]
    [InlineData("""new KernelArguments(new Dictionary<string, object?> { ["context"] = context })""")]
    public Task Kernel_arguments(string arguments) =>
        Desk.SemanticKernelAsync(
            $$$"""
            var context = "";
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                context += hit.Record.Text;
            var answer = await {|RAG2001:kernel.InvokePromptAsync|}("Answer {{$question}} as JSON from {{$context}}", {{{arguments}}});
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );

    [Fact]
    public Task Kernel_arguments_in_steps() =>
        Desk.SemanticKernelAsync(
            """
            var arguments = new KernelArguments { ["question"] = question };
            arguments["context"] = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            var answer = await {|RAG2001:kernel.InvokePromptAsync|}("Answer {{$question}} as JSON from {{$context}}", arguments);
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );

    [Theory]
    [InlineData("chat.CompleteChat(context + question)")]
    [InlineData("chat.CompleteChat([new SystemChatMessage(context), new UserChatMessage(question)])")]
    [InlineData("chat.CompleteChat(new UserChatMessage(ChatMessageContentPart.CreateTextPart(context)))")]
    [InlineData("chat.CompleteChat(ChatMessage.CreateUserMessage($\"{context} {question}\"))")]
    public Task OpenAI_messages(string call) =>
        Desk.OpenAIAsync(
            $$"""
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            ChatCompletion completion = {{call.Replace("chat.CompleteChat", "{|RAG2001:chat.CompleteChat|}")}};
            Use(JsonSerializer.Deserialize<Answer>(completion.Content[0].Text));
            """
        );

    [Theory]
    [InlineData("""("gpt-4.1-mini", context + question)""")]
    [InlineData("""("gpt-4.1-mini", [ResponseItem.CreateUserMessageItem(context)])""")]
    [InlineData(
        """(new CreateResponseOptions { Model = "gpt-4.1-mini", Instructions = context, InputItems = { ResponseItem.CreateUserMessageItem(question) } })"""
    )]
    [InlineData("""(new CreateResponseOptions("gpt-4.1-mini", [ResponseItem.CreateUserMessageItem(context)]))""")]
    public Task OpenAI_responses(string arguments) =>
        Desk.OpenAIAsync(
            $$"""
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            ResponseResult response = await {|RAG2001:responses.CreateResponseAsync|}{{arguments}};
            Use(JsonSerializer.Deserialize<Answer>(response.GetOutputText()));
            """
        );

    [Theory]
    [InlineData("""chat.AsAIAgent("You answer in JSON.")""", "context + question")]
    [InlineData(
        """chat.AsAIAgent("You answer in JSON.")""",
        "[new ChatMessage(ChatRole.User, context), new ChatMessage(ChatRole.User, question)]"
    )]
    [InlineData("""new ChatClientAgent(chat, "Answer in JSON from " + context)""", "question")]
    [InlineData("""chat.AsAIAgent("Answer in JSON from " + context)""", "question")]
    [InlineData("""chat.AsAIAgent(name: "desk", instructions: $"Answer in JSON from {context}")""", "question")]
    [InlineData("""chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = new() { Instructions = context } })""", "question")]
    [InlineData("""new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { Instructions = context } })""", "question")]
    public Task Agents(string agent, string message) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            var made = {{agent}};
            var response = await {|RAG2001:made.RunAsync|}({{message}});
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );
}
