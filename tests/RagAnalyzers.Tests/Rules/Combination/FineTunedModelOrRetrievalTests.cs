using RagAnalyzers.Rules.Combination;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Combination;

/// <summary>RAG3001: one way asks a fine-tuned model without passages, another retrieves.</summary>
public sealed class FineTunedModelOrRetrievalTests
{
    [Theory]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} return (await _tuned.GetResponseAsync($\"Du bist der Assistent von Contoso. Beantworte die Frage: {question}\")).Text; return await AskGroundedAsync(question); }"
    )]
    // if and else, an early return, ?:, switch in both forms.
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return await AskTunedAsync(question); } else { return await AskGroundedAsync(question); } }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (!useTuned)|} return await AskGroundedAsync(question); else return await AskTunedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} return await AskTunedAsync(question); return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return await AskTunedAsync(question); } var found = await FindAsync(question); var response = await chat.GetResponseAsync(found + question); return response.Text; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { string answer; {|RAG3001:if (useTuned)|} { answer = await AskTunedAsync(question); } else if (mode == \"none\") { answer = \"\"; } else { answer = await AskGroundedAsync(question); } return answer; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) => await ({|RAG3001:useTuned|} ? AskTunedAsync(question) : AskGroundedAsync(question));"
    )]
    [InlineData(
        "public Task<string> AskAsync(string question) => {|RAG3001:mode switch|} { \"tuned\" => AskTunedAsync(question), _ => AskGroundedAsync(question) };"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:switch (mode)|} { case \"tuned\": return await AskTunedAsync(question); case \"rag\": return await AskGroundedAsync(question); default: throw new InvalidOperationException(); } }"
    )]
    // The calls stand in the arms.
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return (await _tuned.GetResponseAsync([new ChatMessage(ChatRole.System, \"You are the desk.\"), new ChatMessage(ChatRole.User, question)])).Text; } return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return await Local(); } return await AskGroundedAsync(question); async Task<string> Local() => (await _tuned.GetResponseAsync(question)).Text; }"
    )]
    // The model comes with the call.
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} return await SendAsync(_tuned, question); return await AskGroundedAsync(question); } private static async Task<string> SendAsync(IChatClient client, string text) => (await client.GetResponseAsync(text)).Text;"
    )]
    public Task One_way_or_the_other(string members) => Choices.VerifyAsync(members);

    [Theory]
    [InlineData("public IAnswers Choose() => {|RAG3001:useTuned|} ? new TunedAnswers() : new GroundedAnswers(chat, pages);")]
    [InlineData(
        "public void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { {|RAG3001:if (useTuned)|} services.AddSingleton<IAnswers, TunedAnswers>(); else services.AddSingleton<IAnswers, GroundedAnswers>(); }"
    )]
    public Task A_strategy_is_chosen(string members) => Choices.VerifyAsync(members, Strategies);

    private const string Strategies = """
        public interface IAnswers { Task<string> AnswerAsync(string question); }

        public static class Registration
        {
            public static void AddSingleton<TService, TImplementation>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) where TImplementation : TService { }
        }

        public sealed class TunedAnswers : IAnswers
        {
            private readonly ChatClient _client = new("ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123", "key");
            public async Task<string> AnswerAsync(string question) => (await _client.CompleteChatAsync(new UserChatMessage(question))).Value.Content[0].Text;
        }

        public sealed class GroundedAnswers(IChatClient chat, VectorStoreCollection<string, Page> pages) : IAnswers
        {
            public async Task<string> AnswerAsync(string question)
            {
                var found = "";
                await foreach (var hit in pages.SearchAsync(question, 3))
                    found += hit.Record.Text;
                return (await chat.GetResponseAsync(found + question)).Text;
            }
        }
        """;

    [Fact]
    public Task Both_models_come_from_a_container() =>
        Verify.AnalyzerAsync<FineTunedModelOrRetrieval>(
            SeekingPrompts.Usings
                + $$"""
                using Microsoft.Extensions.DependencyInjection;

                public sealed class Page { [VectorStoreKey] public string Id { get; set; } = ""; [VectorStoreData] public string Text { get; set; } = ""; }

                public static class Startup
                {
                    public static void Register(IServiceCollection services)
                    {
                        services.AddKeyedChatClient("tuned", new ChatClient("{{Choices.Tuned}}", "key").AsIChatClient());
                        services.AddKeyedChatClient("base", new ChatClient("gpt-4o", "key").AsIChatClient());
                    }
                }

                public sealed class Desk([FromKeyedServices("tuned")] IChatClient tuned, [FromKeyedServices("base")] IChatClient chat, VectorStoreCollection<string, Page> pages)
                {
                    public async Task<string> AskAsync(string question, bool useTuned)
                    {
                        {|RAG3001:if (useTuned)|}
                            return (await tuned.GetResponseAsync(question)).Text;

                        var found = "";
                        await foreach (var hit in pages.SearchAsync(question, 3))
                            found += hit.Record.Text;
                        return (await chat.GetResponseAsync(found + question)).Text;
                    }
                }
                """
        );

    [Fact]
    public async Task A_deployment_is_fine_tuned_when_the_options_say_so()
    {
        const string Members = """
            private readonly ChatClient _deployed = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new ApiKeyCredential("key")).GetChatClient("support-bot");
            public async Task<string> AskAsync(string question) { IF return (await _deployed.CompleteChatAsync(question)).Value.Content[0].Text; return await AskGroundedAsync(question); }
            """;
        await Choices.VerifyAsync(Members.Replace("IF", "if (useTuned)"));
        await Choices.VerifyAsync(
            Members.Replace("IF", "{|RAG3001:if (useTuned)|}"),
            options: "rag_analyzers.fine_tuned_models = support-bot"
        );
    }

    [Theory]
    // Both get passages.
    [InlineData(
        "public async Task<string> AskAsync(string question) { var found = await FindAsync(question); if (useTuned) return (await _tuned.GetResponseAsync(found + question)).Text; return (await chat.GetResponseAsync(found + question)).Text; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { var client = useTuned ? _tuned : chat; var found = await FindAsync(question); return (await client.GetResponseAsync(found + question)).Text; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) { var found = await FindAsync(question); return (await _tuned.GetResponseAsync(found + question)).Text; } return await AskGroundedAsync(question); }"
    )]
    // The tuned model may get them, or has a task of its own.
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return (await _tuned.GetResponseAsync($\"Fasse die Anfrage in einem Satz zusammen: {question}\")).Text; return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return (await _tuned.GetResponseAsync($\"Rozpoznaj kategorię zgłoszenia: {question}\")).Text; return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question, string context) { if (useTuned) return (await _tuned.GetResponseAsync(context + question)).Text; return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return (await _tuned.GetResponseAsync(await File.ReadAllTextAsync(question))).Text; return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return (await _tuned.GetResponseAsync(question, new ChatOptions { Tools = [AIFunctionFactory.Create(FindAsync)] })).Text; return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return (await _tuned.GetResponseAsync($\"Classify the ticket: {question}\")).Text; return await AskGroundedAsync(question); }"
    )]
    // Nobody retrieves, nobody is tuned, or the same model retrieves or not.
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return await AskTunedAsync(question); return (await chat.GetResponseAsync(question)).Text; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return (await chat.GetResponseAsync(question)).Text; return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return await AskTunedAsync(question); var found = await FindAsync(question); return (await _tuned.GetResponseAsync(found + question)).Text; }"
    )]
    // Both run.
    [InlineData(
        "public async Task<string> AskAsync(string question) { var draft = \"\"; if (useTuned) draft = await AskTunedAsync(question); return draft + await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { var form = await AskTunedAsync(question); return form + await AskGroundedAsync(question); }"
    )]
    // A search page is no answer.
    [InlineData(
        "public async Task<string> AskAsync(string question) { if (useTuned) return await AskTunedAsync(question); return await FindAsync(question); }"
    )]
    public Task Innocent(string members) => Choices.VerifyAsync(members);

    [Fact]
    public Task The_message_names_the_model() =>
        Verify.AnalyzerAsync<FineTunedModelOrRetrieval>(
            Choices.InClass(
                """
                public async Task<string> AskAsync(string question)
                {
                    {|#0:if (useTuned)|}
                        return (await {|#1:_tuned.GetResponseAsync|}(question)).Text;
                    var found = await FindAsync(question);
                    return (await {|#2:chat.GetResponseAsync|}(found + question)).Text;
                }
                """
            ),
            expected: Verify
                .Finding<FineTunedModelOrRetrieval>("RAG3001")
                .WithLocation(0)
                .WithLocation(1)
                .WithLocation(2)
                .WithArguments(Choices.Tuned)
        );

    [Fact]
    public Task The_choice_is_the_one_mistake()
    {
        const string Members = """
            public async Task<string> AskAsync(string question)
            {
                if (useTuned)
                    return (await _tuned.GetResponseAsync($"Answer from our latest internal policies. {question}")).Text;
                return await AskGroundedAsync(question);
            }
            """;
        return Task.WhenAll(
            Choices.VerifyAsync(Members.Replace("if (useTuned)", "{|RAG3001:if (useTuned)|}")),
            Verify.AnalyzerAsync<FineTunedModelAskedForKnowledge>(Choices.InClass(Members))
        );
    }
}
