using System.Collections.Immutable;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Dependencies inside the shipped assemblies point one way only, and never in a circle.</summary>
public sealed class LayeringTests
{
    private static readonly Lazy<ImmutableArray<NamespaceUse>> s_uses = new(() => NamespaceUse.In(ProductCompilation.Whole));

    [Fact]
    public void Every_name_binds() =>
        // Names that do not bind would hide what they use.
        Complaints.AssertNone(AnalyzerRun.Errors(ProductCompilation.Whole));

    [Fact]
    public void No_room_uses_one_that_it_may_not() =>
        Complaints.AssertNone(Violations([.. Uses.Where(use => Layer.Of(use.From) is not null)]));

    [Fact]
    public void Every_room_has_a_row() =>
        Complaints.AssertNone(
            Uses.Select(use => use.From)
                .Distinct()
                .Where(Layer.IsRoom)
                .Where(room => Layer.Of(room) is null)
                .Select(room => room + " has no row")
        );

    [Fact]
    public void Every_row_is_a_room()
    {
        var rooms = Uses.Select(use => use.From).Distinct().ToList();
        Assert.All(Layer.All, layer => Assert.Contains(rooms, room => Layer.Of(room) == layer));
    }

    [Fact]
    public void There_is_no_circle_between_the_parts_of_the_product() => Complaints.AssertNone(Circle.In(Uses, PartOf));

    [Fact]
    public void There_is_no_circle_between_the_rooms_of_the_picture() => Complaints.AssertNone(Circle.In(Uses, RoomOf));

    [Theory]
    [InlineData("namespace RagAnalyzers.Sdk; class A { void M() => Flow.Tracing.Trace.Start(); }")]
    [InlineData("namespace RagAnalyzers.Sdk.Tables; class A { RagAnalyzers.Pipeline.Prompts.Prompt? P; }")]
    [InlineData("using RagAnalyzers.Sdk; namespace RagAnalyzers.Flow.Tracing; class A { }")]
    [InlineData("using Call = RagAnalyzers.Pipeline.Prompts.Prompt; namespace RagAnalyzers.Flow.Tracing { class A { } }")]
    [InlineData("namespace RagAnalyzers.Pipeline.Training; class A { object M() => new Rules.Output.Finding(); }")]
    [InlineData(
        "using Microsoft.CodeAnalysis.CSharp.Syntax; namespace RagAnalyzers.Rules.Output; class A { InvocationExpressionSyntax? P; }"
    )]
    [InlineData(
        "namespace RagAnalyzers.Rules; class A { bool M(Microsoft.CodeAnalysis.SyntaxNode node) => node is Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax; }"
    )]
    [InlineData("namespace RagAnalyzers.Flow.Tracing; class A { void M(Shared shared) { var entry = shared.Entry; entry?.Read(); } }")]
    [InlineData("namespace RagAnalyzers.Text; class A { Sdk.Entry? P; }")]
    [InlineData("namespace RagAnalyzers.Configuration; class A { void M() => Flow.Tracing.Trace.Start(); }")]
    [InlineData("namespace RagAnalyzers.Flow.Operations; class A { void M() => Tracing.Trace.Start(); }")]
    [InlineData("namespace RagAnalyzers.Pipeline; class A { Prompts.Prompt? P; }")]
    [InlineData("namespace RagAnalyzers.Pipeline.Retrievals; class A { Prompts.Prompt? P; }")]
    [InlineData("namespace RagAnalyzers.Findings; class A { Pipeline.Body? P; }")]
    [InlineData("namespace RagAnalyzers.CodeFixes.Output; class A { Pipeline.Body? P; }")]
    [InlineData("namespace RagAnalyzers.CodeFixes.Output; class A { Rules.Output.Finding? P; }")]
    [InlineData("namespace RagAnalyzers.CodeFixes.Output; class A { void M() => Flow.Tracing.Trace.Start(); }")]
    public void Use_of_a_forbidden_namespace_is_found(string source)
    {
        var violations = Violations(UsesIn(source));
        Assert.NotEmpty(violations);
        Assert.All(violations, violation => Assert.StartsWith("Source.cs(1): ", violation));
    }

    [Theory]
    [InlineData("namespace RagAnalyzers.Pipeline; class A { Sdk.Entry? P; void M() => Flow.Tracing.Trace.Start(); }")]
    [InlineData(
        "using RagAnalyzers.Pipeline.Prompts; namespace RagAnalyzers.Rules; class A { Prompt? P; Microsoft.CodeAnalysis.SyntaxNode? N; }"
    )]
    [InlineData("namespace RagAnalyzers.Flow.Tracing; class A { Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax? B; }")]
    [InlineData("using RagAnalyzers.Pipeline.Prompts; namespace RagAnalyzers.Pipeline.Training; class A { Prompt? P; Body? B; }")]
    [InlineData("namespace RagAnalyzers.Pipeline.Prompts.Templates; class A { Prompt? P; }")]
    [InlineData("namespace RagAnalyzers.CodeFixes.Output; class A { Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax? B; Sdk.Entry? P; }")]
    public void Use_of_a_room_above_is_allowed(string source) => Assert.Empty(Violations(UsesIn(source)));

    [Fact]
    public void A_room_without_a_row_is_known_as_one() => Assert.Null(Layer.Of("RagAnalyzers.Pipeline.Elsewhere"));

    [Fact]
    public void A_circle_is_named_with_a_use_for_each_step()
    {
        var circle = Assert.Single(
            Circle.In(
                UsesIn(
                    "namespace RagAnalyzers.Pipeline.Prompts { partial class Prompt { Tools.Tool? T; } }"
                        + "namespace RagAnalyzers.Pipeline.Tools { class Tool { } }",
                    "namespace RagAnalyzers.Pipeline.Tools; class Box { Clients.Client? C; }",
                    "namespace RagAnalyzers.Pipeline.Clients; class Client { Prompts.Prompt? P; }"
                ),
                RoomOf
            )
        );
        Assert.StartsWith("Clients -> Prompts -> Tools -> Clients", circle);
        Assert.Contains("Clients -> Prompts: Source2.cs(1): Prompt of RagAnalyzers.Pipeline.Prompts", circle);
    }

    [Fact]
    public void A_circle_between_parts_is_found() =>
        Assert.StartsWith(
            "Flow -> Pipeline -> Flow",
            Assert.Single(Circle.In(UsesIn("namespace RagAnalyzers.Flow.Tracing; class A { Pipeline.Body? B; }"), PartOf))
        );

    [Fact]
    public void Ways_that_only_meet_are_no_circle() =>
        Assert.Empty(
            Circle.In(
                UsesIn(
                    "namespace RagAnalyzers.Pipeline.Training; class A { Prompts.Prompt? P; Tools.Tool? T; }",
                    "namespace RagAnalyzers.Pipeline.Tools; class Tool { Prompts.Prompt? P; }"
                ),
                RoomOf
            )
        );

    private static readonly ImmutableArray<string> s_madeUp =
    [
        "namespace RagAnalyzers; class Shared { public Sdk.Entry? Entry; }",
        "namespace RagAnalyzers.Sdk; class Entry { public void Read() { } }",
        "namespace RagAnalyzers.Flow.Tracing; static class Trace { public static void Start() { } }",
        "namespace RagAnalyzers.Pipeline; class Body { void M() => Flow.Tracing.Trace.Start(); }",
        "namespace RagAnalyzers.Pipeline.Prompts; partial class Prompt { }",
        "namespace RagAnalyzers.Rules.Output; class Finding { }",
    ];

    private static ImmutableArray<NamespaceUse> Uses => s_uses.Value;

    private static ImmutableArray<string> Violations(ImmutableArray<NamespaceUse> uses) =>
        [.. uses.Where(use => Layer.Of(use.From) is { } layer && !layer.MayUse(use.To)).Select(use => use.ToString())];

    /// <summary>"Pipeline" of "RagAnalyzers.Pipeline.Prompts".</summary>
    private static string? PartOf(string name) => name.Split('.') is ["RagAnalyzers", var part, ..] ? part : null;

    /// <summary>"Prompts" of "RagAnalyzers.Pipeline.Prompts.Templates"; the ground of the picture itself is a room, too.</summary>
    private static string? RoomOf(string name) =>
        name.Split('.') switch
        {
            ["RagAnalyzers", "Pipeline"] => "Pipeline",
            ["RagAnalyzers", "Pipeline", var room, ..] => room,
            _ => null,
        };

    private static ImmutableArray<NamespaceUse> UsesIn(params string[] sources)
    {
        var own = sources.Select((text, index) => (index == 0 ? "Source.cs" : $"Source{index}.cs", text));
        var compilation = ProductCompilation.Of([.. own, .. s_madeUp.Select((text, index) => ($"MadeUp{index}.cs", text))]);
        Complaints.AssertNone(AnalyzerRun.Errors(compilation));
        return NamespaceUse.In(compilation);
    }
}
