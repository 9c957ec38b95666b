using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>The tracer's own answers: origins, completeness, modes, budgets.</summary>
public sealed class ValueTracerTests
{
    [Theory]
    [InlineData("_ = [|\"a\"|];", "Constant \"a\"")]
    [InlineData("const string a = \"a\"; _ = [|a + \"b\"|];", "Constant a + \"b\"")]
    [InlineData("string? a = null; _ = [|a|];", "Null null")]
    [InlineData("var a = default(string); _ = [|a|];", "Null default(string)")]
    [InlineData("var a = typeof(int); _ = [|a|];", "Type typeof(int)")]
    [InlineData("var a = new Made(); _ = [|a|];", "Creation new Made()")]
    [InlineData("Made a = new(); _ = [|a|];", "Creation new()")]
    [InlineData("var a = new Made { Text = parameter }; _ = [|a.Text|];", "Parameter parameter")]
    [InlineData("var a = new Made { Text = parameter }; var b = new Made { Text = a.Text }; _ = [|a.Text|]; _ = b;", "Parameter parameter")]
    [InlineData("var a = new Made { Text = parameter }; Property = a.Text; _ = [|a.Text|];", "Parameter parameter")]
    [InlineData("_ = [|parameter|];", "Parameter parameter")]
    [InlineData("_ = [|_field|];", "State _field")]
    [InlineData("_ = [|Property|];", "State Property")]
    [InlineData("_ = [|this|];", "State this")]
    [InlineData("_ = [|Unknown()|];", "Call Unknown()")]
    [InlineData("_ = [|string.Empty|];", "StaticMember string.Empty")]
    [InlineData("_ = [|System.Environment.NewLine|];", "StaticMember System.Environment.NewLine")]
    [InlineData("_ = [|\"a\"u8|];", "Constant \"a\"u8")]
    [InlineData("_ = [|parameter.Length + 1|];", "Unknown parameter.Length + 1")]
    public void Kinds_of_origins(string statements, string origins) => Assert.Equal(origins, new TracedSource(statements).Origins());

    [Theory]
    [InlineData("var a = \"a\"; if (parameter == \"\") a = \"b\"; _ = [|a|];", "Constant \"a\" | Constant \"b\"")]
    [InlineData("var a = \"a\"; a = \"b\"; _ = [|a|];", "Constant \"b\"")]
    [InlineData("_field = \"a\"; _ = [|_field|];", "Constant \"a\"")]
    [InlineData("if (parameter == \"\") _field = \"a\"; _ = [|_field|];", "Constant \"a\" | State _field")]
    [InlineData("if (parameter == \"\") parameter = \"a\"; _ = [|parameter|];", "Constant \"a\" | Parameter parameter")]
    [InlineData("parameter ??= \"a\"; _ = [|parameter|];", "Constant \"a\" | Parameter parameter")]
    [InlineData("var a = parameter; parameter = \"b\"; _ = [|a|];", "Parameter parameter")]
    [InlineData("parameter = parameter ?? \"a\"; _ = [|parameter|];", "Parameter parameter | Constant \"a\"")]
    [InlineData("var a = parameter == \"\" ? \"a\" : Unknown(); _ = [|a|];", "Constant \"a\" | Call Unknown()")]
    [InlineData(
        "var a = parameter switch { \"\" => \"a\", _ => throw new System.InvalidOperationException() }; _ = [|a|];",
        "Constant \"a\""
    )]
    [InlineData("string a; try { a = Unknown(); } catch (System.Exception) { a = \"a\"; } _ = [|a|];", "Call Unknown() | Constant \"a\"")]
    [InlineData("string a = \"a\"; try { a = Unknown(); } catch (System.Exception) { } _ = [|a|];", "Constant \"a\" | Call Unknown()")]
    [InlineData("string a = \"a\"; try { a = Unknown(); } catch (System.Exception) { return; } _ = [|a|];", "Call Unknown()")]
    [InlineData("string a = \"a\"; try { Unknown(); } finally { a = \"b\"; } _ = [|a|];", "Constant \"b\"")]
    [InlineData(
        "string a = \"a\"; try { a = \"b\"; Unknown(); } catch (System.Exception) { _ = [|a|]; }",
        "Constant \"a\" | Constant \"b\""
    )]
    [InlineData(
        "string a; switch (parameter) { case \"\": a = \"a\"; break; default: a = \"b\"; break; } _ = [|a|];",
        "Constant \"a\" | Constant \"b\""
    )]
    [InlineData("var a = \"a\"; for (var i = 0; i < 3; i++) { _ = [|a|]; a = \"b\"; }", "Constant \"a\" | Constant \"b\"")]
    [InlineData("for (var i = 0; i < 3; i++) { var a = \"a\"; _ = [|a|]; a = \"b\"; }", "Constant \"a\"")]
    [InlineData("var a = \"a\"; while (true) { a = \"b\"; break; } _ = [|a|];", "Constant \"a\" | Constant \"b\"")]
    [InlineData(
        "var a = \"a\"; foreach (var c in parameter) { a = \"b\"; if (c == 'c') { a = \"c\"; continue; } _ = [|a|]; }",
        "Constant \"b\""
    )]
    [InlineData("var a = \"a\"; foreach (var c in parameter) { _ = [|a|]; if (c == 'c') { a = \"c\"; break; } }", "Constant \"a\"")]
    [InlineData(
        "var a = \"a\"; foreach (var c in parameter) { _ = [|a|]; if (c == 'c') { a = \"c\"; continue; } }",
        "Constant \"a\" | Constant \"c\""
    )]
    public void Writes_that_reach(string statements, string origins) => Assert.Equal(origins, new TracedSource(statements).Origins());

    [Theory]
    [InlineData("var a = new System.UriBuilder(); _ = [|a|];", "Host", "Unset new System.UriBuilder() at Host")]
    [InlineData("var a = new Made { Text = \"a\" }; _ = [|a|];", "Text", "Constant \"a\"")]
    [InlineData("var a = new Made { Text = \"a\" }; a.Text = \"b\"; _ = [|a|];", "Text", "Constant \"b\"")]
    [InlineData(
        "var a = new Made { Text = \"a\" }; if (parameter == \"\") a.Text = \"b\"; _ = [|a|];",
        "Text",
        "Constant \"a\" | Constant \"b\""
    )]
    [InlineData(
        "var a = new System.UriBuilder { Host = \"a\" }; a = new System.UriBuilder(); _ = [|a|];",
        "Host",
        "Unset new System.UriBuilder() at Host"
    )]
    [InlineData("var a = new Made { Text = \"a\" }; Unknown(a); _ = [|a|];", "Text", "Constant \"a\" | Unknown a at Text")]
    [InlineData(
        "var a = new Made { Text = \"a\" }; var b = a; b.Text = \"b\"; _ = [|a|];",
        "Text",
        "Constant \"a\" | Unknown b = a at Text"
    )]
    [InlineData("var a = new { Text = \"a\" }; _ = [|a|];", "Text", "Constant \"a\"")]
    [InlineData("var a = (Text: \"a\", 1); _ = [|a|];", "Item1", "Constant \"a\"")]
    [InlineData("var a = new Made { Next = new Made { Text = \"a\" } }; _ = [|a.Next|];", "Text", "Constant \"a\"")]
    public void Members(string statements, string member, string origins) =>
        Assert.Equal(origins, new TracedSource(statements).Origins(member: member));

    [Theory]
    [InlineData("_ = [|$\"Answer: {parameter}\"|];", "Constant Answer: ", "Constant Answer:  | Parameter parameter")]
    [InlineData("_ = [|\"Answer: \" + parameter|];", "Constant \"Answer: \"", "Constant \"Answer: \" | Parameter parameter")]
    [InlineData("_ = [|$\"{parameter}\\n\"|];", "Constant \\n | Parameter parameter", "Constant \\n | Parameter parameter")]
    [InlineData(
        "var a = new Made { Text = parameter }; _ = [|a|];",
        "Creation new Made { Text = parameter }",
        "Creation new Made { Text = parameter } | Parameter parameter"
    )]
    [InlineData(
        "var a = new StringBuilder(); a.Append(\"Answer: \").Append(parameter); _ = [|a.ToString()|];",
        "Constant \"Answer: \"",
        "Creation new StringBuilder() | Constant \"Answer: \" | Parameter parameter"
    )]
    [InlineData(
        "_ = [|System.Text.Json.JsonSerializer.Serialize(new { parameter })|];",
        "Call System.Text.Json.JsonSerializer.Serialize(new { parameter })",
        "Creation new { parameter } | Parameter parameter"
    )]
    [InlineData("_ = [|\"a@b\".Replace(\"@\", parameter)|];", "Constant \"a@b\"", "Constant \"a@b\" | Parameter parameter")]
    public void Value_and_content(string statements, string value, string content)
    {
        var source = new TracedSource(statements);
        Assert.Equal(Sorted(value), Sorted(source.Origins()));
        Assert.Equal(Sorted(content), Sorted(source.Origins(FlowMode.Content)));

        static IEnumerable<string> Sorted(string origins) => origins.Split(" | ").Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("_ = [|\"a\"|];", true)]
    [InlineData("_ = [|new Made { Text = \"a\" }.Text|];", true)]
    [InlineData("_ = [|string.Empty|];", true)]
    [InlineData("_ = [|parameter|];", false)]
    [InlineData("_ = [|parameter == \"\" ? \"a\" : parameter|];", false)]
    [InlineData("_ = [|\"a\" + Unknown()|];", false)]
    [InlineData("_ = [|_field|];", false)]
    [InlineData("foreach (var a in System.IO.File.ReadLines(\"a\")) _ = [|a|];", false)]
    public void Completeness(string statements, bool isComplete) =>
        Assert.Equal(isComplete, new TracedSource(statements).Trace(FlowMode.Content).IsComplete);

    [Theory]
    [InlineData("var a = parameter; while (a.Length < 9) a = a + a; _ = [|a|];", "Parameter parameter")]
    [InlineData("var a = \"\"; foreach (var c in parameter) a += c; _ = [|a|];", "Constant \"\" | Parameter parameter")]
    [InlineData(
        "var a = parameter; var b = \"b\"; for (var i = 0; i < 3; i++) { (a, b) = (b, a); } _ = [|a|];",
        "Parameter parameter | Constant \"b\""
    )]
    [InlineData(
        "_ = [|Down(parameter)|]; string Down(string text) => text.Length < 3 ? text : text == \"end\" ? \"end\" : Down(text[1..]);",
        "Parameter parameter | Constant \"end\""
    )]
    [InlineData(
        "_ = [|Odd(parameter)|]; string Odd(string text) => Even(text); string Even(string text) => text == \"\" ? \"end\" : text == \"?\" ? text : Odd(text);",
        "Parameter parameter | Constant \"end\""
    )]
    public void Cycles_end(string statements, string origins) => Assert.Equal(origins, new TracedSource(statements).Origins());

    [Fact]
    public void Long_concatenation_is_no_deep_one()
    {
        var result = new TracedSource($"_ = [|{string.Join(" + ", Enumerable.Repeat("parameter", 2000))}|];").Trace();
        Assert.False(result.IsTruncated);
        Assert.All(result.Origins, origin => Assert.Equal(OriginKind.Parameter, origin.Kind));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(100)]
    public void Deep_nesting_is_given_up(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("parameter == \"\" ? \"a\" : (", depth)) + "parameter" + new string(')', depth);
        var result = new TracedSource($"_ = [|{nested}|];").Trace();
        Assert.Equal(depth > 250, result.IsTruncated);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public void Wide_code_is_given_up()
    {
        var elements = string.Join(", ", Enumerable.Repeat("parameter", 10_001));
        var result = new TracedSource($"_ = [|new[] {{ {elements} }}|];").Trace();
        Assert.True(result.IsTruncated);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public void Path_that_grows_is_given_up()
    {
        var result = new TracedSource("var a = new Made(); while (a.Next is not null) a = a.Next; _ = [|a.Text|];").Trace();
        Assert.True(result.IsTruncated);
    }

    [Fact]
    public void Trail_tells_the_way()
    {
        var trail = new HashSet<IOperation>();
        new TracedSource("var a = parameter.Trim(); var b = a.ToLowerInvariant(); _ = [|b|];").Trace(trail: trail);
        Assert.Equal(["ToLowerInvariant", "Trim"], trail.OfType<IInvocationOperation>().Select(call => call.TargetMethod.Name).Order());
    }
}
