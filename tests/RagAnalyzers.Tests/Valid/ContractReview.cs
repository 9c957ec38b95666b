// Semantic Kernel with prompts in templates: the schema is set where the function is made, in its configuration, or in the
// arguments of the call; a function of a plug-in is no model, whatever its result is parsed as.
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Microsoft.SemanticKernel.Data;

namespace ContractReview;

public sealed record Clause(string Title, string Risk, string[] Sources);

public sealed record Summary(string Text, string[] OpenPoints);

public sealed class Register
{
    [KernelFunction]
    [Description("The contracts with a customer, as JSON.")]
    public string Find(string customer) => $$"""[ { "customer": "{{customer}}", "number": "C-1" } ]""";
}

public sealed class Reviewer(Kernel kernel, ITextSearch precedents)
{
    private const string Rate = """
        <message role="system">Rate the risk of the clause. Use only these precedents, and say that you don't know if they do not cover it.</message>
        <message role="user">Precedents:
        {{$precedents}}
        Clause: {{$clause}}</message>
        """;

    private static readonly KernelFunction s_rate = KernelFunctionFactory.CreateFromPrompt(
        Rate,
        new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Clause), Temperature = 0 }
    );

    private readonly KernelFunction _summarize = Summarizer();

    public async Task<Clause?> RateAsync(string clause, CancellationToken cancellation)
    {
        var found = new StringBuilder();
        var results = await precedents.GetTextSearchResultsAsync(clause, cancellationToken: cancellation);
        await foreach (var result in results.Results)
        {
            found.AppendLine($"{result.Name}: {result.Value}");
        }

        var answer = await kernel.InvokeAsync(s_rate, new() { ["clause"] = clause, ["precedents"] = found.ToString() }, cancellation);
        return Read<Clause>(answer.GetValue<string>()!);
    }

    public async Task<Summary?> SummarizeAsync(string contract, CancellationToken cancellation)
    {
        var arguments = new KernelArguments { { "contract", contract } };
        arguments["language"] = "English";
        var answer = await _summarize.InvokeAsync<string>(kernel, arguments, cancellation);
        return answer is null ? null : Read<Summary>(answer);
    }

    public async Task<Summary?> ShortenAsync(Summary summary, CancellationToken cancellation)
    {
        var arguments = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Summary) })
        {
            ["text"] = summary.Text,
        };
        var answer = await kernel.InvokePromptAsync("Say it in one sentence: {{$text}}", arguments, cancellationToken: cancellation);
        try
        {
            return JsonSerializer.Deserialize<Summary>(answer.ToString());
        }
        catch (JsonException)
        {
            return summary;
        }
    }

    public async Task<string?> NumberAsync(string customer, CancellationToken cancellation)
    {
        var plugin = kernel.ImportPluginFromType<Register>();
        var found = await kernel.InvokeAsync(plugin["Find"], new() { ["customer"] = customer }, cancellation);
        using var contracts = JsonDocument.Parse(found.GetValue<string>()!);
        return contracts.RootElement[0].GetProperty("number").GetString();
    }

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static KernelFunction Summarizer()
    {
        var config = new PromptTemplateConfig("Summarize in {{$language}}: {{$contract}}")
        {
            Name = "Summarize",
            InputVariables = [new() { Name = "contract" }, new() { Name = "language", Default = "English" }],
        };
        config.AddExecutionSettings(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Summary) });
        return KernelFunctionFactory.CreateFromPrompt(config);
    }
}
