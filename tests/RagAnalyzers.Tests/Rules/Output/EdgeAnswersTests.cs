using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 and RAG2012 on answers that workflows of Agent Framework hand on over their edges.</summary>
public sealed class EdgeAnswersTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new AnswerParsedWithoutSchema(),
        new JsonModeWithoutSchema(),
        new LabelComparedAsText(),
        new AnswerTakenApart(),
    ];

    [Theory]
    [InlineData("builder.AddEdge(agent, reader);")]
    [InlineData("builder.AddEdge(agent.BindAsExecutor(true), new Reader());")]
    [InlineData("ExecutorBinding from = agent; var to = reader.BindExecutor(); builder.AddEdge<object>(from, to, m => true);")]
    [InlineData("builder.AddFanOutEdge(agent, new ExecutorBinding[] { reader, other });")]
    [InlineData("builder.AddFanOutEdge(agent, [reader, other]).AddEdge(agent, reader);")]
    [InlineData("builder.AddFanInBarrierEdge([agent, second], reader);")]
    [InlineData("builder.AddFanInBarrierEdge(new List<ExecutorBinding> { agent, second }, reader);")]
    [InlineData("var both = new ExecutorBinding[] { agent, second }; builder.AddFanInBarrierEdge(both, reader);")]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(second, reader);")]
    [InlineData("builder.AddSwitch(agent, s => s.AddCase<object>(m => m is string, other).WithDefault(reader));")]
    [InlineData("builder.AddSwitch(agent, s => { s.AddCase<object>(m => true, other, reader); });")]
    [InlineData("builder.AddChain(agent, [second, reader]);")]
    [InlineData("builder.AddChain(first, new List<ExecutorBinding> { agent, reader, other });")]
    [InlineData("builder.ForwardMessage<List<ChatMessage>>(agent, reader);")]
    [InlineData("builder.ForwardExcept<string>(agent, reader);")]
    // What they send is of another type.
    [InlineData("builder.AddEdge(agent, reader).AddEdge(other, reader).AddEdge(first, reader);")]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(port, reader).AddExternalCall<string, string>(reader, \"port\");")]
    [InlineData(
        "Func<string, int> count = t => t.Length; builder.AddEdge(agent, reader).AddEdge(count.BindAsExecutor(\"count\"), reader);"
    )]
    [InlineData("builder = new WorkflowBuilder(agent).AddEdge(agent, reader);")]
    [InlineData(
        "Func<string, string, ValueTask<Reader>> make = (a, b) => new(new Reader()); builder.AddEdge(agent, make.BindExecutor(\"reader\"));"
    )]
    // The format is there, it may be, or others send messages as well.
    [InlineData("builder.AddEdge(strict, reader);", false)]
    [InlineData("builder.AddEdge(given, reader);", false)]
    [InlineData("builder.AddEdge(agent, other).AddEdge(other, reader);", false)]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(strict, reader);", false)]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(writer, reader);", false)]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(sender, reader);", false)]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(anything, reader);", false)]
    [InlineData("builder.AddEdge(agent, reader).AddExternalCall<string, List<ChatMessage>>(reader, \"port\");", false)]
    [InlineData("builder.AddFanInBarrierEdge([agent, strict], reader);", false)]
    [InlineData("builder.AddFanInBarrierEdge([agent, writer], reader);", false)]
    [InlineData("var all = new List<ExecutorBinding> { agent }; all.Add(writer); builder.AddFanInBarrierEdge(all, reader);", false)]
    [InlineData("builder.AddSwitch(strict, s => s.AddCase<object>(m => true, reader));", false)]
    [InlineData("Action<SwitchBuilder> set = s => { }; builder.AddEdge(agent, reader).AddSwitch(writer, set);", false)]
    [InlineData("builder.AddChain(agent, [strict, reader]);", false)]
    [InlineData("builder.ForwardMessage<string>(agent, reader);", false)]
    [InlineData("builder.AddEdge(agent, reader).AddEdge(writer, \"reader\");", false)]
    [InlineData("builder = new WorkflowBuilder(reader).AddEdge(agent, reader);", false)]
    [InlineData(
        "Func<string, List<ChatMessage>> load = t => [new(ChatRole.User, t)]; builder.AddEdge(agent, reader).AddEdge(load.BindAsExecutor(\"load\"), reader);",
        false
    )]
    [InlineData("", false)]
    public Task A_message(string edges, bool isFound = true) =>
        MarkedFindings.VerifyAsync(
            s_rules,
            $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public record Answer(string Text);

            public sealed class Reader() : Executor<List<ChatMessage>, Answer?>("reader")
            {
                public override ValueTask<Answer?> HandleAsync(List<ChatMessage> messages, IWorkflowContext context, CancellationToken token = default)
                {
                    var text = messages[^1].Text;
                    return new({{(
                isFound ? "{|RAG2002:JsonSerializer.Deserialize<Answer>|}" : "JsonSerializer.Deserialize<Answer>"
            )}}(text));
                }
            }

            public sealed class Other() : Executor<ChatMessage>("other")
            {
                public override ValueTask HandleAsync(ChatMessage message, IWorkflowContext context, CancellationToken token = default) => default;
            }

            public sealed class First() : Executor<string, string>("first")
            {
                public override ValueTask<string> HandleAsync(string message, IWorkflowContext context, CancellationToken token = default) => new(message);
            }

            public sealed class Writer() : Executor<string, List<ChatMessage>>("writer")
            {
                public override ValueTask<List<ChatMessage>> HandleAsync(string message, IWorkflowContext context, CancellationToken token = default) =>
                    new([new ChatMessage(ChatRole.User, message)]);
            }

            public sealed class Sender() : Executor<string>("sender")
            {
                public override async ValueTask HandleAsync(string message, IWorkflowContext context, CancellationToken token = default) =>
                    await context.SendMessageAsync(new List<ChatMessage> { new(ChatRole.User, message) }, token);
            }

            public class Desk
            {
                public void Build(IChatClient chat, AIAgent given, WorkflowBuilder builder, ExecutorBinding anything)
                {
                    var agent = chat.AsAIAgent("Answer in JSON.");
                    var second = chat.AsAIAgent("Answer in JSON, too.");
                    var strict = chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() } });
                    var reader = new Reader();
                    var other = new Other();
                    var first = new First();
                    var writer = new Writer();
                    var sender = new Sender();
                    var port = new RequestPort<string, string>();
                    {{edges}}
                }
            }
            """,
            DocumentedSdks.References
        );

    [Theory]
    [InlineData("builder.AddEdge(classifier, gate);")]
    [InlineData("builder.AddEdge(classifier, gate).AddEdge(gate, classifier);")]
    [InlineData("builder.AddEdge(classifier, relay).AddEdge(relay, gate);")]
    [InlineData("builder.AddEdge(classifier, gate).AddEdge(clock, gate);", false)]
    [InlineData("builder.AddEdge(clock, gate);", false)]
    [InlineData("builder.AddEdge(clock, relay).AddEdge(relay, gate);", false)]
    public Task A_text_that_an_executor_hands_on(string edges, bool isFound = true) =>
        MarkedFindings.VerifyAsync(
            s_rules,
            $$"""
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public record Kind(string Text);

            internal sealed class Classifier(AIAgent agent) : Executor<string, Kind>("classifier")
            {
                public override async ValueTask<Kind> HandleAsync(string mail, IWorkflowContext context, CancellationToken token = default)
                {
                    var response = await agent.RunAsync(mail, cancellationToken: token);
                    return new Kind(response.Text.Trim());
                }
            }

            public sealed class Relay() : Executor<Kind>("relay")
            {
                public override async ValueTask HandleAsync(Kind kind, IWorkflowContext context, CancellationToken token = default) =>
                    await context.SendMessageAsync(new Kind(kind.Text), token);
            }

            public sealed class Clock() : Executor<string, Kind>("clock")
            {
                public override ValueTask<Kind> HandleAsync(string mail, IWorkflowContext context, CancellationToken token = default) =>
                    new(new Kind(DateTime.Now.DayOfWeek.ToString()));
            }

            public sealed class Gate() : Executor<Kind, string>("gate")
            {
                public override ValueTask<string> HandleAsync(Kind kind, IWorkflowContext context, CancellationToken token = default) =>
                    new({{(isFound ? "{|RAG2012:kind.Text == \"SPAM\"|}" : "kind.Text == \"SPAM\"")}} ? "drop" : "keep");
            }

            public class Desk
            {
                public void Build(IChatClient chat, WorkflowBuilder builder)
                {
                    var agent = chat.AsAIAgent("Is the mail spam? Answer with the single word SPAM or HAM.");
                    var classifier = new Classifier(agent);
                    var relay = new Relay();
                    var clock = new Clock();
                    var gate = new Gate();
                    {{edges}}
                }
            }
            """,
            DocumentedSdks.References
        );

    [Theory]
    [InlineData("builder.AddEdge<ChatMessage>(agent, drop, condition: m => {|RAG2012:m.Text == \"SPAM\"|});")]
    [InlineData("builder.AddEdge<List<ChatMessage>>(agent, drop, m => {|RAG2012:m[^1].Text.Contains|}(\"SPAM\"));")]
    [InlineData("builder.AddSwitch(agent, s => s.AddCase<ChatMessage>(m => {|RAG2012:m.Text == \"SPAM\"|}, drop).WithDefault(keep));")]
    [InlineData("builder.AddFanOutEdge<ChatMessage>(agent, [drop, keep], (m, n) => {|RAG2012:m.Text == \"SPAM\"|} ? [0] : [1]);")]
    [InlineData("builder.ForwardMessage<ChatMessage>(agent, [drop], m => {|RAG2012:m.Text == \"SPAM\"|});")]
    [InlineData("builder.AddEdge<ChatMessage>(drop, keep, m => m.Text == \"SPAM\");")]
    [InlineData("builder.AddEdge<ChatMessage>(given, keep, m => m.Text == \"SPAM\");")]
    [InlineData("builder.AddEdge<string>(agent, keep, m => m == \"SPAM\");")]
    [InlineData("builder.AddEdge<ChatMessage>(agent, keep, m => m.AuthorName == \"SPAM\");")]
    [InlineData("builder.AddEdge<ChatMessage>(agent, keep, m => m.Text.Length > 0);")]
    public Task A_label_in_a_condition(string edges) =>
        MarkedFindings.VerifyAsync(
            s_rules,
            $$"""
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public sealed class Box(string id) : Executor<ChatMessage>(id)
            {
                public override ValueTask HandleAsync(ChatMessage message, IWorkflowContext context, CancellationToken token = default) => default;
            }

            public class Desk
            {
                public void Build(IChatClient chat, WorkflowBuilder builder, ExecutorBinding given)
                {
                    var agent = chat.AsAIAgent("Is the mail spam? Answer with the single word SPAM or HAM.");
                    var drop = new Box("drop");
                    var keep = new Box("keep");
                    {{edges}}
                }
            }
            """,
            DocumentedSdks.References
        );

    [Theory]
    // In.
    [InlineData("Func<List<ChatMessage>, Answer?> read = m => PARSE(m[^1].Text); builder.AddEdge(agent, read.BindAsExecutor(\"read\"));")]
    [InlineData(
        "Func<ChatMessage, Answer?> read = m => PARSE(m.Text); var reader = read.BindAsExecutor(\"read\"); builder.AddChain(agent, [reader]);"
    )]
    [InlineData("builder.AddEdge(agent, ((Func<ChatMessage, Answer?>)(m => PARSE(m.Text))).BindAsExecutor(\"read\"));")]
    [InlineData("builder.AddEdge(agent, new FunctionExecutor<ChatMessage, Answer?>(\"read\", (m, context, token) => PARSE(m.Text)));")]
    [InlineData(
        "Func<ChatMessage, Answer?> read = Read; builder.AddEdge(agent, read.BindAsExecutor(\"read\")); Answer? Read(ChatMessage m) => PARSE(m.Text);"
    )]
    // Out, and in.
    [InlineData(
        "Func<string, ValueTask<string>> ask = async t => (await agent.RunAsync(t)).Text; TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), text);"
    )]
    [InlineData("Func<string, ValueTask<string>> ask = AskAsync; TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), text);")]
    [InlineData(
        "var ask = new FunctionExecutor<string>(\"ask\", async (t, context, token) => await context.SendMessageAsync((await agent.RunAsync(t)).Text, token)); TEXT builder.AddEdge(ask, text);"
    )]
    [InlineData(
        "Func<string, ValueTask<string>> ask = AskAsync; Func<string, string> trim = t => t.Trim(); var trimmer = trim.BindAsExecutor(\"trim\"); TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), trimmer).AddEdge(trimmer, text);"
    )]
    // Something else may be sent, or by somebody who is not seen.
    [InlineData("Func<string, ValueTask<string>> ask = AskStrictlyAsync; TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), text);", false)]
    [InlineData("Func<string, string> load = File.ReadAllText; TEXT builder.AddEdge(load.BindAsExecutor(\"load\"), text);", false)]
    [InlineData("Func<string, string> load = t => File.ReadAllText(t); TEXT builder.AddEdge(load.BindAsExecutor(\"load\"), text);", false)]
    [InlineData(
        "Func<string, ValueTask<string>> ask = AskAsync; Func<string, string> load = t => File.ReadAllText(t); TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), text).AddEdge(load.BindAsExecutor(\"load\"), text);",
        false
    )]
    [InlineData(
        "Func<string, ValueTask<string>> ask = AskAsync; TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), text).AddEdge(anything, \"read\");",
        false
    )]
    [InlineData("Func<string, ValueTask<string>> ask = given; TEXT builder.AddEdge(ask.BindAsExecutor(\"ask\"), text);", false)]
    [InlineData("TEXT builder = new WorkflowBuilder(text);", false)]
    [InlineData(
        "Func<List<string>, string, List<string>> gather = (all, t) => { PARSE(all[0]); return all; }; Func<string, ValueTask<string>> ask = AskAsync; builder.AddEdge(ask.BindAsExecutor(\"ask\"), gather.BindAsExecutor(\"gather\"));",
        false
    )]
    public Task A_function(string edges, bool isFound = true) =>
        MarkedFindings.VerifyAsync(
            s_rules,
            $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public record Answer(string Text);

            public class Desk(IChatClient chat)
            {
                public void Build(WorkflowBuilder builder, ExecutorBinding anything, Func<string, ValueTask<string>> given)
                {
                    AIAgent agent = chat.AsAIAgent("Name a city.");
                    {{edges.Replace(
                "TEXT",
                "Func<string, Answer?> parse = t => PARSE(t); var text = parse.BindAsExecutor(\"text\");",
                StringComparison.Ordinal
            ).Replace(
                "PARSE",
                isFound ? "{|RAG2002:JsonSerializer.Deserialize<Answer>|}" : "JsonSerializer.Deserialize<Answer>",
                StringComparison.Ordinal
            )}}
                }

                private async ValueTask<string> AskAsync(string text) => (await chat.GetResponseAsync(text)).Text;

                private async ValueTask<string> AskStrictlyAsync(string text) =>
                    (await chat.GetResponseAsync(text, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() })).Text;
            }
            """,
            DocumentedSdks.References
        );

    [Fact]
    public Task A_label_that_a_function_gets() =>
        MarkedFindings.VerifyAsync(
            s_rules,
            """
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public static class Desk
            {
                public static void Build(IChatClient chat, WorkflowBuilder builder)
                {
                    AIAgent agent = chat.AsAIAgent("Is the mail spam? Answer with the single word SPAM or HAM.");
                    Func<ChatMessage, string> sort = m => {|RAG2012:m.Text == "SPAM"|} ? "drop" : "keep";
                    Func<string, string> shout = t => t == "drop" ? "DROP" : t;
                    var sorter = sort.BindAsExecutor("sort");
                    builder.AddEdge(agent, sorter).AddEdge(sorter, shout.BindAsExecutor("shout"));
                }
            }
            """,
            DocumentedSdks.References
        );

    [Theory]
    [InlineData("builder.AddEdge<ChatMessage>(agent, , m => m.Text ==")]
    [InlineData("builder.AddSwitch(agent, s => s.AddCase<ChatMessage>(m => m.Text == \"SPAM\", ).With")]
    [InlineData("builder.AddFanInBarrierEdge([agent, ], ).AddChain(agent, [..])")]
    [InlineData("Func<ChatMessage, string> read = m => m.; builder.AddEdge(agent, read.BindAsExecutor(")]
    [InlineData("builder.AddEdge(agent, new FunctionExecutor<ChatMessage>(\"a\", , (m) => ")]
    public async Task Half_typed_code(string edges) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync(
                s_rules,
                [
                    $$"""
                    using Microsoft.Agents.AI;
                    using Microsoft.Agents.AI.Workflows;
                    using Microsoft.Extensions.AI;

                    public sealed class Box() : Executor<ChatMessage>("box")
                    {
                        public override ValueTask HandleAsync(ChatMessage message, IWorkflowContext context, CancellationToken token = default) => default;

                        public static void Build(AIAgent agent, WorkflowBuilder builder)
                        {
                            {{edges}};
                        }
                    }
                    """,
                ],
                DocumentedSdks.References
            )
        );
}
