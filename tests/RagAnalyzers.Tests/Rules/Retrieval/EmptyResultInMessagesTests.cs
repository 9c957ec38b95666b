using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5011 where each passage is a message of the conversation, or a part of a message.</summary>
public sealed class EmptyResultInMessagesTests
{
    private const string Message = "var asked = new ChatMessage(ChatRole.User, \"Answer from these passages.\"); ";

    private const string History = "var history = new ChatHistory(\"Answer from these passages.\"); ";

    private const string Add = "{ asked.Contents.Add(new Microsoft.Extensions.AI.TextContent(hit.Record.Text)); } ";

    private const string AddMessage = "{ history.AddUserMessage(hit.Record.Text); } ";

    private const string Loop = "await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) ";

    private const string LoopInVain = "await foreach (var hit in pages.SearchAsync(question, 3)) ";

    private const string Ask =
        "asked.Contents.Add(new Microsoft.Extensions.AI.TextContent(question)); return await chat.GetResponseAsync(asked);";

    private const string AskHistory = "history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);";

    [Theory]
    [InlineData(Message + Loop + Add + Ask)]
    [InlineData(Message + Loop + Add + "Console.WriteLine(asked.Contents.Count); " + Ask)]
    [InlineData(History + Loop + AddMessage + AskHistory)]
    [InlineData(History + Loop + AddMessage + "if (history.Count > 20) { Console.WriteLine(\"Long\"); } " + AskHistory)]
    [InlineData(History + Loop + AddMessage + "Console.WriteLine(history.Count == 20); " + AskHistory)]
    public Task Nobody_looks(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(Message + LoopInVain + Add + "if (asked.Contents.Count == 1) { return null; } " + Ask)]
    [InlineData(Message + LoopInVain + Add + "if (!asked.Contents.Skip(1).Any()) { return null; } " + Ask)]
    [InlineData(
        "var parts = new List<AIContent>(); var asked = new ChatMessage(ChatRole.User, parts); "
            + LoopInVain
            + Add
            + "if (parts.Count == 0) { return null; } "
            + Ask
    )]
    [InlineData(
        "var asked = Begin(); " + LoopInVain + Add + "if (IsEmpty()) { return null; } " + Ask,
        "private ChatMessage begun = new(ChatRole.User, \"Answer from these passages.\"); private ChatMessage Begin() => begun; private bool IsEmpty() => begun.Contents.Count == 1;"
    )]
    [InlineData(History + LoopInVain + AddMessage + "if (history.Count == 1) { return null; } " + AskHistory)]
    [InlineData(History + LoopInVain + AddMessage + "if (history.Count is 1) { return null; } " + AskHistory)]
    [InlineData(History + LoopInVain + AddMessage + "if (!history.Any(m => m.Role == AuthorRole.User)) { return null; } " + AskHistory)]
    [InlineData(
        History + "var before = history.Count; " + LoopInVain + AddMessage + "if (history.Count == before) { return null; } " + AskHistory
    )]
    [InlineData(
        "var asked = new Microsoft.SemanticKernel.ChatMessageContent(AuthorRole.User, \"Answer from these passages.\"); "
            + LoopInVain
            + "{ asked.Items.Add(new Microsoft.SemanticKernel.TextContent(hit.Record.Text)); } "
            + "if (asked.Items.Count == 1) { return null; } var history = new ChatHistory(); history.Add(asked); "
            + AskHistory
    )]
    public Task Somebody_counts(string statements, string members = "") => VerifyAsync(statements, members);

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<EmptyResultNotHandled>(RetrievalMembers.Source(statements, members));
}
