namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// With Semantic Kernel, a call is grounded when its kernel has a function that retrieves, and its settings offer the kernel's
/// functions. A schema in the settings makes every source silent.
/// </summary>
public sealed class AnswerParsedWithoutSchemaPluginsTests
{
    private const string Auto = "FunctionChoiceBehavior = FunctionChoiceBehavior.Auto()";

    private const string Plugins = """
        public class PolicyPlugin(VectorStoreCollection<string, Policy> policies)
        {
            [KernelFunction, Description("Finds policies.")]
            public async Task<string> FindAsync(string query)
            {
                var text = new StringBuilder();
                await foreach (var hit in policies.SearchAsync(query, 3))
                    text.AppendLine(hit.Record.Text);
                return text.ToString();
            }
        }

        public sealed class OldPolicyPlugin(VectorStoreCollection<string, Policy> policies) : PolicyPlugin(policies);

        public class ClockPlugin(VectorStoreCollection<string, Policy> policies)
        {
            [KernelFunction("time")]
            public string Time() => DateTime.Now.ToString();

            // Not marked, so it is not offered.
            public IAsyncEnumerable<VectorSearchResult<Policy>> FindAsync(string query) => policies.SearchAsync(query, 3);

            [KernelFunction]
            public async Task<int> CountAsync(string query) => await policies.SearchAsync(query, 3).CountAsync();
        }
        """;

    private static async Task VerifyAsync(string id, string statements, string settings, string members = "", string kernel = "kernel")
    {
        await Programs.SemanticKernelAsync(Desk("{|" + id + ":", "|}", settings));
        await Programs.SemanticKernelAsync(Desk("", "", settings + ", ResponseFormat = typeof(Answer)"));

        string Desk(string open, string close, string given) =>
            $$"""
                public class Desk(Kernel kernel, IChatCompletionService chat, VectorStoreCollection<string, Policy> policies, Microsoft.SemanticKernel.Data.ITextSearch search)
                {
                    public async Task<Answer?> AskAsync(string question)
                    {
                        {{statements}}
                        var settings = new OpenAIPromptExecutionSettings { Temperature = 0, {{given}} };
                        var answer = await {{open}}chat.GetChatMessageContentAsync{{close}}(new ChatHistory(question), settings, {{kernel}});
                        return JsonSerializer.Deserialize<Answer>(answer.Content!);
                    }

                    public async Task<Answer?> PromptAsync(string question)
                    {
                        {{statements}}
                        var settings = new OpenAIPromptExecutionSettings { Temperature = 0, {{given}} };
                        var result = await {{open}}{{kernel}}.InvokePromptAsync{{close}}("Answer {{"{{$question}}"}}", new KernelArguments(settings) { ["question"] = question });
                        return JsonSerializer.Deserialize<Answer>(result.GetValue<string>()!);
                    }

                    private string Find(string query) => policies.SearchAsync(query, 1).FirstAsync().AsTask().Result.Record.Text;

                    {{members}}
                }

                {{Plugins}}
                """;
    }

    [Theory]
    [InlineData("kernel.Plugins.AddFromType<PolicyPlugin>();")]
    [InlineData("kernel.Plugins.AddFromType<OldPolicyPlugin>(\"policies\");")]
    [InlineData("kernel.Plugins.AddFromObject(new PolicyPlugin(policies));")]
    [InlineData("var plugin = new PolicyPlugin(policies); kernel.Plugins.AddFromObject(plugin, \"policies\");")]
    [InlineData("kernel.ImportPluginFromType<PolicyPlugin>();")]
    [InlineData("kernel.ImportPluginFromObject(new PolicyPlugin(policies), \"policies\");")]
    [InlineData("kernel.ImportPluginFromFunctions(\"policies\", [kernel.CreateFunctionFromMethod(Find)]);")]
    [InlineData(
        "kernel.ImportPluginFromFunctions(\"policies\", [KernelFunctionFactory.CreateFromMethod((string query) => policies.SearchAsync(query, 3), \"find\")]);"
    )]
    [InlineData("kernel.Plugins.Add(KernelPluginFactory.CreateFromType<PolicyPlugin>());")]
    [InlineData("kernel.Plugins.Add(KernelPluginFactory.CreateFromType(typeof(PolicyPlugin)));")]
    [InlineData("var plugin = KernelPluginFactory.CreateFromObject(new PolicyPlugin(policies)); kernel.Plugins.Add(plugin);")]
    [InlineData(
        "kernel.Plugins.AddRange([KernelPluginFactory.CreateFromFunctions(\"policies\", [KernelFunctionFactory.CreateFromMethod(Find)])]);"
    )]
    [InlineData(
        "kernel.Plugins.Add(Microsoft.SemanticKernel.Data.TextSearchExtensions.CreateWithGetTextSearchResults(search, \"search\"));"
    )]
    [InlineData("kernel.Plugins.AddFromType<ClockPlugin>(); kernel.Plugins.AddFromType<PolicyPlugin>();")]
    [InlineData("AddPlugins(kernel);", "private static void AddPlugins(Kernel kernel) => kernel.Plugins.AddFromType<PolicyPlugin>();")]
    public Task Kernel_with_a_function_that_retrieves(string statements, string members = "") =>
        VerifyAsync("RAG2001", statements, Auto, members);

    [Theory]
    [InlineData("var builder = Kernel.CreateBuilder(); builder.Plugins.AddFromType<PolicyPlugin>(); var made = builder.Build();", "made")]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.Plugins.AddFromType<ClockPlugin>().AddFromType<PolicyPlugin>(); var made = builder.Build();",
        "made"
    )]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.Plugins.Add(KernelPluginFactory.CreateFromType<PolicyPlugin>()); var made = builder.Build();",
        "made"
    )]
    [InlineData("var made = kernel.Clone(); made.ImportPluginFromType<PolicyPlugin>();", "made")]
    [InlineData("kernel.ImportPluginFromType<PolicyPlugin>(); var made = kernel.Clone();", "made")]
    [InlineData("var made = new Kernel(null, new KernelPluginCollection([KernelPluginFactory.CreateFromType<PolicyPlugin>()]));", "made")]
    [InlineData(
        "var made = Make();",
        "made",
        "private static Kernel Make() { var builder = Kernel.CreateBuilder(); builder.Plugins.AddFromType<PolicyPlugin>(); return builder.Build(); }"
    )]
    [InlineData(
        "",
        "_made",
        "private readonly Kernel _made; public Desk(IServiceProvider services) : this(null!, null!, null!, null!) { _made = new Kernel(services); _made.Plugins.AddFromType<PolicyPlugin>(); }"
    )]
    public Task Kernel_that_is_made_here(string statements, string kernel, string members = "") =>
        VerifyAsync("RAG2001", statements, Auto, members, kernel);

    [Theory]
    [InlineData(Auto)]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false)")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Required()")]
    [InlineData("ToolCallBehavior = ToolCallBehavior.AutoInvokeKernelFunctions")]
    [InlineData("ToolCallBehavior = ToolCallBehavior.EnableKernelFunctions")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Auto([KernelFunctionFactory.CreateFromMethod(Find)])")]
    public Task Settings_that_offer_it(string settings) => VerifyAsync("RAG2001", "kernel.Plugins.AddFromType<PolicyPlugin>();", settings);

    [Theory]
    [InlineData("MaxTokens = 500")]
    [InlineData("FunctionChoiceBehavior = null")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.None()")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Auto([KernelFunctionFactory.CreateFromMethod(() => \"now\")])")]
    public Task Settings_that_do_not_offer_it(string settings) =>
        VerifyAsync("RAG2002", "kernel.Plugins.AddFromType<PolicyPlugin>();", settings);

    [Theory]
    [InlineData("")]
    [InlineData("kernel.Plugins.AddFromType<ClockPlugin>();")]
    [InlineData("kernel.Plugins.AddFromObject(new ClockPlugin(policies));")]
    [InlineData("kernel.CreatePluginFromType<PolicyPlugin>();")]
    [InlineData("kernel.ImportPluginFromFunctions(\"clock\", [kernel.CreateFunctionFromMethod(() => DateTime.Now)]);")]
    [InlineData("var other = new Kernel(); other.Plugins.AddFromType<PolicyPlugin>();")]
    public Task Kernel_without_a_function_that_retrieves(string statements) => VerifyAsync("RAG2002", statements, Auto);
}
