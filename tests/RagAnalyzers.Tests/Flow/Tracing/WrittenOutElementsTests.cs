namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Elements of a dictionary that is written out once, read under a constant key.</summary>
public sealed class WrittenOutElementsTests
{
    private const string Entries = """{ ["a"] = new(1), ["b"] = new(2) }""";
    private const string Texts = """{ ["a"] = "1", ["b"] = "2" }""";

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

    [Theory]
    [InlineData($"var table = new Dictionary<string, string> {Texts}; Console.Write(table.Count);", "table[\"b\"]")]
    [InlineData("""var table = new Dictionary<string, string>(); table["a"] = "1"; table.Add("b", "2");""", "table[\"b\"]")]
    [InlineData($"var table = new Dictionary<string, string> {Texts};", "table.GetValueOrDefault(\"b\")")]
    [InlineData($"var table = new Dictionary<string, string> {Texts}; if (!table.TryGetValue(\"b\", out var found)) return;", "found")]
    [InlineData("string[] table = [\"1\", \"2\"];", "table[1]")]
    [InlineData("var table = new string[] { \"1\", \"2\" };", "table[1]")]
    [InlineData("var table = new List<string> { \"1\", \"2\" };", "table[1]")]
    [InlineData(
        "var table = new Dictionary<DayOfWeek, string> { [DayOfWeek.Monday] = \"1\", [DayOfWeek.Friday] = \"2\" };",
        "table[DayOfWeek.Friday]"
    )]
    public void The_element_that_a_local_holds(string statements, string read) => Assert.Equal("Constant \"2\"", Local(statements, read));

    [Fact]
    public void Both_that_are_put_under_the_key() =>
        Assert.Equal(
            "Constant \"2\" | Constant \"3\"",
            Local($"var table = new Dictionary<string, string> {Texts}; table[\"b\"] = \"3\";", "table[\"b\"]")
        );

    [Fact]
    public void What_stands_for_an_element_that_is_not_there() =>
        Assert.Equal(
            "Constant \"2\" | Constant \"3\"",
            Local($"var table = new Dictionary<string, string> {Texts};", "table.GetValueOrDefault(\"b\", \"3\")")
        );

    [Theory]
    [InlineData($"var table = new Dictionary<string, string> {Texts}; table[key] = \"3\";")]
    [InlineData($"var table = new Dictionary<string, string> {Texts}; Fill(table);")]
    [InlineData($"var table = new Dictionary<string, string> {Texts}; var other = table; other[\"b\"] = \"3\";")]
    [InlineData("""var table = new List<string> { "1", "2" }; table.Insert(0, "3");""", "table[1]")]
    [InlineData("""List<string> more = []; List<string> table = ["1", .. more, "2"];""", "table[1]")]
    public void Any_element_that_a_local_holds(string statements, string read = "table[\"b\"]") =>
        Assert.Contains("Constant \"1\"", Local(statements, read), StringComparison.Ordinal);

    private static string Local(string statements, string read) =>
        TracedProgram.Origins(
            $"using System; using System.Collections.Generic; class C {{ void Fill(object o) {{ }} void M(string key) {{ {statements} Use([|{read}|]); }} }}"
        );

    private static string Origins(string table, string read) =>
        TracedProgram.Origins($"using System.Collections.Generic; class C {{ {table} object M(string key) => [|{read}|]; }}");
}
