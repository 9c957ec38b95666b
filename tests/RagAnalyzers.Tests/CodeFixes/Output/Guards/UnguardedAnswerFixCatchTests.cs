using RagAnalyzers.CodeFixes.Output.Guards;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>A fix for RAG2011: the exception of the parser is caught.</summary>
public sealed class UnguardedAnswerFixCatchTests
{
    [Fact]
    public Task Catch_around_a_return() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            // What it found.
            return response.{|RAG2011:Result|};
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            // What it found.
            try
            {
                return response.Result;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            """
        );

    /// <summary>One try is enough for a result that is read again.</summary>
    [Fact]
    public Task Catch_around_the_first_of_several_reads() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            // What it found.
            Console.WriteLine(response.{|RAG2011:Result|}.Reason); // a line
            Console.WriteLine(response.Result.IsUrgent);
            return null;
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            // What it found.
            Verdict verdict;
            try
            {
                verdict = response.Result;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            Console.WriteLine(verdict.Reason); // a line
            Console.WriteLine(verdict.IsUrgent);
            return null;
            """
        );

    [Fact]
    public Task Catch_around_a_declaration() =>
        GuardFixes.FixAsync(
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            var verdict = {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(
                text,
                JsonSerializerOptions.Web); // in camel case
            Verdict again = verdict ?? new Verdict(false, "");
            return again;
            """,
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            Verdict? verdict;
            try
            {
                verdict = JsonSerializer.Deserialize<Verdict>(
                    text,
                    JsonSerializerOptions.Web); // in camel case
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            Verdict again = verdict ?? new Verdict(false, "");
            return again;
            """
        );

    [Fact]
    public Task Catch_around_a_declaration_of_what_is_made_of_the_answer() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            var copy = new Verdict(true, response.{|RAG2011:Result|}.Reason);
            return copy;
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            Verdict copy;
            try
            {
                copy = new Verdict(true, response.Result.Reason);
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            return copy;
            """
        );

    /// <summary>A raw string moves with the code around it, and says the same.</summary>
    [Theory]
    [InlineData("$\"\"\"\n        A verdict:\n\n          {ticket}\n        \"\"\"")]
    [InlineData("\"\"\"\n        A verdict:\n\n          as JSON\n        \"\"\"")]
    public Task Raw_strings_move_along(string prompt) =>
        GuardFixes.FixAsync(
            Source("{|RAG2011:JsonSerializer.Deserialize<Verdict>|}", prompt, ""),
            $"try\n{{\n    {Source("JsonSerializer.Deserialize<Verdict>", prompt, "    ")}\n}}\ncatch (JsonException exception)\n{{\n    throw new InvalidOperationException(\"The model's answer is not the expected JSON.\", exception);\n}}"
        );

    private static string Source(string parse, string prompt, string indent) =>
        $"return {parse}((await chat.GetResponseAsync(\n    {prompt.Replace("\n    ", "\n", StringComparison.Ordinal)},\n    new ChatOptions {{ ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() }}\n)).Text, JsonSerializerOptions.Web);"
            .Replace("\n", "\n" + indent, StringComparison.Ordinal)
            .Replace("\n" + indent + "\n", "\n\n", StringComparison.Ordinal);

    [Fact]
    public Task Null_is_said_to_be_null() =>
        GuardFixes.FixAsync(
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            var verdict = {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(text, JsonSerializerOptions.Web)!;
            return verdict;
            """,
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            Verdict verdict;
            try
            {
                verdict = JsonSerializer.Deserialize<Verdict>(text, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The model answered null.");
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            return verdict;
            """
        );

    [Fact]
    public Task Catch_of_newtonsofts_exception() =>
        GuardFixes.FixAsync(
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            return {|RAG2011:Newtonsoft.Json.JsonConvert.DeserializeObject<Verdict>|}(text);
            """,
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            try
            {
                return Newtonsoft.Json.JsonConvert.DeserializeObject<Verdict>(text);
            }
            catch (Newtonsoft.Json.JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            """
        );

    [Fact]
    public Task Catch_around_a_return_that_declares_what_it_needs() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            return int.TryParse(response.{|RAG2011:Result|}.Reason, out var n) ? new Verdict(true, n.ToString()) : null;
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            try
            {
                return int.TryParse(response.Result.Reason, out var n) ? new Verdict(true, n.ToString()) : null;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            """
        );

    // Lines of the preprocessor above the statement stay there.
    [Fact]
    public Task Catch_in_a_region() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            #region read
            return response.{|RAG2011:Result|};
            #endregion
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            #region read
            try
            {
                return response.Result;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            #endregion
            """
        );

    [Fact]
    public Task Catch_around_a_return_that_may_not_read_the_answer() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            return ticket switch
            {
                "" => null,
                _ => response.{|RAG2011:Result|},
            };
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            try
            {
                return ticket switch
                {
                    "" => null,
                    _ => response.Result,
                };
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            """
        );

    /// <summary>The head of a statement gets what was parsed from a local in front.</summary>
    [Theory]
    [InlineData("if (VALUE.IsUrgent)\n    Console.Write(1); // urgent")]
    [InlineData("if (!(VALUE.IsUrgent || ticket.Length > 3))\n{\n    Console.Write(1);\n}\nelse\n{\n    Console.Write(2);\n}")]
    [InlineData("// letter by letter\nforeach (var c in VALUE.Reason)\n    Console.Write(c);")]
    [InlineData("switch (VALUE.Reason)\n{\n    case \"late\":\n        Console.Write(1);\n        break;\n}")]
    [InlineData("switch (VALUE)\n{\n    case { IsUrgent: true, Reason: var reason }:\n        Console.Write(reason);\n        break;\n}")]
    public Task Head_of_a_statement(string statement)
    {
        const string Text = """
            var options = new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
            var json = (await completions.CompleteChatAsync([new Chat.UserChatMessage(ticket)], options)).Value.Content[0].Text;

            """;
        const string Guarded = """
            Verdict verdict;
            try
            {
                verdict = JsonSerializer.Deserialize<Verdict>(json) ?? throw new InvalidOperationException("The model answered null.");
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }

            """;
        var comment = statement.StartsWith("//") ? statement[..(statement.IndexOf('\n') + 1)] : "";
        return GuardFixes.FixAsync(
            Text + statement.Replace("VALUE", "{|RAG2011:JsonSerializer.Deserialize<Verdict>|}(json)!") + "\nreturn null;",
            Text + comment + Guarded + statement[comment.Length..].Replace("VALUE", "verdict") + "\nreturn null;"
        );
    }

    [Fact]
    public Task Head_of_a_statement_and_what_reads_the_result_again() =>
        GuardFixes.FixAsync(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            foreach (var c in response.{|RAG2011:Result|}.Reason)
            {
                Console.Write(response.Result.IsUrgent ? c : ' ');
            }

            return response.Result;
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            Verdict verdict;
            try
            {
                verdict = response.Result;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
            }
            foreach (var c in verdict.Reason)
            {
                Console.Write(verdict.IsUrgent ? c : ' ');
            }

            return verdict;
            """
        );

    [Theory]
    [InlineData("var response = await chat.GetResponseAsync<Verdict>(ticket); return response.{|RAG2011:Result|};")]
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); if (ticket.Length > 3 && response.{|RAG2011:Result|}.IsUrgent) Console.Write(1); return null;"
    )]
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); if (Console.Read() > 3 == response.{|RAG2011:Result|}.IsUrgent) Console.Write(1); return null;"
    )]
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); while (response.{|RAG2011:Result|}.IsUrgent) Console.Write(1); return null;"
    )]
    // What is declared on the way is needed behind the statement.
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); var isNumber = int.TryParse(response.{|RAG2011:Result|}.Reason, out var n); return isNumber ? new Verdict(true, n.ToString()) : null;"
    )]
    public Task No_catch(string statements) => GuardFixes.NoFixAsync<CatchGuard>(statements);
}
