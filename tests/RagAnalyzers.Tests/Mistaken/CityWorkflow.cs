// A workflow whose agents answer as they like, and whose executors parse that, for the runs over half-typed code.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace CityWorkflow;

public sealed record City(string Name, int Inhabitants);

public sealed class Reader() : Executor<List<ChatMessage>, City?>("reader")
{
    public override ValueTask<City?> HandleAsync(
        List<ChatMessage> messages,
        IWorkflowContext context,
        CancellationToken cancellationToken = default
    ) => new(JsonSerializer.Deserialize<City>(messages[^1].Text));
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
        AIAgent finder = chat.AsAIAgent("Find the city that the traveller means. Respond in JSON.");
        var writer = new ChatClientAgent(chat, "Describe the city. Your answer must be valid JSON.");
        var printer = new Printer();
        return new WorkflowBuilder(finder).AddEdge(finder, new Reader()).AddEdge(writer, printer).Build();
    }

    public Workflow BuildOfFunctions()
    {
        Func<string, ValueTask<string>> find = FindAsync;
        Func<string, City?> read = text => JsonSerializer.Deserialize<City>(text.Trim());
        var finder = find.BindAsExecutor("find");
        return new WorkflowBuilder(finder).AddEdge(finder, read.BindAsExecutor("read")).Build();
    }

    private async ValueTask<string> FindAsync(string question) => (await chat.GetResponseAsync("Which city is meant? " + question)).Text;
}
