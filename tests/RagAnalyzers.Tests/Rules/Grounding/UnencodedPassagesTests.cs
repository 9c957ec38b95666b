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

    // A field of the type is made with another one.
    [Fact]
    public Task Exempt_in_a_field() =>
        VerifyAsync(
            Ask,
            """
            private static readonly PromptTemplateConfig s_config = new() { Template = "{{$passages}} {{$question}}", InputVariables = [new() { Name = "passages", {|RAG6004:AllowDangerouslySetContent = true|} }] };
            private static readonly KernelFunction function = KernelFunctionFactory.CreateFromPrompt(s_config);
            """
        );

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

    // The result of a function that the template calls: on the template, in every language that calls functions, or on the factory.
    [Theory]
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Docs.Find $question}}", new() { ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    [InlineData(
        """kernel.ImportPluginFromObject(new Finder(search)); var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{finder.find $question}} {{$question}}") { {|RAG6004:AllowDangerouslySetContent = true|} }); return await function.InvokeAsync(kernel, new() { ["question"] = question });"""
    )]
    [InlineData(
        """kernel.Plugins.Add(KernelPluginFactory.CreateFromObject(new Finder(search), "Docs")); var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{Docs-Find question}}") { TemplateFormat = "handlebars", {|RAG6004:AllowDangerouslySetContent = true|} }, new HandlebarsPromptTemplateFactory()); return await kernel.InvokeAsync(function, new() { ["question"] = question });"""
    )]
    [InlineData(
        """kernel.Plugins.Add(((ITextSearch)search).CreateWithSearch("Docs")); return await kernel.InvokePromptAsync("{{Docs.Search $question}}", new() { ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    [InlineData(
        """kernel.ImportPluginFromFunctions("Docs", [kernel.CreateFunctionFromMethod(async (string query) => await new Finder(search).FindAsync(query), "lookup")]); return await kernel.InvokePromptAsync("{{Docs.lookup $question}}", new() { ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    // It names no plug-in.
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Find 'opening hours'}}", promptTemplateFactory: new KernelPromptTemplateFactory { {|RAG6004:AllowDangerouslySetContent = true|} });"""
    )]
    [InlineData(
        "kernel.Plugins.AddFromObject(new Finder(search), \"Docs\"); var function = KernelFunctionYaml.FromPromptYaml(\"\"\"\ntemplate: Answer from {{Docs.Find $question}}\n{|RAG6004:allow_dangerously_set_content: true|}\n\"\"\"); return await kernel.InvokeAsync(function, new() { [\"question\"] = question });"
    )]
    public Task Of_a_function(string statements) => VerifyAsync(statements, Finder);

    [Theory]
    // Encoded.
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Docs.Find $question}}", new() { ["question"] = question });"""
    )]
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Docs.FindEncoded $question}}", new() { ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    // The variable's exemption is not the function's.
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{Docs.Find $question}}") { InputVariables = [new() { Name = "question", AllowDangerouslySetContent = true }] }); return await kernel.InvokeAsync(function, new() { ["question"] = question });"""
    )]
    // Another function, another plug-in, another kernel.
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Docs.Today}}", promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Rules.Find $question}}", new() { ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    [InlineData(
        """new Kernel().Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Docs.Find $question}}", new() { ["question"] = question }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    // Handlebars encodes no lists, whatever the template says.
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); var function = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig("{{json (Docs-FindAll question)}}") { TemplateFormat = "handlebars", AllowDangerouslySetContent = true }, new HandlebarsPromptTemplateFactory()); return await kernel.InvokeAsync(function, new() { ["question"] = question });"""
    )]
    // The passages are an argument of a function that does something else.
    [InlineData(
        """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); return await kernel.InvokePromptAsync("{{Docs.Count $found}}", new() { ["found"] = found }, promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true });"""
    )]
    public Task Of_a_function_that_is_innocent(string statements) => VerifyAsync(statements, Finder);

    private const string Finder = """
        public sealed class Finder(ITextSearch<TextSearchResult> search)
        {
            [KernelFunction]
            public async Task<string> FindAsync(string query)
            {
                var text = new StringBuilder();
                await foreach (var hit in (await search.SearchAsync(query)).Results)
                    text.AppendLine(hit);
                return text.ToString();
            }

            [KernelFunction]
            public async Task<string> FindEncodedAsync(string query) => WebUtility.HtmlEncode(await FindAsync(query));

            [KernelFunction]
            public async Task<List<string>> FindAllAsync(string query) => [await FindAsync(query)];

            [KernelFunction]
            public string Today() => DateTime.Today.ToString();

            [KernelFunction]
            public int Count(string text) => text.Length;
        }
        """;

    // In a file that the compiler is given: what reads it says so.
    [Theory]
    [InlineData("    allow_dangerously_set_content: true", "{|RAG6004:File.ReadAllText(\"prompts/ask.yaml\")|}")]
    [InlineData("    allow_dangerously_set_content: false", "File.ReadAllText(\"prompts/ask.yaml\")")]
    [InlineData("  - name: question\n    allow_dangerously_set_content: true", "File.ReadAllText(\"prompts/ask.yaml\")")]
    [InlineData("    allow_dangerously_set_content: true", "File.ReadAllText(\"prompts/other.yaml\")")]
    public Task In_a_file(string line, string read) =>
        Verify.AnalyzerAsync<UnencodedPassages>(
            TemplatedPrompts.Source($"var function = kernel.CreateFunctionFromPromptYaml({read}); " + Ask),
            DocumentedSdks.References,
            new TestSetup
            {
                AdditionalFiles =
                [
                    (
                        "/prompts/ask.yaml",
                        "template: Answer from {{$passages}} {{$question}}\ninput_variables:\n  - name: passages\n" + line
                    ),
                ],
            }
        );

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
