using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Findings;

/// <summary>A message fits into an error list: what is wrong, why, and what to do, in 160 characters of ordinary code.</summary>
public sealed class MessageLengthTests
{
    private const int Most = 160;

    // What names and remedies usually add.
    private const int MostOfTheDescriptor = 137;

    [Fact]
    public void Descriptors_leave_room_for_names() =>
        Complaints.AssertNone(
            RagRules
                .Analyzers()
                .SelectMany(rule => rule.SupportedDiagnostics)
                .Distinct()
                .Select(rule => (rule.Id, Text: rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                .Where(rule => rule.Text.Length > MostOfTheDescriptor)
                .Select(rule => $"{rule.Id} is {rule.Text.Length} long: {rule.Text}")
        );

    [Fact]
    public async Task Messages_of_ordinary_code_are_short()
    {
        var found = new List<Diagnostic>();
        foreach (var path in SuiteSources.Mistaken)
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            found.AddRange(await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), [text], SuiteSources.References));
        }

        Assert.NotEmpty(found);
        Complaints.AssertNone(
            found
                .Select(finding => (finding.Id, Text: finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
                .Where(finding => finding.Text.Length > Most)
                .Select(finding => $"{finding.Id} is {finding.Text.Length} long: {finding.Text}")
        );
    }
}
