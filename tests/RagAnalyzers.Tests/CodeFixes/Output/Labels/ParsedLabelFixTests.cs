using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Output.Labels;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Labels;

/// <summary>RAG2012 where calls are not generic in the answer: an enum in a type of its own, under its schema, that the answer is parsed into.</summary>
public sealed class ParsedLabelFixTests
{
    [Fact]
    public Task OpenAI_chat_with_its_options() =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(
            """
            using OpenAI.Chat;

            public sealed class Sorter(ChatClient client)
            {
                public async Task<string> SortAsync(string mail)
                {
                    var options = new ChatCompletionOptions { Temperature = 0 };
                    ChatCompletion completion = await {|RAG2012:client.CompleteChatAsync|}([new UserChatMessage($"Is it urgent? Answer yes or no. {mail}")], options);
                    if (completion.Content.Count == 0)
                        return "?";

                    // The queue.
                    if (completion.Content[0].Text.Trim() == "yes")
                    {
                        return "now";
                    }
                    else if (completion.Content[0].Text.Equals("no", StringComparison.OrdinalIgnoreCase))
                    {
                        return "later";
                    }

                    return completion.FinishReason.ToString();
                }
            }
            """,
            """"
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using OpenAI.Chat;

            public sealed class Sorter(ChatClient client)
            {
                public async Task<string> SortAsync(string mail)
                {
                    var options = new ChatCompletionOptions
                    {
                        Temperature = 0,
                        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                            "label_answer",
                            BinaryData.FromString("""
                                {
                                  "type": "object",
                                  "properties": {
                                    "Label": { "type": "string", "enum": ["Yes", "No"] }
                                  },
                                  "required": ["Label"],
                                  "additionalProperties": false
                                }
                                """),
                            jsonSchemaIsStrict: true)
                    };
                    ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage($"Is it urgent? Answer yes or no. {mail}")], options);
                    if (completion.Content.Count == 0)
                        return "?";

                    // The queue.
                    var label = JsonSerializer.Deserialize<LabelAnswer>(completion.Content[0].Text)!.Label;
                    if (label == Label.Yes)
                    {
                        return "now";
                    }
                    else if (label == Label.No)
                    {
                        return "later";
                    }

                    return completion.FinishReason.ToString();
                }

                private sealed record LabelAnswer(Label Label);

                [JsonConverter(typeof(JsonStringEnumConverter<Label>))]
                private enum Label
                {
                    Yes,
                    No,
                }
            }
            """"
        );

    [Fact]
    public Task Semantic_Kernel_in_a_program_with_labels_that_are_no_names() =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(
            """
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-4o", "key").Build();
            var mail = Console.ReadLine()!;

            string? kind = (await {|RAG2012:kernel.InvokePromptAsync<string>|}("Answer with spam or not spam.\n{{$mail}}", new() { ["mail"] = mail }))?.Trim();
            var score = kind switch
            {
                "not spam" => 1, // Fine.
                "spam" => -1,
                _ => 0,
            };
            Console.WriteLine(score);
            """,
            """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-4o", "key").Build();
            var mail = Console.ReadLine()!;

            var response = await kernel.InvokePromptAsync<string>("Answer with spam or not spam.\n{{$mail}}", new(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(KindAnswer) }) { ["mail"] = mail });
            Kind kind = JsonSerializer.Deserialize<KindAnswer>(response!)!.Kind;
            var score = kind switch
            {
                Kind.NotSpam => 1, // Fine.
                Kind.Spam => -1,
                _ => 0,
            };
            Console.WriteLine(score);

            sealed record KindAnswer(Kind Kind);

            [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
            enum Kind
            {
                [JsonStringEnumMemberName("not spam")]
                NotSpam,

                Spam,

                Other,
            }

            """
        );

    [Theory]
    [InlineData(
        """
            var answer = await {|RAG2012:service.GetChatMessageContentAsync|}(new ChatHistory(mail));
            return answer.Content?.Trim() is "bug" or "question";
            """,
        """
            var answer = await service.GetChatMessageContentAsync(new ChatHistory(mail), new OpenAIPromptExecutionSettings { ResponseFormat = typeof(LabelAnswer) });
            return JsonSerializer.Deserialize<LabelAnswer>(answer.Content!)!.Label is Label.Bug or Label.Question;
            """,
        "Label"
    )]
    [InlineData(
        """
            var settings = new OpenAIPromptExecutionSettings();
            var kind = (await {|RAG2012:service.GetChatMessageContentAsync|}(new ChatHistory(mail), settings).ConfigureAwait(false)).ToString().ToLower();
            return kind == "bug" || kind == "question";
            """,
        """
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(KindAnswer) };
            var response = await service.GetChatMessageContentAsync(new ChatHistory(mail), settings).ConfigureAwait(false);
            var kind = JsonSerializer.Deserialize<KindAnswer>(response.ToString())!.Kind;
            return kind == Kind.Bug || kind == Kind.Question;
            """,
        "Kind"
    )]
    [InlineData(
        """
            return (await {|RAG2012:service.GetChatMessageContentAsync|}(new ChatHistory(mail))).Content is "bug" or "question";
            """,
        """
            var response = await service.GetChatMessageContentAsync(new ChatHistory(mail), new OpenAIPromptExecutionSettings { ResponseFormat = typeof(LabelAnswer) });
            return JsonSerializer.Deserialize<LabelAnswer>(response.Content!)!.Label is Label.Bug or Label.Question;
            """,
        "Label"
    )]
    public Task Chat_services_of_Semantic_Kernel(string before, string after, string name)
    {
        return Verify.FixAsync<LabelComparedAsText, LabelFix>(
            Source(before, ""),
            Source(
                after,
                $$"""


                    private sealed record {{name}}Answer({{name}} {{name}});

                    [JsonConverter(typeof(JsonStringEnumConverter<{{name}}>))]
                    private enum {{name}}
                    {
                        Bug,
                        Question,
                        Other,
                    }
                """
            )
        );
    }

    /// <summary>The client's result is unwrapped where it comes, and the answer is the name of a type already.</summary>
    [Fact]
    public Task An_unwrapped_completion() =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(
            """
            using OpenAI.Chat;

            internal sealed class Answer(ChatClient client)
            {
                public int Label(string mail)
                {
                    var completion = {|RAG2012:client.CompleteChat|}([new UserChatMessage(mail)], new ChatCompletionOptions()).Value;
                    switch (completion.Content[0].Text.ToLower())
                    {
                        case "bug": return 1; // now
                        case "question": return 2;
                        default: return 0;
                    }
                }
            }
            """,
            """"
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using OpenAI.Chat;

            internal sealed class Answer(ChatClient client)
            {
                public int Label(string mail)
                {
                    var completion = client.CompleteChat([new UserChatMessage(mail)], new ChatCompletionOptions
                    {
                        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                            "answer_label_response",
                            BinaryData.FromString("""
                                {
                                  "type": "object",
                                  "properties": {
                                    "AnswerLabel": { "type": "string", "enum": ["Bug", "Question", "Other"] }
                                  },
                                  "required": ["AnswerLabel"],
                                  "additionalProperties": false
                                }
                                """),
                            jsonSchemaIsStrict: true),
                    }).Value;
                    switch (JsonSerializer.Deserialize<AnswerLabelResponse>(completion.Content[0].Text)!.AnswerLabel)
                    {
                        case AnswerLabel.Bug: return 1; // now
                        case AnswerLabel.Question: return 2;
                        default: return 0;
                    }
                }

                private sealed record AnswerLabelResponse(AnswerLabel AnswerLabel);

                [JsonConverter(typeof(JsonStringEnumConverter<AnswerLabel>))]
                private enum AnswerLabel
                {
                    Bug,
                    Question,
                    Other,
                }
            }
            """"
        );

    [Theory]
    // The text goes elsewhere, too.
    [InlineData(
        """var answer = await {|RAG2012:service.GetChatMessageContentAsync|}(mail); Console.WriteLine(answer.Content); return answer.Content is "bug" or "question";"""
    )]
    [InlineData(
        """var text = (await {|RAG2012:service.GetChatMessageContentAsync|}(mail)).Content; Console.WriteLine(text); return text is "bug" or "question";"""
    )]
    // Nobody sees what the settings say.
    [InlineData(
        """var all = new Dictionary<string, object>(); var settings = new PromptExecutionSettings { ExtensionData = all }; return (await {|RAG2012:service.GetChatMessageContentAsync|}(mail, settings)).Content is "bug" or "question";"""
    )]
    // The comparison has a form that an enum does not take.
    [InlineData(
        """var text = (await {|RAG2012:service.GetChatMessageContentAsync|}(mail)).Content!; return Array.IndexOf(["bug", "question"], text) >= 0;"""
    )]
    public Task No_fix(string statements) => Verify.NoFixAsync<LabelComparedAsText, Only<ParsedLabelFix>>(Source(statements, ""));

    [Fact]
    public Task A_class_where_there_are_no_records() =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(
            """
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Sorter
            {
                public static async Task<bool> SortAsync(IChatCompletionService service, string mail)
                {
                    var settings = new OpenAIPromptExecutionSettings { Temperature = 0 };
                    var answer = await {|RAG2012:service.GetChatMessageContentAsync|}(mail, settings);
                    return answer.Content == "bug" || answer.Content == "question";
                }
            }
            """,
            """
            using System;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Sorter
            {
                public static async Task<bool> SortAsync(IChatCompletionService service, string mail)
                {
                    var settings = new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = typeof(LabelAnswer) };
                    var answer = await service.GetChatMessageContentAsync(mail, settings);
                    Label label;
                    try
                    {
                        label = JsonSerializer.Deserialize<LabelAnswer>(answer.Content).Label;
                    }
                    catch (JsonException exception)
                    {
                        throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                    }
                    return label == Label.Bug || label == Label.Question;
                }

                private sealed class LabelAnswer
                {
                    public Label Label { get; set; }
                }

                [JsonConverter(typeof(JsonStringEnumConverter<Label>))]
                private enum Label
                {
                    Bug,
                    Question,
                    Other,
                }
            }
            """,
            setup: new TestSetup { LanguageVersion = LanguageVersion.CSharp7_3 }
        );

    private static string Source(string statements, string types) =>
        $$"""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            namespace Mails;

            public sealed class Sorter(IChatCompletionService service)
            {
                public async Task<bool> SortAsync(string mail)
                {
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }{{types}}
            }
            """;
}
