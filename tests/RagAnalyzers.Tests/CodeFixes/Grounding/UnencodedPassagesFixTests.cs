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
    public Task Goes(string before, string after) =>
        Verify.FixAsync<UnencodedPassages, UnencodedPassagesFix>(
            TemplatedPrompts.Source(before),
            TemplatedPrompts.Source(after),
            DocumentedSdks.References
        );

    // Handlebars encodes texts alone, and fails at other objects.
    [Theory]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{#each passages}}{{this}}{{/each}}", new() { ["passages"] = hits }, "handlebars", new HandlebarsPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    public Task Stays(string statements) =>
        Verify.NoFixAsync<UnencodedPassages, UnencodedPassagesFix>(TemplatedPrompts.Source(statements), DocumentedSdks.References);
}
