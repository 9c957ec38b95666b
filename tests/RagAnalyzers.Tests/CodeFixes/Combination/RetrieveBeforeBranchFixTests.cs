using Microsoft.CodeAnalysis.CodeActions;
using RagAnalyzers.CodeFixes.Combination;
using RagAnalyzers.Rules.Combination;
using RagAnalyzers.Tests.CodeFixes.Infrastructure;
using RagAnalyzers.Tests.Rules.Combination;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Combination;

public sealed class RetrieveBeforeBranchFixTests
{
    [Fact]
    public Task Else() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    string answer;

                    // The tuned model knows our form.
                    {|RAG3001:if (useTuned)|}
                    {
                        answer = (await _tuned.GetResponseAsync(question)).Text;
                    }
                    else
                    {
                        // The passages for the question.
                        var found = "";
                        await foreach (var hit in pages.SearchAsync(question, 3))
                        {
                            found += hit.Record.Text;
                        }

                        var response = await chat.GetResponseAsync($"Passages: {found} Question: {question}");
                        answer = response.Text;
                    }

                    return answer;
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    string answer;

                    // The passages for the question.
                    var found = "";
                    await foreach (var hit in pages.SearchAsync(question, 3))
                    {
                        found += hit.Record.Text;
                    }

                    // The tuned model knows our form.
                    if (useTuned)
                    {
                        answer = (await _tuned.GetResponseAsync($"Passages: {found} Question: {question}")).Text;
                    }
                    else
                    {
                        var response = await chat.GetResponseAsync($"Passages: {found} Question: {question}");
                        answer = response.Text;
                    }

                    return answer;
                }
            """
        );

    [Fact]
    public Task Early_return() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    {|RAG3001:if (useTuned)|}
                    {
                        return (await _tuned.GetResponseAsync([new ChatMessage(ChatRole.System, "You are the desk."), new ChatMessage(ChatRole.User, (question))])).Text;
                    }

                    var found = await FindAsync(question);
                    return (await chat.GetResponseAsync([new ChatMessage(ChatRole.User, "Passages: " + found + " Question: " + question)])).Text;
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    var found = await FindAsync(question);

                    if (useTuned)
                    {
                        return (await _tuned.GetResponseAsync([new ChatMessage(ChatRole.System, "You are the desk."), new ChatMessage(ChatRole.User, ("Passages: " + found + " Question: " + question))])).Text;
                    }

                    return (await chat.GetResponseAsync([new ChatMessage(ChatRole.User, "Passages: " + found + " Question: " + question)])).Text;
                }
            """
        );

    [Fact]
    public Task Body_on_one_line() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return (await _tuned.GetResponseAsync(question)).Text; } var found = await FindAsync(question); return (await chat.GetResponseAsync($"{found} {question}")).Text; }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    var found = await FindAsync(question);

                    if (useTuned) { return (await _tuned.GetResponseAsync($"{found} {question}")).Text; }
                    return (await chat.GetResponseAsync($"{found} {question}")).Text;
                }
            """
        );

    [Fact]
    public Task A_way_on_one_line() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    string answer;
                    {|RAG3001:if (useTuned)|} { answer = (await _tuned.GetResponseAsync(question)).Text; }
                    else { var found = await FindAsync(question); answer = (await chat.GetResponseAsync(found + question)).Text; }
                    return answer;
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    string answer;
                    var found = await FindAsync(question);

                    if (useTuned) { answer = (await _tuned.GetResponseAsync(found + question)).Text; }
                    else
                    {
                        answer = (await chat.GetResponseAsync(found + question)).Text;
                    }
                    return answer;
                }
            """
        );

    [Fact]
    public Task Statements_that_share_lines() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    var form = "brief"; {|RAG3001:if (useTuned)|}
                    {
                        return (await _tuned.GetResponseAsync(question)).Text;
                    } var found = "";
                    await foreach (var hit in pages.SearchAsync(question, 3))
                    {
                        found += hit.Record.Text;
                    } var response = await chat.GetResponseAsync(found + question);
                    return response.Text + form;
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    var form = "brief";
                    var found = "";
                    await foreach (var hit in pages.SearchAsync(question, 3))
                    {
                        found += hit.Record.Text;
                    }

                    if (useTuned)
                    {
                        return (await _tuned.GetResponseAsync(found + question)).Text;
                    }
                    var response = await chat.GetResponseAsync(found + question);
                    return response.Text + form;
                }
            """
        );

    [Fact]
    public Task Regions_and_conditions_around_the_two_ways() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    #region Tuned
                    // The tuned model knows our form.
                    {|RAG3001:if (useTuned)|}
                    {
                        return (await _tuned.GetResponseAsync(question)).Text;
                    }
                    #endregion

                    #region Grounded
                    // The passages.
                    var found = await FindAsync(question);
                    return (await chat.GetResponseAsync(found + question)).Text;
                    #endregion
                }

                public async Task<string> AgainAsync(string question)
                {
            #if !NEVER
                    {|RAG3001:if (useTuned)|}
                    {
                        return (await _tuned.GetResponseAsync(question)).Text;
                    }
            #endif
                    #region Retrieval
                    // The passages.
                    var found = await FindAsync(question);
                    #endregion

                    return (await chat.GetResponseAsync(found + question)).Text;
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    // The passages.
                    var found = await FindAsync(question);

                    #region Tuned
                    // The tuned model knows our form.
                    if (useTuned)
                    {
                        return (await _tuned.GetResponseAsync(found + question)).Text;
                    }
                    #endregion

                    #region Grounded
                    return (await chat.GetResponseAsync(found + question)).Text;
                    #endregion
                }

                public async Task<string> AgainAsync(string question)
                {
                    #region Retrieval
                    // The passages.
                    var found = await FindAsync(question);
                    #endregion

            #if !NEVER
                    if (useTuned)
                    {
                        return (await _tuned.GetResponseAsync(found + question)).Text;
                    }
            #endif
                    return (await chat.GetResponseAsync(found + question)).Text;
                }
            """
        );

    [Fact]
    public Task Directives_that_begin_behind_the_retrieval_stay_there() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
            #pragma warning disable CS0612
                    {|RAG3001:if (useTuned)|}
                    {
                        return (await _tuned.GetResponseAsync(question)).Text;
                    }
            #pragma warning restore CS0612

                    var found = await FindAsync(question);
            #pragma warning disable CS0612
                    return (await chat.GetResponseAsync(found + question)).Text;
            #pragma warning restore CS0612
                }

                public async Task<string> AgainAsync(string question)
                {
                    #region Tuned
                    {|RAG3001:if (useTuned)|}
                    {
                        return (await _tuned.GetResponseAsync(question)).Text;
                    }
                    #endregion

                    var found = await FindAsync(question);
                    #region Grounded
                    return (await chat.GetResponseAsync(found + question)).Text;
                    #endregion
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    var found = await FindAsync(question);

            #pragma warning disable CS0612
                    if (useTuned)
                    {
                        return (await _tuned.GetResponseAsync(found + question)).Text;
                    }
            #pragma warning restore CS0612

            #pragma warning disable CS0612
                    return (await chat.GetResponseAsync(found + question)).Text;
            #pragma warning restore CS0612
                }

                public async Task<string> AgainAsync(string question)
                {
                    var found = await FindAsync(question);

                    #region Tuned
                    if (useTuned)
                    {
                        return (await _tuned.GetResponseAsync(found + question)).Text;
                    }
                    #endregion

                    #region Grounded
                    return (await chat.GetResponseAsync(found + question)).Text;
                    #endregion
                }
            """
        );

    [Fact]
    public Task Directives_around_both_ways_stay_around_both() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    #pragma warning disable CS0612
                    string answer;
            #if NEVER
                    answer = "";
            #else
                    // Which model?
                    {|RAG3001:if (useTuned)|}
                    {
                        answer = (await _tuned.GetResponseAsync(question)).Text;
                    }
                    else
                    {
                        #region Retrieval
                        var found = "";
            #if !NEVER
                        found = await FindAsync(question);
            #endif
                        #endregion
                        answer = (await chat.GetResponseAsync(found + question)).Text;
                    }
            #endif
                    return answer;
                    #pragma warning restore CS0612
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    #pragma warning disable CS0612
                    string answer;
            #if NEVER
                    answer = "";
            #else
                    #region Retrieval
                    var found = "";
            #if !NEVER
                    found = await FindAsync(question);
            #endif
                    #endregion

                    // Which model?
                    if (useTuned)
                    {
                        answer = (await _tuned.GetResponseAsync(found + question)).Text;
                    }
                    else
                    {
                        answer = (await chat.GetResponseAsync(found + question)).Text;
                    }
            #endif
                    return answer;
                    #pragma warning restore CS0612
                }
            """
        );

    [Fact]
    public Task What_retrieves_under_a_condition_stays() =>
        Verify.NoFixAsync<FineTunedModelOrRetrieval, RetrieveBeforeBranchFix>(
            Choices.InClass(
                """
                    public async Task<string> AskAsync(string question)
                    {
                        {|RAG3001:if (useTuned)|}
                        {
                            return (await _tuned.GetResponseAsync(question)).Text;
                        }

                #if !NEVER
                        var found = await FindAsync(question);
                        return (await chat.GetResponseAsync(found + question)).Text;
                #else
                        return "";
                #endif
                    }
                """
            )
        );

    [Fact]
    public Task The_tuned_model_in_the_else() =>
        VerifyAsync(
            """
                public async Task<string> AskAsync(string question)
                {
                    {|RAG3001:if (!useTuned)|}
                    {
                        var found = await FindAsync(question);
                        return (await chat.GetResponseAsync(found + question)).Text;
                    }
                    else
                    {
                        return (await _tuned.GetResponseAsync(question)).Text;
                    }
                }
            """,
            """
                public async Task<string> AskAsync(string question)
                {
                    var found = await FindAsync(question);

                    if (!useTuned)
                    {
                        return (await chat.GetResponseAsync(found + question)).Text;
                    }
                    else
                    {
                        return (await _tuned.GetResponseAsync(found + question)).Text;
                    }
                }
            """
        );

    [Fact]
    public Task The_official_client_and_fix_all() =>
        VerifyAsync(
            """
                private readonly ChatClient _openAI = new("gpt-4o", "key");
                private readonly ChatClient _openAITuned = new("ft:gpt-4o:contoso::1", "key");

                public async Task<string> FirstAsync(string question)
                {
                    {|RAG3001:if (useTuned)|}
                    {
                        ChatCompletion tuned = await _openAITuned.CompleteChatAsync(new SystemChatMessage("You are the desk."), new UserChatMessage(question));
                        return tuned.Content[0].Text;
                    }

                    var found = await FindAsync(question);
                    ChatCompletion grounded = await _openAI.CompleteChatAsync(new SystemChatMessage("Answer from the passages."), new UserChatMessage($"{found} {question}"));
                    return grounded.Content[0].Text;
                }

                public async Task<string> SecondAsync(string text)
                {
                    {|RAG3001:if (mode == "tuned")|}
                    {
                        return (await _tuned.GetResponseAsync(text)).Text;
                    }

                    var found = await FindAsync(text);
                    return (await chat.GetResponseAsync($"{found} {text}")).Text;
                }
            """.Replace("string text", "string line").Replace("{text}", "{line}").Replace("(text)", "(line)"),
            """
                private readonly ChatClient _openAI = new("gpt-4o", "key");
                private readonly ChatClient _openAITuned = new("ft:gpt-4o:contoso::1", "key");

                public async Task<string> FirstAsync(string question)
                {
                    var found = await FindAsync(question);

                    if (useTuned)
                    {
                        ChatCompletion tuned = await _openAITuned.CompleteChatAsync(new SystemChatMessage("You are the desk."), new UserChatMessage($"{found} {question}"));
                        return tuned.Content[0].Text;
                    }

                    ChatCompletion grounded = await _openAI.CompleteChatAsync(new SystemChatMessage("Answer from the passages."), new UserChatMessage($"{found} {question}"));
                    return grounded.Content[0].Text;
                }

                public async Task<string> SecondAsync(string line)
                {
                    var found = await FindAsync(line);

                    if (mode == "tuned")
                    {
                        return (await _tuned.GetResponseAsync($"{found} {line}")).Text;
                    }

                    return (await chat.GetResponseAsync($"{found} {line}")).Text;
                }
            """
        );

    [Theory]
    // In helpers, in other branchings, in one expression, with a way out on the way.
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return await AskTunedAsync(question); } return await AskGroundedAsync(question); }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) => await ({|RAG3001:useTuned|} ? AskTunedAsync(question) : AskGroundedAsync(question));"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return (await _tuned.GetResponseAsync(question)).Text; } return (await chat.GetResponseAsync($\"{await FindAsync(question)} {question}\")).Text; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return (await _tuned.GetResponseAsync(question)).Text; } var found = await FindAsync(question); if (found == \"\") return \"?\"; return (await chat.GetResponseAsync($\"{found} {question}\")).Text; }"
    )]
    // The passages are in the system message, or the question is another one.
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return (await _tuned.GetResponseAsync(question)).Text; } var found = await FindAsync(question); return (await chat.GetResponseAsync([new ChatMessage(ChatRole.System, found), new ChatMessage(ChatRole.User, question)])).Text; }"
    )]
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { return (await _tuned.GetResponseAsync(mode)).Text; } var found = await FindAsync(question); return (await chat.GetResponseAsync($\"{found} {question}\")).Text; }"
    )]
    // A name would be declared twice.
    [InlineData(
        "public async Task<string> AskAsync(string question) { {|RAG3001:if (useTuned)|} { var found = question; return (await _tuned.GetResponseAsync(found)).Text; } else { var found = await FindAsync(question); return (await chat.GetResponseAsync($\"{found} {question}\")).Text; } }"
    )]
    public Task No_fix(string members) => Verify.NoFixAsync<FineTunedModelOrRetrieval, RetrieveBeforeBranchFix>(Choices.InClass(members));

    /// <summary>The text that the other way sends is read as a template; the one that is made like it is sent as it is.</summary>
    [Fact]
    public async Task The_text_that_it_repeats_is_no_template()
    {
        var offered = await OfferedFixes.ForAsync(
            new RetrieveBeforeBranchFix(),
            """
            using Microsoft.Extensions.VectorData;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Note
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Text { get; set; } = "";
            }

            public class Desk(IChatCompletionService service, VectorStoreCollection<string, Note> notes, bool useTuned)
            {
                public async Task<string> AskAsync(string question)
                {
                    if (useTuned)
                    {
                        var tuned = new OpenAIPromptExecutionSettings { ModelId = "ft:gpt-4o-mini-2024-07-18:acme::abc123" };
                        return (await service.GetChatMessageContentAsync(question, tuned)).Content!;
                    }

                    var found = "";
                    await foreach (var hit in notes.SearchAsync(question, 3))
                        found += hit.Record.Text;
                    return (await service.GetChatMessageContentAsync($"{found} {question}")).Content!;
                }
            }
            """
        );
        var operations = await Assert.Single(offered).GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var texts = await Task.WhenAll(changed.Projects.Single().Documents.Select(static d => d.GetTextAsync()));
        Assert.Contains(
            "new ChatHistory { new ChatMessageContent(AuthorRole.User, $\"{found} {question}\") }",
            string.Concat(texts.Select(static text => text.ToString())),
            StringComparison.Ordinal
        );
    }

    private static Task VerifyAsync(string before, string after) =>
        Verify.FixAsync<FineTunedModelOrRetrieval, RetrieveBeforeBranchFix>(Choices.InClass(before), Choices.InClass(after));
}
