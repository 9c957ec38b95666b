using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6006: variables and arguments.</summary>
public sealed class TextCompiledAsTemplateFixTests
{
    [Theory]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$"From {found} answer {question}"|});""",
        """return await kernel.InvokePromptAsync("From {{$found}} answer {{$question}}", new() { ["found"] = found, ["question"] = question });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync<string>({|RAG6006:"From " + found + "\nanswer: " + question.Trim()|});""",
        """return await kernel.InvokePromptAsync<string>("From {{$found}}\nanswer: {{$question}}", new() { ["found"] = found, ["question"] = question.Trim() });"""
    )]
    [InlineData(
        """var prompt = {|RAG6006:$"From {found}, again: {found}"|}; return await kernel.InvokePromptAsync(prompt);""",
        """var prompt = "From {{$found}}, again: {{$found}}"; return await kernel.InvokePromptAsync(prompt, new() { ["found"] = found });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$@"As ""JSON"" {{}} from {string.Join("; ", hits)}"|}, new(new PromptExecutionSettings()));""",
        """return await kernel.InvokePromptAsync(@"As ""JSON"" {} from {{$text}}", new(new PromptExecutionSettings()) { ["text"] = string.Join("; ", hits) });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$"From {found} answer {{{{$question}}}}"|}, new() { ["question"] = question });""",
        """return await kernel.InvokePromptAsync("From {{$found}} answer {{$question}}", new() { ["question"] = question, ["found"] = found });"""
    )]
    [InlineData(
        """return await kernel.InvokeHandlebarsPromptAsync({|RAG6006:$"From {found}"|});""",
        """return await kernel.InvokeHandlebarsPromptAsync("From {{found}}", new() { ["found"] = found });"""
    )]
    public Task Variables_and_arguments(string before, string after) =>
        Verify.FixAsync<TextCompiledAsTemplate, TextCompiledAsTemplateFix>(
            TemplatedPrompts.Source(before),
            TemplatedPrompts.Source(after),
            DocumentedSdks.References
        );

    [Fact]
    public Task A_raw_string_on_lines() =>
        Verify.FixAsync<TextCompiledAsTemplate, TextCompiledAsTemplateFix>(
            TemplatedPrompts.Source(
                "return await kernel.InvokePromptAsync({|RAG6006:$\"\"\"\n        From {found}\n        answer.\n        \"\"\"|});"
            ),
            TemplatedPrompts.Source(
                "return await kernel.InvokePromptAsync(\"\"\"\n        From {{$found}}\n        answer.\n        \"\"\", new() { [\"found\"] = found });"
            ),
            DocumentedSdks.References
        );

    [Theory]
    // The text is used elsewhere, or made elsewhere.
    [InlineData("""var prompt = {|RAG6006:$"From {found}"|}; Console.WriteLine(prompt); return await kernel.InvokePromptAsync(prompt);""")]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:Prompt(found)|}); static string Prompt(string text) => $"From {text}";"""
    )]
    // Numbers, formats and constants stay what they are.
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:$"From {found} {hits.Count}"|});""")]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:$"From {found,10}"|});""")]
    [InlineData("""const string Rules = "Use {{$question}}"; return await kernel.InvokePromptAsync({|RAG6006:$"{Rules} {found}"|});""")]
    // The function is invoked elsewhere; no template; another language.
    [InlineData("""return kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found}"|});""")]
    [InlineData("""return await completion.GetChatMessageContentAsync({|RAG6006:$"From {found}"|});""")]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, templateFormat: "liquid", promptTemplateFactory: new LiquidPromptTemplateFactory());"""
    )]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, new() { ["found"] = question });""")]
    [InlineData(
        """var arguments = new KernelArguments(); return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, arguments);"""
    )]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<TextCompiledAsTemplate, TextCompiledAsTemplateFix>(
            TemplatedPrompts.Source(statements),
            DocumentedSdks.References
        );
}
