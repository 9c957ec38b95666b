using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>An analyzer runs while its user types: whatever is missing of a source, it does not throw.</summary>
public sealed class HalfTypedCodeTests
{
    private const int Cuts = 8;
    private const int Seed = 20260;

    public static TheoryData<string> Files =>
        [.. SuiteSources.Valid.AddRange(SuiteSources.Mistaken).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_analyzer_throws(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf(file), TestContext.Current.CancellationToken);
        Complaints.AssertNone(await ExceptionsAsync(RagRules.Loaded(), text));
    }

    // Were there nothing to find in the whole sources, little of the rules would run on their halves.
    [Fact]
    public async Task Mistaken_sources_reach_the_rules()
    {
        var found = new HashSet<string>();
        foreach (var path in SuiteSources.Mistaken)
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            found.UnionWith(
                (await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), [text], SuiteSources.References)).Select(finding => finding.Id)
            );
        }

        Assert.Superset(
            new HashSet<string>
            {
                "RAG1001",
                "RAG1002",
                "RAG1003",
                "RAG1004",
                "RAG1005",
                "RAG2001",
                "RAG2002",
                "RAG2003",
                "RAG2005",
                "RAG3001",
                "RAG4003",
                "RAG4004",
            },
            found
        );
    }

    [Fact]
    public async Task Exception_on_half_typed_code_fails() =>
        Assert.NotEmpty(await ExceptionsAsync([new ThrowsOnBrokenCode()], "class C { int M() => 42; int N() => 43; }"));

    [Fact]
    public async Task Whole_code_alone_would_not_have_shown_it() =>
        Complaints.AssertNone(
            await AnalyzerRun.DiagnosticsAsync([new ThrowsOnBrokenCode()], ["class C { int M() => 42; }"], ReferenceSets.NoAi)
        );

    private static async Task<ImmutableArray<string>> ExceptionsAsync(IReadOnlyCollection<DiagnosticAnalyzer> analyzers, string text)
    {
        var exceptions = ImmutableArray.CreateBuilder<string>();
        foreach (var (broken, what) in HalfTyped(text))
        {
            var diagnostics = await AnalyzerRun.DiagnosticsAsync(analyzers, [broken], SuiteSources.References);
            exceptions.AddRange(
                diagnostics.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => $"{what}: {diagnostic.GetMessage()}")
            );
        }

        return exceptions.ToImmutable();
    }

    // Half of the cuts lose the rest of the file, as when it is being written; half lose a few characters, as when it is edited.
    private static IEnumerable<(string Text, string What)> HalfTyped(string text)
    {
        var random = new Random(Seed);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var start = random.Next(text.Length);
            var length = cut % 2 == 0 ? text.Length - start : Math.Min(random.Next(1, 40), text.Length - start);
            yield return (text.Remove(start, length), $"without {length} characters at {start}");
        }
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ThrowsOnBrokenCode : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => new LiteralAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxTreeAction(tree =>
            {
                if (tree.Tree.GetDiagnostics(tree.CancellationToken).Any())
                {
                    throw new InvalidOperationException("syntax error");
                }
            });
        }
    }
}
