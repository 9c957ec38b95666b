using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// However a program is written, the rules find the same in it, the fixes are offered, what they make compiles, and no comment is lost.
/// </summary>
public sealed class StyledCodeTests
{
    // All styles of each program would take three times as long.
    private const int StylesOfEach = 2;

    private static readonly ConcurrentDictionary<string, Task<(ImmutableArray<string> Ids, ImmutableArray<string> Offers)>> s_plain = new();

    public static TheoryData<string, string> Programs
    {
        get
        {
            var all = new TheoryData<string, string>();
            for (var i = 0; i < SuiteSources.Programs.Length * StylesOfEach; i++)
            {
                all.Add(Path.GetFileName(SuiteSources.Programs[i / StylesOfEach]), CodeStyle.All.Keys.ElementAt(i % CodeStyle.All.Count));
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Same_findings_and_same_fixes(string program, string style)
    {
        var path = SuiteSources.Programs.Single(path => Path.GetFileName(path) == program);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var compilation = AnalyzerRun.Compile([text], SuiteSources.References);
        var styled = CodeStyle.All[style](compilation.GetSemanticModel(compilation.SyntaxTrees[0]));
        Assert.NotEqual(text, styled);

        var (plainIds, plainOffers) = await s_plain.GetOrAdd(text, OffersAsync);
        var (ids, offers) = await OffersAsync(styled);
        Assert.Equal(plainIds, ids);
        Assert.Equal(plainOffers, offers);
    }

    /// <summary>The ids of the findings, and the titles of the fixes that are offered for them, each of which has been applied.</summary>
    private static async Task<(ImmutableArray<string> Ids, ImmutableArray<string> Offers)> OffersAsync(string text)
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, [(TestSources.PathOf(0), text)], references: SuiteSources.References);
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Complaints.AssertNone(AnalyzerRun.Errors(compilation!));
        var document = project.Documents.Single(file => file.FilePath == TestSources.PathOf(0));
        var fixes = RagRules.FixTypes.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!).ToList();
        var found = await FormatRun.FindAsync(project, null);
        var offers = new List<string>();
        foreach (var finding in found)
        {
            foreach (var fix in fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(document, finding, (action, _) => actions.Add(action), TestContext.Current.CancellationToken)
                );
                foreach (var action in actions)
                {
                    offers.Add($"{finding.Id} {action.Title}");
                    await AssertSafeAsync(document, action);
                }
            }
        }

        return ([.. found.Select(finding => finding.Id).Order(StringComparer.Ordinal)], [.. offers.Order(StringComparer.Ordinal)]);
    }

    private static async Task AssertSafeAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var model = await changed.GetSemanticModelAsync(TestContext.Current.CancellationToken);
        Complaints.AssertNone(
            model!.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error && !TestSources.IsExperimentalNotice(error))
        );
        var comments = await CommentsAsync(changed);
        Complaints.AssertNone((await CommentsAsync(document)).Except(comments).Select(lost => $"{action.Title}: {lost} is lost"));
    }

    private static async Task<IEnumerable<string>> CommentsAsync(Document document) =>
        (await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken))!
            .DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            .Select(trivia => trivia.ToString());
}
