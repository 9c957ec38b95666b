using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6006 where message tags are read: a history with one message.</summary>
public sealed class TextReadAsMessagesFixTests
{
    [Theory]
    [InlineData(
        """return await completion.GetChatMessageContentAsync({|RAG6006:$"From {found}"|});""",
        """return await completion.GetChatMessageContentAsync(new ChatHistory { new ChatMessageContent(AuthorRole.User, $"From {found}") });"""
    )]
    [InlineData(
        """var prompt = {|RAG6006:$"From {found}"|}; return await completion.GetChatMessageContentAsync(prompt, kernel: kernel);""",
        """var prompt = $"From {found}"; return await completion.GetChatMessageContentAsync(new ChatHistory { new ChatMessageContent(AuthorRole.User, prompt) }, kernel: kernel);"""
    )]
    [InlineData(
        """await foreach (var piece in completion.GetStreamingChatMessageContentsAsync({|RAG6006:"From " + found|})) { Console.Write(piece); } return null;""",
        """await foreach (var piece in completion.GetStreamingChatMessageContentsAsync(new ChatHistory { new ChatMessageContent(AuthorRole.User, "From " + found) })) { Console.Write(piece); } return null;"""
    )]
    [InlineData(
        """return await completion.GetChatMessageContentAsync(prompt: {|RAG6006:$"From {found}"|}, kernel: kernel);""",
        """return await completion.GetChatMessageContentAsync(chatHistory: new ChatHistory { new ChatMessageContent(AuthorRole.User, $"From {found}") }, kernel: kernel);"""
    )]
    [InlineData(
        """return await completion.GetChatMessageContentAsync(kernel: kernel, prompt: {|RAG6006:$"From {found}"|});""",
        """return await completion.GetChatMessageContentAsync(kernel: kernel, chatHistory: new ChatHistory { new ChatMessageContent(AuthorRole.User, $"From {found}") });"""
    )]
    [InlineData(
        """return await ChatCompletionServiceExtensions.GetChatMessageContentAsync(completion, {|RAG6006:$"From {found}"|}, kernel: kernel);""",
        """return await ChatCompletionServiceExtensions.GetChatMessageContentAsync(completion, new ChatHistory { new ChatMessageContent(AuthorRole.User, $"From {found}") }, kernel: kernel);"""
    )]
    public Task A_history_with_one_message(string before, string after) =>
        Verify.FixAsync<TextCompiledAsTemplate, CompiledTextFix>(
            TemplatedPrompts.Source(before),
            TemplatedPrompts.Source(after),
            DocumentedSdks.References
        );

    [Theory]
    [InlineData(
        """return await completion.GetChatMessageContentAsync({|RAG6006:$"<message role=\"system\">Answer.</message>{found}"|});"""
    )]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|});""")]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<TextCompiledAsTemplate, Only<TextReadAsMessagesFix>>(
            TemplatedPrompts.Source(statements),
            DocumentedSdks.References
        );
}
