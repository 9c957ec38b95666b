using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Benchmarks;

/// <summary>
/// From a keystroke to the findings of the file it was made in: a project of 300 files in Roslyn's workspace, one letter more in a string, and what an editor asks for
/// then. Each measurement is one edit, after those before it.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 20, iterationCount: 200, invocationCount: 1)]
[Config(typeof(PercentilesConfig))]
public class EditBenchmark
{
    private const int Files = 300;

    // The file that calls models, of either kind of code.
    private const int Edited = 39;
    private const string Before = "You answer customers, ";

    private AdhocWorkspace _workspace = null!;
    private DocumentId _document = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private int _edits;

    [Params(CodeKind.HardlyUsed, CodeKind.Dense)]
    public CodeKind Code { get; set; }

    [Params(AnalyzerSet.Empty, AnalyzerSet.Ours)]
    public string Analyzers { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        _analyzers = AnalyzerSet.Of(Analyzers);
        _workspace = new AdhocWorkspace();
        var project = _workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Create(),
                "Benchmark",
                "Benchmark",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                ),
                metadataReferences: BenchmarkCode.References
            )
        );
        var documents = BenchmarkCode
            .Sources(Code, Files)
            .Select((source, number) => _workspace.AddDocument(project.Id, $"Source{number}.cs", SourceText.From(source)).Id)
            .ToList();
        _document = documents[Edited];
    }

    [GlobalCleanup]
    public void Close() => _workspace.Dispose();

    [IterationSetup]
    public void Type()
    {
        var solution = _workspace.CurrentSolution;
        var text = solution.GetDocument(_document)!.GetTextAsync().GetAwaiter().GetResult();
        var at = text.ToString().IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        var change = new TextChange(new TextSpan(at, 0), ((char)('a' + (_edits++ % 26))).ToString());
        if (!_workspace.TryApplyChanges(solution.WithDocumentText(_document, text.WithChanges(change))))
        {
            throw new InvalidOperationException("The edit was not taken.");
        }
    }

    /// <returns>How many findings the file has; the analyzers' own exceptions are an error.</returns>
    [Benchmark]
    public async Task<int> Findings()
    {
        var document = _workspace.CurrentSolution.GetDocument(_document)!;
        var model = await document.GetSemanticModelAsync().ConfigureAwait(false);
        var findings = await model!
            .Compilation.WithAnalyzers(_analyzers)
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)
            .ConfigureAwait(false);
        return findings.Any(finding => finding.Id == "AD0001")
            ? throw new InvalidOperationException("An analyzer failed.")
            : findings.Length;
    }
}
