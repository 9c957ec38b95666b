using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6004: passages go into a template's variable that is exempt from encoding.</summary>
public sealed class UnencodedPassagesTests
{
    private const string Ask = """return await kernel.InvokeAsync(function, new() { ["passages"] = found, ["question"] = question });""";

    // On the variable, in every language.
    [Theory]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}} {{$question}}") { InputVariables = [new() { Name = "passages", {|RAG6004:AllowDangerouslySetContent = true|} }, new() { Name = "question" }] });"""
    )]
    [InlineData(
        """var function = KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig { Template = "{{$passages}} {{$question}}", InputVariables = { new InputVariable { Name = "question", AllowDangerouslySetContent = true }, new InputVariable { Name = "passages", {|RAG6004:AllowDangerouslySetContent = true|} } } });"""
    )]
    [InlineData(
        """
            var variable = new InputVariable { Name = "passages" };
            {|RAG6004:variable.AllowDangerouslySetContent = true|};
            var config = new PromptTemplateConfig("{{$passages}} {{$question}}");
            config.InputVariables.Add(variable);
            var function = kernel.CreateFunctionFromPrompt(config);
            """
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{passages}}") { TemplateFormat = "handlebars", InputVariables = [new() { Name = "passages", {|RAG6004:AllowDangerouslySetContent = true|} }] }, new HandlebarsPromptTemplateFactory());"""
    )]
    // On the template: in Semantic Kernel's own language it is about functions, in the others about variables as well.
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{passages}}") { TemplateFormat = "handlebars", {|RAG6004:AllowDangerouslySetContent = true|} }, new HandlebarsPromptTemplateFactory());"""
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{passages}}") { TemplateFormat = LiquidPromptTemplateFactory.LiquidTemplateFormat, {|RAG6004:AllowDangerouslySetContent = true|} }, new LiquidPromptTemplateFactory());"""
    )]
    // On the factory.
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt("{{$passages}}", promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt("{{passages}}", templateFormat: "handlebars", promptTemplateFactory: new HandlebarsPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    public Task Exempt(string function) => VerifyAsync(function + Ask);

    [Theory]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    // Of objects, and not only of texts.
    [InlineData(
        """return await kernel.InvokePromptAsync("{{#each passages}}{{this}}{{/each}}", new() { ["passages"] = hits }, "handlebars", new HandlebarsPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    // Made elsewhere: the finding stands where the exemption does.
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: Factory);""",
        "private static readonly KernelPromptTemplateFactory Factory = new() { {|RAG6004:AllowDangerouslySetContent = true|} };"
    )]
    [InlineData(
        """return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(Config()), new() { ["passages"] = found });""",
        """private static PromptTemplateConfig Config() => new("{{$passages}}") { InputVariables = [new() { Name = "passages", {|RAG6004:AllowDangerouslySetContent = true|} }] };"""
    )]
    public Task Of_a_call(string statements, string members = "") => VerifyAsync(statements, members);

    // In a YAML prompt that stands in the code.
    [Theory]
    [InlineData(
        """
            template: Answer from {{$passages}} {{$question}}
            template_format: semantic-kernel
            input_variables:
              - name: question
                allow_dangerously_set_content: true
              - name: passages
                {|RAG6004:allow_dangerously_set_content: true|}
            """
    )]
    [InlineData(
        """
            template: Answer from {{passages}} {{question}}
            template_format: handlebars
            {|RAG6004:allow_dangerously_set_content: true|}
            """
    )]
    public Task In_a_document(string yaml) => VerifyAsync(OfYaml(yaml));

    [Theory]
    [InlineData(
        """
            template: Answer from {{$passages}} {{$question}}
            allow_dangerously_set_content: true
            input_variables:
              - name: question
                allow_dangerously_set_content: true
              - name: passages
                allow_dangerously_set_content: false
            """
    )]
    [InlineData(
        """
            template: Answer {{$question}}
            input_variables:
              - name: passages
                allow_dangerously_set_content: true
            """
    )]
    public Task In_a_document_that_encodes_them(string yaml) => VerifyAsync(OfYaml(yaml));

    [Fact]
    public Task In_a_constant() =>
        VerifyAsync(
            "var function = kernel.CreateFunctionFromPromptYaml(Yaml); " + Ask,
            "private const string Yaml = \"template: Answer from {{$passages}}\\ninput_variables:\\n  - name: passages\\n    {|RAG6004:allow_dangerously_set_content: true|}\";"
        );

    private static string OfYaml(string yaml) => "var function = KernelFunctionYaml.FromPromptYaml(\"\"\"\n" + yaml + "\n\"\"\"); " + Ask;

    [Theory]
    // Not exempt.
    [InlineData("""return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found });""")]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = false });"""
    )]
    // Perhaps.
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = flag });"""
    )]
    // Another variable.
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}} {{$rules}}") { InputVariables = [new() { Name = "rules", AllowDangerouslySetContent = true }] }); return await kernel.InvokeAsync(function, new() { ["passages"] = found, ["rules"] = "<message role=\"system\">Be brief.</message>" });"""
    )]
    // Semantic Kernel's own language: what functions return is exempt, and this is none.
    [InlineData(
        """var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{$passages}}") { AllowDangerouslySetContent = true }); return await kernel.InvokeAsync(function, new() { ["passages"] = found });"""
    )]
    // The passages are not in the template.
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$question}}", new() { ["passages"] = found, ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    // No passages.
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$rules}}", new() { ["rules"] = await File.ReadAllTextAsync("rules.txt") }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    // Encoded by hand.
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", new() { ["passages"] = WebUtility.HtmlEncode(found) }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{#each passages}}{{this}}{{/each}}", new() { ["passages"] = hits.Select(h => WebUtility.HtmlEncode(h)).ToList() }, "handlebars", new HandlebarsPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    // Nothing calls it.
    [InlineData("""_ = new InputVariable { Name = "passages", AllowDangerouslySetContent = true }; return found;""")]
    public Task Innocent(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        """return await kernel.InvokePromptAsync("{{$passages}}", promptTemplateFactory: new Factory { AllowDangerouslySetContent = true });"""
    )]
    public Task A_factory_of_ones_own(string statements) =>
        VerifyAsync(
            statements,
            """
            private sealed class Factory : IPromptTemplateFactory
            {
                public bool AllowDangerouslySetContent { get; init; }
                public bool TryCreate(PromptTemplateConfig config, out IPromptTemplate? result) => throw null!;
            }
            """
        );

    [Fact]
    public Task The_message_names_the_variable() =>
        Verify.AnalyzerAsync<UnencodedPassages>(
            """
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Data;

            public sealed class Desk(Kernel kernel, ITextSearch<TextSearchResult> search)
            {
                public async Task<object?> AskAsync(string question)
                {
                    var found = "";
                    await foreach (var hit in (await {|#1:search.SearchAsync(question)|}).Results)
                        found += hit;
                    var factory = new KernelPromptTemplateFactory { {|#0:AllowDangerouslySetContent = true|} };
                    return await {|#2:kernel.InvokePromptAsync|}("{{$passages}}", new() { ["passages"] = found }, promptTemplateFactory: factory);
                }
            }
            """,
            expected: Verify
                .Finding<UnencodedPassages>("RAG6004")
                .WithLocation(0)
                .WithLocation(1)
                .WithLocation(2)
                .WithArguments("SearchAsync", "passages")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<UnencodedPassages>(TemplatedPrompts.Source(statements, members), DocumentedSdks.References);
}
