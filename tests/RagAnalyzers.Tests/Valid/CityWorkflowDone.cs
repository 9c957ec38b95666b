// A workflow whose agents answer under a schema, and whose executors read what it prescribes; others only show what is said.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace CityWorkflowDone;

public sealed record City(string Name, int Inhabitants);

public sealed class Reader() : Executor<List<ChatMessage>, City?>("reader")
{
    public override ValueTask<City?> HandleAsync(
        List<ChatMessage> messages,
        IWorkflowContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return new(JsonSerializer.Deserialize<City>(messages[^1].Text, AIJsonUtilities.DefaultOptions));
        }
        catch (JsonException)
        {
            return new((City?)null);
        }
    }
}

/// <summary>What it reads is a file of the program's own.</summary>
public sealed class Loader() : Executor<string, City?>("loader")
{
    public override ValueTask<City?> HandleAsync(string path, IWorkflowContext context, CancellationToken cancellationToken = default) =>
        new(JsonSerializer.Deserialize<City>(File.ReadAllText(path)));
}

public sealed class Printer() : Executor<List<ChatMessage>>("printer")
{
    public override ValueTask HandleAsync(
        List<ChatMessage> messages,
        IWorkflowContext context,
        CancellationToken cancellationToken = default
    )
    {
        Console.WriteLine(messages[^1].Text);
        return default;
    }
}

public sealed class Guide(IChatClient chat)
{
    public Workflow Build()
    {
        var finder = new ChatClientAgent(
            chat,
            new ChatClientAgentOptions
            {
                ChatOptions = new()
                {
                    Instructions = "Find the city that the traveller means. Respond in JSON.",
                    ResponseFormat = ChatResponseFormat.ForJsonSchema<City>(),
                },
            }
        );
        AIAgent writer = chat.AsAIAgent("Describe the city in two sentences.");
        return new WorkflowBuilder(finder).AddEdge(finder, new Reader()).AddEdge(finder, writer).AddEdge(writer, new Printer()).Build();
    }

    public Workflow BuildOfFunctions()
    {
        Func<string, ValueTask<City?>> find = FindAsync;
        Func<City?, string> show = city => city?.Name ?? "unknown";
        Func<string, City?> load = path => JsonSerializer.Deserialize<City>(File.ReadAllText(path));
        var finder = find.BindAsExecutor("find");
        var shower = show.BindAsExecutor("show");
        return new WorkflowBuilder(finder)
            .AddEdge(finder, shower)
            .AddEdge(shower, load.BindAsExecutor("load"))
            .AddEdge(shower, new Loader())
            .Build();
    }

    private async ValueTask<City?> FindAsync(string question)
    {
        var response = await chat.GetResponseAsync<City>("Which city is meant? " + question);
        return response.TryGetResult(out var city) ? city : null;
    }
}
