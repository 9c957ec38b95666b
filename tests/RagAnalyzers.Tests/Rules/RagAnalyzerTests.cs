using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
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

    /// <summary>An editor asks for what it shows, or for the member that the caret is in.</summary>
    [Theory]
    [InlineData(null, "AskAsync", "TellAsync")]
    [InlineData("AskAsync", "AskAsync")]
    [InlineData("TellAsync", "TellAsync")]
    public async Task A_part_of_a_file_is_told_of_that_part(string? asked, params string[] told)
    {
        var other = Program.Replace("AskAsync", "TellAsync", StringComparison.Ordinal).Replace("Desk", "Other", StringComparison.Ordinal);
        var compilation = AnalyzerRun.Compile(
            [Program + other[other.IndexOf("internal sealed class", StringComparison.Ordinal)..], "class C;"],
            ReferenceSets.Latest
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var run = compilation.WithAnalyzers([new RagAnalyzer()]);
        var tree = run.Compilation.SyntaxTrees.First();
        var methods = (await tree.GetRootAsync(TestContext.Current.CancellationToken))
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .ToList();

        var found = await run.GetAnalyzerSemanticDiagnosticsAsync(
            run.Compilation.GetSemanticModel(tree),
            methods.SingleOrDefault(m => m.Identifier.Text == asked)?.Span,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            told,
            found
                .Where(static d => d.Id == "RAG2002")
                .Select(d => methods.Single(m => m.Span.Contains(d.Location.SourceSpan)).Identifier.Text)
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What an editor does: the whole, files and members, again and again, of one compilation.</summary>
    [Fact]
    public async Task Many_that_ask_at_once_are_told_the_same()
    {
        const int files = 6;
        var usings = Program[..Program.IndexOf("internal", StringComparison.Ordinal)];
        var compilation = AnalyzerRun.Compile(
            [.. Enumerable.Range(0, files).Select(i => $"{usings} namespace N{i} {{ {Program[usings.Length..]} }}")],
            ReferenceSets.Latest
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var run = compilation.WithAnalyzers([new RagAnalyzer()]);

        var told = await Task.WhenAll(
            Enumerable.Range(0, 10 * files).Select(i => Task.Run(() => ToldAsync(run, i), TestContext.Current.CancellationToken))
        );

        Assert.All(told.Where(static (_, i) => i % 3 == 0), static t => Assert.Equal(files, t.Length));
        Assert.All(told.Where(static (_, i) => i % 3 != 0), static t => Assert.Single(t));
        Assert.Equal(files, told.SelectMany(static t => t).Distinct().Count());
    }

    /// <returns>The places that are told of; the driver tells one twice to those who ask for it at once.</returns>
    private static async Task<string[]> ToldAsync(CompilationWithAnalyzers run, int number)
    {
        var tree = run.Compilation.SyntaxTrees.ElementAt(number % 6);
        TextSpan? caret = number % 3 == 1 ? new TextSpan(tree.ToString().IndexOf("Deserialize", StringComparison.Ordinal), 0) : null;
        var found =
            number % 3 == 0
                ? await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
                : await run.GetAnalyzerSemanticDiagnosticsAsync(
                    run.Compilation.GetSemanticModel(tree),
                    caret,
                    TestContext.Current.CancellationToken
                );
        return [.. found.Where(static d => d.Id == "RAG2002").Select(static d => d.Location.ToString()).Distinct()];
    }

    [Theory]
    [InlineData("internal sealed class Desk", "[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1.0\")] internal sealed class Desk")]
    [InlineData("public async", "[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1.0\")] public async")]
    [InlineData("using System.Text.Json;", "// <auto-generated/>\n#nullable enable\nusing System.Text.Json;")]
    public async Task Code_that_a_tool_wrote_is_left_alone(string written, string generated)
    {
        var program = Program.Replace(written, generated, StringComparison.Ordinal);
        Assert.NotEqual(Program, program);

        Assert.Empty(await AnalyzerRun.DiagnosticsAsync([new RagAnalyzer()], [program], ReferenceSets.Latest));
    }

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
