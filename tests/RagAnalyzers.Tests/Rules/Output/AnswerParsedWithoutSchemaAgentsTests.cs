using RagAnalyzers.Tests.Sdk;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>A format that is given to an agent when it is made counts for every later run of it.</summary>
public sealed class AnswerParsedWithoutSchemaAgentsTests
{
    [Theory]
    [InlineData("Agents.Create(chat)", "new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = OPTIONS })")]
    [InlineData("Agents.Create(chat)", "new ChatClientAgent(chat, Agents.Settings())")]
    [InlineData("Agents.Create(chat)", "chat.AsAIAgent(new ChatClientAgentOptions { Name = \"desk\", ChatOptions = OPTIONS })")]
    [InlineData("Agents.Create(chat)", "chat.AsAIAgent(Agents.s_settings)")]
    [InlineData("await Agents.CreateAsync(chat)", "chat.AsAIAgent(Agents.Settings())")]
    [InlineData("new Agents().Make(chat)", "chat.AsAIAgent(Agents.Settings())")]
    public Task Agent_from_a_factory(string agent, string made) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    AIAgent agent = {{agent}};
                    var response = await {|RAG2002:agent.RunAsync|}(question);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            public class Agents
            {
                internal static readonly ChatClientAgentOptions s_settings = new() { ChatOptions = OPTIONS };

                public static AIAgent Create(IChatClient chat) => {{made}};

                public static async Task<ChatClientAgent> CreateAsync(IChatClient chat)
                {
                    await Task.Yield();
                    return {{made}};
                }

                public AIAgent Make(IChatClient chat) => {{made}};

                internal static ChatClientAgentOptions Settings()
                {
                    var settings = new ChatClientAgentOptions { Name = "desk" };
                    settings.ChatOptions = OPTIONS;
                    return settings;
                }
            }
            """
        );

    [Theory]
    [InlineData("private readonly AIAgent _agent = new ChatClientAgent(null!, new ChatClientAgentOptions { ChatOptions = OPTIONS });")]
    [InlineData(
        "private readonly AIAgent _agent; public Desk(IChatClient chat) => _agent = chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = OPTIONS });"
    )]
    [InlineData(
        "private readonly AIAgent _agent; public Desk(IChatClient chat) { var options = OPTIONS; _agent = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = options }); }"
    )]
    [InlineData(
        "private readonly AIAgent _agent; public Desk(IChatClient chat) => _agent = Create(chat, OPTIONS); private static AIAgent Create(IChatClient chat, ChatOptions options) => chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = options });"
    )]
    [InlineData(
        "private AIAgent? _made; private AIAgent _agent => _made ??= new ChatClientAgent(null!, new ChatClientAgentOptions { ChatOptions = OPTIONS });"
    )]
    public Task Agent_of_the_class(string members) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {|RAG2002:_agent.RunAsync|}(question);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                {{members}}
            }
            """
        );

    [Theory]
    [InlineData("private readonly AIAgent _agent; public Desk(AIAgent agent) => _agent = agent;")]
    [InlineData(
        "private readonly AIAgent _agent; public Desk(ChatClientAgentOptions options) => _agent = new ChatClientAgent(null!, options);"
    )]
    [InlineData(
        "private readonly AIAgent _agent; public Desk(IServiceProvider services) => _agent = (AIAgent)services.GetService(typeof(AIAgent))!;"
    )]
    [InlineData("private readonly AIAgent _agent; public Desk(Func<string, AIAgent> agents) => _agent = agents(\"desk\");")]
    [InlineData("public AIAgent _agent { get; set; } = new ChatClientAgent(null!);")]
    [InlineData("private readonly AIAgent _agent = new ChatClientAgent(null!).AsBuilder().Use((inner, services) => inner).Build();")]
    [InlineData(
        "private readonly Lazy<AIAgent> _lazy = new(() => new ChatClientAgent(null!, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.Json } })); private AIAgent _agent => _lazy.Value;"
    )]
    public Task Agent_that_may_have_a_format(string members) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await _agent.RunAsync(question);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                {{members}}
            }
            """
        );

    [Fact]
    public Task Executor_of_a_workflow_with_an_agent_from_its_maker() =>
        Programs.VerifyAsync(
            """
            IChatClient client = null!;
            var executor = new SpamExecutor(Agents.SpamDetection(client));
            await executor.HandleAsync("mail");

            internal static class Agents
            {
                public static ChatClientAgent SpamDetection(IChatClient client) => new(client, new ChatClientAgentOptions
                {
                    ChatOptions = new()
                    {
                        Instructions = "You detect spam.",
                        ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(),
                    },
                });
            }

            internal sealed class SpamExecutor
            {
                private readonly AIAgent _agent;

                public SpamExecutor(AIAgent agent) => _agent = agent;

                public async ValueTask<Answer> HandleAsync(string mail)
                {
                    var response = await _agent.RunAsync(mail);
                    return JsonSerializer.Deserialize<Answer>(response.Text)!;
                }
            }
            """
        );

    [Fact]
    public Task Agent_that_callers_pass() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public Task<Answer?> AskAsync(string question) => RunAsync(chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = OPTIONS }), question);

                private static async Task<Answer?> RunAsync(AIAgent agent, string question)
                {
                    var response = await {|RAG2002:agent.RunAsync|}(question);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Theory]
    [InlineData("services.AddKeyedSingleton<AIAgent>(\"desk\", (sp, key) => MADE);", "[FromKeyedServices(\"desk\")] AIAgent agent")]
    [InlineData("services.AddKeyedSingleton<AIAgent>(\"desk\", MADE);", "[FromKeyedServices(\"desk\")] AIAgent agent")]
    [InlineData("services.AddSingleton<AIAgent>(sp => { var made = MADE; return made; });", "AIAgent agent")]
    [InlineData("services.AddAIAgent(\"desk\", (sp, key) => MADE);", "[FromKeyedServices(\"desk\")] AIAgent agent")]
    public Task Agent_that_a_container_hands_out(string registered, string parameter) =>
        Programs.VerifyTwinsAsync(
            Registered(
                registered.Replace(
                    "MADE",
                    "sp.GetRequiredService<IChatClient>().AsAIAgent(new ChatClientAgentOptions { ChatOptions = OPTIONS })",
                    StringComparison.Ordinal
                ),
                $$"""
                public class Desk({{parameter}})
                {
                    public async Task<Answer?> AskAsync(string question)
                    {
                        var response = await {|RAG2002:agent.RunAsync|}(question);
                        return JsonSerializer.Deserialize<Answer>(response.Text);
                    }
                }

                public class Shop
                {
                    private readonly AIAgent _agent;

                    public Shop(IServiceProvider sp) => _agent = sp.Get{{(
                    parameter.StartsWith('[') ? "RequiredKeyedService<AIAgent>(\"desk\")" : "RequiredService<AIAgent>()"
                )}};

                    public async Task<Answer?> AskAsync(string question)
                    {
                        var response = await {|RAG2002:_agent.RunAsync|}(question);
                        return JsonSerializer.Deserialize<Answer>(response.Text);
                    }
                }
                """
            ),
            DocumentedSdks.References
        );

    [Theory]
    [InlineData("services.AddAIAgent(\"desk\", \"You answer in JSON.\");", "RAG2002")]
    [InlineData("services.AddAIAgent(\"desk\", \"You answer in JSON.\", sp.GetRequiredService<IChatClient>());", "RAG2002")]
    [InlineData("services.AddAIAgent(\"other\", \"You answer in JSON.\");", null)]
    [InlineData(
        "services.AddAIAgent(\"desk\", \"Hi.\"); services.AddAIAgent(\"desk\", (sp, key) => sp.GetRequiredService<AIAgent>());",
        null
    )]
    [InlineData("services.AddAIAgent(\"desk\", (sp, key) => sp.GetRequiredService<AIAgent>());", null)]
    [InlineData("services.AddAIAgent(\"desk\", \"You answer in JSON.\"); new Desk(sp.GetRequiredService<AIAgent>());", null)]
    public Task Agent_that_a_container_makes_of_instructions(string registered, string? found) =>
        Programs.VerifyAsync(
            Registered(
                registered,
                $$"""
                public class Desk([FromKeyedServices("desk")] AIAgent agent)
                {
                    public async Task<Answer?> AskAsync(string question)
                    {
                        var response = await {{(found is null ? "agent.RunAsync" : "{|RAG2002:agent.RunAsync|}")}}(question);
                        return JsonSerializer.Deserialize<Answer>(response.Text);
                    }
                }
                """
            ),
            DocumentedSdks.References
        );

    private static string Registered(string registered, string types) =>
        $$"""
            using Microsoft.Agents.AI.Hosting;
            using Microsoft.Extensions.DependencyInjection;

            public static class Setup
            {
                public static void Add(IServiceCollection services, IServiceProvider sp)
                {
                    {{registered}}
                }
            }

            {{types}}
            """;
}
