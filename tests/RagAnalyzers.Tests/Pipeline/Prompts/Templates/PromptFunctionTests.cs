namespace RagAnalyzers.Tests.Pipeline.Prompts.Templates;

/// <summary>A function of a prompt asks the model when it is invoked; any other function does what it does.</summary>
public sealed class PromptFunctionTests
{
    private const string Retrieve = """
        var passages = new StringBuilder();
        var results = await search.SearchAsync(question);
        await foreach (var result in results.Results)
            passages.AppendLine(result);
        var context = passages.ToString();

        """;

    private const string Parse = "\nreturn JsonSerializer.Deserialize<Answer>(answer.GetValue<string>()!);";

    private const string Schema = "new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }";

    [Theory]
    [InlineData("""kernel.CreateFunctionFromPrompt("Answer {{$question}}")""")]
    [InlineData(
        """KernelFunctionFactory.CreateFromPrompt("Answer {{$question}}", new OpenAIPromptExecutionSettings { Temperature = 0 })"""
    )]
    [InlineData("""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer {{$question}}"))""")]
    [InlineData(
        """kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = "Answer {{$question}}", ExecutionSettings = { ["default"] = new PromptExecutionSettings() } })"""
    )]
    public async Task A_function_of_a_prompt_is_a_model_call(string function)
    {
        await Found.UngroundedAsync(
            $$"""var function = {{function}}; var answer = await «kernel.InvokeAsync»(function, new() { ["question"] = question });"""
                + Parse
        );
        await Found.UngroundedAsync(
            $$"""var answer = await «({{function}}).InvokeAsync»(kernel, new() { { "question", question } });""" + Parse
        );
    }

    [Fact]
    public Task The_answer_as_text() =>
        Found.UngroundedAsync(
            """
            var function = kernel.CreateFunctionFromPrompt("Answer {{$question}}");
            var text = await «function.InvokeAsync<string>»(kernel, new() { ["question"] = question });
            return JsonSerializer.Deserialize<Answer>(text!);
            """
        );

    [Theory]
    [InlineData("""kernel.CreateFunctionFromMethod(() => question)""")]
    [InlineData("""KernelFunctionFactory.CreateFromMethod((string q) => q)""")]
    [InlineData("""kernel.Plugins["orders"]["find"]""")]
    [InlineData("""kernel.Plugins.GetFunction("orders", "find")""")]
    [InlineData("""question.Length > 3 ? kernel.CreateFunctionFromPrompt("Answer") : kernel.Plugins["orders"]["find"]""")]
    public async Task Any_other_function_is_none(string function)
    {
        await Found.NothingAsync(
            $$"""var function = {{function}}; var answer = await kernel.InvokeAsync(function, new() { ["question"] = question });""" + Parse
        );
        await Found.NothingAsync(
            $$"""var function = {{function}}; var answer = await function.InvokeAsync(kernel, new() { ["question"] = question });""" + Parse
        );
    }

    [Fact]
    public Task A_function_that_is_passed_in_is_none() =>
        Found.NothingAsync(
            "return null;",
            """
            public async Task<Answer?> AskAsync(Kernel kernel, KernelFunction function)
                => JsonSerializer.Deserialize<Answer>((await kernel.InvokeAsync(function)).ToString());
            """
        );

    [Theory]
    [InlineData("""kernel.CreateFunctionFromPrompt("Answer {{$question}} from {{$context}}")""")]
    [InlineData(
        """kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = "{{context}}", TemplateFormat = "handlebars" }, new HandlebarsPromptTemplateFactory())"""
    )]
    public Task Variables_of_the_functions_template(string function) =>
        Found.GroundedAsync(
            Retrieve
                + $$"""var function = {{function}}; var answer = await «kernel.InvokeAsync»(function, new() { ["context"] = context });"""
                + Parse
        );

    [Theory]
    [InlineData("""kernel.CreateFunctionFromPrompt("Answer {{$question}}")""")]
    [InlineData("""kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = "{{context}}" })""")]
    public Task Variables_that_are_none_of_the_functions_template(string function) =>
        Found.UngroundedAsync(
            Retrieve
                + $$"""var function = {{function}}; var answer = await «kernel.InvokeAsync»(function, new() { ["context"] = context });"""
                + Parse
        );

    [Fact]
    public Task Passages_that_the_function_is_made_with() =>
        Found.GroundedAsync(
            Retrieve
                + """var function = kernel.CreateFunctionFromPrompt($"Answer from {context}"); var answer = await «kernel.InvokeAsync»(function);"""
                + Parse
        );

    [Theory]
    [InlineData($"""kernel.CreateFunctionFromPrompt("Answer", {Schema})""")]
    [InlineData($"""kernel.CreateFunctionFromPrompt("Answer", [{Schema}])""")]
    [InlineData(
        $$"""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer") { ExecutionSettings = new() { ["default"] = {{Schema}} } })"""
    )]
    [InlineData(
        $$"""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer") { ExecutionSettings = { ["default"] = {{Schema}} } })"""
    )]
    [InlineData(
        $$"""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer") { ExecutionSettings = { { "default", {{Schema}} } } })"""
    )]
    [InlineData(
        """KernelFunctionFactory.CreateFromPrompt("Answer", new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["response_format"] = "json_object" } })"""
    )]
    public Task A_schema_in_the_functions_settings(string function) =>
        Found.NothingAsync($"var function = {function}; var answer = await kernel.InvokeAsync(function);" + Parse);

    [Theory]
    [InlineData($"config.AddExecutionSettings({Schema});")]
    [InlineData($"config.ExecutionSettings[\"default\"] = {Schema};")]
    [InlineData($"config.ExecutionSettings.Add(\"default\", {Schema});")]
    [InlineData($$"""config.ExecutionSettings = new() { ["default"] = {{Schema}} };""")]
    public async Task A_schema_that_is_added_to_the_configuration(string step)
    {
        await Found.NothingAsync(
            $"var config = new PromptTemplateConfig(\"Answer\"); {step} var answer = await kernel.CreateFunctionFromPrompt(config).InvokeAsync(kernel);"
                + Parse
        );
        var without = step.Replace(Schema, "new OpenAIPromptExecutionSettings()", StringComparison.Ordinal);
        await Found.UngroundedAsync(
            $"var config = new PromptTemplateConfig(\"Answer\"); {without} var answer = await «kernel.CreateFunctionFromPrompt(config).InvokeAsync»(kernel);"
                + Parse
        );
    }

    [Fact]
    public Task A_schema_in_the_arguments_of_the_invocation() =>
        Found.NothingAsync(
            $"""var function = kernel.CreateFunctionFromPrompt("Answer"); var answer = await kernel.InvokeAsync(function, new KernelArguments({Schema}));"""
                + Parse
        );

    [Fact]
    public Task Settings_that_come_from_elsewhere() =>
        Found.NothingAsync(
            "return null;",
            """
            public async Task<Answer?> AskAsync(Kernel kernel, PromptExecutionSettings settings)
                => JsonSerializer.Deserialize<Answer>((await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt("Answer", settings))).ToString());
            """
        );

    public static TheoryData<string> Fields =>
        [
            """private static readonly KernelFunction s_answer = KernelFunctionFactory.CreateFromPrompt("Answer {{$question}} from {{$context}}"%settings%);""",
            """
                private static readonly KernelFunction s_answer;
                static Program() => s_answer = KernelFunctionFactory.CreateFromPrompt("Answer {{$question}} from {{$context}}"%settings%);
                """,
            """
                private static KernelFunction s_answer => Make("Answer {{$question}} from {{$context}}");
                private static KernelFunction Make(string template) => KernelFunctionFactory.CreateFromPrompt(template%settings%);
                """,
            """
                private static KernelFunction s_answer { get; } = Make("Answer {{$question}} from {{$context}}", new OpenAIPromptExecutionSettings());
                private static KernelFunction Make(string template, PromptExecutionSettings first) => KernelFunctionFactory.CreateFromPrompt(template%settings%);
                """,
        ];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_function_made_elsewhere_in_the_class(string members)
    {
        const string Arguments = """(s_answer, new() { ["context"] = context, ["question"] = question });""";
        var without = members.Replace("%settings%", "", StringComparison.Ordinal);
        var with = members.Replace("%settings%", ", " + Schema, StringComparison.Ordinal);
        await Found.GroundedAsync(Retrieve + "var answer = await «kernel.InvokeAsync»" + Arguments + Parse, without);
        await Found.UngroundedAsync(
            Retrieve + "var answer = await «kernel.InvokeAsync»" + Arguments + Parse,
            without.Replace("{{$context}}", "{{$passages}}", StringComparison.Ordinal)
        );
        await Found.NothingAsync(Retrieve + "var answer = await kernel.InvokeAsync" + Arguments + Parse, with);
    }

    [Fact]
    public Task A_field_that_others_may_set() =>
        Found.NothingAsync(
            """var answer = await kernel.InvokeAsync(s_answer);""" + Parse,
            """
            internal static KernelFunction s_answer = KernelFunctionFactory.CreateFromPrompt("Answer");
            public static void Use(KernelFunction answer) => s_answer = answer;

            """
        );

    private const string Asking = """
        private static async Task<string> AskAsync(Kernel kernel, KernelFunction function, string context, KernelArguments? other = null)
            => (await kernel.InvokeAsync(function, new() { ["context"] = context })).ToString();

        """;

    [Fact]
    public Task A_function_that_is_passed_to_a_method_of_the_class() =>
        Found.GroundedAsync(
            Retrieve
                + """
                var function = kernel.CreateFunctionFromPrompt("Answer from {{$context}}");
                return JsonSerializer.Deserialize<Answer>(await «AskAsync»(kernel, function, context));
                """,
            Asking
        );

    [Theory]
    [InlineData("""kernel.Plugins["orders"]["find"]""")]
    [InlineData($"""kernel.CreateFunctionFromPrompt("Answer", {Schema})""")]
    public Task Another_function_that_is_passed_to_a_method_of_the_class(string function) =>
        Found.NothingAsync(Retrieve + $"return JsonSerializer.Deserialize<Answer>(await AskAsync(kernel, {function}, context));", Asking);

    [Fact]
    public Task A_function_made_at_first_use() =>
        Found.UngroundedAsync(
            """
            KernelFunction? function = null;
            function ??= kernel.CreateFunctionFromPrompt("Answer");
            var answer = await «kernel.InvokeAsync»(function);
            """ + Parse
        );
}
