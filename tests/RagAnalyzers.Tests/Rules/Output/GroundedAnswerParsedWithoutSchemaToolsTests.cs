namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// A call that offers a tool which retrieves is a grounded call, with Microsoft.Extensions.AI and Agent Framework. Every source is
/// also run with a schema in the options.
/// </summary>
public sealed class GroundedAnswerParsedWithoutSchemaToolsTests
{
    /// <summary>A class that makes options with tools, asks with them, and parses; and what tools may be made of.</summary>
    private static string Desk(string id, string statements, string members = "") =>
        $$"""
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies, Library library, ILibrary shelf)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var options = OPTIONS;
                    {{statements}}
                    var response = await {|{{id}}:chat.GetResponseAsync|}(question, options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                private async Task<string> FindAsync(string query)
                {
                    var text = "";
                    await foreach (var hit in policies.SearchAsync(query, 3))
                        text += hit.Record.Text;
                    return text;
                }

                private async Task<int> CountAsync(string query) => await policies.SearchAsync(query, 3).CountAsync();

                private static string Time() => DateTime.Now.ToString();

                {{members}}
            }

            public class Library(VectorStoreCollection<string, Policy> policies)
            {
                public IAsyncEnumerable<VectorSearchResult<Policy>> LookUpAsync(string query) => policies.SearchAsync(query, 3);

                public static string Address() => "Main Street 1";
            }

            public interface ILibrary { Task<List<string>> ReadAsync(string query); }

            public class Shelf(VectorStoreCollection<string, Policy> policies) : ILibrary
            {
                public async Task<List<string>> ReadAsync(string query) => await policies.SearchAsync(query, 3).Select(hit => hit.Record.Text).ToListAsync();
            }
            """;

    [Theory]
    [InlineData("options.Tools = [AIFunctionFactory.Create(FindAsync)];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(Time), AIFunctionFactory.Create(FindAsync, \"find\", \"Finds policies.\")];")]
    [InlineData("options.Tools = new List<AITool> { AIFunctionFactory.Create(FindAsync) };")]
    [InlineData("options.Tools = []; options.Tools.Add(AIFunctionFactory.Create(FindAsync));")]
    [InlineData(
        "var tools = new List<AITool>(); tools.Add(AIFunctionFactory.Create(Time)); tools.Add(AIFunctionFactory.Create(FindAsync)); options.Tools = tools;"
    )]
    [InlineData("options.Tools = [AIFunctionFactory.Create(async (string query) => await FindAsync(query))];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create((string query) => policies.SearchAsync(query, 3))];")]
    [InlineData(
        "async Task<string> LookAsync(string query) { var found = await FindAsync(query); return $\"Found: {found}\"; } options.Tools = [AIFunctionFactory.Create(LookAsync)];"
    )]
    [InlineData("Func<string, Task<string>> look = FindAsync; options.Tools = [AIFunctionFactory.Create(look)];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(library.LookUpAsync)];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(shelf.ReadAsync)];")]
    [InlineData("options.Tools = [new HostedFileSearchTool()];")]
    [InlineData(
        "options.Tools = _tools;",
        "private readonly AITool[] _tools; public Desk(IChatClient chat) : this(chat, null!, null!, null!) => _tools = [AIFunctionFactory.Create(FindAsync)];"
    )]
    [InlineData("options.Tools = Tools();", "private IList<AITool> Tools() => [AIFunctionFactory.Create(FindAsync)];")]
    [InlineData(
        "AddTools(options);",
        "private void AddTools(ChatOptions options) => options.Tools = [AIFunctionFactory.Create(FindAsync)];"
    )]
    public Task Tool_that_retrieves(string statements, string members = "") =>
        Programs.VerifyTwinsAsync(Desk("RAG2001", statements, members));

    [Theory]
    [InlineData("")]
    [InlineData("options.Tools = null;")]
    [InlineData("options.Tools = [];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(Time)];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(CountAsync)];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(Library.Address)];")]
    [InlineData("options.Tools = [AIFunctionFactory.Create(async (string query) => { await FindAsync(query); return \"done\"; })];")]
    [InlineData(
        "var find = AIFunctionFactory.Create(FindAsync); options.Tools = [AIFunctionFactory.Create(Time)]; Console.WriteLine(find.Name);"
    )]
    [InlineData("options.Tools = [new HostedWebSearchTool(), new HostedCodeInterpreterTool()];")]
    [InlineData("options.Tools = library is null ? null : AnyTools;", "public IList<AITool>? AnyTools { get; set; }")]
    public Task Tools_that_do_not_retrieve(string statements, string members = "") =>
        Programs.VerifyTwinsAsync(Desk("RAG2002", statements, members));

    [Theory]
    [InlineData("RAG2001", "new ChatClientAgent(chat, \"Answer.\", tools: [AIFunctionFactory.Create(FindAsync)])")]
    [InlineData("RAG2001", "chat.AsAIAgent(\"Answer.\", tools: [AIFunctionFactory.Create(FindAsync)])")]
    [InlineData("RAG2001", "chat.AsBuilder().BuildAIAgent(tools: [AIFunctionFactory.Create(FindAsync)])")]
    [InlineData(
        "RAG2001",
        "new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { Tools = [AIFunctionFactory.Create(FindAsync)] } })"
    )]
    [InlineData("RAG2001", "chat.AsAIAgent(new ChatClientAgentOptions { AIContextProviders = [new TextSearchProvider(SearchAsync)] })")]
    [InlineData("RAG2001", "Make()")]
    [InlineData("RAG2002", "new ChatClientAgent(chat, \"Answer.\")")]
    [InlineData("RAG2002", "chat.AsAIAgent(\"Answer.\", tools: [AIFunctionFactory.Create(Time)])")]
    [InlineData(
        "RAG2002",
        "chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = new() { Tools = [AIFunctionFactory.Create(Time)] } })"
    )]
    public Task Tools_of_an_agent(string id, string agent) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    AIAgent agent = {{agent}};
                    var response = await {|{{id}}:agent.RunAsync|}(question, options: new ChatClientAgentRunOptions(OPTIONS));
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                private AIAgent Make() => chat.AsAIAgent("Answer.", tools: [AIFunctionFactory.Create(FindAsync)]);

                [Description("Finds policies.")]
                private async Task<string> FindAsync([Description("What to find.")] string query) => (await policies.SearchAsync(query, 1).FirstAsync()).Record.Text;

                private Task<IEnumerable<TextSearchProvider.TextSearchResult>> SearchAsync(string query, CancellationToken cancellationToken) => null!;

                private static string Time() => DateTime.Now.ToString();
            }
            """
        );

    [Fact]
    public Task Tools_of_the_run() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                private readonly AIAgent _agent = chat.AsAIAgent("Answer.");

                public async Task<Answer?> AskAsync(string question)
                {
                    var options = OPTIONS;
                    options.Tools = [AIFunctionFactory.Create((string query) => policies.SearchAsync(query, 3))];
                    var response = await {|RAG2001:_agent.RunAsync|}(question, options: new ChatClientAgentRunOptions(options));
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );
}
