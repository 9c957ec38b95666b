using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>Microsoft.Extensions.AI where the call cannot become typed: the options get the schema that the parse reads.</summary>
public sealed class ParsedAnswerFixExtensionsAIFormatTests
{
    /// <summary>A typed result is never null, and the compiler would warn of tasks with such results in place of others.</summary>
    [Fact]
    public Task Where_the_parse_has_to_be_nullable() =>
        FixAsync(
            """
            Task<Verdict?[]> all = Task.WhenAll(new[] { ticket }.Select(async t =>
            {
                var response = await {|RAG2002:client.GetResponseAsync|}(t);
                return JsonSerializer.Deserialize<Verdict>(response.Text);
            }));
            return (await all)[0];
            """,
            """
            Task<Verdict?[]> all = Task.WhenAll(new[] { ticket }.Select(async t =>
            {
                var response = await client.GetResponseAsync(t, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) });
                return JsonSerializer.Deserialize<Verdict>(response.Text);
            }));
            return (await all)[0];
            """,
            ReferenceSets.Latest
        );

    [Fact]
    public Task A_parse_without_options_gets_the_names_as_declared() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            return JsonSerializer.Deserialize<Verdict>(response.Text);
            """,
            """
            var response = await client.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) });
            return JsonSerializer.Deserialize<Verdict>(response.Text);
            """
        );

    [Fact]
    public Task A_parse_with_web_options_reads_what_the_format_writes_unasked() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket, cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Text, JsonSerializerOptions.Web);
            """,
            """
            var response = await client.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() }, cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Text, JsonSerializerOptions.Web);
            """
        );

    [Fact]
    public Task Web_options_go_along_where_an_enum_would_be_written_as_a_string() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            Console.WriteLine(JsonSerializer.Deserialize<Rating>(response.Text, JsonSerializerOptions.Web));
            return null;
            """,
            """
            var response = await client.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Rating>(JsonSerializerOptions.Web) });
            Console.WriteLine(JsonSerializer.Deserialize<Rating>(response.Text, JsonSerializerOptions.Web));
            return null;
            """
        );

    [Fact]
    public Task The_options_of_the_call_are_extended() =>
        FixAsync(
            """
            var options = new ChatOptions { Temperature = 0 };
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket, options);
            return JsonSerializer.Deserialize<Verdict>(response.Text);
            """,
            """
            var options = new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) };
            var response = await client.GetResponseAsync(ticket, options);
            return JsonSerializer.Deserialize<Verdict>(response.Text);
            """
        );

    [Fact]
    public Task A_schema_takes_the_place_of_json_mode() =>
        Verify.FixAsync<JsonModeWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json };
                var response = await {|RAG2004:client.GetResponseAsync|}(ticket, options);
                return JsonSerializer.Deserialize<Verdict>(response.Text);
                """
            ),
            Source(
                """
                var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) };
                var response = await client.GetResponseAsync(ticket, options);
                return JsonSerializer.Deserialize<Verdict>(response.Text);
                """
            ),
            ReferenceSets.AbstractionsOnly
        );

    [Fact]
    public Task A_streamed_answer_gets_a_format_with_every_package() =>
        FixAsync(
            """
            var text = new System.Text.StringBuilder();
            await foreach (var update in {|RAG2002:client.GetStreamingResponseAsync|}(ticket))
                text.Append(update.Text);
            return JsonSerializer.Deserialize<Verdict>(text.ToString());
            """,
            """
            var text = new System.Text.StringBuilder();
            await foreach (var update in client.GetStreamingResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) }))
                text.Append(update.Text);
            return JsonSerializer.Deserialize<Verdict>(text.ToString());
            """,
            ReferenceSets.Latest
        );

    [Fact]
    public Task Top_level_statements_with_the_openai_adapter_alone() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            """
            using System;
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            IChatClient chat = null!;
            var response = await {|RAG2002:chat.GetResponseAsync|}("Label this ticket: the printer is on fire");
            var label = JsonSerializer.Deserialize<Label>(response.Text, JsonSerializerOptions.Web);
            Console.WriteLine(label?.Name);

            internal sealed record Label(string Name);
            """,
            """
            using System;
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            IChatClient chat = null!;
            var response = await chat.GetResponseAsync("Label this ticket: the printer is on fire", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Label>() });
            var label = JsonSerializer.Deserialize<Label>(response.Text, JsonSerializerOptions.Web);
            Console.WriteLine(label?.Name);

            internal sealed record Label(string Name);
            """,
            ReferenceSets.AbstractionsOnly,
            setup: new TestSetup { OutputKind = OutputKind.ConsoleApplication }
        );

    [Fact]
    public Task A_class_on_one_line_gets_lines_with_its_methods() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Label(string Name);
            internal sealed class Model(IChatClient chat) { public async Task<(string Text, int Tokens)> AskAsync(string prompt) { var r = await chat.GetResponseAsync(prompt); return (r.Text, 1); } }
            internal sealed class Desk(Model model)
            {
                public async Task<Label?> LabelAsync(string ticket)
                {
                    var (text, tokens) = await {|RAG2002:model.AskAsync|}(ticket);
                    return JsonSerializer.Deserialize<Label>(text, JsonSerializerOptions.Web);
                }
            }
            """,
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Label(string Name);
            internal sealed class Model(IChatClient chat)
            {
                public async Task<(string Text, int Tokens)> AskAsync(string prompt)
                {
                    var r = await chat.GetResponseAsync(prompt, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Label>() });
                    return (r.Text, 1);
                }
            }
            internal sealed class Desk(Model model)
            {
                public async Task<Label?> LabelAsync(string ticket)
                {
                    var (text, tokens) = await model.AskAsync(ticket);
                    return JsonSerializer.Deserialize<Label>(text, JsonSerializerOptions.Web);
                }
            }
            """,
            ReferenceSets.AbstractionsOnly
        );

    [Fact]
    public Task No_format_for_serializer_options_that_cannot_be_seen() =>
        NoFixAsync(
            """
            var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
            return JsonSerializer.Deserialize<Verdict>(response.Text, Given);
            """,
            ReferenceSets.AbstractionsOnly
        );

    private static Task FixAsync(string before, string after, ImmutableArray<MetadataReference>? references = null) =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(before),
            Source(after),
            references ?? ReferenceSets.AbstractionsOnly
        );

    private static Task NoFixAsync(string body, ImmutableArray<MetadataReference> references) =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(body), references);

    private static string Source(string body) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public enum Mood
            {
                Calm,
                Angry,
            }

            public sealed record Verdict(bool IsUrgent, string Reason);

            public sealed record Rating(Mood Mood);

            public sealed class Triage(IChatClient client)
            {
                private static JsonSerializerOptions Given => null!;

                public async Task<Verdict?> JudgeAsync(string ticket, CancellationToken cancellationToken)
                {
                    {{body.Replace("\n", "\n        ")}}
                }
            }
            """;
}
