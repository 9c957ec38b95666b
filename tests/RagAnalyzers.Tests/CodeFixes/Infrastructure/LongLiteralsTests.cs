using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>A text that a fix makes too long for its line takes several.</summary>
public sealed class LongLiteralsTests
{
    private const string Words = "You help the staff of a bank with all that they may want to know of its rules, its forms and its people.";
    private const string Sentence = "Answer only from the passages that you are given, and say so when they do not hold the answer.";

    [Theory]
    // Behind a word.
    [InlineData(
        $$"""$"{{Words}}\n{found}\n{question}" """,
        $$"""
            "{{Sentence}} You help the staff of a bank with all "
                + $"that they may want to know of its rules, its forms and its people.\n{found}\n{question}"
            """
    )]
    // Braces are no marks any more in a piece that has no hole.
    [InlineData(
        $$$"""$"{{{Words}}} {{json}} or more {found} {question}" """,
        $$$"""
            "{{{Sentence}}} You help the staff of a bank with all "
                + $"that they may want to know of its rules, its forms and its people. {{json}} or more {found} {question}"
            """
    )]
    // Verbatim text has no escapes.
    [InlineData(
        $$"""$@"{{Words}} C:\new {found} {question}" """,
        $$"""
            @"{{Sentence}} You help the staff of a bank with all "
                + $@"that they may want to know of its rules, its forms and its people. C:\new {found} {question}"
            """
    )]
    // Raw text keeps its quotes.
    [InlineData(
        $$""""$"""{{Words}} "{found}" {question}.""" """",
        $$""""
            $"""{{Sentence}} You help the staff of a bank with all """
                + $"""that they may want to know of its rules, its forms and its people. "{found}" {question}."""
            """"
    )]
    // A sum has one more summand.
    [InlineData(
        $$"""""
            "{{Words}} " + found + question
            """"",
        $$""""
            "{{Sentence}} You help the staff of a bank with all that "
                + "they may want to know of its rules, its forms and its people. " + found + question
            """"
    )]
    public Task Pieces(string before, string after) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source($"return await {{|RAG6001:chat.GetResponseAsync|}}(\n{before.TrimEnd()});"),
            GroundedPrompts.Source($"return await chat.GetResponseAsync(\n{after});")
        );

    // One more word, and it would be too long.
    [Fact]
    public Task Room_enough() =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(
                "return await {|RAG6001:chat.GetResponseAsync|}(\n$\"You help the staff of a bank. {found} {question}\");"
            ),
            GroundedPrompts.Source(
                $"return await chat.GetResponseAsync(\n$\"{Sentence} You help the staff of a bank. {{found}} {{question}}\");"
            )
        );

    [Fact]
    public Task Json_is_laid_out() =>
        SchemaAsync(
            LanguageVersion.CSharp12,
            """"
            BinaryData.FromString(
                """
                {
                  "type": "object",
                  "properties": {
                    "supplier": { "type": ["string", "null"] },
                    "total": { "type": ["number", "null"] }
                  },
                  "required": ["supplier", "total"],
                  "additionalProperties": false
                }
                """
            )
            """"
        );

    // Without raw literals.
    [Fact]
    public Task Json_in_an_older_language() =>
        SchemaAsync(
            LanguageVersion.CSharp10,
            """"
            BinaryData.FromString(
                @"{
                  ""type"": ""object"",
                  ""properties"": {
                    ""supplier"": { ""type"": [""string"", ""null""] },
                    ""total"": { ""type"": [""number"", ""null""] }
                  },
                  ""required"": [""supplier"", ""total""],
                  ""additionalProperties"": false
                }"
            )
            """"
        );

    private static Task SchemaAsync(LanguageVersion version, string fixedData)
    {
        const string Data =
            "BinaryData.FromString(\n    \"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"supplier\\\": { \\\"type\\\": \\\"string\\\" }, \\\"total\\\": { \\\"type\\\": \\\"number\\\" } } }\"\n)";
        return Verify.FixAsync<StrictSchemaOutsideSubset, StrictSchemaFix>(
            Source(Data, "{|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}"),
            Source(fixedData.ReplaceLineEndings("\n"), "ChatResponseFormat.CreateJsonSchemaFormat"),
            setup: new TestSetup { LanguageVersion = version }
        );

        static string Source(string data, string call) =>
            $$"""
                using System;
                using System.Threading.Tasks;
                using OpenAI.Chat;

                public class Desk
                {
                    public async Task<string> AskAsync(ChatClient chat, string question)
                    {
                        var options = new ChatCompletionOptions();
                        options.ResponseFormat = {{call}}(
                            "invoice",
                            {{data.Replace("\n", "\n            ", StringComparison.Ordinal)}},
                            jsonSchemaIsStrict: true);
                        ChatCompletion completion = await chat.CompleteChatAsync(new ChatMessage[] { new UserChatMessage(question) }, options);
                        return completion.Content[0].Text;
                    }
                }
                """;
    }
}
