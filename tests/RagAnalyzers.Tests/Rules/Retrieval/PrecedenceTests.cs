using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>
/// One mistake in what is retrieved, or in how it gets into the prompt, has one finding: all rules about retrieval and grounding run together.
/// Where a program makes two mistakes, both are marked.
/// </summary>
public sealed class PrecedenceTests
{
    private const string Handled = "if (found.Length == 0) { return null; } ";
    private const string Gate = "if (hit.Score > 0.5) { found += hit.Record.Text; } ";
    private const string Grounded = "Answer from these passages only";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. RagRules
            .Analyzers()
            .Where(rule =>
                rule.SupportedDiagnostics.Any(d =>
                    d.Id.StartsWith("RAG5", StringComparison.Ordinal) || d.Id.StartsWith("RAG6", StringComparison.Ordinal)
                )
            ),
    ];

    private static readonly (string What, string Statements)[] s_table =
    [
        (
            "passages that never reach the prompt: RAG5001, not RAG5011 and RAG6001",
            Search("{|RAG5001:pages.SearchAsync|}", "found += hit.Record.Text;")
                + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
        ),
        (
            "a title alone reaches the prompt: RAG5001, not RAG5011 and RAG6001",
            "var found = \"\"; await foreach (var hit in {|RAG5001:articles.SearchAsync|}(question, 3)) { if (hit.Score > 0.5) { found += hit.Record.Title; } } return await chat.GetResponseAsync($\"You are a helpful assistant. {found} {question}\");"
        ),
        ("many, and no rank: RAG5010", Search("{|RAG5010:pages.SearchAsync|}", "found += hit.Record.Text;", 30) + Handled + Ask(Grounded)),
        ("a gate that may leave nothing: RAG5011", Search("{|RAG5011:pages.SearchAsync|}", Gate) + Ask(Grounded)),
        (
            "a failure that looks like no hits: RAG5014, not RAG5011",
            "var found = \"\"; try { await foreach (var hit in {|RAG5014:pages.SearchAsync|}(question, 3)) { "
                + Gate
                + "} } catch (Exception) { } "
                + Ask(Grounded)
        ),
        (
            "passages in a system message that tells to answer from them: RAG6003",
            Search("pages.SearchAsync", Gate)
                + Handled
                + "return await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, $\""
                + Grounded
                + ": {found}\"), new ChatMessage(ChatRole.User, question)]);"
        ),
        (
            "passages that are exempt from encoding: RAG6004",
            Search("pages.SearchAsync", Gate)
                + Handled
                + "var config = new PromptTemplateConfig(\""
                + Grounded
                + ": {{$found}} Question: {{$q}}\") { InputVariables = [new() { Name = \"found\", {|RAG6004:AllowDangerouslySetContent = true|} }] }; return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(config), new() { [\"found\"] = found, [\"q\"] = question });"
        ),
        (
            "passages that are compiled as a template: RAG6006, not RAG6004",
            Search("pages.SearchAsync", Gate)
                + Handled
                + "return await kernel.InvokePromptAsync({|RAG6006:$\""
                + Grounded
                + ": {found} Question: {{$q}}\"|}, new() { [\"q\"] = question });"
        ),
        (
            "a placeholder that nothing renders: RAG6007, not RAG5001",
            Search("pages.SearchAsync", Gate)
                + Handled
                + "return await chat.GetResponseAsync({|RAG6007:\""
                + Grounded
                + ": {{$found}}\"|} + found + question);"
        ),
        (
            "nothing ties the answer to the passages: RAG6001",
            Search("pages.SearchAsync", Gate)
                + Handled
                + "return await {|RAG6001:chat.GetResponseAsync|}($\"You are a friendly assistant. {found} {question}\");"
        ),
        (
            "the same, and nothing is handled: RAG6001 and RAG5011, which are two mistakes",
            Search("{|RAG5011:pages.SearchAsync|}", Gate)
                + "return await {|RAG6001:chat.GetResponseAsync|}($\"You are a friendly assistant. {found} {question}\");"
        ),
        (
            "a tool that retrieves and is never run: RAG5015, not RAG6001",
            "return await {|RAG5015:client.AsIChatClient().GetResponseAsync|}(\"You are a friendly assistant. \" + question, new ChatOptions { Tools = [AIFunctionFactory.Create(LookUpAsync)] });"
        ),
        ("a gate, what is empty is handled, grounded: nothing", Search("pages.SearchAsync", Gate) + Handled + Ask(Grounded)),
    ];

    public static TheoryData<string, string> Table => [.. s_table];

    [Theory]
    [MemberData(nameof(Table))]
    public Task One_rule_speaks(string what, string statements)
    {
        Assert.NotEmpty(what);
        return MarkedFindings.VerifyAsync(
            s_rules,
            RetrievalMembers.Source(
                statements,
                "private async Task<string> LookUpAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
            )
        );
    }

    private static string Search(string call, string then, int top = 3) =>
        $"var found = \"\"; await foreach (var hit in {call}(question, {top})) {{ {then} }} ";

    private static string Ask(string rule) => $"return await chat.GetResponseAsync($\"{rule}: {{found}} The question is: {{question}}\");";
}
