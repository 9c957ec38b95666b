using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>OpenAI chat completions: the options get the strict schema of the parsed type.</summary>
public sealed class ParsedAnswerFixOpenAIChatTests
{
    [Fact]
    public Task Options_are_added_to_a_call_without() =>
        FixAsync(
            """
            // Asks.
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages); // once
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            $$"""
            // Asks.
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            }); // once
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Options_get_a_line_of_their_own_where_the_arguments_have() =>
        FixAsync(
            """
            var result = chat
                {|RAG2002:.CompleteChat|}(
                    messages,
                    cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """.Replace("chat\n    {|RAG2002:.CompleteChat|}", "{|RAG2002:chat\n    .CompleteChat|}"),
            $$"""
            var result = chat
                .CompleteChat(
                    messages,
                    new ChatCompletionOptions
                    {
                        ResponseFormat = {{Format("            ")}},
                    },
                    cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Stripping_of_fences_goes() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            var json = completion.Content[0].Text.Replace("```json", "").Replace("```", "").Replace("\t", " ").Trim('`', '\n');
            return JsonSerializer.Deserialize<Verdict>(json.Trim())!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            var json = completion.Content[0].Text.Replace("\t", " ");
            return JsonSerializer.Deserialize<Verdict>(json.Trim())!;
            """
        );

    [Fact]
    public Task Stripping_of_fences_in_the_text_that_is_parsed_goes() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            var json = completion.Content[0].Text.Replace("```json", "").Replace("```", "").Replace("\t", " ").Trim('`', '\n');
            return JsonSerializer.Deserialize<Verdict>(json)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            var json = completion.Content[0].Text.Replace("\t", " ");
            return JsonSerializer.Deserialize<Verdict>(json)!;
            """
        );

    [Theory]
    [InlineData("json = json.Replace(\"```json\", \"\").Replace(\"```\", \"\").Trim();\n", "")]
    [InlineData("json = json.Replace(\"```\", \"\").Replace(\"\\t\", \" \");\n", "json = json.Replace(\"\\t\", \" \");\n")]
    public Task A_statement_that_strips_fences_goes(string stripping, string left) =>
        FixAsync(
            $$"""
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            var json = completion.Content[0].Text;
            {{stripping}}return JsonSerializer.Deserialize<Verdict>(json)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            var json = completion.Content[0].Text;
            {{left}}return JsonSerializer.Deserialize<Verdict>(json)!;
            """
        );

    [Fact]
    public Task Null_is_replaced() =>
        FixAsync(
            """
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages, options: null, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """,
            $$"""
            var result = await chat.CompleteChatAsync(messages, options: new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            }, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Existing_options_are_extended() =>
        FixAsync(
            """
            ChatCompletionOptions options = new()
            {
                Temperature = 0, // cold
            };
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages, options, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """,
            $$"""
            ChatCompletionOptions options = new()
            {
                Temperature = 0, // cold
                ResponseFormat = {{Format("    ")}},
            };
            var result = await chat.CompleteChatAsync(messages, options, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Options_on_one_line_get_lines() =>
        FixAsync(
            """
            var options = new ChatCompletionOptions { Temperature = 0 /* cold */, Seed = 1 };
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages, options);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """,
            $$"""
            var options = new ChatCompletionOptions
            {
                Temperature = 0 /* cold */,
                Seed = 1,
                ResponseFormat = {{Format("    ")}}
            };
            var result = await chat.CompleteChatAsync(messages, options);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """
        );

    [Fact]
    public Task A_call_without_room_for_options_gets_lines() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(new SystemChatMessage("You are the one who judges the tickets. Answer as JSON, and nothing but it."), new UserChatMessage(ticket));
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(
                [new SystemChatMessage("You are the one who judges the tickets. Answer as JSON, and nothing but it."), new UserChatMessage(ticket)],
                new ChatCompletionOptions
                {
                    ResponseFormat = {{Format("        ")}},
                }
            );
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """
        );

    /// <summary>The lines of the schema move with those around it.</summary>
    [Fact]
    public Task A_body_on_one_line_gets_lines() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            """
            using System.Text.Json;
            using OpenAI.Chat;

            public sealed record Verdict(bool Urgent);

            public sealed class Triage(ChatClient chat)
            {
                public Verdict? Judge(string ticket) { ChatCompletion c = {|RAG2002:chat.CompleteChat|}(ticket); return JsonSerializer.Deserialize<Verdict>(c.Content[0].Text); }
            }
            """,
            """"
            using System.Text.Json;
            using OpenAI.Chat;

            public sealed record Verdict(bool Urgent);

            public sealed class Triage(ChatClient chat)
            {
                public Verdict? Judge(string ticket)
                {
                    ChatCompletion c = chat.CompleteChat([ticket], new ChatCompletionOptions
                    {
                        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                            "verdict",
                            BinaryData.FromString("""
                                {
                                  "type": "object",
                                  "properties": {
                                    "Urgent": { "type": "boolean" }
                                  },
                                  "required": ["Urgent"],
                                  "additionalProperties": false
                                }
                                """),
                            jsonSchemaIsStrict: true),
                    });
                    return JsonSerializer.Deserialize<Verdict>(c.Content[0].Text);
                }
            }
            """"
        );

    [Fact]
    public Task Text_format_is_replaced() =>
        FixAsync(
            """
            var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateTextFormat() };
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages, options);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """,
            $$"""
            var options = new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}}
            };
            var result = await chat.CompleteChatAsync(messages, options);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Messages_one_by_one_become_a_collection() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}("Is it urgent?", new UserChatMessage(ticket));
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(["Is it urgent?", new UserChatMessage(ticket)], new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Messages_on_lines_stay_on_lines() =>
        FixAsync(
            """"
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(
                // The task.
                new SystemChatMessage("""
                    Is it urgent?
                    Say why.
                    """),
                new UserChatMessage(
                    ticket)); // the ticket
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """",
            $$""""
            ChatCompletion completion = await chat.CompleteChatAsync(
                [
                    // The task.
                    new SystemChatMessage("""
                    Is it urgent?
                    Say why.
                    """),
                    new UserChatMessage(
                        ticket),
                ],
                new ChatCompletionOptions
                {
                    ResponseFormat = {{Format("        ")}},
                }); // the ticket
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """"
        );

    [Theory]
    [InlineData("", "")]
    [InlineData("messages: ", "options: ")]
    public Task Messages_in_an_array_stay_in_it(string name, string optionsName) =>
        FixAsync(
            $$"""
            var array = new ChatMessage[] { new UserChatMessage(ticket) };
            ChatCompletion completion = chat.CompleteChat(array);
            completion = {|RAG2002:chat.CompleteChat|}({{name}}array);
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            $$"""
            var array = new ChatMessage[] { new UserChatMessage(ticket) };
            ChatCompletion completion = chat.CompleteChat(array);
            completion = chat.CompleteChat({{name}}array, {{optionsName}}new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """
        );

    [Fact]
    public Task Older_language_gets_an_array_and_a_verbatim_literal() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(new UserChatMessage(ticket));
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            """"
            ChatCompletion completion = await chat.CompleteChatAsync(new ChatMessage[] { new UserChatMessage(ticket) }, new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                    "verdict",
                    BinaryData.FromString(@"{
                          ""type"": ""object"",
                          ""properties"": {
                            ""IsUrgent"": { ""type"": ""boolean"" },
                            ""Reason"": { ""type"": ""string"" }
                          },
                          ""required"": [""IsUrgent"", ""Reason""],
                          ""additionalProperties"": false
                        }"),
                    jsonSchemaIsStrict: true),
            });
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """",
            languageVersion: LanguageVersion.CSharp10
        );

    [Fact]
    public Task Names_that_would_be_ambiguous_are_qualified() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = OpenAI.Chat.{{Format("    ")}},
            });
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            usings: "using Microsoft.Extensions.AI;\nusing ChatMessage = OpenAI.Chat.ChatMessage;\n"
        );

    [Fact]
    public Task Naming_policy_and_attributes_decide_the_names() =>
        FixAsync(
            """
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            return JsonSerializer.Deserialize<Renamed>(result.Value.Content[0].Text, Options)!.IsUrgent ? new Verdict(true, "") : new Verdict(false, "");
            """,
            """"
            var result = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                    "renamed",
                    BinaryData.FromString("""
                        {
                          "type": "object",
                          "properties": {
                            "is_urgent": { "type": "boolean" },
                            "why": { "type": ["string", "null"] }
                          },
                          "required": ["is_urgent", "why"],
                          "additionalProperties": false
                        }
                        """),
                    jsonSchemaIsStrict: true),
            });
            return JsonSerializer.Deserialize<Renamed>(result.Value.Content[0].Text, Options)!.IsUrgent ? new Verdict(true, "") : new Verdict(false, "");
            """"
        );

    [Fact]
    public Task Streamed_answer_gets_options_too() =>
        FixAsync(
            """
            var text = "";
            await foreach (var update in {|RAG2002:chat.CompleteChatStreamingAsync|}(messages))
                text += update.ContentUpdate[0].Text;
            return JsonSerializer.Deserialize<Verdict>(text)!;
            """,
            $$"""
            var text = "";
            await foreach (var update in chat.CompleteChatStreamingAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            }))
                text += update.ContentUpdate[0].Text;
            return JsonSerializer.Deserialize<Verdict>(text)!;
            """
        );

    [Fact]
    public Task First_version_of_the_client_is_fixed_alike() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
            """,
            references: ReferenceSets.OpenAI21
        );

    [Fact]
    public Task Line_ends_are_kept() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                    """
                    ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
                    return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
                    """,
                    ""
                )
                .Replace("\n", "\r\n"),
            Source(
                    $$"""
                    ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
                    {
                        ResponseFormat = {{Format("    ")}},
                    });
                    return JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text)!;
                    """,
                    ""
                )
                .Replace("\n", "\r\n")
        );

    [Fact]
    public Task Parse_in_another_method_leaves_the_fix_possible() =>
        FixAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            return Parse(completion.Content[0].Text);

            static Verdict Parse(string text) => JsonSerializer.Deserialize<Verdict>(text)!;
            """,
            $$"""
            ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
            {
                ResponseFormat = {{Format("    ")}},
            });
            return Parse(completion.Content[0].Text);

            static Verdict Parse(string text) => JsonSerializer.Deserialize<Verdict>(text)!;
            """
        );

    [Fact]
    public Task Fix_all_reaches_nested_calls_and_writes_their_schema_once() =>
        FixAsync(
            """
            try
            {
                ChatCompletion first = await {|RAG2002:chat.CompleteChatAsync|}(messages);
                ChatCompletion second = await {|RAG2002:chat.CompleteChatAsync|}(JsonSerializer.Deserialize<Verdict>(first.Content[0].Text)!.Reason);
                return JsonSerializer.Deserialize<Verdict>(second.Content[0].Text)!;
            }
            catch (JsonException)
            {
                throw;
            }
            """,
            $$"""
            try
            {
                ChatCompletion first = await chat.CompleteChatAsync(messages, new ChatCompletionOptions
                {
                    ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                        "verdict",
                        BinaryData.FromString(VerdictSchema),
                        jsonSchemaIsStrict: true),
                });
                ChatCompletion second = await chat.CompleteChatAsync([JsonSerializer.Deserialize<Verdict>(first.Content[0].Text)!.Reason], new ChatCompletionOptions
                {
                    ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                        "verdict",
                        BinaryData.FromString(VerdictSchema),
                        jsonSchemaIsStrict: true),
                });
                return JsonSerializer.Deserialize<Verdict>(second.Content[0].Text)!;
            }
            catch (JsonException)
            {
                throw;
            }
            """,
            constantAfter: """"
            private const string VerdictSchema = """
                    {
                      "type": "object",
                      "properties": {
                        "IsUrgent": { "type": "boolean" },
                        "Reason": { "type": "string" }
                      },
                      "required": ["IsUrgent", "Reason"],
                      "additionalProperties": false
                    }
                    """;
            """"
        );

    [Theory]
    [InlineData("JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text, Given)!")]
    [InlineData("JsonSerializer.Deserialize<List<Verdict>>(result.Value.Content[0].Text)![0]")]
    [InlineData("JsonSerializer.Deserialize<Open>(result.Value.Content[0].Text)!.Verdicts[\"x\"]")]
    [InlineData("JsonSerializer.Deserialize<JsonElement>(result.Value.Content[0].Text).Deserialize<Verdict>()!")]
    public Task No_fix_without_a_known_object(string parse) =>
        NoFixAsync(
            $$"""
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages);
            return {{parse}};
            """
        );

    [Fact]
    public Task No_fix_for_options_that_two_calls_share() =>
        NoFixAsync(
            """
            var options = new ChatCompletionOptions();
            var first = await chat.CompleteChatAsync(messages, options);
            messages.Add(new AssistantChatMessage(first.Value));
            var result = await {|RAG2002:chat.CompleteChatAsync|}(messages, options);
            return JsonSerializer.Deserialize<Verdict>(result.Value.Content[0].Text)!;
            """
        );

    /// <summary>The format of Verdict, on a line of the given indentation.</summary>
    private static string Format(string indent) =>
        """"
            ChatResponseFormat.CreateJsonSchemaFormat(
                "verdict",
                BinaryData.FromString("""
                    {
                      "type": "object",
                      "properties": {
                        "IsUrgent": { "type": "boolean" },
                        "Reason": { "type": "string" }
                      },
                      "required": ["IsUrgent", "Reason"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true)
            """".Replace("\n", "\n" + indent);

    private static Task FixAsync(
        string before,
        string after,
        string usings = "",
        LanguageVersion languageVersion = LanguageVersion.Preview,
        ImmutableArray<MetadataReference> references = default,
        string constantAfter = ""
    ) =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(before, usings),
            Source(after, usings, constantAfter),
            references,
            new TestSetup { LanguageVersion = languageVersion }
        );

    private static Task NoFixAsync(string body) => Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(body, ""));

    private static string Source(string body, string usings, string constant = "") =>
        $$"""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using OpenAI.Chat;
            {{usings}}
            public sealed record Verdict(bool IsUrgent, string Reason);
            public sealed record Renamed(bool IsUrgent, [property: JsonPropertyName("why")] string? Reason);
            public sealed record Open(Dictionary<string, Verdict> Verdicts);

            public sealed class Triage
            {
                {{(
                constant.Length == 0 ? "" : constant + "\n\n    "
            )}}private static readonly JsonSerializerOptions Options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
                private static JsonSerializerOptions Given => null!;

                public async Task<Verdict> JudgeAsync(ChatClient chat, string ticket, CancellationToken cancellationToken)
                {
                    var messages = new List<ChatMessage> { new UserChatMessage(ticket) };
                    {{body.Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
                }
            }
            """;
}
