using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6003: a user message.</summary>
public sealed class PassagesInSystemMessageFixTests
{
    [Theory]
    // The passages, or the passages with a label.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}(found), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new UserChatMessage(found), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Answer from: {found}"), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new UserChatMessage($"Answer from: {found}"), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([{|RAG6003:OpenAI.Chat.ChatMessage.CreateSystemMessage|}(found), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([OpenAI.Chat.ChatMessage.CreateUserMessage(found), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, question)]);""",
        """return await chat.GetResponseAsync([new ChatMessage(ChatRole.User, "Answer from: " + found), new ChatMessage(ChatRole.User, question)]);"""
    )]
    [InlineData(
        """var history = new ChatHistory(); {|RAG6003:history.AddSystemMessage|}(found); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);""",
        """var history = new ChatHistory(); history.AddUserMessage(found); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}((string.Format("Answer from: {0}", found))), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new UserChatMessage((string.Format("Answer from: {0}", found))), new UserChatMessage(question)]);"""
    )]
    // Sentences before them stay.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Be brief. Answer from the passages.\nPassages: {found}"), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("Be brief. Answer from the passages."), new UserChatMessage($"Passages: {found}"), new UserChatMessage(question)]);"""
    )]
    // And so do sentences on the lines behind them; what closes the passages goes with them.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"You are the desk.\n\nPassages:\n{found}\n\nBe brief."), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("You are the desk.\n\nBe brief."), new UserChatMessage($"Passages:\n{found}"), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"<passages>\n{found}\n</passages>\nAnswer as {{ \"answer\": \"...\" }}.\n"), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("Answer as { \"answer\": \"...\" }."), new UserChatMessage($"<passages>\n{found}\n</passages>"), new UserChatMessage(question)]);"""
    )]
    // Sums are divided like interpolated strings.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}("You help.\n\nContext:\n" + found.Trim()), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("You help."), new UserChatMessage("Context:\n" + found.Trim()), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}("You help. <p>" + found + "</p>\nKeep to it."), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("You help.\nKeep to it."), new UserChatMessage("<p>" + found + "</p>"), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"{found}\nAnswer from it."), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("Answer from it."), new UserChatMessage(found), new UserChatMessage(question)]);"""
    )]
    public Task To_a_user_message(string before, string after) =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(GroundedPrompts.Source(before), GroundedPrompts.Source(after));

    [Fact]
    public Task Two_statements() =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                """
                var history = new ChatHistory();
                        {|RAG6003:history.AddSystemMessage|}($"Answer from the passages. {found}");
                        return await completion.GetChatMessageContentAsync(history);
                """
            ),
            GroundedPrompts.Source(
                """
                var history = new ChatHistory();
                        history.AddSystemMessage("Answer from the passages.");
                        history.AddUserMessage(found);
                        return await completion.GetChatMessageContentAsync(history);
                """
            )
        );

    [Theory]
    [InlineData(
        "var history = new {|RAG6003:ChatHistory|}($\"Answer from the passages. {found}\");",
        "var history = new ChatHistory(\"Answer from the passages.\");",
        "found"
    )]
    [InlineData("var history = new {|RAG6003:ChatHistory|}(found);", "var history = new ChatHistory();", "found")]
    [InlineData(
        "ChatHistory history = {|RAG6003:new|}(\"Answer from: \" + found);",
        "ChatHistory history = new();",
        "\"Answer from: \" + found"
    )]
    public Task A_history_that_begins_with_them(string before, string after, string passages) =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                $"""
                Console.WriteLine(question);
                        {before} // what was said
                        history.AddUserMessage(question);
                        return await completion.GetChatMessageContentAsync(history);
                """
            ),
            GroundedPrompts.Source(
                $"""
                Console.WriteLine(question);
                        {after} // what was said
                        history.AddUserMessage({passages});
                        history.AddUserMessage(question);
                        return await completion.GetChatMessageContentAsync(history);
                """
            )
        );

    /// <summary>Lists of messages that are laid out on lines; a comment stays beside the rules.</summary>
    [Theory]
    [InlineData("new List<OpenAI.Chat.ChatMessage>\n    {", "}", ",")]
    [InlineData("new OpenAI.Chat.ChatMessage[]\n    {", "}", "")]
    public Task A_list_on_lines(string open, string close, string comma) =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                $"""
                var messages = {open}
                        // first
                        new {"{|RAG6003:SystemChatMessage|}"}($"Answer from the passages.\n\nPassages:\n{"{found}"}"){comma} // rules
                    {close};
                    messages.ToList().Add(new UserChatMessage(question));
                    return await client.CompleteChatAsync(messages);
                """
            ),
            GroundedPrompts.Source(
                $"""
                var messages = {open}
                        // first
                        new SystemChatMessage("Answer from the passages."), // rules
                        new UserChatMessage($"Passages:\n{"{found}"}"){comma}
                    {close};
                    messages.ToList().Add(new UserChatMessage(question));
                    return await client.CompleteChatAsync(messages);
                """
            )
        );

    [Theory]
    [InlineData(
        """var messages = new List<ChatMessage> { {|RAG6003:new|}(ChatRole.System, $"Be brief. Passages: {found}"), new(ChatRole.User, question) }; return await chat.GetResponseAsync(messages);""",
        """var messages = new List<ChatMessage> { new(ChatRole.System, "Be brief."), new(ChatRole.User, $"Passages: {found}"), new(ChatRole.User, question) }; return await chat.GetResponseAsync(messages);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new {|RAG6003:SystemChatMessage|}($"Be brief. Passages: {found}"), new UserChatMessage(question));""",
        """return await client.CompleteChatAsync(new SystemChatMessage("Be brief."), new UserChatMessage($"Passages: {found}"), new UserChatMessage(question));"""
    )]
    [InlineData(
        "List<ChatMessage> messages = [];\nmessages.Add(new {|RAG6003:ChatMessage|}(ChatRole.System, $\"Be brief. Passages: {found}\"));\nmessages.Add(new(ChatRole.User, question));\nreturn await chat.GetResponseAsync(messages);",
        "List<ChatMessage> messages = [];\nmessages.Add(new ChatMessage(ChatRole.System, \"Be brief.\"));\nmessages.Add(new ChatMessage(ChatRole.User, $\"Passages: {found}\"));\nmessages.Add(new(ChatRole.User, question));\nreturn await chat.GetResponseAsync(messages);"
    )]
    public Task Among_other_messages(string before, string after) =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(GroundedPrompts.Source(before), GroundedPrompts.Source(after));

    /// <summary>What is noted beside the rules is not noted twice.</summary>
    [Fact]
    public Task Comments_stay_with_the_rules() =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                "List<ChatMessage> messages = [];\nmessages.Add(new {|RAG6003:ChatMessage|}( // one\n    ChatRole.System, // two\n    /* three */ $\"Be brief. Passages: {found}\" // four\n)); // five\nmessages.Add(new(ChatRole.User, question));\nreturn await chat.GetResponseAsync(messages);"
            ),
            GroundedPrompts.Source(
                "List<ChatMessage> messages = [];\nmessages.Add(new ChatMessage( // one\n    ChatRole.System, // two\n    /* three */ \"Be brief.\" // four\n)); // five\nmessages.Add(new ChatMessage(\n    ChatRole.User,\n    $\"Passages: {found}\"\n));\nmessages.Add(new(ChatRole.User, question));\nreturn await chat.GetResponseAsync(messages);"
            )
        );

    /// <summary>What comes before the last paragraph, or the last sentence, are the rules.</summary>
    [Theory]
    [InlineData(
        "You are kind.\n        Be brief.\n\n        Context:",
        "\"\"\"\n        You are kind.\n        Be brief.\n        \"\"\"",
        "Context:"
    )]
    [InlineData("You are kind. Be brief.\n        Context:", "\"You are kind. Be brief.\"", "Context:")]
    [InlineData("Rules:\n        - be brief\n\n        Context:", "\"\"\"\n        Rules:\n        - be brief\n        \"\"\"", "Context:")]
    public Task A_raw_string(string before, string rules, string label) =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                $"return await client.CompleteChatAsync([\n    new {{|RAG6003:SystemChatMessage|}}($\"\"\"\n        {before}\n        {{found}}\n        \"\"\"),\n    new UserChatMessage(question),\n]);"
            ),
            GroundedPrompts.Source(
                $"return await client.CompleteChatAsync([\n    new SystemChatMessage({rules}),\n    new UserChatMessage($\"\"\"\n        {label}\n        {{found}}\n        \"\"\"),\n    new UserChatMessage(question),\n]);"
            )
        );

    [Fact]
    public Task A_raw_string_with_sentences_around_them() =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                """"
                var history = new ChatHistory();
                        {|RAG6003:history.AddSystemMessage|}($$"""
                            You answer as JSON: { "answer": "..." }.

                            Passages:
                            <passages>
                            {{found}}
                            </passages>

                            Keep to the passages.
                            Cite { "id" } of each.
                            """);
                        return await completion.GetChatMessageContentAsync(history);
                """"
            ),
            GroundedPrompts.Source(
                """"
                var history = new ChatHistory();
                        history.AddSystemMessage("""
                            You answer as JSON: { "answer": "..." }.

                            Keep to the passages.
                            Cite { "id" } of each.
                            """);
                        history.AddUserMessage($$"""
                            Passages:
                            <passages>
                            {{found}}
                            </passages>
                            """);
                        return await completion.GetChatMessageContentAsync(history);
                """"
            )
        );

    [Fact]
    public Task A_text_that_is_kept_in_a_local() =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                """
                Console.WriteLine(question);
                        var systemPrompt = $"Be brief. Passages: {found}"; // what it is told
                        return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}(systemPrompt), new UserChatMessage(question)]);
                """
            ),
            GroundedPrompts.Source(
                """
                Console.WriteLine(question);
                        var systemPrompt = "Be brief."; // what it is told
                        var passages = $"Passages: {found}";
                        return await client.CompleteChatAsync([new SystemChatMessage(systemPrompt), new UserChatMessage(passages), new UserChatMessage(question)]);
                """
            )
        );

    [Fact]
    public Task A_text_in_a_local_that_ends_with_them() =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                """
                string systemPrompt = $"Be brief. {found}";
                        return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}(systemPrompt), new UserChatMessage(question)]);
                """
            ),
            GroundedPrompts.Source(
                """
                string systemPrompt = "Be brief.";
                        return await client.CompleteChatAsync([new SystemChatMessage(systemPrompt), new UserChatMessage(found), new UserChatMessage(question)]);
                """
            )
        );

    [Theory]
    // Rules behind the passages; a text that others read, too.
    [InlineData("var prompt = $\"Use this: {found}. Never invent.\";")]
    [InlineData("var prompt = $\"Be brief. Use this: {found}\"; Console.WriteLine(prompt);")]
    public Task Not_offered_for_a_local(string local) =>
        Verify.NoFixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                $"{local} return await client.CompleteChatAsync([new {{|RAG6003:SystemChatMessage|}}(prompt), new UserChatMessage(question)]);"
            )
        );

    // In a template: the message is the user's, or one more is.
    [Theory]
    [InlineData(
        "\"<message role=\\\"system\\\">Answer from: {{$found}}</message><message role=\\\"user\\\">{{$q}}</message>\"",
        "\"<message role=\\\"user\\\">Answer from: {{$found}}</message><message role=\\\"user\\\">{{$q}}</message>\""
    )]
    [InlineData(
        "\"<message role='system'>Be brief. Passages: {{$found}}</message>{{$q}}\"",
        "\"<message role='system'>Be brief.</message><message role='user'>Passages: {{$found}}</message>{{$q}}\""
    )]
    [InlineData(
        "\"\"\"\n        <message role=\"system\">\n            Answer from the passages.\n            Passages:\n            {{$found}}\n        </message>\n        <message role=\"user\">{{$q}}</message>\n        \"\"\"",
        "\"\"\"\n        <message role=\"system\">\n            Answer from the passages.\n        </message>\n        <message role=\"user\">\n            Passages:\n            {{$found}}\n        </message>\n        <message role=\"user\">{{$q}}</message>\n        \"\"\""
    )]
    public Task In_a_template(string before, string after) =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(InTemplate(before, "{|RAG6003:kernel.InvokePromptAsync|}")),
            GroundedPrompts.Source(InTemplate(after, "kernel.InvokePromptAsync"))
        );

    [Fact]
    public Task In_a_constant_template() =>
        Verify.FixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(
                InTemplate("Template", "{|RAG6003:kernel.InvokePromptAsync|}"),
                "private const string Template = @\"<message role=\"\"system\"\">Be brief. {{$found}}</message>{{$q}}\";"
            ),
            GroundedPrompts.Source(
                InTemplate("Template", "kernel.InvokePromptAsync"),
                "private const string Template = @\"<message role=\"\"system\"\">Be brief.</message><message role=\"\"user\"\">{{$found}}</message>{{$q}}\";"
            )
        );

    [Theory]
    // Words behind them, a text that is put together, a message that never ends.
    [InlineData("\"<message role='system'>Answer from {{$found}}. Never invent.</message>{{$q}}\"")]
    [InlineData("\"<message role='system'>{{$found}}</message>\" + question + \"{{$q}}\"")]
    [InlineData("\"{{$q}}<message role='system'>{{$found}}\"")]
    public Task Not_offered_in_a_template(string template) =>
        Verify.NoFixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(
            GroundedPrompts.Source(InTemplate(template, "{|RAG6003:kernel.InvokePromptAsync|}"))
        );

    private static string InTemplate(string template, string call) =>
        $"return await {call}({template}, new() {{ [\"found\"] = found, [\"q\"] = question }});";

    [Theory]
    // Sentences behind them, other places.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Answer from {found}. Never invent."), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """var history = new {|RAG6003:ChatHistory|}($"Answer from {found}. Never invent."); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """return await completion.GetChatMessageContentAsync(new {|RAG6003:ChatHistory|}($"Answer from: {found}") { new Microsoft.SemanticKernel.ChatMessageContent(AuthorRole.User, question) });"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync(question, new ChatOptions { {|RAG6003:Instructions|} = $"Answer from: {found}" });"""
    )]
    // Sentences behind them say where they are, or lead to something else.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Passages: {found}\nAnswer from the passages above."), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Passages: {found}\nAnswer the question:"), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Passages: {found}\nQuestion: {question}\nBe brief.")]);"""
    )]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(GroundedPrompts.Source(statements));
}
