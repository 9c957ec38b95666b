using Microsoft.CodeAnalysis;
using RagAnalyzers.Findings;
using RagAnalyzers.Tests.Suites;

namespace RagAnalyzers.Tests.Findings;

/// <summary>What a rule hands over, its fix reads: the same record comes back from the diagnostic.</summary>
public sealed class HandOverTests
{
    // Both of its locations are always there.
    private const string OnlyFull = nameof(FineTunedModelOrRetrievalHandOver);

    private static readonly DiagnosticDescriptor s_descriptor = new(
        "X",
        "Title",
        "Found '{0}'",
        "Output",
        DiagnosticSeverity.Warning,
        true
    );

    public static TheoryData<string> Names => [.. HandOvers.ByName.Keys];

    public static TheoryData<string> Types => [.. Kinds().Select(static type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read(string name)
    {
        var written = HandOvers.ByName[name];
        var read = HandOvers.Read(written.GetType(), Reported(written));
        Assert.NotNull(read);
        Assert.Equal(HandOvers.Describe(written), HandOvers.Describe(read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Users_see_all_locations_in_the_order_of_the_record(string name)
    {
        var found = Reported(HandOvers.ByName[name]);
        Assert.Equal(Enumerable.Range(0, found.AdditionalLocations.Count), found.AdditionalLocations.Select(l => l.SourceSpan.Start));
        Assert.Equal("Found 'it'", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_record_is_tried_full_and_as_empty_as_it_can_be(string type) =>
        Assert.True(HandOvers.ByName.Values.Count(handOver => handOver.GetType().Name == type) >= (type == OnlyFull ? 1 : 2), type);

    [Theory]
    [MemberData(nameof(Types))]
    public void Locations_without_roles_are_not_read(string type)
    {
        var known = Kinds().Single(kind => kind.Name == type);
        var found = Diagnostic.Create(s_descriptor, Location.None, [Location.None, Location.None], "it");
        Assert.Null(HandOvers.Read(known, found));
    }

    [Fact]
    public void A_severity_below_the_descriptor_s()
    {
        var found = new JsonModeWithoutMentionHandOver(Text: null).Report(s_descriptor, DiagnosticSeverity.Info, Location.None, "it");
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal(DiagnosticSeverity.Warning, found.DefaultSeverity);
    }

    [Fact]
    public void Only_a_location_of_the_tree_is_within_it()
    {
        var handOver = HandOvers.ByName.Values.OfType<FineTunedModelOrRetrievalHandOver>().Single();
        var tree = handOver.Tuned.SourceTree!;
        Assert.True(handOver.IsWithin(tree));
        Assert.False((handOver with { Grounded = Location.None }).IsWithin(tree));
    }

    /// <summary>What a diagnostic holds, and where, is known to the records alone.</summary>
    [Fact]
    public void No_fix_reads_a_diagnostic_by_position_or_key()
    {
        var files = Repository.CSharpFiles(Repository.PathOf("src", "RagAnalyzers.CodeFixes")).ToList();
        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
            {
                var text = File.ReadAllText(file);
                Assert.DoesNotContain(nameof(Diagnostic.AdditionalLocations), text, StringComparison.Ordinal);
                Assert.DoesNotContain("diagnostic.Properties", text, StringComparison.Ordinal);
            }
        );
    }

    private static IEnumerable<Type> Kinds() =>
        typeof(HandOver).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(HandOver)));

    private static Diagnostic Reported(HandOver handOver) => handOver.Report(s_descriptor, Location.None, "it");
}
