using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>Semantic Kernel: the settings of the call get the type, or its schema where the connector would make another one.</summary>
public sealed class ParsedAnswerFixSemanticKernelTests
{
    [Fact]
    public Task Settings_are_added_to_a_call_without() =>
        FixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            """
            var answer = await chat.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            addsUsing: true
        );

    [Fact]
    public Task Settings_stand_before_named_arguments() =>
        FixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(
                history, // everything so far
                kernel: kernel,
                cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            """
            var answer = await chat.GetChatMessageContentAsync(
                history, // everything so far
                new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) },
                kernel: kernel,
                cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            addsUsing: true
        );

    /// <summary>Who names all arguments names this one, too.</summary>
    [Fact]
    public Task Named_arguments() =>
        FixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(chatHistory: history, cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            """
            var answer = await chat.GetChatMessageContentAsync(
                chatHistory: history,
                executionSettings: new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) },
                cancellationToken: cancellationToken
            );
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            addsUsing: true
        );

    [Fact]
    public Task Null_is_replaced() =>
        FixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentsAsync|}(history, null, kernel, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer[0].Content!)!;
            """,
            """
            var answer = await chat.GetChatMessageContentsAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }, kernel, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer[0].Content!)!;
            """,
            addsUsing: true
        );

    [Fact]
    public Task Existing_settings_are_extended() =>
        FixAsync(
            """
            // Cold.
            var settings = new OpenAIPromptExecutionSettings
            {
                Temperature = 0, // deterministic
                MaxTokens = 100 // short
            };
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, settings, kernel, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            """
            // Cold.
            var settings = new OpenAIPromptExecutionSettings
            {
                Temperature = 0, // deterministic
                MaxTokens = 100, // short
                ResponseFormat = typeof(Verdict)
            };
            var answer = await chat.GetChatMessageContentAsync(history, settings, kernel, cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            usesConnector: true
        );

    [Theory]
    [InlineData("new OpenAIPromptExecutionSettings()", "new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }")]
    [InlineData("new OpenAIPromptExecutionSettings { }", "new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }")]
    [InlineData(
        "new OpenAIPromptExecutionSettings { Temperature = 0 }",
        "new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = typeof(Verdict) }"
    )]
    [InlineData(
        "new OpenAIPromptExecutionSettings { Temperature = 0, }",
        "new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = typeof(Verdict) }"
    )]
    [InlineData(
        "new OpenAIPromptExecutionSettings { ResponseFormat = null, Temperature = 0 }",
        "new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict), Temperature = 0 }"
    )]
    [InlineData(
        "new OpenAIPromptExecutionSettings { ResponseFormat = \"text\" }",
        "new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }"
    )]
    [InlineData(
        "new PromptExecutionSettings { ServiceId = \"x\" }",
        "new OpenAIPromptExecutionSettings { ServiceId = \"x\", ResponseFormat = typeof(Verdict) }"
    )]
    public Task Inline_settings_are_extended(string before, string after) =>
        FixAsync(
            $$"""
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, {{before}});
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            $$"""
            var answer = await chat.GetChatMessageContentAsync(history, {{after}});
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            usesConnector: true
        );

    [Fact]
    public Task Target_typed_plain_settings_become_the_connectors() =>
        FixAsync(
            """
            PromptExecutionSettings settings = new() { ServiceId = "judge" };
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, settings);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            """
            PromptExecutionSettings settings = new OpenAIPromptExecutionSettings { ServiceId = "judge", ResponseFormat = typeof(Verdict) };
            var answer = await chat.GetChatMessageContentAsync(history, settings);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """,
            addsUsing: true
        );

    [Fact]
    public Task Streamed_answer_gets_settings_too() =>
        FixAsync(
            """
            var text = new StringBuilder();
            await foreach (var piece in {|RAG2002:chat.GetStreamingChatMessageContentsAsync|}(history))
                text.Append(piece.Content);
            return JsonSerializer.Deserialize<Verdict>(text.ToString())!;
            """,
            """
            var text = new StringBuilder();
            await foreach (var piece in chat.GetStreamingChatMessageContentsAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }))
                text.Append(piece.Content);
            return JsonSerializer.Deserialize<Verdict>(text.ToString())!;
            """,
            addsUsing: true
        );

    [Fact]
    public Task Invoked_prompt_gets_arguments() =>
        FixAsync(
            """
            var answer = await {|RAG2002:kernel.InvokePromptAsync|}("Is it urgent?");
            return JsonSerializer.Deserialize<Verdict>(answer.ToString())!;
            """,
            """
            var answer = await kernel.InvokePromptAsync("Is it urgent?", new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }));
            return JsonSerializer.Deserialize<Verdict>(answer.ToString())!;
            """,
            addsUsing: true
        );

    [Theory]
    [InlineData(
        "new KernelArguments { [\"q\"] = ticket }",
        "new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }) { [\"q\"] = ticket }"
    )]
    [InlineData(
        "new KernelArguments() { [\"q\"] = ticket }",
        "new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }) { [\"q\"] = ticket }"
    )]
    public Task Invoked_prompts_arguments_are_extended(string before, string after) =>
        FixAsync(
            $$$"""
            KernelArguments arguments = {{{before}}};
            var answer = await {|RAG2002:kernel.InvokePromptAsync|}("Is it urgent? {{$q}}", arguments);
            return JsonSerializer.Deserialize<Verdict>(answer.ToString())!;
            """,
            $$$"""
            KernelArguments arguments = {{{after}}};
            var answer = await kernel.InvokePromptAsync("Is it urgent? {{$q}}", arguments);
            return JsonSerializer.Deserialize<Verdict>(answer.ToString())!;
            """,
            usesConnector: true
        );

    [Fact]
    public Task Case_does_not_matter_to_a_parse_that_ignores_it() =>
        FixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, new OpenAIPromptExecutionSettings());
            return JsonSerializer.Deserialize<Verdict>(answer.Content!, JsonSerializerOptions.Web)!;
            """,
            """
            var answer = await chat.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            return JsonSerializer.Deserialize<Verdict>(answer.Content!, JsonSerializerOptions.Web)!;
            """,
            usesConnector: true
        );

    [Fact]
    public Task Schema_is_spelt_out_where_the_connectors_own_would_not_be_read() =>
        FixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, new OpenAIPromptExecutionSettings());
            return JsonSerializer.Deserialize<Label>(answer.Content!) is { Level: Level.High } ? new Verdict(true, "") : new Verdict(false, "");
            """,
            """"
            var answer = await chat.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings
            {
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                    "label",
                    BinaryData.FromString("""
                        {
                          "type": "object",
                          "properties": {
                            "Level": { "type": "integer", "enum": [0, 1], "description": "0 = Low, 1 = High" }
                          },
                          "required": ["Level"],
                          "additionalProperties": false
                        }
                        """),
                    jsonSchemaIsStrict: true),
            });
            return JsonSerializer.Deserialize<Label>(answer.Content!) is { Level: Level.High } ? new Verdict(true, "") : new Verdict(false, "");
            """",
            usesConnector: true,
            moreUsings: "using OpenAI.Chat;\n"
        );

    [Fact]
    public Task Tabs_and_line_ends_are_kept() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            WithTabs(
                Source(
                    """
                    var settings = new OpenAIPromptExecutionSettings
                    {
                        Temperature = 0,
                    };
                    var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, settings);
                    return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
                    """,
                    usesConnector: true
                )
            ),
            WithTabs(
                Source(
                    """
                    var settings = new OpenAIPromptExecutionSettings
                    {
                        Temperature = 0,
                        ResponseFormat = typeof(Verdict),
                    };
                    var answer = await chat.GetChatMessageContentAsync(history, settings);
                    return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
                    """,
                    usesConnector: true
                )
            )
        );

    private static string WithTabs(string source) => source.Replace("    ", "\t").Replace("\n", "\r\n");

    [Fact]
    public Task Fix_all_adds_the_using_once() =>
        FixAsync(
            """
            var first = await {|RAG2002:chat.GetChatMessageContentAsync|}(history);
            var verdict = JsonSerializer.Deserialize<Verdict>(first.Content!)!;
            var second = await {|RAG2002:chat.GetChatMessageContentAsync|}(verdict.Reason);
            return JsonSerializer.Deserialize<Verdict>(second.Content!)!;
            """,
            """
            var first = await chat.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            var verdict = JsonSerializer.Deserialize<Verdict>(first.Content!)!;
            var second = await chat.GetChatMessageContentAsync(verdict.Reason, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            return JsonSerializer.Deserialize<Verdict>(second.Content!)!;
            """,
            addsUsing: true
        );

    /// <summary>The arguments of a function carry settings, which a function without any does not miss.</summary>
    [Theory]
    [InlineData(
        "_kept.InvokeAsync|}(kernel, new() { [\"input\"] = ticket })",
        "_kept.InvokeAsync(kernel, new(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }) { [\"input\"] = ticket })"
    )]
    [InlineData(
        "kernel.InvokeAsync|}(_kept)",
        "kernel.InvokeAsync(_kept, new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }))"
    )]
    [InlineData(
        "kernel.CreateFunctionFromPrompt(ticket).InvokeAsync|}(kernel)",
        "kernel.CreateFunctionFromPrompt(ticket).InvokeAsync(kernel, new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) }))"
    )]
    public Task A_function_without_settings(string before, string after) =>
        FixAsync(
            $"var answer = await {{|RAG2002:{before};\nreturn JsonSerializer.Deserialize<Verdict>(answer.ToString())!;",
            $"var answer = await {after};\nreturn JsonSerializer.Deserialize<Verdict>(answer.ToString())!;",
            usesConnector: true
        );

    [Theory]
    [InlineData("_set")]
    [InlineData("given")]
    public Task No_fix_for_a_function_that_has_settings_or_may_have_them(string function) =>
        NoFixAsync(
            $"var given = kernel.CreateFunctionFromPrompt(ticket, Settings);\nvar answer = await {{|RAG2002:{function}.InvokeAsync|}}(kernel);\nreturn JsonSerializer.Deserialize<Verdict>(answer.ToString())!;"
        );

    [Fact]
    public Task No_fix_for_settings_that_two_calls_share() =>
        NoFixAsync(
            """
            var settings = new OpenAIPromptExecutionSettings();
            var first = await chat.GetChatMessageContentAsync(history, settings);
            history.Add(first);
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history, settings);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!)!;
            """
        );

    [Fact]
    public Task No_fix_for_a_target_with_a_dictionary() =>
        NoFixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history);
            return JsonSerializer.Deserialize<Open>(answer.Content!)!.Verdicts["x"];
            """
        );

    [Fact]
    public Task No_fix_for_a_list() =>
        NoFixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history);
            return JsonSerializer.Deserialize<List<Verdict>>(answer.Content!)![0];
            """
        );

    [Fact]
    public Task No_fix_for_serializer_options_that_cannot_be_seen() =>
        NoFixAsync(
            """
            var answer = await {|RAG2002:chat.GetChatMessageContentAsync|}(history);
            return JsonSerializer.Deserialize<Verdict>(answer.Content!, Given)!;
            """
        );

    private static Task FixAsync(string before, string after, bool addsUsing = false, bool usesConnector = false, string moreUsings = "") =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(before, usesConnector),
            Source(after, usesConnector || addsUsing, moreUsings)
        );

    private static Task NoFixAsync(string body) =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(body, usesConnector: true));

    private static string Source(string body, bool usesConnector, string moreUsings = "") =>
        $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            {{(usesConnector ? "using Microsoft.SemanticKernel.Connectors.OpenAI;\n" : "")}}{{moreUsings}}
            public enum Level { Low, High }
            public sealed record Verdict(bool IsUrgent, string Reason);
            public sealed record Label(Level Level);
            public sealed record Open(Dictionary<string, Verdict> Verdicts);

            public sealed class Triage(IChatCompletionService chat, Kernel kernel)
            {
                private static JsonSerializerOptions Given => null!;
                private static PromptExecutionSettings Settings => new PromptExecutionSettings { ModelId = "m" };

                private readonly KernelFunction _kept = KernelFunctionFactory.CreateFromPrompt("Judge {{"{{$input}}"}}.");
                private readonly KernelFunction _set = KernelFunctionFactory.CreateFromPrompt("Judge.", new PromptExecutionSettings { ModelId = "m" });

                public async Task<Verdict> JudgeAsync(string ticket, CancellationToken cancellationToken)
                {
                    var history = new ChatHistory("Judge.");
                    history.AddUserMessage(ticket);
                    {{body.Replace("\n", "\n        ")}}
                }
            }
            """;
}
