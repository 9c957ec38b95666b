using RagAnalyzers.CodeFixes.Output.Guards;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>A fix for RAG2011: a typed answer is asked with TryGetResult.</summary>
public sealed class UnguardedAnswerFixTypedResultTests
{
    /// <summary>What is read again is not asked for again, be the first read under a condition.</summary>
    [Theory]
    [InlineData("Console.WriteLine(READ.Reason);\nConsole.WriteLine(AGAIN.IsUrgent);\nreturn null;")]
    [InlineData("string? reason = null;\nreason ??= READ.Reason;\nConsole.WriteLine(AGAIN.IsUrgent ? reason : null);\nreturn AGAIN;")]
    public Task Read_again(string statements)
    {
        var asked =
            "if (!response.TryGetResult(out var verdict))\n    throw new InvalidOperationException($\"The model gave no 'Verdict': {response.FinishReason}.\");\n";
        var first = statements.IndexOf("READ", StringComparison.Ordinal);
        var line = statements.LastIndexOf('\n', first) + 1;
        return GuardFixes.FixAsync(
            "var response = await chat.GetResponseAsync<Verdict>(ticket);\n"
                + statements
                    .Replace("READ", "response.{|RAG2011:Result|}", StringComparison.Ordinal)
                    .Replace("AGAIN", "response.Result", StringComparison.Ordinal),
            "var response = await chat.GetResponseAsync<Verdict>(ticket);\n"
                + statements
                    .Insert(line, asked)
                    .Replace("READ", "verdict", StringComparison.Ordinal)
                    .Replace("AGAIN", "verdict", StringComparison.Ordinal)
        );
    }

    /// <summary>Another response is asked for itself.</summary>
    [Fact]
    public Task Read_of_another_response() =>
        GuardFixes.FixAsync(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine(response.{|RAG2011:Result|}.Reason);
            response = await chat.GetResponseAsync<Verdict>(ticket, new ChatOptions());
            return response.TryGetResult(out var second) ? second : null;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            Console.WriteLine(verdict.Reason);
            response = await chat.GetResponseAsync<Verdict>(ticket, new ChatOptions());
            return response.TryGetResult(out var second) ? second : null;
            """
        );

    /// <summary>An iterator asks before it yields.</summary>
    [Theory]
    [InlineData(
        "yield return (await chat.GetResponseAsync<Verdict>(t)).{|RAG2011:Result|};",
        "var response = await chat.GetResponseAsync<Verdict>(t);\nif (!response.TryGetResult(out var verdict))\n    throw new InvalidOperationException($\"The model gave no 'Verdict': {response.FinishReason}.\");\nyield return verdict;"
    )]
    [InlineData(
        "var asked = await chat.GetResponseAsync<Verdict>(t);\nyield return asked.{|RAG2011:Result|};",
        "var asked = await chat.GetResponseAsync<Verdict>(t);\nif (!asked.TryGetResult(out var verdict))\n    throw new InvalidOperationException($\"The model gave no 'Verdict': {asked.FinishReason}.\");\nyield return verdict;"
    )]
    public Task An_iterator(string before, string after)
    {
        return GuardFixes.FixMembersAsync(Iterator(before), Iterator(after));

        static string Iterator(string statements) =>
            $"public async IAsyncEnumerable<Verdict> AllAsync(string[] tickets)\n{{\n    foreach (var t in tickets)\n    {{\n        {statements.Replace("\n", "\n        ", StringComparison.Ordinal)}\n    }}\n}}";
    }

    [Fact]
    public Task Result_that_is_declared() =>
        GuardFixes.FixAsync(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            // The verdict.
            var verdict = response.{|RAG2011:Result|}; // as it came
            return verdict;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            // The verdict.
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}."); // as it came
            return verdict;
            """
        );

    [Fact]
    public Task Result_that_is_returned() =>
        GuardFixes.FixAsync(
            """
            ChatResponse<Verdict> response = await chat.GetResponseAsync<Verdict>(ticket);
            return response.{|RAG2011:Result|};
            """,
            """
            ChatResponse<Verdict> response = await chat.GetResponseAsync<Verdict>(ticket);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            return verdict;
            """
        );

    [Fact]
    public Task Result_that_a_statement_reads_twice() =>
        GuardFixes.FixAsync(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine(response.{|RAG2011:Result|}.IsUrgent ? response.Result.Reason : "none");
            return null;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            Console.WriteLine(verdict.IsUrgent ? verdict.Reason : "none");
            return null;
            """
        );

    [Fact]
    public Task Result_that_is_part_of_a_statement() =>
        GuardFixes.FixAsync(
            """
            var response = await chat.GetResponseAsync<List<Verdict>>(ticket);
            foreach (var one in response.{|RAG2011:Result|}.Where(v => v.IsUrgent))
                Console.WriteLine(one.Reason);
            return response.Result[0];
            """,
            """
            var response = await chat.GetResponseAsync<List<Verdict>>(ticket);
            if (!response.TryGetResult(out var result))
                throw new InvalidOperationException($"The model gave no 'List<Verdict>': {response.FinishReason}.");
            foreach (var one in result.Where(v => v.IsUrgent))
                Console.WriteLine(one.Reason);
            return result[0];
            """
        );

    [Fact]
    public Task Result_of_the_call_itself() =>
        GuardFixes.FixAsync(
            """
            // Ask.
            return (await chat.GetResponseAsync<Verdict>(ticket, cancellationToken: cancellationToken)).{|RAG2011:Result|};
            """,
            """
            // Ask.
            var response = await chat.GetResponseAsync<Verdict>(ticket, cancellationToken: cancellationToken);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            return verdict;
            """
        );

    [Fact]
    public Task Result_with_a_fallback() =>
        GuardFixes.FixAsync(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (ticket.Length > 0)
                return response.{|RAG2011:Result|} ?? new Verdict(false, "none");
            return null;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (ticket.Length > 0)
                return response.TryGetResult(out var verdict) ? verdict : new Verdict(false, "none");
            return null;
            """
        );

    [Fact]
    public Task Result_that_may_not_be_needed() =>
        GuardFixes.FixAsync(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine(ticket.Length > 9 ? response.{|RAG2011:Result|}.Reason : "");
            return null;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine(
                ticket.Length > 9 ? (response.TryGetResult(out var verdict) ? verdict : throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.")).Reason : ""
            );
            return null;
            """
        );

    [Fact]
    public Task Result_in_parentheses() =>
        GuardFixes.FixAsync(
            """
            var verdict = ((await chat.GetResponseAsync<Verdict>(ticket)).{|RAG2011:Result|});
            return verdict;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            return verdict;
            """
        );

    [Fact]
    public Task Result_that_a_switch_is_about() =>
        GuardFixes.FixAsync(
            """
            return (await chat.GetResponseAsync<Verdict>(ticket)).{|RAG2011:Result|} switch
            {
                { IsUrgent: true } found => found,
                _ => null,
            };
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            return verdict switch
            {
                { IsUrgent: true } found => found,
                _ => null,
            };
            """
        );

    [Fact]
    public Task Two_results_at_once() =>
        GuardFixes.FixAsync(
            """
            var first = await chat.GetResponseAsync<Verdict>(ticket);
            var verdict = first.{|RAG2011:Result|};
            var second = await chat.GetResponseAsync<Verdict>(ticket + verdict.Reason);
            return second.{|RAG2011:Result|};
            """,
            """
            var first = await chat.GetResponseAsync<Verdict>(ticket);
            if (!first.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {first.FinishReason}.");
            var second = await chat.GetResponseAsync<Verdict>(ticket + verdict.Reason);
            if (!second.TryGetResult(out var result))
                throw new InvalidOperationException($"The model gave no 'Verdict': {second.FinishReason}.");
            return result;
            """
        );

    [Theory]
    [InlineData("return (await chat.GetResponseAsync<Verdict>(ticket))?.{|RAG2011:Result|};")]
    [InlineData("return (ticket.Length > 0 ? await chat.GetResponseAsync<Verdict>(ticket) : null!).{|RAG2011:Result|};")]
    [InlineData("var run = await agent.RunAsync<Verdict>(ticket); return run.{|RAG2011:Result|};")]
    public Task No_try_get_result(string statements) => GuardFixes.NoFixAsync<TypedResultGuard>(statements);
}
