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
        """return await kernel.InvokePromptAsync(@"As ""JSON"" {} from {{$hits}}", new(new PromptExecutionSettings()) { ["hits"] = string.Join("; ", hits) });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$"From {found} answer {{{{$question}}}}"|}, new() { ["question"] = question });""",
        """return await kernel.InvokePromptAsync("From {{$found}} answer {{$question}}", new() { ["question"] = question, ["found"] = found });"""
    )]
    [InlineData(
        """return await kernel.InvokeHandlebarsPromptAsync({|RAG6006:$"From {found}"|});""",
        """return await kernel.InvokeHandlebarsPromptAsync("From {{found}}", new() { ["found"] = found });"""
    )]
    // What a builder has built.
    [InlineData(
        """var context = new System.Text.StringBuilder(found); return await kernel.InvokePromptAsync({|RAG6006:$"From {context} answer {question}"|});""",
        """var context = new System.Text.StringBuilder(found);LINEreturn await kernel.InvokePromptAsync("From {{$context}} answer {{$question}}", new() { ["context"] = context.ToString(), ["question"] = question });"""
    )]
    // In a local, on a line of its own for each value.
    [InlineData(
        """var arguments = new KernelArguments(); return await kernel.InvokePromptAsync({|RAG6006:$"From {found} answer {question}"|}, arguments);""",
        """var arguments = new KernelArguments(); arguments["found"] = found; arguments["question"] = question; return await kernel.InvokePromptAsync("From {{$found}} answer {{$question}}", arguments);"""
    )]
    // In the language that the call names.
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, templateFormat: "handlebars", promptTemplateFactory: new HandlebarsPromptTemplateFactory());""",
        """return await kernel.InvokePromptAsync("From {{found}}", new() { ["found"] = found }, templateFormat: "handlebars", promptTemplateFactory: new HandlebarsPromptTemplateFactory());"""
    )]
    // The function is invoked by another call, which takes the values.
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found} answer {question}"|}); return await kernel.InvokeAsync(function);""",
        """var function = kernel.CreateFunctionFromPrompt("From {{$found}} answer {{$question}}"); return await kernel.InvokeAsync(function, new() { ["found"] = found, ["question"] = question });"""
    )]
    [InlineData(
        """var function = KernelFunctionFactory.CreateFromPrompt({|RAG6006:$"From {string.Join("; ", hits)} answer {{{{$q}}}}"|}); return await function.InvokeAsync(kernel, new() { ["q"] = question });""",
        """var function = KernelFunctionFactory.CreateFromPrompt("From {{$hits}} answer {{$q}}"); return await function.InvokeAsync(kernel, new() { ["q"] = question, ["hits"] = string.Join("; ", hits) });"""
    )]
    [InlineData(
        """return await kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found}"|}).InvokeAsync<string>(kernel);""",
        """return await kernel.CreateFunctionFromPrompt("From {{$found}}").InvokeAsync<string>(kernel, new() { ["found"] = found });"""
    )]
    [InlineData(
        """return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(new PromptTemplateConfig({|RAG6006:$"From {found}"|})));""",
        """return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("From {{$found}}")), new() { ["found"] = found });"""
    )]
    [InlineData(
        """var config = new PromptTemplateConfig { Name = "Ask", Template = {|RAG6006:$"From {found}"|} }; var function = kernel.CreateFunctionFromPrompt(config); Console.WriteLine(question); return await kernel.InvokeAsync(function);""",
        """var config = new PromptTemplateConfig { Name = "Ask", Template = "From {{$found}}" }; var function = kernel.CreateFunctionFromPrompt(config); Console.WriteLine(question); return await kernel.InvokeAsync(function, new() { ["found"] = found });"""
    )]
    public Task Variables_and_arguments(string before, string after) =>
        Verify.FixAsync<TextCompiledAsTemplate, CompiledTextFix>(
            TestSources.AmongLongLines(TemplatedPrompts.Source(before)),
            TestSources.AmongLongLines(TemplatedPrompts.Source(after.Replace("LINE", "\n", StringComparison.Ordinal))),
            DocumentedSdks.References
        );

    /// <summary>A project of .NET Standard 2.0 is compiled as C# 7.3, or 8 where it says so.</summary>
    [Fact]
    public Task A_language_that_must_name_what_it_makes()
    {
        static string Desk(string prompt) =>
            $$"""
                using System;
                using System.Threading.Tasks;
                using Microsoft.SemanticKernel;

                public sealed class Desk
                {
                    public async Task<object> AskAsync(Kernel kernel) => await kernel.InvokePromptAsync({{prompt}});
                }
                """;

        return Verify.FixAsync<TextCompiledAsTemplate, CompiledTextFix>(
            Desk("{|RAG6006:\"Answer: \" + Console.ReadLine()|}"),
            Desk("\"Answer: {{$console}}\", new KernelArguments { [\"console\"] = Console.ReadLine() }"),
            DocumentedSdks.References,
            new TestSetup { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp8 }
        );
    }

    [Fact]
    public Task Statements_on_lines() =>
        Verify.FixAsync<TextCompiledAsTemplate, CompiledTextFix>(
            TemplatedPrompts.Source(
                "var arguments = new KernelArguments();\n        // Ask.\n        return await kernel.InvokePromptAsync({|RAG6006:$\"From {found} answer {question}\"|}, arguments);"
            ),
            TemplatedPrompts.Source(
                "var arguments = new KernelArguments();\n        // Ask.\n        arguments[\"found\"] = found;\n        arguments[\"question\"] = question;\n        return await kernel.InvokePromptAsync(\"From {{$found}} answer {{$question}}\", arguments);"
            ),
            DocumentedSdks.References
        );

    [Fact]
    public Task A_raw_string_on_lines() =>
        Verify.FixAsync<TextCompiledAsTemplate, CompiledTextFix>(
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
        """var arguments = new KernelArguments { ["found"] = question }; return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, arguments);"""
    )]
    [InlineData(
        """var arguments = Arguments(); return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, arguments); static KernelArguments Arguments() => new();"""
    )]
    // The function is invoked twice; a value is another one by then, or is found only before.
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found}"|}); await kernel.InvokeAsync(function); return await kernel.InvokeAsync(function);"""
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found}"|}); found = ""; return await kernel.InvokeAsync(function);"""
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt({|RAG6006:$"From {string.Join(";", hits)}"|}); hits.Clear(); return await kernel.InvokeAsync(function);"""
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found}"|}); Func<Task<FunctionResult>> ask = () => kernel.InvokeAsync(function); return await ask();"""
    )]
    [InlineData(
        """return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(new PromptTemplateConfig({|RAG6006:$"From {found}"|}) { TemplateFormat = "liquid" }, new LiquidPromptTemplateFactory()));"""
    )]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<TextCompiledAsTemplate, Only<TextCompiledAsTemplateFix>>(
            TemplatedPrompts.Source(statements),
            DocumentedSdks.References
        );
}
