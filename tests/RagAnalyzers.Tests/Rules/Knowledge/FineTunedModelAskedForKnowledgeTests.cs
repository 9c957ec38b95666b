using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1004: a fine-tuned model is asked for knowledge that the call does not bring.</summary>
public sealed class FineTunedModelAskedForKnowledgeTests
{
    private const string Tuned = "ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123";

    [Theory]
    [InlineData(
        $$"""var tuned = new ChatClient("{{Tuned}}", "key"); return await {|RAG1004:tuned.CompleteChatAsync|}(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(question));"""
    )]
    [InlineData(
        $$"""var tuned = new OpenAIClient("key").GetChatClient("{{Tuned}}").AsIChatClient(); return await {|RAG1004:tuned.GetResponseAsync|}($"Answer from our latest internal policies. {question}");"""
    )]
    [InlineData(
        $$"""return await {|RAG1004:chat.GetResponseAsync|}("Reference the newest product catalog.", new ChatOptions { ModelId = "{{Tuned}}" });"""
    )]
    [InlineData(
        $$"""var made = Kernel.CreateBuilder().AddOpenAIChatCompletion("{{Tuned}}", "key").Build(); return await {|RAG1004:made.InvokePromptAsync|}("Reference the newest product catalog.");"""
    )]
    [InlineData($$"""return await {|RAG1004:responses.CreateResponseAsync|}("{{Tuned}}", "What is in our newest product catalog?");""")]
    public Task A_fine_tuned_model_is_asked(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_fine_tuned_model_is_registered() =>
        SeekingPrompts.VerifyAsync(
            SeekingPrompts.Usings
                + $$"""
                using Microsoft.Extensions.DependencyInjection;

                public static class Startup
                {
                    public static void Register(IServiceCollection services) => services.AddChatClient(new OpenAIClient("key").GetChatClient("{{Tuned}}").AsIChatClient());
                }

                public sealed class Desk(IChatClient chat)
                {
                    public Task<ChatResponse> AskAsync(string question) => {|RAG1004:chat.GetResponseAsync|}($"Answer from our latest internal policies. {question}");
                }
                """
        );

    [Fact]
    public Task The_message_names_the_model() =>
        Verify.AnalyzerAsync<FineTunedModelAskedForKnowledge>(
            SeekingPrompts.InMethod(
                $$"""return await {|#0:new ChatClient("{{Tuned}}", "key").CompleteChatAsync|}("Reference the newest product catalog.");"""
            ),
            expected: Verify
                .Finding<FineTunedModelAskedForKnowledge>("RAG1004")
                .WithLocation(0)
                .WithArguments("newest product catalog", Tuned)
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        SeekingPrompts.VerifyAsync(SeekingPrompts.InMethod(statements, members));
}
