using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>Pins every name in the tables to the real libraries.</summary>
public sealed class SdkTablesTests
{
    private static readonly ImmutableArray<SdkEntry> s_all = SdkTables.Ai.AddRange(SdkTables.General);

    private static readonly ImmutableArray<Compilation> s_restored =
    [
        AnalyzerRun.Compile([], ReferenceSets.OpenAI21),
        AnalyzerRun.Compile([], ReferenceSets.OpenAI210),
        AnalyzerRun.Compile([], ReferenceSets.Betalgo),
        AnalyzerRun.Compile([], ReferenceSets.Latest),
        AnalyzerRun.Compile([], ReferenceSets.Schedulers),
        AnalyzerRun.Compile([], ReferenceSets.Quartz3),
        AnalyzerRun.Compile([], ReferenceSets.VectorDatabases),
        AnalyzerRun.Compile([], ReferenceSets.OtherClients),
    ];

    [Fact]
    public void Every_row_is_a_real_member()
    {
        var problems = TableCheck.Problems(s_all, [.. s_restored, AnalyzerRun.Compile([], DocumentedSdks.References)]).ToList();
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public void Only_rows_on_the_list_of_documented_sdks_are_missing_from_the_restored_ones()
    {
        var missing = TableCheck
            .Problems(s_all, s_restored)
            .Select(problem => problem[..problem.IndexOf(" (", StringComparison.Ordinal)])
            .Select(member => DocumentedSdks.Types.FirstOrDefault(type => member.StartsWith(type + '.', StringComparison.Ordinal), member))
            .Distinct()
            .Order();
        Assert.Equal(DocumentedSdks.Types.Intersect(s_all.Select(row => row.Type)).Order(), missing);
    }

    [Fact]
    public void What_can_be_restored_is_not_on_the_list_of_documented_sdks() =>
        Assert.All(DocumentedSdks.Types, type => Assert.DoesNotContain(s_restored, library => TableCheck.TypesNamed(type, library).Any()));

    [Fact]
    public void Every_marker_is_a_type_of_a_table() =>
        Assert.Subset(SdkTables.Ai.Select(row => row.Type).ToHashSet(), SdkTables.Markers.ToHashSet());

    [Fact]
    public void Every_ai_table_has_a_marker_among_its_sdk()
    {
        var marked = SdkTables.Ai.Where(row => SdkTables.Markers.Contains(row.Type)).Select(row => row.Fact.Sdk).ToHashSet();
        Assert.Equal(SdkTables.Ai.Select(row => row.Fact.Sdk).ToHashSet(), marked);
    }

    [Theory]
    [InlineData("OpenAI.Chat.ChatCIient", "CompleteChat", "messages", "no such type")]
    [InlineData("OpenAI.Chat.ChatClient", "CompleteChats", "messages", "no such member")]
    [InlineData("OpenAI.Chat.ChatClient", "CompleteChat", "message", "no parameter 'message'")]
    public void A_misspelt_row_is_found(string type, string member, string parameter, string problem)
    {
        var table = new SdkTable(SdkKind.OpenAI).Type(type).ModelCalls([member], prompt: [parameter]).ToEntries();
        Assert.Contains(TableCheck.Problems(table, s_restored), found => found.EndsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_second_parameter_is_found()
    {
        var table = new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Chat.ChatClient")
            .ModelCalls(["CompleteChat"], prompt: ["messages"], options: ["option"])
            .ToEntries();
        Assert.Equal(
            ["OpenAI.Chat.ChatClient.CompleteChat (ModelCallFact): no parameter 'option'"],
            TableCheck.Problems(table, s_restored)
        );
    }

    [Fact]
    public void A_misspelt_holder_of_the_format_is_found()
    {
        var table = new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Responses.CreateResponseOptions")
            .ResponseFormat("TextOptions", holdsFormatIn: "Format")
            .ToEntries();
        Assert.Single(TableCheck.Problems(table, s_restored));
    }

    [Fact]
    public void A_row_that_an_earlier_one_hides_is_found()
    {
        var table = new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Chat.ChatClient")
            .ModelCalls(["CompleteChat"], prompt: ["messages", "content"])
            .ModelCalls(["CompleteChat"], prompt: ["messages"], streaming: true)
            .ToEntries();
        Assert.Single(TableCheck.Problems(table, s_restored), problem => problem.Contains("earlier row"));
    }

    [Fact]
    public void A_correct_row_has_no_problem()
    {
        var table = new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Chat.ChatClient")
            .ModelCalls(["CompleteChat"], prompt: ["messages"])
            .ToEntries();
        Assert.Empty(TableCheck.Problems(table, s_restored));
    }
}
