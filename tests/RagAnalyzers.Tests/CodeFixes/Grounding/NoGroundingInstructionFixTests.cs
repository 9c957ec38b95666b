using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6001: one sentence before the passages.</summary>
public sealed class NoGroundingInstructionFixTests
{
    private const string Sentence = "Answer only from the passages that you are given, and say so when they do not hold the answer.";

    [Theory]
    [InlineData(
        """return await {|RAG6001:chat.GetResponseAsync|}($"Context: {found}\nQuestion: {question}");""",
        $$"""return await chat.GetResponseAsync($"{{Sentence}} Context: {found}\nQuestion: {question}");"""
    )]
    [InlineData(
        """return await {|RAG6001:client.CompleteChatAsync|}([new SystemChatMessage("You are a friendly assistant."), new UserChatMessage($"{found}\n\nQuestion: {question}")]);""",
        $$"""return await client.CompleteChatAsync([new SystemChatMessage("You are a friendly assistant. {{Sentence}}"), new UserChatMessage($"{found}\n\nQuestion: {question}")]);"""
    )]
    [InlineData(
        """var history = new ChatHistory("You help the staff of a bank."); history.AddUserMessage($"Documents:\n{found}\nQuestion: {question}"); return await {|RAG6001:completion.GetChatMessageContentAsync|}(history);""",
        $$"""var history = new ChatHistory("You help the staff of a bank. {{Sentence}}"); history.AddUserMessage($"Documents:\n{found}\nQuestion: {question}"); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """return await {|RAG6001:kernel.InvokePromptAsync|}("Documents: {{$found}} Question: {{$question}}", new KernelArguments { ["found"] = found, ["question"] = question });""",
        "return await kernel.InvokePromptAsync(\""
            + Sentence
            + " Documents: {{$found}} Question: {{$question}}\", new KernelArguments { [\"found\"] = found, [\"question\"] = question });"
    )]
    [InlineData(
        """return await {|RAG6001:chat.AsAIAgent("You are a helpful assistant.").RunAsync|}($"{found} {question}");""",
        $$"""return await chat.AsAIAgent("You are a helpful assistant. {{Sentence}}").RunAsync($"{found} {question}");"""
    )]
    [InlineData(
        """return await {|RAG6001:chat.GetResponseAsync|}("Question: " + question + " Context: " + found);""",
        $$"""return await chat.GetResponseAsync("{{Sentence}} Question: " + question + " Context: " + found);"""
    )]
    public Task One_sentence(string before, string after) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(GroundedPrompts.Source(before), GroundedPrompts.Source(after));

    [Fact]
    public Task A_raw_string_on_lines() =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(
                "return await {|RAG6001:chat.GetResponseAsync|}($\"\"\"\n    Context: {found}\n    Question: {question}\n    \"\"\");"
            ),
            GroundedPrompts.Source(
                $"return await chat.GetResponseAsync($\"\"\"\n    {Sentence}\n    Context: {{found}}\n    Question: {{question}}\n    \"\"\");"
            )
        );

    [Theory]
    // Another language.
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Du bist ein freundlicher Assistent. {found} Frage: {question}");""")]
    // The text is used elsewhere.
    [InlineData(
        """const string Rules = "You are a friendly assistant."; Console.WriteLine(Rules); return await {|RAG6001:client.CompleteChatAsync|}([new SystemChatMessage(Rules), new UserChatMessage($"{found}\n\nQuestion: {question}")]);"""
    )]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(GroundedPrompts.Source(statements));
}
