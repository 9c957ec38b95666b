using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Rules;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules;

/// <summary>All rules as one analyzer: what each says, it says.</summary>
public sealed class RagAnalyzerTests
{
    private const string Program = """
        using System.Text.Json;
        using Microsoft.Extensions.AI;

        internal sealed record Verdict(string Label);

        internal sealed class Desk(IChatClient chat)
        {
            public async Task<Verdict?> AskAsync(string question)
            {
                var response = await chat.GetResponseAsync(question);
                return JsonSerializer.Deserialize<Verdict>(response.Text);
            }
        }
        """;

    [Fact]
    public async Task It_says_what_the_rules_say_one_by_one()
    {
        var together = await FoundBy([new RagAnalyzer()]);

        Assert.NotEmpty(together);
        Assert.Equal(await FoundBy([.. AllRules.Create()]), together);
    }

    [Fact]
    public async Task Nothing_is_said_where_no_AI_SDK_is_referenced() =>
        Assert.Empty(await AnalyzerRun.DiagnosticsAsync([new RagAnalyzer()], ["class C { void M() { } }"], ReferenceSets.NoAi));

    [Theory]
    [InlineData("class C { int M(int[] numbers) { var all = 0; foreach (var n in numbers) all += n; return all; } }", 0)]
    [InlineData("class C(Microsoft.Extensions.AI.IChatClient chat) { string M(string q) => chat + q; }", 0)]
    [InlineData("using Microsoft.Extensions.AI; class C(IChatClient chat) { object M(string q) => chat.GetResponseAsync(q); }", 1)]
    [InlineData("class C { object M(OpenAI.Embeddings.EmbeddingClient made) => made.GenerateEmbedding(\"\"); }", 1)]
    [InlineData("class C { object M(System.Net.Http.HttpClient http) => http.GetAsync(\"https://example.com/fine_tuning/jobs\"); }", 1)]
    public async Task No_body_is_looked_at_where_the_code_names_nothing_that_a_rule_is_about(string program, int actions)
    {
        var analyzer = new RagAnalyzer();
        var compilation = AnalyzerRun.Compile([program], ReferenceSets.Latest);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var run = compilation.WithAnalyzers([analyzer]);
        await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        var telemetry = await run.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);

        Assert.Equal(actions, telemetry.SemanticModelActionsCount);
    }

    [Fact]
    public async Task A_rule_that_fails_is_reported_and_silences_no_other() =>
        Assert.Equal(
            ["AD0001", "TEST0003"],
            (await AnalyzerRun.DiagnosticsAsync([new FailingAndFinding()], ["class C { int M() => 1; }"], ReferenceSets.Latest))
                .Select(static d => d.Id)
                .Distinct()
                .Order()
        );

    private static async Task<ImmutableArray<string>> FoundBy(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        [
            .. (await AnalyzerRun.DiagnosticsAsync(analyzers, [Program], ReferenceSets.Latest))
                .Select(static d => d.ToString())
                .Order(StringComparer.Ordinal),
        ];

    private static DiagnosticDescriptor Descriptor { get; } =
        new("TEST0003", "Found", "A body is found", "Test", DiagnosticSeverity.Warning, true);

#pragma warning disable RS1001, RS1036 // Made up for these tests alone.
    private sealed class FailingAndFinding : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationStartAction(start =>
            {
                if (Picture.TryCreate(start.Compilation, start.Options.AdditionalFiles, out var picture))
                {
                    RagRule.Register(start, picture, [new Failing(), new Finding()]);
                }
            });
        }
    }

    private sealed class Failing : RagRule
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

        private protected override void Analyze(Body body, RuleContext context) => throw new InvalidOperationException("It fails.");
    }

    private sealed class Finding : RagRule
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

        private protected override void Analyze(Body body, RuleContext context) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, body.Root.Syntax.GetLocation()));
    }
#pragma warning restore RS1001, RS1036
}
