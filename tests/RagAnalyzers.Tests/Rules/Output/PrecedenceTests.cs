using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// One mistake, one diagnostic: what the output rules say together where several of them could speak. The table of
/// docs/rules/precedence.md.
/// </summary>
public sealed class PrecedenceTests
{
    private const string Context =
        "var context = new StringBuilder(); await foreach (var hit in policies.SearchAsync(question, top: 4)) context.AppendLine(hit.Record.Text); ";
    private const string Grounded = "[new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(context + question)]";
    private const string Asked = "[new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)]";
    private const string Unasked = "[new UserChatMessage(\"List three colours.\")]";
    private const string JsonMode = "new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }";
    private const string Compare =
        " var label = answer.Content[0].Text; if (label == \"billing\") return 1; return label == \"delivery\" ? 2 : 3;";

    private const string Strict =
        "new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"answer\", BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": {}, \\\"required\\\": [], \\\"additionalProperties\\\": false }\"), jsonSchemaIsStrict: true) }";

    private const string Parse = " return JsonSerializer.Deserialize<Answer>(answer.Content[0].Text);";
    private const string Answer = "OpenAI.Chat.ChatCompletion answer = await ";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. RagRules.Analyzers().Where(rule => rule.SupportedDiagnostics.Any(d => d.Id.StartsWith("RAG2", StringComparison.Ordinal))),
    ];

    private static readonly (string What, string Statements)[] s_table =
    [
        (
            "grounded, asked for, parsed: RAG2001, not RAG2002 and RAG2003",
            Context + Answer + "{|RAG2001:chat.CompleteChatAsync|}(" + Grounded + ");" + Parse
        ),
        ("asked for, parsed: RAG2002, not RAG2003", Answer + "{|RAG2002:chat.CompleteChatAsync|}(" + Asked + ");" + Parse),
        ("asked for, not parsed: RAG2003", Answer + "{|RAG2003:chat.CompleteChatAsync|}(" + Asked + "); return answer.Content[0].Text;"),
        (
            "grounded, asked for, not parsed: RAG2003",
            Context + Answer + "{|RAG2003:chat.CompleteChatAsync|}(" + Grounded + "); return answer.Content[0].Text;"
        ),
        (
            "JSON mode without the word, not parsed: RAG2005",
            Answer + "{|RAG2005:chat.CompleteChatAsync|}(" + Unasked + ", " + JsonMode + "); return answer.Content[0].Text;"
        ),
        (
            "JSON mode without the word, parsed into a shape: RAG2005, not RAG2004 and RAG2011",
            Answer + "{|RAG2005:chat.CompleteChatAsync|}(" + Unasked + ", " + JsonMode + ");" + Parse
        ),
        (
            "JSON mode with the word, parsed into a shape: RAG2004, not RAG2011",
            Answer + "{|RAG2004:chat.CompleteChatAsync|}(" + Asked + ", " + JsonMode + ");" + Parse
        ),
        (
            "JSON mode with the word, parsed into a document: RAG2011",
            Answer
                + "chat.CompleteChatAsync("
                + Asked
                + ", "
                + JsonMode
                + "); return {|RAG2011:JsonDocument.Parse|}(answer.Content[0].Text).RootElement;"
        ),
        (
            "a strict schema, parsed and not guarded: RAG2011",
            Answer
                + "chat.CompleteChatAsync("
                + Asked
                + ", "
                + Strict
                + "); return {|RAG2011:JsonSerializer.Deserialize<Answer>|}(answer.Content[0].Text);"
        ),
        (
            "a typed call whose result is read: RAG2011, not RAG2003",
            "var response = await client.GetResponseAsync<Answer>(\"Respond with JSON. \" + question); return response.{|RAG2011:Result|};"
        ),
        (
            "a schema whose names the parse does not read, not guarded: RAG2013, not RAG2011",
            "var response = await client.GetResponseAsync<Answer>(question); return {|RAG2013:JsonSerializer.Deserialize<Answer>|}(response.Text);"
        ),
        (
            "the same, read in any case: RAG2011",
            "var response = await client.GetResponseAsync<Answer>(question); return {|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text, JsonSerializerOptions.Web);"
        ),
        (
            "a number read out of the answer, no format demanded: RAG2014",
            Answer
                + "chat.CompleteChatAsync([new UserChatMessage(\"Rate it: \" + question)]); return {|RAG2014:int.Parse|}(answer.Content[0].Text);"
        ),
        (
            "a number read out of the answer, a format demanded: RAG2003, not RAG2014",
            Answer + "{|RAG2003:chat.CompleteChatAsync|}(" + Asked + "); return int.Parse(answer.Content[0].Text);"
        ),
        (
            "a number read out of an answer that is parsed as well: RAG2002, not RAG2014",
            Answer + "{|RAG2002:chat.CompleteChatAsync|}(" + Asked + "); if (int.Parse(answer.Content[0].Text) > 3) return 1;" + Parse
        ),
        (
            "labels compared, no format demanded: RAG2012",
            Answer + "{|RAG2012:chat.CompleteChatAsync|}([new UserChatMessage(\"Label it: \" + question)]);" + Compare
        ),
        (
            "labels compared, a format demanded: RAG2003, not RAG2012",
            Answer + "{|RAG2003:chat.CompleteChatAsync|}(" + Asked + ");" + Compare
        ),
        (
            "a label and a parse of one answer without a schema: RAG2002, not RAG2012",
            Answer
                + "{|RAG2002:chat.CompleteChatAsync|}("
                + Asked
                + "); if (answer.Content[0].Text == \"billing\" || answer.Content[0].Text == \"delivery\") return 1;"
                + Parse
        ),
        (
            "a list that a typed call overwrites: RAG2008, not RAG2007",
            "var response = await client.GetResponseAsync<Answer>(question, new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.ForJsonSchema<List<Answer>>()|} }); return response.TryGetResult(out var result) ? result : null;"
        ),
        (
            "a root that is no object, and not strict: RAG2007, not RAG2010",
            "Use({|RAG2007:ChatResponseFormat.CreateJsonSchemaFormat|}(\"a\", BinaryData.FromString(\"{ \\\"type\\\": \\\"array\\\" }\")));"
        ),
        (
            "strict, and outside the strict subset: RAG2009, not RAG2010",
            "Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}(\"a\", BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"b\\\": { \\\"type\\\": \\\"string\\\" } } }\"), jsonSchemaIsStrict: true));"
        ),
        (
            "not strict: RAG2010",
            "Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}(\"a\", BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\" }\")));"
        ),
        (
            "JSON mode in options that also go to a typed call, parsed into a shape: RAG2004, not RAG2008",
            "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await client.GetResponseAsync<Answer>(question, options); var response = await {|RAG2004:client.GetResponseAsync|}(\"Respond with JSON. \" + question, options); return JsonSerializer.Deserialize<Answer>(response.Text);"
        ),
        (
            "a schema that the connector drops, parsed: RAG2006, not RAG2002, RAG2009, RAG2010 and RAG2011",
            "var answer = await completion.GetChatMessageContentAsync(\"Respond with JSON. \" + question, new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = \"{ \\\"type\\\": \\\"object\\\" }\"|} }); return JsonSerializer.Deserialize<Answer>(answer.Content!);"
        ),
        (
            "JSON mode with the word, not parsed: nothing",
            Answer + "chat.CompleteChatAsync(" + Asked + ", " + JsonMode + "); return answer.Content[0].Text;"
        ),
        (
            "a format that the connector drops, asked for and parsed: RAG2006, not RAG2002 and RAG2003",
            "var answer = await completion.GetChatMessageContentAsync(\"Respond with JSON. \" + question, new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.Json|} }); return JsonSerializer.Deserialize<Answer>(answer.Content!);"
        ),
        (
            "a format that a typed call overwrites, asked for: RAG2008, not RAG2003",
            "var response = await client.GetResponseAsync<Answer>(\"Respond with JSON. \" + question, new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }); return response.TryGetResult(out var result) ? result : null;"
        ),
        (
            "a typed call, asked for: nothing",
            "var response = await client.GetResponseAsync<Answer>(\"Respond with JSON. \" + question); return response.TryGetResult(out var result) ? result : null;"
        ),
    ];

    public static TheoryData<string, string> Table => [.. s_table];

    [Theory]
    [MemberData(nameof(Table))]
    public Task One_rule_speaks(string what, string statements)
    {
        Assert.NotEmpty(what);
        return VerifyAsync(Prompted.Source(statements, "private static void Use(object format) => Console.WriteLine(format);"));
    }

    [Fact]
    public Task The_caller_that_parses_has_the_finding() =>
        VerifyAsync(
            Prompted.Source(
                "return JsonSerializer.Deserialize<Answer>(await {|RAG2002:TextAsync|}(chat, question));",
                """
                private static async Task<string> TextAsync(OpenAI.Chat.ChatClient chat, string question)
                {
                    OpenAI.Chat.ChatCompletion answer = await chat.CompleteChatAsync("Respond with JSON. " + question);
                    return answer.Content[0].Text;
                }
                """
            )
        );

    private static Task VerifyAsync(string source) => MarkedFindings.VerifyAsync(s_rules, source);
}
