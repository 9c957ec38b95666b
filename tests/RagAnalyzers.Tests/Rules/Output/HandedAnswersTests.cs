using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002, RAG2004 and RAG2012 on answers that Semantic Kernel hands to the strategies of a group chat.</summary>
public sealed class HandedAnswersTests
{
    private const string YesOrNo = "Is the battle over? Respond with a single word: yes or no.\\n{{$history}}";
    private const string Json = "Is it answered? Respond in JSON: { \\\"isAnswered\\\": true }\\n{{$history}}";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new AnswerParsedWithoutSchema(),
        new JsonModeWithoutSchema(),
        new LabelComparedAsText(),
        new RequestedFormatNotEnforced(),
        new AnswerTakenApart(),
        new AnswerParsedWithoutGuard(),
    ];

    [Theory]
    [InlineData("ResultParser = r => r.GetValue<string>()?.Contains(\"yes\", StringComparison.OrdinalIgnoreCase) ?? false")]
    [InlineData("ResultParser = r => { var text = r.GetValue<string>() ?? \"\"; return text.Trim() == \"yes\"; }")]
    [InlineData("ResultParser = r => r.ToString() is \"yes\"")]
    [InlineData("ResultParser = IsYes")]
    [InlineData("ResultParser = r => Says(r.GetValue<string>())")]
    [InlineData("Arguments = new KernelArguments { [\"goal\"] = \"win\" }, ResultParser = r => r.GetValue<string>() == \"yes\"")]
    public Task A_label(string settings) =>
        VerifyAsync(
            $$"""
            var function = KernelFunctionFactory.CreateFromPrompt("{{YesOrNo}}");
            return new {|RAG2012:KernelFunctionTerminationStrategy|}(function, kernel) { {{settings}} };
            """
        );

    [Fact]
    public Task A_label_of_a_function_for_strategies() =>
        VerifyAsync(
            $$"""
            var function = AgentGroupChat.CreatePromptFunctionForStrategy("{{YesOrNo}}", safeParameterNames: "history");
            return new {|RAG2012:KernelFunctionTerminationStrategy|}(function, kernel) { ResultParser = IsYes };
            """
        );

    [Theory]
    [InlineData("r => r.GetValue<string>() ?? \"writer\"")]
    [InlineData("r => r.GetValue<string>()!.Trim()")]
    [InlineData("r => names.FirstOrDefault(n => r.ToString().Contains(n)) ?? names[0]")]
    public Task A_name_that_is_known_at_run_time(string parser) =>
        VerifyAsync(
            $$"""
            var function = KernelFunctionFactory.CreateFromPrompt("Say which of these speaks next: {{"{{$_agents_}}"}}");
            _ = new KernelFunctionSelectionStrategy(function, kernel) { ResultParser = {{parser}} };
            return null!;
            """
        );

    [Theory]
    [InlineData("", "RAG2002")]
    [InlineData(", new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }", "RAG2004")]
    public Task A_parse(string settings, string id) =>
        VerifyAsync(
            $$"""
            var function = KernelFunctionFactory.CreateFromPrompt("{{Json}}"{{settings}});
            return new {|{{id}}:KernelFunctionTerminationStrategy|}(function, kernel)
            {
                ResultParser = r => JsonSerializer.Deserialize<End>(r.GetValue<string>()!)!.IsAnswered,
            };
            """
        );

    [Theory]
    [InlineData("ResultParser = Read")]
    [InlineData("ResultParser = r => Parse(r.GetValue<string>()!)")]
    public Task A_parse_in_a_helper(string settings) =>
        VerifyAsync(
            $$"""
            var function = KernelFunctionFactory.CreateFromPrompt("{{Json}}");
            return new {|RAG2002:KernelFunctionTerminationStrategy|}(function, kernel) { {{settings}} };
            """
        );

    [Fact]
    public Task A_demand_that_nothing_enforces() =>
        VerifyAsync(
            $$"""
            var function = KernelFunctionFactory.CreateFromPrompt("{{Json}}");
            return new {|RAG2003:KernelFunctionTerminationStrategy|}(function, kernel) { ResultParser = r => Unknown(r) };
            """
        );

    [Theory]
    [InlineData("_ = new AgentGroupChat(writer).InvokeAsync(); _ = new AgentGroupChat(writer).InvokeStreamingAsync();")]
    [InlineData("_ = new SequentialOrchestration(writer).InvokeAsync(\"Go\", names);")]
    public Task A_demand_of_one_of_several_agents(string use) =>
        VerifyAsync(
            $$"""
            var writer = new {|RAG2003:ChatCompletionAgent|} { Name = "writer", Instructions = "Write a slogan. Respond only with JSON.", Kernel = kernel };
            {{use}}
            return null!;
            """
        );

    [Theory]
    [InlineData(
        "var function = KernelFunctionFactory.CreateFromPrompt(\""
            + Json
            + "\", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(End) });",
        ""
    )]
    [InlineData(
        "var function = KernelFunctionFactory.CreateFromPrompt(\"" + Json + "\");",
        "Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(End) }),"
    )]
    [InlineData("var function = KernelFunctionFactory.CreateFromPrompt(\"" + Json + "\");", "Arguments = given,")]
    [InlineData("var function = known;", "")]
    public Task A_schema_or_none_that_is_certain(string function, string arguments) =>
        VerifyAsync(
            $$"""
            {{function}}
            return new KernelFunctionTerminationStrategy(function, kernel)
            {
                {{arguments}}
                ResultParser = r =>
                {
                    try
                    {
                        return JsonSerializer.Deserialize<End>(r.GetValue<string>()!)?.IsAnswered ?? false;
                    }
                    catch (JsonException)
                    {
                        return false;
                    }
                },
            };
            """
        );

    [Theory]
    [InlineData("Task.FromResult(history[^1].Content?{|RAG2012:.Contains|}(\"approve\") ?? false)")]
    [InlineData(
        "Task.FromResult(history[history.Count - 1].Content?{|RAG2012:.Contains|}(\"approve\", StringComparison.OrdinalIgnoreCase) ?? false)"
    )]
    [InlineData("Task.FromResult({|RAG2012:history.Last().ToString().StartsWith|}(\"yes\"))")]
    [InlineData("Task.FromResult({|RAG2012:(history.Last(m => m.Role == AuthorRole.Assistant).Content ?? \"\").Trim() == \"APPROVED\"|})")]
    [InlineData("Task.FromResult(IsApproved({|RAG2012:history|}[^1].Content))")]
    public Task The_last_message_of_a_conversation(string decision) => VerifyStrategyAsync(decision);

    [Theory]
    [InlineData("Task.FromResult(history[^1].Content?.Contains(\"TERMINATE\") ?? false)")]
    [InlineData("Task.FromResult(history[^1].Content?.Contains(\"Analysis completed\") ?? false)")]
    [InlineData("Task.FromResult(history[^1].Content?.Contains(\"report\") ?? false)")]
    [InlineData("Task.FromResult(history[^1].AuthorName == \"approve\")")]
    [InlineData("Task.FromResult(history[0].Content?.Contains(\"approve\") ?? false)")]
    [InlineData("Task.FromResult(history.Any(m => m.Content == \"approve\"))")]
    [InlineData("Task.FromResult(history.Last(m => m.Role == AuthorRole.User).Content == \"approve\")")]
    [InlineData("Task.FromResult(Console.ReadLine() == \"approve\")")]
    [InlineData("Task.FromResult(new[] { \"approve\", \"final report\" }.Any(w => history[^1].Content!.Contains(w)))")]
    [InlineData("Task.FromResult(JsonSerializer.Deserialize<End>(history[^1].Content!)!.IsAnswered)")]
    public Task What_is_no_judgement_of_an_agent(string decision) => VerifyStrategyAsync(decision);

    [Fact]
    public Task A_method_that_overrides_nothing_is_handed_nothing() =>
        MarkedFindings.VerifyAsync(
            s_rules,
            """
            using Microsoft.SemanticKernel;

            public abstract class TerminationStrategy
            {
                protected abstract Task<bool> ShouldAgentTerminateAsync(object agent, IReadOnlyList<ChatMessageContent> history, CancellationToken token);
            }

            public sealed class Approval : TerminationStrategy
            {
                protected override Task<bool> ShouldAgentTerminateAsync(object agent, IReadOnlyList<ChatMessageContent> history, CancellationToken token) =>
                    Task.FromResult(history[^1].Content?.Contains("approve") ?? false);
            }
            """,
            DocumentedSdks.References
        );

    [Theory]
    [InlineData("new KernelFunctionTerminationStrategy(function, kernel) { ResultParser = r => r.GetValue<string>() == }")]
    [InlineData("new KernelFunctionTerminationStrategy() { ResultParser = IsYes, ResultParser = }")]
    [InlineData("new KernelFunctionTerminationStrategy(function, kernel) { ResultParser += r => r")]
    public async Task Half_typed_code(string strategy) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync(s_rules, [Source($"return {strategy};", "false")], DocumentedSdks.References)
        );

    /// <summary>Agent Framework's group chats ask their own manager whether the last message ends them.</summary>
    [Theory]
    [InlineData("{|RAG2012:history[^1].Text.Contains|}(\"APPROVED\")")]
    [InlineData("{|RAG2012:history.Last().Text.EndsWith|}(\"APPROVED\", StringComparison.Ordinal)")]
    [InlineData("history.Count > 5")]
    [InlineData("history[0].Text.Contains(\"APPROVED\")")]
    [InlineData("history[^1].AuthorName == \"Editor\"")]
    [InlineData("history[^1].Text.Length > 0")]
    public Task Manager_of_Agent_Framework(string condition) =>
        Verify.AnalyzerAsync<LabelComparedAsText>(
            $$"""
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public sealed class Editors(AIAgent writer) : GroupChatManager
            {
                protected override ValueTask<AIAgent> SelectNextAgentAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default) =>
                    new(writer);

                protected override ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default) =>
                    new({{condition}});
            }
            """,
            DocumentedSdks.References
        );

    private static Task VerifyAsync(string statements) =>
        MarkedFindings.VerifyAsync(s_rules, Source(statements, "Task.FromResult(false)"), DocumentedSdks.References);

    private static Task VerifyStrategyAsync(string decision) =>
        MarkedFindings.VerifyAsync(s_rules, Source("return null!;", decision), DocumentedSdks.References);

    private static string Source(string statements, string decision) =>
        $$"""
            using System.Text.Json;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;
            using Microsoft.SemanticKernel.Agents.Chat;
            using Microsoft.SemanticKernel.Agents.Orchestration.Sequential;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public record End(bool IsAnswered);

            public sealed class Battle(Kernel kernel, KernelArguments given, KernelFunction known, string[] names)
            {
                public TerminationStrategy Make()
                {
                    {{statements}}
                }

                public Func<FunctionResult, bool> Unknown { get; set; } = null!;

                public object All => new object[] { kernel, given, known, names };

                private static bool IsYes(FunctionResult result) => result.GetValue<string>() == "yes";

                private static bool Says(string? text) => text?.Contains("yes") == true;

                private static bool Read(FunctionResult result) => JsonSerializer.Deserialize<End>(result.GetValue<string>()!)!.IsAnswered;

                private static bool Parse(string text) => JsonSerializer.Deserialize<End>(text)!.IsAnswered;
            }

            public sealed class Approval : TerminationStrategy
            {
                protected override Task<bool> ShouldAgentTerminateAsync(
                    Agent agent,
                    IReadOnlyList<ChatMessageContent> history,
                    CancellationToken cancellationToken
                ) => {{decision}};

                private static bool IsApproved(string? text) => text?.Contains("approved") == true;
            }
            """;
}
