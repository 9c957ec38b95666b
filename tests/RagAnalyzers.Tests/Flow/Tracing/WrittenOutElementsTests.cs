namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Elements of a dictionary that is written out once, read under a constant key.</summary>
public sealed class WrittenOutElementsTests
{
    private const string Entries = """{ ["a"] = new(1), ["b"] = new(2) }""";

    [Theory]
    [InlineData($"private static readonly Dictionary<string, Random> Table = new() {Entries};")]
    [InlineData($"private readonly Dictionary<string, Random> Table = new(StringComparer.Ordinal) {Entries};")]
    [InlineData("""private static readonly Dictionary<string, Random> Table = new() { { "a", new(1) }, { "b", new(2) } };""")]
    [InlineData($"public static readonly IReadOnlyDictionary<string, Random> Table = new Dictionary<string, Random> {Entries};")]
    [InlineData($"public static IReadOnlyDictionary<string, Random> Table {{ get; }} = new Dictionary<string, Random> {Entries};")]
    [InlineData(
        $"public static readonly System.Collections.Frozen.FrozenDictionary<string, Random> Table = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, Random> {Entries});"
    )]
    public void The_element_of_the_key(string table) => Assert.Equal("Creation new(2)", Origins(table, "Table[\"b\"]"));

    [Theory]
    [InlineData($"public static readonly Dictionary<string, Random> Table = new() {Entries};", "Table[\"b\"]")]
    [InlineData($"private static Dictionary<string, Random> Table = new() {Entries};", "Table[\"b\"]")]
    [InlineData(
        $"private static readonly Dictionary<string, Random> Table = new() {Entries}; void Set() => Table[\"b\"] = new(1);",
        "Table[\"b\"]"
    )]
    [InlineData(
        $"private static readonly Dictionary<string, Random> Table = new() {Entries}; void Set() => Table.Add(\"c\", new(3));",
        "Table[\"b\"]"
    )]
    [InlineData($"private static readonly Dictionary<string, Random> Table = new() {Entries};", "Table[key]")]
    [InlineData($"private static readonly Dictionary<string, Random> Table = new() {Entries};", "Table[\"c\"]")]
    [InlineData(
        """private readonly Dictionary<string, Random> Table = new() { [typeof(C).Name] = new(1), ["b"] = new(2) };""",
        "Table[\"b\"]"
    )]
    public void Any_element(string table, string read) =>
        Assert.Contains("Creation new(1)", Origins(table, read), StringComparison.Ordinal);

    private static string Origins(string table, string read) =>
        TracedProgram.Origins($"using System.Collections.Generic; class C {{ {table} object M(string key) => [|{read}|]; }}");
}
