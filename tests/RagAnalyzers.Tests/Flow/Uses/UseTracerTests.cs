namespace RagAnalyzers.Tests.Flow.Uses;

/// <summary>Where a value gets to, in one method and beyond it. Nothing here knows of AI.</summary>
public sealed class UseTracerTests
{
    [Theory]
    [InlineData("Goal([|Make()|]);")]
    [InlineData("var a = [|Make()|]; Goal(a);")]
    [InlineData("string a; a = [|Make()|]; Goal(a);")]
    [InlineData("var a = [|Make()|]; var b = a; Goal(b);")]
    [InlineData("Goal($\"text {[|Make()|]}\");")]
    [InlineData("Goal(\"text \" + [|Make()|]);")]
    [InlineData("Goal((object)([|Make()|]));")]
    [InlineData("Goal([|Make()|].Trim());")]
    [InlineData("var b = new StringBuilder(); b.Append([|Make()|]); Goal(b.ToString());")]
    [InlineData("var b = new StringBuilder(); b.Append(\"text \").Append([|Make()|]).Append('.'); Goal(b.ToString());")]
    [InlineData("Goal(new[] { [|Make()|] });")]
    [InlineData("var b = new StringBuilder(); b.AppendLine($\"text {[|Make()|]}\"); Goal(b.ToString());")]
    [InlineData("Goal([|Make()|] ?? \"\");")]
    [InlineData("if (Flag) { Goal(1); } Goal([|Make()|]);")]
    [InlineData("if (Flag) { return; } var a = [|Make()|]; Goal(a);")]
    [InlineData("var a = [|Make()|]; Goal(a); if (Flag) { return; } Goal(1);")]
    [InlineData("if (Flag) { return; } if (Make() == \"x\") { return; } var a = [|Make()|]; Goal(a); if (Flag) { return; }")]
    [InlineData("var a = [|Make()|]; System.Func<int> f = () => { return 1; }; Goal(a);")]
    [InlineData("while (Flag) { var a = [|Make()|]; Goal(a); }")]
    [InlineData("switch (Make()) { case \"x\": var a = [|Make()|]; Goal(a); break; }")]
    [InlineData("Goal((string[])[\"\", [|Make()|]]);")]
    public void It_certainly_gets_there(string statements) => Assert.Equal("Certainly", InMethod(statements).ReachesGoal());

    [Theory]
    [InlineData("var a = [|Make()|]; if (Flag) { Goal(a); }")]
    [InlineData("var a = [|Make()|]; if (Flag) { return; } Goal(a);")]
    [InlineData("Goal(Flag ? [|Make()|] : \"\");")]
    [InlineData("var a = \"\"; if (Flag) { a = [|Make()|]; } Goal(a);")]
    [InlineData("var a = [|Make()|]; a = Flag ? a : \"\"; Goal(a);")]
    [InlineData("foreach (var c in new[] { [|Make()|] }) { Goal(c); }")]
    [InlineData("var a = [|Make()|]; System.Action f = () => Goal(a); f();")]
    [InlineData("var a = [|Make()|]; void F() => Goal(a); F();")]
    [InlineData("var a = [|Make()|]; try { Make(); } catch (System.Exception) { Goal(a); }")]
    [InlineData("if ([|Make()|] is { Length: > 3 } a && a is string s) { Goal(s); }")]
    [InlineData("var a = \"\"; for (var i = 0; i < 3; i++) { Goal(a); a = [|Make()|]; }")]
    [InlineData("var o = System.Activator.CreateInstance(typeof(C), [|Make()|]);")]
    [InlineData("Open = [|Make()|];")]
    [InlineData("foreach (var n in new[] { 1 }.Select(i => [|Make()|] + i)) { Goal(n); }")]
    [InlineData("Goal(new[] { [|Make()|] }.Select(x => x + 1).ToList());")]
    [InlineData("new System.Collections.Generic.List<string> { [|Make()|] }.ForEach(x => Goal(x));")]
    [InlineData("var a = new[] { [|Make()|] }; var b = a.Any(x => { Goal(x); return true; });")]
    [InlineData("foreach (var (a, b) in new[] { (1, [|Make()|]) }) { Goal(b); }")]
    [InlineData("var a = [|Make()|]; string? b = null; b ??= a + \"x\"; Goal(b);")]
    [InlineData("var a = [|Make()|]; switch (Make()) { case \"x\": Goal(a); break; }")]
    [InlineData("var a = [|Make()|]; var b = Make() switch { \"x\" => a, _ => \"\" }; Goal(b);")]
    [InlineData("var a = [|Make()|]; while (Flag) { Goal(a); }")]
    [InlineData("var a = [|Make()|]; var b = Flag && string.Concat(a, \"x\") is { } c; Goal(Flag ? a : \"\");")]
    [InlineData("var a = [|Make()|]; if (Make() == \"x\") { throw new System.InvalidOperationException(); } Goal(a);")]
    [InlineData("var a = [|Make()|]; if (Make() == \"x\") { return; } if (Flag) { return; } Goal(a);")]
    [InlineData("void F(string x) => Goal(x); F([|Make()|]);")]
    [InlineData("string? a = [|Make()|]; Goal(a?.Trim());")]
    [InlineData("System.Func<string> f = () => [|Make()|]; Goal(f());")]
    [InlineData("System.Func<string>? f = null; if (Flag) { f = () => { return [|Make()|]; }; } Goal(f?.Invoke());")]
    [InlineData("System.Func<string> f = () => [|Make()|]; System.GC.KeepAlive(f);")]
    public void It_may_get_there(string statements) => Assert.Equal("Perhaps", InMethod(statements).ReachesGoal());

    [Theory]
    [InlineData("[|Make()|];")]
    [InlineData("_ = [|Make()|];")]
    [InlineData("var a = [|Make()|];")]
    [InlineData("var a = [|Make()|]; Goal(a.Length);")]
    [InlineData("if ([|Make()|] == \"x\") { Goal(1); }")]
    [InlineData("Goal(1); var a = [|Make()|];")]
    [InlineData("var a = \"\"; Goal(a); a = [|Make()|];")]
    [InlineData("var a = [|Make()|]; if (string.IsNullOrEmpty(a)) { Goal(2); }")]
    [InlineData("var a = new[] { [|Make()|] }.Where(x => x.Length > 3).ToList(); Goal(1);")]
    [InlineData("var a = new[] { [|Make()|] }.Select(x => x.Length).ToList(); Goal(a);")]
    [InlineData("var a = new[] { \"\" }.Where(x => x == [|Make()|]).ToList(); Goal(a);")]
    [InlineData("var a = [|Make()|]; a.ToString();")]
    [InlineData("switch ([|Make()|]) { case \"x\": Goal(1); break; }")]
    [InlineData("Goal([|Make()|] switch { \"x\" => 1, _ => 2 });")]
    [InlineData("Goal([|Make()|] is string);")]
    [InlineData("while ([|Make()|] == \"x\") { Goal(1); }")]
    [InlineData("for (; [|Make()|] is { Length: > 3 };) { Goal(1); }")]
    [InlineData("Goal(-[|Make()|].Length);")]
    [InlineData("var a = [|Make()|]; void F(string x) { } F(a); Goal(1);")]
    [InlineData("System.Func<string> f = () => [|Make()|]; f(); Goal(1);")]
    [InlineData("System.Func<string>? f = null; f = () => { return [|Make()|]; }; Goal(f?.Invoke().Length);")]
    public void It_never_gets_there(string statements) => Assert.Equal("Never", InMethod(statements).ReachesGoal());

    [Theory]
    [InlineData("private void M() => Send([|Make()|]); private void Send(string text) => Goal(text);", "Certainly")]
    [InlineData("private void M() => Send([|Make()|]); private void Send(string text) { if (Flag) { Goal(text); } }", "Perhaps")]
    [InlineData("private void M() => Send([|Make()|]); private void Send(string text) => Goal(text.Length);", "Never")]
    [InlineData("private void M() => Send([|Make()|]); private void Send(string text) { }", "Never")]
    [InlineData("private string M() => [|Make()|]; private void N() => Goal(M());", "Certainly")]
    // What comes in by one call goes out by the same.
    [InlineData("private void M() => Goal(Same([|Make()|])); public string Same(string text) => text;", "Perhaps")]
    [InlineData(
        "private void M() => Same([|Make()|]); private void N() => Goal(Same(\"\")); public string Same(string text) => text;",
        "Never"
    )]
    [InlineData("private string M() { return [|Make()|]; } private void N() { M(); }", "Never")]
    [InlineData("public string M() => [|Make()|]; private void N() => Make();", "Perhaps")]
    [InlineData("private void M() => _field = [|Make()|]; private void N() => Goal(_field);", "Perhaps")]
    [InlineData("private void M() => _field = [|Make()|];", "Never")]
    [InlineData("private void M() => Goal(Run(() => [|Make()|])); public string Run(System.Func<string> f) => f();", "Perhaps")]
    [InlineData("private void M() => Run(() => [|Make()|]); public string Run(System.Func<string> f) { f(); return \"\"; }", "Never")]
    [InlineData("private void M() => Run(() => [|Make()|]); public void Run(System.Func<string> f) => Goal(f());", "Perhaps")]
    [InlineData(
        "private void M() => Run(() => [|Make()|]); private void N() => Goal(Run(() => \"\")); public string Run(System.Func<string> f) => f();",
        "Never"
    )]
    [InlineData("private void M() => Run(() => [|Make()|]); public void Run(System.Func<string> f) => System.GC.KeepAlive(f);", "Perhaps")]
    [InlineData("private string? _next; private void M() => _next = [|Make()|]; private void N() => Goal(_next!.Length);", "Never")]
    [InlineData("private string M() => [|Make()|]; private void N() => Goal(M()); private void O() => M();", "Perhaps")]
    [InlineData("private string M() => [|Make()|]; private string N() => M(); private void O() => Goal(N());", "Certainly")]
    [InlineData("private void M() => Send([|Make()|]); private void Send(string text) { text = \"\"; Goal(text); }", "Perhaps")]
    [InlineData(
        "private void M() => Send(other: \"\", text: [|Make()|]); private void Send(string text, string other) => Goal(other);",
        "Never"
    )]
    [InlineData(
        "private void M() => Send(\"\", [|Make()|]); private void Send(string first, params string[] rest) => Goal(rest);",
        "Certainly"
    )]
    public void It_is_followed_beyond_the_method(string members, string expected) =>
        Assert.Equal(expected, new UsedSource(members).ReachesGoal());

    [Theory]
    [InlineData("private void M() => Send([|Make()|]); private void Send(string text) { }")]
    [InlineData("private string M() => [|Make()|]; private void N() { }")]
    [InlineData("private void M() => _field = [|Make()|];")]
    public void Who_sees_one_body_only_cannot_say_never(string members) =>
        Assert.Equal("Perhaps", new UsedSource(members, isWhole: false).ReachesGoal());

    [Fact]
    public void An_interface_leads_to_its_implementations() =>
        Assert.Equal(
            "Perhaps",
            new UsedSource(
                """
                private interface ISend { void Send(string text); }
                private sealed class One : ISend { public void Send(string text) => Goal(text); }
                private sealed class Two : ISend { public void Send(string text) { } }
                private void M(ISend send) => send.Send([|Make()|]);
                """
            ).ReachesGoal()
        );

    [Fact]
    public void Recursion_ends() =>
        Assert.Equal(
            "Never",
            new UsedSource(
                "private void M() => Send([|Make()|], 3); private void Send(string text, int n) { if (n > 0) { Send(text, n - 1); } }"
            ).ReachesGoal()
        );

    [Theory]
    [InlineData("[|Make()|];", "ThrownAway Make()")]
    [InlineData("_ = [|Make()|];", "ThrownAway Make()")]
    [InlineData("var a = [|Make()|]; Goal(a.Length);", "Assigned Make() | Read a")]
    [InlineData("var a = [|Make()|]; if (a == \"\") { }", "Assigned Make() | Tested a")]
    [InlineData("using var a = new System.IO.StringReader([|Make()|]);", "Passed Make() | Assigned new System.IO.StringReader(Make())")]
    [InlineData(
        "var a = new System.IO.StringReader([|Make()|]); a.Dispose();",
        "Passed Make() | Assigned new System.IO.StringReader(Make()) | ThrownAway a"
    )]
    [InlineData(
        "var a = new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes([|Make()|])); a.DisposeAsync();",
        "Passed Make() | Passed System.Text.Encoding.UTF8.GetBytes(Make()) | Assigned new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes(Make())) | ThrownAway a"
    )]
    public void Each_use_has_its_kind(string statements, string expected) => Assert.Equal(expected, InMethod(statements).Shown());

    [Theory]
    [InlineData("var a = [|Make()|]; var b = a; a = b; Goal(b.")]
    [InlineData("var a = [|Make()|]; a = a; a ??= a; Goal(a")]
    [InlineData("string a = [|Make()|] switch { }; foreach (var in a) Goal(")]
    [InlineData("void F(string x) { F([|Make()|]); F(")]
    public void Half_typed_code_is_read_as_far_as_it_goes(string statements) =>
        Assert.NotEmpty(new UsedSource("private void M() { " + statements + " }", compiles: false).Uses().Uses);

    [Fact]
    public void A_long_way_is_followed()
    {
        var steps = string.Concat(Enumerable.Range(1, 2_000).Select(static i => $"var a{i} = a{i - 1};"));
        Assert.Equal("Certainly", InMethod($"var a0 = [|Make()|]; {steps} Goal(a2000);").ReachesGoal());
    }

    private static UsedSource InMethod(string statements) => new($"private void M() {{ {statements} }}");
}
