namespace RagAnalyzers.Tests.Pipeline.Prompts.Templates;

/// <summary>Prompts that stand in files: what the files say counts for the calls that use them.</summary>
public sealed class PromptFileTests
{
    private const string Retrieve = """
        var passages = new StringBuilder();
        var results = await search.SearchAsync(question);
        await foreach (var result in results.Results)
            passages.AppendLine(result);
        var context = passages.ToString();

        """;

    private const string Parse = "\nreturn JsonSerializer.Deserialize<Answer>(answer.ToString());";

    private const string Yaml = """
        name: Answer
        template: |
          Answer from {{$context}}: {{$question}}

          Reply as JSON.
        template_format: semantic-kernel
        input_variables:
          - name: context
            description: "What was found"
          - name: question
        execution_settings:
          default:
            temperature: 0.2
            %format%
        """;

    private const string Prompty = """
        ---
        name: Answer
        authors:
          - someone
        model:
          api: chat
          configuration:
            type: azure_openai
          parameters:
            max_tokens: 500
            %format%
        sample: {question: What is new?, context: "Much"}
        ---
        system:
        Answer from the passages: as JSON
        {% for passage in context %}
        {{passage}}
        {% endfor %}

        user:
        {{question}}
        """;

    private const string WithArguments = """(kernel, new() { ["context"] = context, ["question"] = question });""";

    public static TheoryData<string, string, string> Sources =>
        new()
        {
            { "Prompts/answer.yaml", Yaml, """kernel.CreateFunctionFromPromptYaml(File.ReadAllText("Prompts/answer.yaml"))""" },
            {
                "Prompts/answer.yml",
                Yaml,
                """KernelFunctionYaml.FromPromptYaml(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Prompts", "answer.yml")))"""
            },
            {
                "Prompts/answer.yaml",
                Yaml,
                """kernel.CreateFunctionFromPromptYaml(new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("App.Prompts.answer.yaml")!).ReadToEnd())"""
            },
            { "Prompts/answer.yaml", Yaml, """kernel.CreateFunctionFromPromptYaml(Resource("Prompts.answer.yaml"))""" },
            { "answer.prompty", Prompty, """kernel.CreateFunctionFromPromptyFile("answer.prompty")""" },
            { "Prompts/answer.prompty", Prompty, """Load(kernel, "answer")""" },
            { "Prompts/answer.prompty", Prompty, """s_answer""" },
            {
                "C:\\src\\Prompts\\answer.prompty",
                Prompty,
                """kernel.CreateFunctionFromPromptyFile($"{AppContext.BaseDirectory}/Prompts/answer.prompty")"""
            },
            { "Prompts/answer.prompty", Prompty, """kernel.CreateFunctionFromPrompty(File.ReadAllText(@".\Prompts\answer.prompty"))""" },
            { "Prompts/answer.prompty", Prompty, """KernelFunctionPrompty.FromPrompty(File.ReadAllText("Prompts/answer.prompty"))""" },
        };

    private const string Resource = """
        static string Resource(string name)
        {
            using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }

        static KernelFunction Load(Kernel kernel, string name) => kernel.CreateFunctionFromPromptyFile(Path.Combine("Prompts", name + ".prompty"));

        static readonly KernelFunction s_answer = KernelFunctionPrompty.FromPrompty(File.ReadAllText("Prompts/answer.prompty"));
        """;

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_prompt_file_without_a_format(string path, string text, string function)
    {
        var file = (path, text.Replace("%format%", "top_p: 1", StringComparison.Ordinal));
        await Found.GroundedAsync(
            Retrieve + $"var function = {function}; var answer = await «function.InvokeAsync»{WithArguments}" + Parse,
            Resource,
            file
        );
        await Found.NothingAsync(
            Retrieve + $"var function = {function}; var answer = await function.InvokeAsync{WithArguments}" + Parse,
            Resource
        );
        await Found.NothingAsync(
            Retrieve + $"var function = {function}; var answer = await function.InvokeAsync{WithArguments}" + Parse,
            Resource,
            ("other/another.yaml", file.Item2)
        );
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_prompt_file_with_a_format(string path, string text, string function)
    {
        foreach (
            var format in new[]
            {
                "response_format: json_object",
                "response_format: {type: json_object}",
                "ResponseFormat: json_schema",
                "responseFormat: { type: json_schema, json_schema: { name: answer, schema: { type: object } } }",
                "response_format: ${env:FORMAT}",
                "<<: *shared",
            }
        )
        {
            var file = (path, text.Replace("%format%", format, StringComparison.Ordinal));
            await Found.NothingAsync(
                Retrieve + $"var function = {function}; var answer = await function.InvokeAsync{WithArguments}" + Parse,
                Resource,
                file
            );
        }
    }

    [Fact]
    public Task A_format_of_text_is_none() =>
        Found.UngroundedAsync(
            """var answer = await «kernel.CreateFunctionFromPromptYaml(File.ReadAllText("answer.yaml")).InvokeAsync»(kernel);""" + Parse,
            "",
            ("answer.yaml", Yaml.Replace("%format%", "response_format: text", StringComparison.Ordinal))
        );

    [Fact]
    public Task A_schema_in_a_block() =>
        Found.NothingAsync(
            """var answer = await kernel.CreateFunctionFromPromptYaml(File.ReadAllText("answer.yaml")).InvokeAsync(kernel);""" + Parse,
            "",
            (
                "answer.yaml",
                Yaml.Replace(
                    "%format%",
                    "response_format:\n      type: json_schema\n      json_schema:\n        name: answer",
                    StringComparison.Ordinal
                )
            )
        );

    [Fact]
    public Task A_schema_in_the_arguments() =>
        Found.NothingAsync(
            """
            var function = kernel.CreateFunctionFromPromptyFile("answer.prompty");
            var answer = await function.InvokeAsync(kernel, new(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }));
            """ + Parse,
            "",
            ("answer.prompty", Prompty.Replace("%format%", "top_p: 1", StringComparison.Ordinal))
        );

    [Fact]
    public Task A_model_that_stands_in_another_file() =>
        Found.NothingAsync(
            """var answer = await kernel.CreateFunctionFromPromptyFile("answer.prompty").InvokeAsync(kernel);""" + Parse,
            "",
            ("answer.prompty", "---\nname: Answer\nmodel: ${file:model.json}\n---\nsystem:\nAnswer.")
        );

    [Fact]
    public Task A_broken_file_is_unknown() =>
        Found.NothingAsync(
            """var answer = await kernel.CreateFunctionFromPromptyFile("answer.prompty").InvokeAsync(kernel);""" + Parse,
            "",
            ("answer.prompty", "---\nname: Answer\n")
        );

    [Fact]
    public async Task Two_files_of_one_name_are_told_apart_by_their_folder()
    {
        var files = new[]
        {
            ("Prompts/Short/answer.prompty", Prompty.Replace("%format%", "top_p: 1", StringComparison.Ordinal)),
            ("Prompts/Strict/answer.prompty", Prompty.Replace("%format%", "response_format: json_schema", StringComparison.Ordinal)),
        };
        await Found.UngroundedAsync(
            """var answer = await «kernel.CreateFunctionFromPromptyFile("Prompts/Short/answer.prompty").InvokeAsync»(kernel);""" + Parse,
            "",
            files
        );
        await Found.NothingAsync(
            """var answer = await kernel.CreateFunctionFromPromptyFile("Prompts/Strict/answer.prompty").InvokeAsync(kernel);""" + Parse,
            "",
            files
        );
        await Found.NothingAsync(
            """var answer = await kernel.CreateFunctionFromPromptyFile("answer.prompty").InvokeAsync(kernel);""" + Parse,
            "",
            files
        );
    }

    [Fact]
    public async Task Prompt_text_in_the_code()
    {
        const string Constant = """"
            const string Text = """
                name: Answer
                template: Answer {{$question}}
                execution_settings:
                  default:
                    %format%
                """;
            """";
        const string Call = """var answer = await {0}(kernel);""";
        await Found.UngroundedAsync(
            Constant.Replace("%format%", "top_p: 1", StringComparison.Ordinal)
                + Call.Replace("{0}", "«KernelFunctionYaml.FromPromptYaml(Text).InvokeAsync»", StringComparison.Ordinal)
                + Parse
        );
        await Found.NothingAsync(
            Constant.Replace("%format%", "response_format: json_schema", StringComparison.Ordinal)
                + Call.Replace("{0}", "KernelFunctionYaml.FromPromptYaml(Text).InvokeAsync", StringComparison.Ordinal)
                + Parse
        );
        await Found.NothingAsync(
            Constant.Replace("%format%", "a: b: c", StringComparison.Ordinal)
                + Call.Replace("{0}", "KernelFunctionYaml.FromPromptYaml(Text).InvokeAsync", StringComparison.Ordinal)
                + Parse
        );
    }

    [Theory]
    [InlineData(
        """new PromptTemplateConfig { Template = File.ReadAllText("Prompts/answer.hbs"), TemplateFormat = "handlebars" }, new HandlebarsPromptTemplateFactory()"""
    )]
    [InlineData(
        """File.ReadAllText("Prompts/answer.hbs"), templateFormat: "handlebars", promptTemplateFactory: new HandlebarsPromptTemplateFactory()"""
    )]
    public async Task A_handlebars_file(string arguments)
    {
        await Found.GroundedAsync(
            Retrieve
                + $"var function = kernel.CreateFunctionFromPrompt({arguments}); var answer = await «function.InvokeAsync»{WithArguments}"
                + Parse,
            "",
            ("Prompts/answer.hbs", "{{#each context}}{{this}}{{/each}} {{question}}")
        );
        await Found.UngroundedAsync(
            Retrieve
                + $"var function = kernel.CreateFunctionFromPrompt({arguments}); var answer = await «function.InvokeAsync»{WithArguments}"
                + Parse,
            "",
            ("Prompts/answer.hbs", "{{question}}")
        );
    }
}
