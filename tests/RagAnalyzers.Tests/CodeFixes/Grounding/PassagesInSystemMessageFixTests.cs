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
    // Sentences before them stay.
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Be brief. Answer from the passages.\nPassages: {found}"), new UserChatMessage(question)]);""",
        """return await client.CompleteChatAsync([new SystemChatMessage("Be brief. Answer from the passages."), new UserChatMessage($"Passages: {found}"), new UserChatMessage(question)]);"""
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
                        history.AddUserMessage($"{found}");
                        return await completion.GetChatMessageContentAsync(history);
                """
            )
        );

    [Theory]
    [InlineData(
        "var history = new {|RAG6003:ChatHistory|}($\"Answer from the passages. {found}\");",
        "var history = new ChatHistory(\"Answer from the passages.\");",
        "$\"{found}\""
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
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<PassagesInSystemMessage, PassagesInSystemMessageFix>(GroundedPrompts.Source(statements));
}
