using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>OpenAI responses: the text options get the strict schema of the parsed type.</summary>
public sealed class ParsedAnswerFixOpenAIResponsesTests
{
    [Fact]
    public Task Existing_options_are_extended() =>
        FixAsync(
            """
            var options = new CreateResponseOptions
            {
                Instructions = ticket,
                Temperature = 0,
            };
            var response = await {|RAG2002:client.CreateResponseAsync|}(options, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            var options = new CreateResponseOptions
            {
                Instructions = ticket,
                Temperature = 0,
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Format("        ")}},
                },
            };
            var response = await client.CreateResponseAsync(options, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task Existing_text_options_are_extended() =>
        FixAsync(
            """
            var options = new CreateResponseOptions
            {
                Instructions = ticket,
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = ResponseTextFormat.CreateTextFormat(),
                },
            };
            var response = await {|RAG2002:client.CreateResponseAsync|}(options);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            var options = new CreateResponseOptions
            {
                Instructions = ticket,
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Format("        ")}},
                },
            };
            var response = await client.CreateResponseAsync(options);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task Options_that_are_made_of_the_input_are_extended() =>
        FixAsync(
            """
            CreateResponseOptions options = new("gpt-4o", [ResponseItem.CreateUserMessageItem(ticket)])
            {
                Instructions = "You judge tickets. " // short
                    + "Be fair.",
            };
            var response = await {|RAG2002:client.CreateResponseAsync|}(options, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            CreateResponseOptions options = new("gpt-4o", [ResponseItem.CreateUserMessageItem(ticket)])
            {
                Instructions = "You judge tickets. " // short
                    + "Be fair.",
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Format("        ")}},
                },
            };
            var response = await client.CreateResponseAsync(options, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task Text_input_moves_into_options() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.CreateResponseAsync|}("gpt-4o", ticket, cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            var response = await client.CreateResponseAsync(new CreateResponseOptions("gpt-4o", [ResponseItem.CreateUserMessageItem(ticket)])
            {
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Format("        ")}},
                },
            }, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task Long_text_input_gets_lines_of_its_own() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.CreateResponseAsync|}("gpt-4o", "Say whether the ticket is urgent, why you think so, and to whom it should go next: " + ticket);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            var response = await client.CreateResponseAsync(
                new CreateResponseOptions("gpt-4o", [ResponseItem.CreateUserMessageItem("Say whether the ticket is urgent, why you think so, and to whom it should go next: " + ticket)])
                {
                    TextOptions = new ResponseTextOptions
                    {
                        TextFormat = {{Format("            ")}},
                    },
                }
            );
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task Comments_on_what_moves_into_options() =>
        FixAsync(
            """
            var response = await {|RAG2002:client.CreateResponseAsync|}(
                "gpt-4o", // cheap
                ticket // as it came
            );
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            // cheap
            // as it came
            var response = await client.CreateResponseAsync(new CreateResponseOptions("gpt-4o", [ResponseItem.CreateUserMessageItem(ticket)])
            {
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Format("        ")}},
                },
            });
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task Items_move_into_options() =>
        FixAsync(
            """
            var response = {|RAG2002:client.CreateResponse|}("gpt-4o", items);
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """,
            $$"""
            var response = client.CreateResponse(new CreateResponseOptions("gpt-4o", items)
            {
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Format("        ")}},
                },
            });
            return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
            """
        );

    [Fact]
    public Task No_fix_for_a_conversation_that_continues() =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var response = await {|RAG2002:client.CreateResponseAsync|}("gpt-4o", ticket, "resp_1");
                return JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText())!;
                """
            )
        );

    private static string Format(string indent) =>
        """"
            ResponseTextFormat.CreateJsonSchemaFormat(
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

    private static Task FixAsync(string before, string after) =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(before), Source(after));

    private static string Source(string body) =>
        $$"""
            using System.Text.Json;
            using OpenAI.Responses;

            public sealed record Verdict(bool IsUrgent, string Reason);

            public sealed class Triage
            {
                public async Task<Verdict> JudgeAsync(ResponsesClient client, string ticket, CancellationToken cancellationToken)
                {
                    await Task.Yield();
                    var items = new List<ResponseItem> { ResponseItem.CreateUserMessageItem(ticket) };
                    {{body.Replace("\n", "\n        ")}}
                }
            }
            """;
}
