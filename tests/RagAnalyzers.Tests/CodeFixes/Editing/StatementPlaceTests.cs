using RagAnalyzers.CodeFixes.Output.Guards;
using RagAnalyzers.Tests.CodeFixes.Output.Guards;

namespace RagAnalyzers.Tests.CodeFixes.Editing;

/// <summary>A fix that needs statements beside an expression makes a place for them where there is none.</summary>
public sealed class StatementPlaceTests
{
    [Fact]
    public Task Behind_the_arrow_of_a_method() =>
        GuardFixes.FixMembersAsync(
            """
            public async Task<Verdict> OnceAsync(string ticket) => (await chat.GetResponseAsync<Verdict>(ticket)).{|RAG2011:Result|}; // once
            """,
            """
            public async Task<Verdict> OnceAsync(string ticket)
            {
                var response = await chat.GetResponseAsync<Verdict>(ticket);
                if (!response.TryGetResult(out var verdict))
                    throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return verdict; // once
            }
            """
        );

    [Fact]
    public Task Behind_an_arrow_that_ends_its_line() =>
        GuardFixes.FixMembersAsync(
            """
            public async Task ShowAsync(string ticket) =>
                Console.WriteLine(
                    (await agent.RunAsync<Verdict>(ticket)).{|RAG2011:Result|}
                );
            """,
            """
            public async Task ShowAsync(string ticket)
            {
                try
                {
                    Console.WriteLine(
                        (await agent.RunAsync<Verdict>(ticket)).Result
                    );
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
            }
            """
        );

    [Fact]
    public Task Behind_an_arrow_that_begins_its_line() =>
        GuardFixes.FixMembersAsync(
            """
            public async Task ShowAsync(string ticket)
                => Console.WriteLine(
                    (await agent.RunAsync<Verdict>(ticket)).{|RAG2011:Result|}
                );
            """,
            """
            public async Task ShowAsync(string ticket)
            {
                try
                {
                    Console.WriteLine(
                        (await agent.RunAsync<Verdict>(ticket)).Result
                    );
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
            }
            """
        );

    [Fact]
    public Task Behind_the_arrow_of_a_local_function() =>
        GuardFixes.FixAsync(
            """
            return await LocalAsync(ticket);

            async Task<Verdict> LocalAsync(string text) => (await chat.GetResponseAsync<Verdict>(
                text
            )).{|RAG2011:Result|};
            """,
            """
            return await LocalAsync(ticket);

            async Task<Verdict> LocalAsync(string text)
            {
                var response = await chat.GetResponseAsync<Verdict>(
                    text
                );
                if (!response.TryGetResult(out var verdict))
                    throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return verdict;
            }
            """
        );

    [Fact]
    public Task Behind_the_arrow_of_a_lambda() =>
        GuardFixes.FixAsync(
            """
            Func<string, Task<Verdict>> ask = async text => (await chat.GetResponseAsync<Verdict>(text)).{|RAG2011:Result|};
            return await ask(ticket);
            """,
            """
            Func<string, Task<Verdict>> ask = async text =>
            {
                var response = await chat.GetResponseAsync<Verdict>(text);
                if (!response.TryGetResult(out var verdict))
                    throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return verdict;
            };
            return await ask(ticket);
            """
        );

    [Fact]
    public Task Under_a_condition() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            if (ticket.Length > 0) // not empty
                return response.{|RAG2011:Result|};
            else return null;
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            if (ticket.Length > 0) // not empty
            {
                try
                {
                    return response.Result;
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
            }
            else return null;
            """
        );

    [Fact]
    public Task Under_a_condition_on_its_line() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            if (ticket.Length > 0) return response.{|RAG2011:Result|};
            return null;
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            if (ticket.Length > 0)
            {
                try
                {
                    return response.Result;
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
            }
            return null;
            """
        );
}
