namespace RagAnalyzers.Tests.Pipeline.Prompts.Templates;

/// <summary>Of the arguments of a templated prompt, those reach the prompt that the template names.</summary>
public sealed class TemplateVariablesTests
{
    private const string Retrieve = """
        var passages = new StringBuilder();
        var results = await search.GetTextSearchResultsAsync(question);
        await foreach (var result in results.Results)
            passages.AppendLine(result.Value);
        var context = passages.ToString();

        """;

    private const string Parse = "\nreturn JsonSerializer.Deserialize<Answer>(answer.ToString());";

    [Theory]
    [InlineData("""new KernelArguments { ["context"] = context, ["question"] = question }""")]
    [InlineData("""new KernelArguments { { "context", context }, { "question", question } }""")]
    [InlineData("""new() { ["Context"] = context }""")]
    [InlineData("""new(new OpenAIPromptExecutionSettings { Temperature = 0 }) { ["context"] = context }""")]
    [InlineData("""new KernelArguments(new KernelArguments { ["context"] = context })""")]
    [InlineData("""new KernelArguments(new Dictionary<string, object?> { { "context", context } })""")]
    public Task A_variable_that_the_template_names_is_in_the_prompt(string arguments) =>
        Found.GroundedAsync(
            Retrieve
                + $$$"""var answer = await «kernel.InvokePromptAsync»("Answer from {{$context}}: {{$question}}", {{{arguments}}});"""
                + Parse
        );

    [Theory]
    [InlineData("""new KernelArguments { ["contexts"] = context, ["question"] = question }""")]
    [InlineData("""new KernelArguments { { "passages", context } }""")]
    [InlineData("""new KernelArguments(new Dictionary<string, object?> { ["passages"] = context })""")]
    public Task A_variable_that_the_template_does_not_name_is_not(string arguments) =>
        Found.UngroundedAsync(
            Retrieve
                + $$$"""var answer = await «kernel.InvokePromptAsync»("Answer from {{$context}}: {{$question}}", {{{arguments}}});"""
                + Parse
        );

    [Theory]
    [InlineData("""args["context"] = context;""")]
    [InlineData("""args.Add("context", context);""")]
    [InlineData("""if (question.Length > 3) args["context"] = context;""")]
    [InlineData("""args["context"] = question; args["context"] = context;""")]
    public Task Arguments_that_are_filled_step_by_step(string steps) =>
        Found.GroundedAsync(
            Retrieve
                + "var args = new KernelArguments();\n"
                + steps
                + """var answer = await «kernel.InvokePromptAsync»("Answer from {{$context}}", args);"""
                + Parse
        );

    [Theory]
    [InlineData("""args["context"] = context; args["context"] = question;""", "")]
    [InlineData("""args["other"] = context; args.Add("question", question);""", "")]
    [InlineData("", """args["context"] = context;""")]
    public Task Arguments_that_are_filled_otherwise(string before, string after) =>
        Found.UngroundedAsync(
            Retrieve
                + "var args = new KernelArguments();\n"
                + before
                + """var answer = await «kernel.InvokePromptAsync»("Answer from {{$context}}", args);"""
                + after
                + Parse
        );

    [Fact]
    public Task Passages_in_the_template_itself() =>
        Found.GroundedAsync(
            Retrieve
                + """var answer = await «kernel.InvokePromptAsync»($"Answer from {context}: {{{{$question}}}}", new() { ["question"] = question });"""
                + Parse
        );

    [Fact]
    public Task A_template_that_cannot_be_seen_renders_nothing_certainly() =>
        Found.UngroundedAsync(
            Retrieve
                + """var answer = await «kernel.InvokePromptAsync»(Environment.GetEnvironmentVariable("PROMPT")!, new() { ["context"] = context });"""
                + Parse
        );

    [Theory]
    [InlineData("Answer {{$question}} from {{search.find $context}}")]
    [InlineData("Answer {{context}}")]
    [InlineData("Answer {{ '{{$context}}' }}")]
    public Task What_a_function_in_the_template_gets_is_not_certainly_in_the_prompt(string template) =>
        Found.UngroundedAsync(
            Retrieve + $$"""var answer = await «kernel.InvokePromptAsync»("{{template}}", new() { ["context"] = context });""" + Parse
        );

    [Theory]
    [InlineData("\"handlebars\"", "{{#each context}}{{this}}{{/each}} {{question}}")]
    [InlineData("HandlebarsPromptTemplateFactory.HandlebarsTemplateFormat", "{{{context}}}")]
    [InlineData("\"liquid\"", "{% for p in context %}{{ p.text }}{% endfor %}")]
    [InlineData("LiquidPromptTemplateFactory.LiquidTemplateFormat", "{{ context }}")]
    [InlineData("PromptTemplateConfig.SemanticKernelTemplateFormat", "{{$context}}")]
    public Task Other_template_languages(string format, string template) =>
        Found.GroundedAsync(
            Retrieve
                + $$"""var answer = await «kernel.InvokePromptAsync»("{{template}}", new() { ["context"] = context }, templateFormat: {{format}}, promptTemplateFactory: new HandlebarsPromptTemplateFactory());"""
                + Parse
        );

    [Theory]
    [InlineData("\"handlebars\"", "{{#if context}}{{question}}{{/if}}")]
    [InlineData("\"handlebars\"", "{{!-- {{context}} --}}{{question}}")]
    [InlineData("\"handlebars\"", "{{Search-find context}}")]
    [InlineData("\"liquid\"", "{% if context %}{{ question }}{% endif %}")]
    [InlineData("\"liquid\"", "{% comment %}{{ context }}{% endcomment %}")]
    [InlineData("\"semantic-kernel\"", "{{context}}")]
    [InlineData("question", "{{$context}}")]
    [InlineData("\"my-own\"", "{{$context}}")]
    public Task Other_template_languages_that_do_not_render_it(string format, string template) =>
        Found.UngroundedAsync(
            Retrieve
                + $$"""var answer = await «kernel.InvokePromptAsync»("{{template}}", new() { ["context"] = context }, templateFormat: {{format}}, promptTemplateFactory: new HandlebarsPromptTemplateFactory());"""
                + Parse
        );

    [Fact]
    public Task Handlebars_by_the_name_of_the_call() =>
        Found.GroundedAsync(
            Retrieve
                + """var answer = await «kernel.InvokeHandlebarsPromptAsync»("{{context}}", new() { ["context"] = context });"""
                + Parse
        );

    [Fact]
    public Task Handlebars_by_the_name_of_the_call_without_the_variable() =>
        Found.UngroundedAsync(
            Retrieve
                + """var answer = await «kernel.InvokeHandlebarsPromptAsync»("{{$context}} {{question}}", new() { ["context"] = context });"""
                + Parse
        );

    // An entry is no option: it must not make the options look unknown.
    [Theory]
    [InlineData("""new() { { "question", question } }""")]
    [InlineData("""new() { ["question"] = question }""")]
    [InlineData("""Filled""")]
    public Task Entries_are_no_options(string arguments) =>
        Found.UngroundedAsync(
            """var Filled = new KernelArguments(); Filled["question"] = question;"""
                + $$$"""var answer = await «kernel.InvokePromptAsync»("{{$question}}", {{{arguments}}});"""
                + Parse
        );

    [Theory]
    [InlineData("""new(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }) { { "question", question } }""")]
    [InlineData(
        """new() { ["question"] = question, ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { ["default"] = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) } } }"""
    )]
    [InlineData("""Filled""")]
    [InlineData("""Late""")]
    public Task Settings_beside_entries_are_options(string arguments) =>
        Found.NothingAsync(
            """
            var Filled = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) });
            Filled["question"] = question;
            var Late = new KernelArguments { ["question"] = question };
            Late.ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { ["default"] = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) } };

            """
                + $$$"""var answer = await kernel.InvokePromptAsync("{{$question}}", {{{arguments}}});"""
                + Parse
        );

    [Fact]
    public Task An_entry_under_a_computed_name_may_be_any() =>
        Found.NothingAsync(
            """
            var args = new KernelArguments();
            args[question] = question;
            var answer = await kernel.InvokePromptAsync("{{$question}}", args);
            """ + Parse
        );
}
