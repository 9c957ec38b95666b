namespace RagAnalyzers.Tests.Suites;

/// <summary>A room of the product, with those inside it, and the namespaces that it may use.</summary>
/// <param name="Namespace">The room; <see cref="Exactly"/> it alone, or with all below it.</param>
/// <param name="Knows">What it may use of the product beside itself.</param>
/// <param name="Forbidden">What it may not use of Roslyn.</param>
internal sealed record Layer(string Namespace, IReadOnlyList<string> Knows, params string[] Forbidden)
{
    /// <summary>Written before a namespace that is meant without those below it.</summary>
    public const string Exactly = "=";

    private const string Product = "RagAnalyzers";
    private const string Text = "RagAnalyzers.Text";
    private const string Sdk = "RagAnalyzers.Sdk";
    private const string Flow = "RagAnalyzers.Flow";
    private const string Serialization = "RagAnalyzers.Serialization";
    private const string Configuration = "RagAnalyzers.Configuration";
    private const string Picture = Exactly + "RagAnalyzers.Pipeline";
    private const string Pipeline = "RagAnalyzers.Pipeline";
    private const string Findings = "RagAnalyzers.Findings";

    private static readonly string[] s_ground = [Text, Sdk, Flow, Serialization, Configuration];

    /// <summary>These four follow a value together: whoever goes backwards through a body meets the writes, and they the bodies.</summary>
    private static readonly string[] s_trace =
    [
        "RagAnalyzers.Flow.Origins",
        "RagAnalyzers.Flow.Bodies",
        "RagAnalyzers.Flow.Writes",
        "RagAnalyzers.Flow.Tracing",
    ];

    /// <summary>The rooms of the picture, the upper ones first: each may use those above it.</summary>
    private static readonly string[] s_rooms =
    [
        "Calls",
        "Clients",
        "Retrievals",
        "Tools",
        "Prompts",
        "ModelNames",
        "Contracts",
        "ModelCalls",
        "Answers",
        "Branches",
        "Training",
        "Seams",
    ];

    /// <summary>The product's dependencies point one way only.</summary>
    public static IReadOnlyList<Layer> All { get; } =
    [
        new(Text, []),
        new(Sdk, [Text]),
        new("RagAnalyzers.Flow.Operations", []),
        new("RagAnalyzers.Flow.Libraries", ["RagAnalyzers.Flow.Operations"]),
        .. s_trace.Select(room => new Layer(room, ["RagAnalyzers.Flow.Operations", "RagAnalyzers.Flow.Libraries", .. s_trace])),
        new("RagAnalyzers.Flow.Uses", [Flow]),
        // What a serializer makes of a type; of Flow it has the names of symbols.
        new(Serialization, ["RagAnalyzers.Flow.Operations"]),
        new(Configuration, [Text, Sdk]),
        new(Picture, s_ground),
        .. s_rooms.Select((room, index) => new Layer(In(room), [.. s_ground, Picture, .. s_rooms.Take(index).Select(In)])),
        new(Findings, [Text, Sdk]),
        // A rule asks the picture what a value is; it never walks syntax to find out.
        new("RagAnalyzers.Rules", [.. s_ground, Pipeline, Findings], "Microsoft.CodeAnalysis.CSharp.Syntax"),
        // A fix reads what a finding hands over. Of Flow it has the names of operations and symbols, and no trace.
        new("RagAnalyzers.CodeFixes", [Text, Sdk, "RagAnalyzers.Flow.Operations", Serialization, Findings]),
    ];

    /// <summary>The row that speaks of a namespace; null when none does, and for what belongs to nobody.</summary>
    public static Layer? Of(string name) => All.FirstOrDefault(layer => Covers(layer.Namespace, name));

    /// <summary>The name is the product's, and not in its root, which any room may use.</summary>
    public static bool IsRoom(string name) => name.StartsWith(Product + ".", StringComparison.Ordinal);

    /// <summary>Whether what stands in this room may use a namespace.</summary>
    public bool MayUse(string used) =>
        IsRoom(used)
            ? Covers(Namespace, used) || Knows.Any(known => Covers(known, used))
            : !Forbidden.Any(forbidden => Covers(forbidden, used));

    private static bool Covers(string row, string name) =>
        row.StartsWith(Exactly, StringComparison.Ordinal)
            ? name == row[Exactly.Length..]
            : name == row || name.StartsWith(row + ".", StringComparison.Ordinal);

    private static string In(string room) => Pipeline + "." + room;
}
