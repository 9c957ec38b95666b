using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// What is found does not depend on what was looked at first: files that say the same get the same findings, in every run, with all rules
/// at work at the same time.
/// </summary>
public sealed class RepeatedRunTests
{
    private const int Copies = 60;

    /// <summary>Options that a field remembers, answers that members carry, helpers that call one another.</summary>
    private const string Desk = """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Microsoft.Extensions.AI;

        public sealed class DeskNUMBER(IChatClient chat)
        {
            private ChatOptions? _options;
            private ChatOptions? _others;
            private string? _kept;

            private ChatOptions Options => _options ??= new ChatOptions { Temperature = 0 };

            public async Task<JsonNode?> AskAsync(string question)
            {
                var response = await chat.GetResponseAsync(question, Options);
                return JsonNode.Parse(response.Text);
            }

            public async Task<JsonNode?> AskOthersAsync(string question)
            {
                var response = await chat.GetResponseAsync(question, _others ??= new ChatOptions { Temperature = 0 });
                return JsonNode.Parse(response.Text);
            }

            public async Task<JsonNode?> AskAgainAsync(string question)
            {
                Keep((await chat.GetResponseAsync(question, Options)).Text, 3);
                return Read(_kept);
            }

            private void Keep(string text, int times)
            {
                _kept = text;
                if (times > 0)
                {
                    Keep(_kept.Trim(), times - 1);
                }
            }

            private JsonNode? Read(string? text) => text is null ? null : text.StartsWith('"') ? Read(text.Trim('"')) : JsonNode.Parse(text);
        }

        """;

    [Fact]
    public async Task Copies_of_a_file_have_the_same_findings()
    {
        var sources = Enumerable.Range(0, Copies).Select(number => Desk.Replace("NUMBER", $"{number:D3}", StringComparison.Ordinal));
        var found = await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), sources, ReferenceSets.Latest);
        MarkedFindings.AssertNoException(found);
        var distinct = found
            .GroupBy(finding => finding.Location.SourceTree!.FilePath)
            .Select(file =>
                string.Join(
                    "\n",
                    file.Select(finding =>
                            $"{finding.Id} {finding.Location.SourceSpan} {string.Join(" ", finding.AdditionalLocations.Select(l => l.SourceSpan))}"
                        )
                        .Order()
                )
            )
            .GroupBy(findings => findings)
            .ToList();
        Assert.Single(distinct);
        Assert.Equal(Copies, distinct[0].Count());
        Assert.Equal(3, distinct[0].Key.Split('\n').Count(finding => finding.StartsWith("RAG2002", StringComparison.Ordinal)));
    }

    /// <summary>Alone or side by side, whatever file comes first, and again: the same findings.</summary>
    [Fact]
    public async Task Programs_have_the_same_findings_in_any_order()
    {
        var compilation = AnalyzerRun.Compile(SuiteSources.Programs.Select(File.ReadAllText), SuiteSources.References);
        var trees = compilation.SyntaxTrees;
        var expected = await FoundAsync(compilation, concurrent: false);
        Assert.NotEmpty(expected);

        Assert.Equal(expected, await FoundAsync(compilation, concurrent: true));
        Assert.Equal(expected, await FoundAsync(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Reverse()), concurrent: false));
        for (var shift = 1; shift < trees.Length; shift += 4)
        {
            var shifted = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees([.. trees.Skip(shift), .. trees.Take(shift)]);
            Assert.Equal(expected, await FoundAsync(shifted, concurrent: true));
        }
    }

    private static async Task<ImmutableArray<string>> FoundAsync(Compilation compilation, bool concurrent) =>
        FindingText.Of(await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation, concurrent));
}
