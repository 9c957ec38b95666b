using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6004: without the exemption.</summary>
public sealed class UnencodedPassagesFixTests
{
    [Theory]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });""",
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: new KernelPromptTemplateFactory());"""
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}}") { InputVariables = [new() { Name = "passages", {|RAG6004:AllowDangerouslySetContent = true|} }] }); return await kernel.InvokeAsync(function, new() { ["passages"] = found });""",
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}}") { InputVariables = [new() { Name = "passages" }] }); return await kernel.InvokeAsync(function, new() { ["passages"] = found });"""
    )]
    [InlineData(
        """var variable = new InputVariable { Name = "passages" }; {|RAG6004:variable.AllowDangerouslySetContent = true|}; var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}}") { InputVariables = [variable] }); return await kernel.InvokeAsync(function, new() { ["passages"] = found });""",
        """var variable = new InputVariable { Name = "passages" }; var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}}") { InputVariables = [variable] }); return await kernel.InvokeAsync(function, new() { ["passages"] = found });"""
    )]
    [InlineData(
        """kernel.Plugins.Add(((ITextSearch)search).CreateWithSearch("Docs")); var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{Docs.Search $question}}") { {|RAG6004:AllowDangerouslySetContent = true|} }); return await kernel.InvokeAsync(function, new() { ["question"] = question });""",
        """kernel.Plugins.Add(((ITextSearch)search).CreateWithSearch("Docs")); var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{Docs.Search $question}}")); return await kernel.InvokeAsync(function, new() { ["question"] = question });"""
    )]
    public Task Goes(string before, string after) =>
        Verify.FixAsync<UnencodedPassages, UnencodedPassagesFix>(
            TemplatedPrompts.Source(before),
            TemplatedPrompts.Source(after),
            DocumentedSdks.References
        );

    [Fact]
    public Task A_line_of_a_prompt()
    {
        return Verify.FixAsync<UnencodedPassages, UnencodedPassagesFix>(
            TemplatedPrompts.Source(Code("\n    {|RAG6004:allow_dangerously_set_content: true|}")),
            TemplatedPrompts.Source(Code("")),
            DocumentedSdks.References
        );

        static string Code(string line) =>
            "KernelFunction function; function = kernel.CreateFunctionFromPromptYaml(\"\"\"\ntemplate: Answer from {{$passages}}\ninput_variables:\n  - name: passages"
            + line
            + "\n    description: What was found.\n\"\"\"); return await kernel.InvokeAsync(function, new() { [\"passages\"] = found });";
    }

    // Handlebars encodes texts alone, and fails at other objects.
    [Theory]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{#each passages}}{{this}}{{/each}}", new() { ["passages"] = hits }, "handlebars", new HandlebarsPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    // All of the prompt is one line.
    [InlineData(
        "var function = kernel.CreateFunctionFromPromptYaml(\"template: Answer from {{$passages}}\\ninput_variables:\\n  - name: passages\\n    {|RAG6004:allow_dangerously_set_content: true|}\"); return await kernel.InvokeAsync(function, new() { [\"passages\"] = found });"
    )]
    public Task Stays(string statements) =>
        Verify.NoFixAsync<UnencodedPassages, UnencodedPassagesFix>(TemplatedPrompts.Source(statements), DocumentedSdks.References);
}
