namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>What a value is, as opposed to what it was made of.</summary>
public sealed class SameValuesTests
{
    [Theory]
    [InlineData("""object value = "a"; Unknown([|value|]);""", "\"a\"")]
    [InlineData("""var value = (object)("a"); Unknown([|value|]);""", "\"a\"")]
    [InlineData("""Unknown([|parameter == "" ? (object)"a" : typeof(int)|]);""", "\"a\" | typeof(int)")]
    [InlineData("""object? value = null; Unknown([|value ?? "a"|]);""", "null | \"a\"")]
    [InlineData("""Unknown([|parameter switch { "" => "a", "b" => "c", _ => throw new System.Exception() }|]);""", "\"a\" | \"c\"")]
    [InlineData("""object value; if (parameter == "") value = "a"; else value = 1; Unknown([|value|]);""", "\"a\" | 1")]
    [InlineData("""object other = "a", value = other; Unknown([|value|]);""", "\"a\"")]
    [InlineData("""object Local() => "a"; Unknown([|Local()|]);""", "\"a\"")]
    [InlineData("""object other = 1; if (other is string value) Unknown([|value|]);""", "1")]
    public void Handed_on(string statements, string values) => Assert.Equal(values, new TracedSource(statements).Values());

    [Theory]
    [InlineData("""Unknown([|" a".Trim()|]);""", "\" a\".Trim()")]
    [InlineData("""Unknown([|parameter + "a"|]);""", "parameter + \"a\"")]
    [InlineData("""Unknown([|$"a{parameter}"|]);""", "$\"a{parameter}\"")]
    [InlineData(
        """Unknown([|await System.Threading.Tasks.Task.FromResult("a")|]);""",
        "await System.Threading.Tasks.Task.FromResult(\"a\")"
    )]
    [InlineData("""Unknown([|new object[] { "a" }[0]|]);""", "new object[] { \"a\" }[0]")]
    [InlineData("""foreach (var value in new object[] { "a" }) Unknown([|value|]);""", "value")]
    [InlineData("""var value = "a"; value += "b"; Unknown([|value|]);""", "value")]
    [InlineData(
        """var found = new System.Collections.Generic.Dictionary<string, string> { ["a"] = "b" }.TryGetValue("a", out var value); Unknown([|value|]);""",
        "value"
    )]
    [InlineData("""if (new[] { "a" } is [var value]) Unknown([|value|]);""", "value")]
    [InlineData("""if (("a", parameter) is (var value, _)) Unknown([|value|]);""", "value")]
    [InlineData("""var (value, _) = ("a", parameter); Unknown([|value|]);""", "value")]
    [InlineData(
        """async System.Threading.Tasks.Task<object> Local() { await System.Threading.Tasks.Task.Yield(); return "a"; } Unknown([|Local()|]);""",
        "Local()"
    )]
    [InlineData("""object other = "a"; Unknown([|(string)other|]);""", "(string)other")]
    [InlineData("""Unknown([|parameter|]);""", "parameter")]
    [InlineData("""Unknown([|Property|]);""", "Property")]
    [InlineData("""Unknown([|new Made { Text = "a" }.Text|]);""", "new Made { Text = \"a\" }.Text")]
    public void Made_or_taken_from_something(string statements, string values) =>
        Assert.Equal(values, new TracedSource(statements).Values());
}
