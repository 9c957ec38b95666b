using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// Microsoft.Extensions.AI: the call becomes typed, the parse becomes its result, and what the code did about failures still happens.
/// </summary>
public sealed class ParsedAnswerFixExtensionsAITests
{
    [Fact]
    public Task The_parse_becomes_the_result() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            return response.Result;
            """
        );

    /// <summary>Where earlier lines have grown, the indentation is still that of the statement's own line.</summary>
    [Fact]
    public Task What_is_noted_in_a_catch_keeps_its_column()
    {
        const string Before = """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                    try
                    {
                        return JsonSerializer.Deserialize<VerdictOnOneTicket>(response.Text)!;
                    }
                    catch (JsonException)
                    {
                        // Nobody knows.
                        return null!;
                    }
            """;
        const string After = """
            var response = await client.GetResponseAsync<VerdictOnOneTicket>(ticket);
                    // Nobody knows.
                    return response.TryGetResult(out var verdictOnOneTicket) ? verdictOnOneTicket : null!;
            """;
        return Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(Before), Source(After));

        static string Source(string statements) =>
            $$"""
                using System.Text.Json;
                using Microsoft.Extensions.AI;

                public sealed record VerdictOnOneTicket(bool IsUrgent);

                public sealed class Triage(IChatClient client)
                {
                    public async Task<VerdictOnOneTicket> JudgeAsync(string ticket)
                    {
                        {{statements}}
                    }
                }
                """.ReplaceLineEndings("\n");
    }

    [Fact]
    public Task Text_local_disappears_and_comments_stay() =>
        FixAsync(
            """
            // Asks whether a ticket is urgent.
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket); // one call

            // The raw answer.
            var text = response.Text; // as the model wrote it
            // The verdict.
            return JsonSerializer.Deserialize<Verdict>(text)!;
            """,
            """
            // Asks whether a ticket is urgent.
            var response = await client.GetResponseAsync<Verdict>(ticket); // one call

            // The raw answer.
            // as the model wrote it
            // The verdict.
            return response.Result;
            """
        );

    [Fact]
    public Task Text_that_is_still_read_stays() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            var text = response.Text;
            Console.WriteLine(text);
            var verdict = JsonSerializer.Deserialize<Verdict>(text)!;
            return verdict;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            var text = response.Text;
            Console.WriteLine(text);
            var verdict = response.Result;
            return verdict;
            """
        );

    [Fact]
    public Task Cleaning_disappears() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            string text = response.Text.Trim();
            text = text.Replace("```json", "").Replace("```", "");

            var json = text.Substring(0);
            var verdict = JsonSerializer.Deserialize<Verdict>(json.Trim())!;
            return verdict;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);

            var verdict = response.Result;
            return verdict;
            """
        );

    [Fact]
    public Task Inline_call_stays_inline() =>
        FixAsync(
            """
            return JsonSerializer.Deserialize<Verdict>((await {|RAG2002:client.GetResponseAsync|}(ticket, cancellationToken: cancellationToken)).Text)!;
            """,
            """
            return (await client.GetResponseAsync<Verdict>(ticket, cancellationToken: cancellationToken)).Result;
            """
        );

    [Fact]
    public Task Call_whose_text_alone_was_kept_gets_a_local() =>
        FixAsync(
            """
            // Asks.
            var text = (await {|RAG2002:client.GetResponseAsync|}(ticket)).Text; // answer
            Console.WriteLine(text);
            return JsonSerializer.Deserialize<Verdict>(text)!;
            """,
            """
            // Asks.
            var response = await client.GetResponseAsync<Verdict>(ticket);
            var text = response.Text; // answer
            Console.WriteLine(text);
            return response.Result;
            """
        );

    [Fact]
    public Task Call_whose_text_was_only_parsed_gets_a_local_with_a_free_name() =>
        FixAsync(
            """
            var response = 1;
            string text = (await {|RAG2002:client.GetResponseAsync|}(ticket)).Text;
            return JsonSerializer.Deserialize<Verdict>(text)!;
            """,
            """
            var response = 1;
            var answer = await client.GetResponseAsync<Verdict>(ticket);
            return answer.Result;
            """
        );

    [Fact]
    public Task Failure_that_is_caught_is_still_caught() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            try
            {
                return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            }
            catch (JsonException)
            {
                return new Verdict(false, "unreadable");
            }
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            return response.TryGetResult(out var verdict) ? verdict : new Verdict(false, "unreadable");
            """
        );

    [Fact]
    public Task Notes_in_a_catch_that_goes_stay() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            // Read it.
            try
            {
                return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            }
            catch (JsonException)
            {
                // Tell nobody.
                return new Verdict(false, "unreadable");
            }
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            // Read it.
            // Tell nobody.
            return response.TryGetResult(out var verdict) ? verdict : new Verdict(false, "unreadable");
            """
        );

    [Fact]
    public Task Failure_that_is_caught_around_more_than_the_parse() =>
        FixAsync(
            """
            try
            {
                var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                var verdict = JsonSerializer.Deserialize<Verdict>(response.Text)!;
                Console.WriteLine(verdict.Reason);
                return verdict;
            }
            catch (Exception)
            {
                return new Verdict(false, "unreadable"); // whatever it was
            }
            """,
            """
            try
            {
                var response = await client.GetResponseAsync<Verdict>(ticket);
                if (!response.TryGetResult(out var verdict))
                    return new Verdict(false, "unreadable");
                Console.WriteLine(verdict.Reason);
                return verdict;
            }
            catch (Exception)
            {
                return new Verdict(false, "unreadable"); // whatever it was
            }
            """
        );

    [Fact]
    public Task Failure_that_is_caught_around_the_call() =>
        FixAsync(
            """
            try
            {
                return JsonSerializer.Deserialize<Verdict>((await {|RAG2002:client.GetResponseAsync|}(ticket)).Text)
                    ?? throw new JsonException("null");
            }
            catch (JsonException)
            {
                return new Verdict(false, "unreadable");
            }
            """,
            """
            try
            {
                return (await client.GetResponseAsync<Verdict>(ticket)).TryGetResult(out var verdict) ? verdict : new Verdict(false, "unreadable");
            }
            catch (JsonException)
            {
                return new Verdict(false, "unreadable");
            }
            """
        );

    // What the catch does besides is done.
    [Fact]
    public Task Failure_whose_catch_does_more_is_still_caught() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            try
            {
                return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            }
            catch (JsonException exception)
            {
                Console.WriteLine(exception);
                return new Verdict(false, "unreadable");
            }
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            try
            {
                return response.TryGetResult(out var verdict) ? verdict : throw new JsonException("The answer is no Verdict.");
            }
            catch (JsonException exception)
            {
                Console.WriteLine(exception);
                return new Verdict(false, "unreadable");
            }
            """
        );

    [Fact]
    public Task Failure_that_any_catch_takes_is_still_caught() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            Verdict? verdict = null;
            try
            {
                verdict = JsonSerializer.Deserialize<Verdict>(response.Text);
            }
            catch
            {
                // Stays null.
            }

            return verdict ?? new Verdict(false, "unreadable");
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            Verdict? verdict = null;
            try
            {
                verdict = response.TryGetResult(out var parsedVerdict) ? parsedVerdict : throw new JsonException("The answer is no Verdict.");
            }
            catch
            {
                // Stays null.
            }

            return verdict ?? new Verdict(false, "unreadable");
            """
        );

    [Fact]
    public Task Try_for_something_else_does_not_count() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            try
            {
                return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            }
            catch (OperationCanceledException)
            {
                return new Verdict(false, "cancelled");
            }
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            try
            {
                return response.Result;
            }
            catch (OperationCanceledException)
            {
                return new Verdict(false, "cancelled");
            }
            """
        );

    [Fact]
    public Task Fallback_for_null_stays() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            return JsonSerializer.Deserialize<Verdict>(response.Text) ?? throw new InvalidOperationException("no verdict");
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            return response.TryGetResult(out var verdict) ? verdict : throw new InvalidOperationException("no verdict");
            """
        );

    [Fact]
    public Task Fallback_for_null_stays_on_its_lines() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            var verdict = JsonSerializer.Deserialize<Verdict>(response.Text) // may be null
                ?? new Verdict(false, "no verdict"); // a fallback
            return verdict;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            var verdict = response.TryGetResult(out var parsedVerdict) // may be null
                ? parsedVerdict
                : new Verdict(false, "no verdict"); // a fallback
            return verdict;
            """
        );

    [Fact]
    public Task Null_check_of_the_variable_still_means_failure() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            var verdict = JsonSerializer.Deserialize<Verdict>(response.Text);
            if (verdict is null)
                return new Verdict(false, "no verdict");
            return verdict;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            var verdict = response.TryGetResult(out var parsedVerdict) ? parsedVerdict : null;
            if (verdict is null)
                return new Verdict(false, "no verdict");
            return verdict;
            """
        );

    [Fact]
    public Task Null_check_of_the_parse_still_means_failure() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            Console.WriteLine(JsonSerializer.Deserialize<Verdict>(response.Text)?.Reason);
            return new Verdict(true, "");
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine((response.TryGetResult(out var verdict) ? verdict : null)?.Reason);
            return new Verdict(true, "");
            """
        );

    [Fact]
    public Task Written_types_become_typed() =>
        FixAsync(
            """
            Task<ChatResponse> asking = {|RAG2002:client.GetResponseAsync|}(ticket);
            ChatResponse response = await asking;
            return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            """,
            """
            Task<ChatResponse<Verdict>> asking = client.GetResponseAsync<Verdict>(ticket);
            ChatResponse<Verdict> response = await asking;
            return response.Result;
            """
        );

    [Fact]
    public Task Arguments_that_lose_their_place_are_named() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(
                [new ChatMessage(ChatRole.User, ticket)],
                new ChatOptions { Temperature = 0 }, // cold
                cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(
                [new ChatMessage(ChatRole.User, ticket)],
                new ChatOptions { Temperature = 0 }, // cold
                cancellationToken: cancellationToken);
            return response.Result;
            """
        );

    [Fact]
    public Task Serializer_options_that_the_typed_call_has_itself_go() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket, new ChatOptions());
            return JsonSerializer.Deserialize<Verdict>(response.Text, new JsonSerializerOptions { PropertyNameCaseInsensitive = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } })!;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket, new ChatOptions());
            return response.Result;
            """
        );

    [Fact]
    public Task Serializer_options_that_change_the_shape_are_passed_with_a_resolver() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket, new ChatOptions());
            return JsonSerializer.Deserialize<Verdict>(response.Text, Snake)!;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket, Snake, new ChatOptions());
            return response.Result;
            """,
            "private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };",
            "private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };",
            usingsAfter: """
            using System.Text.Json;
            using System.Text.Json.Serialization.Metadata;
            using Microsoft.Extensions.AI;
            """
        );

    [Fact]
    public Task Serializer_options_with_a_resolver_are_passed() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket, cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize(response.Text, VerdictContext.Default.Verdict)!;
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket, VerdictContext.Default.Verdict.Options, cancellationToken: cancellationToken);
            return response.Result;
            """,
            """
            private sealed class VerdictContext(JsonSerializerOptions options) : System.Text.Json.Serialization.JsonSerializerContext(options)
            {
                public static VerdictContext Default { get; } = null!;
                public System.Text.Json.Serialization.Metadata.JsonTypeInfo<Verdict> Verdict => null!;
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """
        );

    [Fact]
    public Task Newtonsoft_parse_becomes_the_result() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            try
            {
                return Newtonsoft.Json.JsonConvert.DeserializeObject<Verdict>(response.Text)!;
            }
            catch (Newtonsoft.Json.JsonReaderException)
            {
                return new Verdict(false, "unreadable");
            }
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(ticket);
            return response.TryGetResult(out var verdict) ? verdict : new Verdict(false, "unreadable");
            """
        );

    [Fact]
    public Task Missing_using_is_added() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            """
            // A header.

            using System.Text.Json;

            public sealed record Verdict(bool IsUrgent);

            public sealed class Triage(Microsoft.Extensions.AI.IChatClient client)
            {
                public async Task<Verdict?> JudgeAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> ticket)
                {
                    var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                    return JsonSerializer.Deserialize<Verdict>(response.Text);
                }
            }
            """,
            """
            // A header.

            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Verdict(bool IsUrgent);

            public sealed class Triage(Microsoft.Extensions.AI.IChatClient client)
            {
                public async Task<Verdict?> JudgeAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> ticket)
                {
                    var response = await client.GetResponseAsync<Verdict>(ticket);
                    return response.Result;
                }
            }
            """
        );

    [Fact]
    public Task Top_level_program_is_fixed() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            IChatClient client = null!;

            // Asks.
            var text = (await {|RAG2002:client.GetResponseAsync|}("Is it urgent?")).Text;
            var verdict = JsonSerializer.Deserialize<Verdict>(text);
            Console.WriteLine(verdict?.Reason);

            public sealed record Verdict(bool IsUrgent, string Reason);
            """,
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            IChatClient client = null!;

            // Asks.
            var response = await client.GetResponseAsync<Verdict>("Is it urgent?");
            var verdict = response.TryGetResult(out var parsedVerdict) ? parsedVerdict : null;
            Console.WriteLine(verdict?.Reason);

            public sealed record Verdict(bool IsUrgent, string Reason);
            """
        );

    [Fact]
    public Task Fix_all_reaches_every_call_of_every_document()
    {
        const string Before = """
            using System.Text.Json;
            using System.Text;

            namespace N{0};

            public sealed record Verdict(bool IsUrgent);
            public sealed record Label(string Name);

            public sealed class Triage(Microsoft.Extensions.AI.IChatClient client)
            {
                public async Task<(Verdict?, Label?)> JudgeAsync(Microsoft.Extensions.AI.ChatMessage[] ticket)
                {
                    var first = await {|RAG2002:client.GetResponseAsync|}(ticket);
                    var verdict = JsonSerializer.Deserialize<Verdict>(first.Text);
                    var second = await {|RAG2002:client.GetResponseAsync|}(ticket);
                    return (verdict, JsonSerializer.Deserialize<Label>(second.Text));
                }
            }
            """;
        const string After = """
            using System.Text.Json;
            using System.Text;
            using Microsoft.Extensions.AI;

            namespace N{0};

            public sealed record Verdict(bool IsUrgent);
            public sealed record Label(string Name);

            public sealed class Triage(Microsoft.Extensions.AI.IChatClient client)
            {
                public async Task<(Verdict?, Label?)> JudgeAsync(Microsoft.Extensions.AI.ChatMessage[] ticket)
                {
                    var first = await client.GetResponseAsync<Verdict>(ticket);
                    var verdict = first.Result;
                    var second = await client.GetResponseAsync<Label>(ticket);
                    return (verdict, second.Result);
                }
            }
            """;
        return Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Before.Replace("{0}", "1"),
            After.Replace("{0}", "1"),
            setup: new TestSetup { OtherSources = [Before.Replace("{0}", "2")], OtherSourcesAfterFix = [After.Replace("{0}", "2")] }
        );
    }

    /// <summary>What only takes fences off the text goes with the parse.</summary>
    [Fact]
    public Task Cleaning_under_conditions() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Helpers(
                """
                    public static async Task<Verdict?> AskAsync(IChatClient client, string ticket)
                    {
                        var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                        var json = response.Text.Trim();
                        if (json.StartsWith("```json"))
                        {
                            json = json.Substring(7);
                            if (json.EndsWith("```")) json = json[..^3];
                        }
                        else if (json.StartsWith("```"))
                            json = json.Trim('`');

                        return JsonSerializer.Deserialize<Verdict>(json);
                    }

                    public static async Task<Verdict?> TellAsync(IChatClient client, string ticket)
                    {
                        var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                        var json = response.Text.Trim();
                        if (json.StartsWith("```"))
                        {
                            Console.WriteLine("A fence.");
                            json = json.Trim('`');
                        }

                        return JsonSerializer.Deserialize<Verdict>(json);
                    }
                """
            ),
            Helpers(
                """
                    public static async Task<Verdict?> AskAsync(IChatClient client, string ticket)
                    {
                        var response = await client.GetResponseAsync<Verdict>(ticket);

                        return response.Result;
                    }

                    public static async Task<Verdict?> TellAsync(IChatClient client, string ticket)
                    {
                        var response = await client.GetResponseAsync<Verdict>(ticket);
                        var json = response.Text.Trim();
                        if (json.StartsWith("```"))
                        {
                            Console.WriteLine("A fence.");
                            json = json.Trim('`');
                        }

                        return response.Result;
                    }
                """
            )
        );

    /// <summary>The typed call puts a list into an object for the service, and takes it out again.</summary>
    [Theory]
    [InlineData("List<Verdict>")]
    [InlineData("Verdict[]")]
    [InlineData("IReadOnlyList<Verdict>")]
    public Task A_list(string type) =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Helpers(
                $"""
                    public static async Task<{type}?> AskAsync(IChatClient client, string ticket)
                    {"{"}
                        var response = await {"{|RAG2002:client.GetResponseAsync|}"}(ticket);
                        return JsonSerializer.Deserialize<{type}>(response.Text);
                    {"}"}
                """
            ),
            Helpers(
                $"""
                    public static async Task<{type}?> AskAsync(IChatClient client, string ticket)
                    {"{"}
                        var response = await client.GetResponseAsync<{type}>(ticket);
                        return response.Result;
                    {"}"}
                """
            )
        );

    [Fact]
    public Task Generic_helpers() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Helpers(
                """
                    public static async Task<T?> AskAsync<T>(this IChatClient client, string ticket)
                    {
                        var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                        return JsonSerializer.Deserialize<T>(response.Text);
                    }

                    public static async Task<IReadOnlyList<T>> ListAsync<T>(this IChatClient client, string ticket, CancellationToken token) =>
                        JsonSerializer.Deserialize<List<T>>((await {|RAG2002:client.GetResponseAsync|}(ticket, cancellationToken: token)).Text)!;

                    public static async Task<Envelope<T>?> OpenAsync<T>(this IChatClient client, string ticket)
                        where T : class
                    {
                        ChatResponse response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                        try
                        {
                            return JsonSerializer.Deserialize<Envelope<T>>(response.Text);
                        }
                        catch (JsonException)
                        {
                            return null;
                        }
                    }

                    public static async Task<T> MakeAsync<T>(this IChatClient client, string ticket)
                        where T : notnull, new()
                    {
                        var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                        var value = JsonSerializer.Deserialize<T>(response.Text);
                        return value == null ? new T() : value;
                    }
                """
            ),
            Helpers(
                """
                    public static async Task<T?> AskAsync<T>(this IChatClient client, string ticket)
                    {
                        var response = await client.GetResponseAsync<T>(ticket);
                        return response.Result;
                    }

                    public static async Task<IReadOnlyList<T>> ListAsync<T>(this IChatClient client, string ticket, CancellationToken token) =>
                        (await client.GetResponseAsync<List<T>>(ticket, cancellationToken: token)).Result;

                    public static async Task<Envelope<T>?> OpenAsync<T>(this IChatClient client, string ticket)
                        where T : class
                    {
                        ChatResponse<Envelope<T>> response = await client.GetResponseAsync<Envelope<T>>(ticket);
                        return response.TryGetResult(out var envelope) ? envelope : null;
                    }

                    public static async Task<T> MakeAsync<T>(this IChatClient client, string ticket)
                        where T : notnull, new()
                    {
                        var response = await client.GetResponseAsync<T>(ticket);
                        var value = response.TryGetResult(out var parsedValue) ? parsedValue : default;
                        return value == null ? new T() : value;
                    }
                """
            )
        );

    /// <summary>The type parameter of the method that parses has no name in the one that asks.</summary>
    [Fact]
    public Task No_fix_where_another_method_is_generic() =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Helpers(
                """
                    public static async Task<Verdict?> AskAsync(this IChatClient client, string ticket) =>
                        Parsed<Verdict>((await {|RAG2002:client.GetResponseAsync|}(ticket)).Text);

                    private static T? Parsed<T>(string text) => JsonSerializer.Deserialize<T>(text);
                """
            )
        );

    private static string Helpers(string members) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Verdict(bool IsUrgent, string Reason);

            public sealed record Envelope<TItem>(TItem Item, string Note);

            public static class Helpers
            {
            {{members}}
            }
            """;

    [Theory]
    [InlineData("Dictionary<string, string>")]
    [InlineData("JsonElement")]
    [InlineData("System.Text.Json.Nodes.JsonObject")]
    [InlineData("object")]
    [InlineData("int")]
    [InlineData("DayOfWeek")]
    public Task No_fix_for_a_target_whose_json_is_no_object(string type) =>
        NoFixAsync(
            $"""
            var response = await {Marked}(ticket);
            Console.WriteLine(JsonSerializer.Deserialize<{type}>(response.Text));
            return new Verdict(true, "");
            """
        );

    [Fact]
    public Task No_fix_for_a_parse_without_a_type() =>
        NoFixAsync(
            $"""
            var response = await {Marked}(ticket);
            using var document = JsonDocument.Parse(response.Text);
            return new Verdict(document.RootElement.GetProperty("urgent").GetBoolean(), "");
            """
        );

    [Fact]
    public Task A_format_for_a_streamed_answer() =>
        FixAsync(
            """
            var text = new System.Text.StringBuilder();
            await foreach (var update in {|RAG2002:client.GetStreamingResponseAsync|}(ticket))
                text.Append(update.Text);
            return JsonSerializer.Deserialize<Verdict>(text.ToString())!;
            """,
            """
            var text = new System.Text.StringBuilder();
            await foreach (var update in client.GetStreamingResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) }))
                text.Append(update.Text);
            return JsonSerializer.Deserialize<Verdict>(text.ToString())!;
            """
        );

    [Fact]
    public Task No_fix_for_serializer_options_that_cannot_be_seen() =>
        NoFixAsync(
            $"""
            var response = await {Marked}(ticket);
            return JsonSerializer.Deserialize<Verdict>(response.Text, Given)!;
            """,
            "private static JsonSerializerOptions Given => null!;"
        );

    [Fact]
    public Task A_format_when_the_response_is_used_as_the_untyped_one() =>
        FixAsync(
            $$"""
            ChatResponse response;
            if (ticket.Length > 10)
                response = await {{Marked}}(ticket);
            else
                response = new ChatResponse();
            return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            """,
            """
            ChatResponse response;
            if (ticket.Length > 10)
                response = await client.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) });
            else
                response = new ChatResponse();
            return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            """
        );

    private const string Marked = "{|RAG2002:client.GetResponseAsync|}";

    private const string Usings = """
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        """;

    private static Task FixAsync(
        string before,
        string after,
        string members = "",
        string? membersAfter = null,
        string usingsAfter = Usings
    ) =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(before, members),
            Source(after, membersAfter ?? members, usingsAfter)
        );

    private static Task NoFixAsync(string body, string members = "") =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(body, members));

    private static string Source(string body, string members, string usings = Usings) =>
        $$"""
            {{usings}}

            public sealed record Verdict(bool IsUrgent, string Reason);

            public sealed class Triage(IChatClient client)
            {
                {{members.Replace("\n", "\n    ")}}
                public async Task<Verdict> JudgeAsync(string ticket, CancellationToken cancellationToken)
                {
                    {{body.Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
                }
            }
            """;
}
