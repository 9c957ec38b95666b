namespace RagAnalyzers.Tests.Pipeline.Templates;

/// <summary>A function of a prompt asks the model when it is invoked; any other function does what it does.</summary>
public sealed class PromptFunctionTests
{
    private const string Retrieve =
        """
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
    [InlineData("""KernelFunctionFactory.CreateFromPrompt("Answer {{$question}}", new OpenAIPromptExecutionSettings { Temperature = 0 })""")]
    [InlineData("""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer {{$question}}"))""")]
    [InlineData("""kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = "Answer {{$question}}", ExecutionSettings = { ["default"] = new PromptExecutionSettings() } })""")]
    public async Task A_function_of_a_prompt_is_a_model_call(string function)
    {
        await Found.UngroundedAsync($$"""var function = {{function}}; var answer = await «kernel.InvokeAsync»(function, new() { ["question"] = question });""" + Parse);
        await Found.UngroundedAsync($$"""var answer = await «({{function}}).InvokeAsync»(kernel, new() { { "question", question } });""" + Parse);
    }

    [Fact]
    public Task The_answer_as_text() => Found.UngroundedAsync(
        """
        var function = kernel.CreateFunctionFromPrompt("Answer {{$question}}");
        var text = await «function.InvokeAsync<string>»(kernel, new() { ["question"] = question });
        return JsonSerializer.Deserialize<Answer>(text!);
        """);

    [Theory]
    [InlineData("""kernel.CreateFunctionFromMethod(() => question)""")]
    [InlineData("""KernelFunctionFactory.CreateFromMethod((string q) => q)""")]
    [InlineData("""kernel.Plugins["orders"]["find"]""")]
    [InlineData("""kernel.Plugins.GetFunction("orders", "find")""")]
    [InlineData("""question.Length > 3 ? kernel.CreateFunctionFromPrompt("Answer") : kernel.Plugins["orders"]["find"]""")]
    public async Task Any_other_function_is_none(string function)
    {
        await Found.NothingAsync($$"""var function = {{function}}; var answer = await kernel.InvokeAsync(function, new() { ["question"] = question });""" + Parse);
        await Found.NothingAsync($$"""var function = {{function}}; var answer = await function.InvokeAsync(kernel, new() { ["question"] = question });""" + Parse);
    }

    [Fact]
    public Task A_function_that_is_passed_in_is_none() => Found.NothingAsync(
        "return null;",
        """
        public async Task<Answer?> AskAsync(Kernel kernel, KernelFunction function)
            => JsonSerializer.Deserialize<Answer>((await kernel.InvokeAsync(function)).ToString());
        """);

    [Theory]
    [InlineData("""kernel.CreateFunctionFromPrompt("Answer {{$question}} from {{$context}}")""")]
    [InlineData("""kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = "{{context}}", TemplateFormat = "handlebars" }, new HandlebarsPromptTemplateFactory())""")]
    public Task Variables_of_the_functions_template(string function) => Found.GroundedAsync(
        Retrieve + $$"""var function = {{function}}; var answer = await «kernel.InvokeAsync»(function, new() { ["context"] = context });""" + Parse);

    [Theory]
    [InlineData("""kernel.CreateFunctionFromPrompt("Answer {{$question}}")""")]
    [InlineData("""kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = "{{context}}" })""")]
    public Task Variables_that_are_none_of_the_functions_template(string function) => Found.UngroundedAsync(
        Retrieve + $$"""var function = {{function}}; var answer = await «kernel.InvokeAsync»(function, new() { ["context"] = context });""" + Parse);

    [Fact]
    public Task Passages_that_the_function_is_made_with() => Found.GroundedAsync(
        Retrieve + """var function = kernel.CreateFunctionFromPrompt($"Answer from {context}"); var answer = await «kernel.InvokeAsync»(function);""" + Parse);

    [Theory]
    [InlineData($"""kernel.CreateFunctionFromPrompt("Answer", {Schema})""")]
    [InlineData($"""kernel.CreateFunctionFromPrompt("Answer", [{Schema}])""")]
    [InlineData($$"""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer") { ExecutionSettings = new() { ["default"] = {{Schema}} } })""")]
    [InlineData($$"""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer") { ExecutionSettings = { ["default"] = {{Schema}} } })""")]
    [InlineData($$"""KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("Answer") { ExecutionSettings = { { "default", {{Schema}} } } })""")]
    [InlineData("""KernelFunctionFactory.CreateFromPrompt("Answer", new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["response_format"] = "json_object" } })""")]
    public Task A_schema_in_the_functions_settings(string function) => Found.NothingAsync(
        $"var function = {function}; var answer = await kernel.InvokeAsync(function);" + Parse);

    [Theory]
    [InlineData($"config.AddExecutionSettings({Schema});")]
    [InlineData($"config.ExecutionSettings[\"default\"] = {Schema};")]
    [InlineData($"config.ExecutionSettings.Add(\"default\", {Schema});")]
    [InlineData($$"""config.ExecutionSettings = new() { ["default"] = {{Schema}} };""")]
    public async Task A_schema_that_is_added_to_the_configuration(string step)
    {
        await Found.NothingAsync($"var config = new PromptTemplateConfig(\"Answer\"); {step} var answer = await kernel.CreateFunctionFromPrompt(config).InvokeAsync(kernel);" + Parse);
        var without = step.Replace(Schema, "new OpenAIPromptExecutionSettings()", StringComparison.Ordinal);
        await Found.UngroundedAsync($"var config = new PromptTemplateConfig(\"Answer\"); {without} var answer = await «kernel.CreateFunctionFromPrompt(config).InvokeAsync»(kernel);" + Parse);
    }

    [Fact]
    public Task A_schema_in_the_arguments_of_the_invocation() => Found.NothingAsync(
        $"""var function = kernel.CreateFunctionFromPrompt("Answer"); var answer = await kernel.InvokeAsync(function, new KernelArguments({Schema}));""" + Parse);

    [Fact]
    public Task Settings_that_come_from_elsewhere() => Found.NothingAsync(
        "return null;",
        """
        public async Task<Answer?> AskAsync(Kernel kernel, PromptExecutionSettings settings)
            => JsonSerializer.Deserialize<Answer>((await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt("Answer", settings))).ToString());
        """);

    [Fact]
    public Task A_function_made_at_first_use() => Found.UngroundedAsync(
        """
        KernelFunction? function = null;
        function ??= kernel.CreateFunctionFromPrompt("Answer");
        var answer = await «kernel.InvokeAsync»(function);
        """ + Parse);
}
