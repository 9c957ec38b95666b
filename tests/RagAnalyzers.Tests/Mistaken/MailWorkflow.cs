// A workflow that goes one way or the other by the words of an answer, for the runs over half-typed code.
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace MailWorkflow;

public sealed record Kind(string Label, string Mail);

internal sealed class Sorter(AIAgent agent) : Executor<string, Kind>("sorter")
{
    public override async ValueTask<Kind> HandleAsync(string mail, IWorkflowContext context, CancellationToken cancellationToken = default)
    {
        var response = await agent.RunAsync(mail, cancellationToken: cancellationToken);
        return new Kind(response.Text.Trim(), mail);
    }
}

internal sealed class Gate() : Executor<Kind, string>("gate")
{
    public override ValueTask<string> HandleAsync(Kind kind, IWorkflowContext context, CancellationToken cancellationToken = default) =>
        new(kind.Label == "SPAM" ? "drop" : kind.Mail);
}

public sealed class Box(string id) : Executor<ChatMessage>(id)
{
    public override ValueTask HandleAsync(ChatMessage message, IWorkflowContext context, CancellationToken cancellationToken = default) =>
        default;
}

public sealed class Office(IChatClient chat)
{
    private const string Instructions = "Is the mail spam? Answer with the single word SPAM or HAM.";

    public Workflow Build()
    {
        var sorter = new Sorter(chat.AsAIAgent(Instructions));
        return new WorkflowBuilder(sorter).AddEdge(sorter, new Gate()).Build();
    }

    public Workflow BuildOfConditions()
    {
        AIAgent agent = chat.AsAIAgent(Instructions);
        var spam = new Box("spam");
        var inbox = new Box("inbox");
        return new WorkflowBuilder(agent)
            .AddSwitch(agent, s => s.AddCase<ChatMessage>(m => m.Text == "SPAM", spam).WithDefault(inbox))
            .Build();
    }

    public Workflow BuildOfFunctions()
    {
        AIAgent agent = chat.AsAIAgent(Instructions);
        Func<ChatMessage, string> gate = m => m.Text.Trim() == "SPAM" ? "drop" : "keep";
        return new WorkflowBuilder(agent).AddEdge(agent, gate.BindAsExecutor("gate")).Build();
    }
}
