// A workflow that goes one way or the other by a typed answer, or by what its own executors say.
using System.Text.Json.Serialization;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace MailWorkflowDone;

[JsonConverter(typeof(JsonStringEnumConverter<Label>))]
public enum Label
{
    Spam,
    Ham,
}

public sealed record Verdict(Label Label);

public sealed record Kind(Label Label, string Mail);

internal sealed class Sorter(AIAgent agent) : Executor<string, Kind>("sorter")
{
    public override async ValueTask<Kind> HandleAsync(string mail, IWorkflowContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await agent.RunAsync<Verdict>(mail, cancellationToken: cancellationToken);
            return new Kind(response.Result.Label, mail);
        }
        catch (System.Text.Json.JsonException)
        {
            return new Kind(Label.Ham, mail);
        }
    }
}

internal sealed class Gate() : Executor<Kind, string>("gate")
{
    public override ValueTask<string> HandleAsync(Kind kind, IWorkflowContext context, CancellationToken cancellationToken = default) =>
        new(kind.Label == Label.Spam ? "drop" : kind.Mail);
}

public sealed class Box(string id) : Executor<string>(id)
{
    public override ValueTask HandleAsync(string message, IWorkflowContext context, CancellationToken cancellationToken = default) =>
        default;
}

public sealed class Office(IChatClient chat)
{
    public Workflow Build()
    {
        var sorter = new Sorter(chat.AsAIAgent("Is the mail spam?"));
        var gate = new Gate();
        var spam = new Box("spam");
        var inbox = new Box("inbox");
        return new WorkflowBuilder(sorter)
            .AddEdge(sorter, gate)
            .AddSwitch(gate, s => s.AddCase<string>(m => m == "drop", spam).WithDefault(inbox))
            .Build();
    }

    public Workflow BuildOfFunctions()
    {
        AIAgent agent = chat.AsAIAgent("Answer the mail in a friendly tone.");
        Func<ChatMessage, string> sign = m => m.Text + "\nYour office";
        Func<string, string> shout = text => text == "drop" ? "DROP" : text;
        var signer = sign.BindAsExecutor("sign");
        return new WorkflowBuilder(agent).AddEdge(agent, signer).AddEdge(new Gate(), shout.BindAsExecutor("shout")).Build();
    }
}
