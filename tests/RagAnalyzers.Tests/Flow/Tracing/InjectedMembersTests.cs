namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Members of an object that was injected, or handed over: nothing says which object it is.</summary>
public sealed class InjectedMembersTests
{
    private const string Reader = " class C(S s) { object M() => [|s.Own|]; }";

    [Theory]
    [InlineData("class S { public Random Own { get; } = new(1); }", "Creation new(1)")]
    [InlineData("class S { public readonly Random Own = new(1); }", "Creation new(1)")]
    [InlineData("class S { public Random Own { get; private set; } = new(1); }", "Creation new(1)")]
    [InlineData("class S { public Random Own { get; set; } = new(1); }", "Creation new(1)")]
    [InlineData("class S { public Random? Own { get; init; } = new(1); }", "Creation new(1)")]
    [InlineData("class S { public Random Own { get; } public S() { Own = new(1); } }", "Creation new(1)")]
    [InlineData("public class S { public string Own { get; } = \"a\"; }", "Constant \"a\"")]
    [InlineData(
        "class S { public Random Own { get; } = new(1); public S(bool b) { if (b) Own = new(2); } }",
        "Creation new(1) | Creation new(2)"
    )]
    [InlineData("class S : B; class B { public Random Own { get; } = new(1); }", "Creation new(1)")]
    [InlineData("interface S { Random Own { get; } } class A : S { public Random Own { get; } = new(1); }", "Creation new(1)")]
    [InlineData(
        "interface S { Random Own { get; } } class A : S { public Random Own { get; } = new(1); } class B : S { public Random Own { get; } = new(2); }",
        "Creation new(1) | Creation new(2)"
    )]
    [InlineData(
        "abstract class S { public abstract Random Own { get; } } class A : S { public override Random Own { get; } = new(1); }",
        "Creation new(1)"
    )]
    public void The_same_for_every_object(string type, string origins) => Assert.Equal(origins, TracedProgram.Origins(type + Reader));

    [Theory]
    [InlineData("class T(S s) { public S Held { get; } = s; } class C(T t) { object M() => [|t.Held.Own|]; }")]
    [InlineData("class C { S? _s; object M(IServiceProvider all) { _s = (S)all.GetService(typeof(S))!; return [|_s.Own|]; } }")]
    [InlineData("static class C { static object M(S s) => Read(s); static object Read(S s) => [|s.Own|]; }")]
    public void Wherever_the_object_came_from(string reader) =>
        Assert.Equal("Creation new(1)", TracedProgram.Origins("class S { public Random Own { get; } = new(1); } " + reader));

    [Theory]
    [InlineData("class S(Random own) { public Random Own { get; } = own; }")]
    [InlineData("class S { public Random Own { get; } = new(1); public S(Random? own) { Own = own ?? new(2); } }")]
    [InlineData("public class S { public Random? Own { get; init; } = new(1); }")]
    [InlineData("interface S { Random Own { get; } } class A : S { Random S.Own { get; } = new(1); }")]
    [InlineData("public class S { public Random Own { get; } = new(1); }")]
    [InlineData("class S { public string Own { get; set; } = \"a\"; }")]
    [InlineData(
        "interface S { Random Own { get; } } class A : S { public Random Own { get; } = new(1); } class B(Random own) : S { public Random Own => own; }"
    )]
    [InlineData(
        "class S { public virtual Random Own { get; } = new(1); } class A(Random own) : S { public override Random Own { get; } = own; }"
    )]
    public void What_depends_on_the_object(string type) =>
        Assert.Contains("Parameter s at Own", TracedProgram.Origins(type + Reader), StringComparison.Ordinal);

    [Theory]
    [InlineData("class D { void M(S s) => s.Own.Text = \"b\"; }")]
    [InlineData("class D { void M(S s) => Set(s.Own); void Set(P own) => own.Text = \"b\"; }")]
    [InlineData("class D { void M(I i) => i.Own.Text = \"b\"; }")]
    [InlineData("class D : S { public D() { Own.Text = \"b\"; } }")]
    [InlineData("class D { void M(Action<Action<S>> configure) => configure(s => s.Own.Text = \"b\"); }")]
    public void What_others_change_in_it(string changing) =>
        Assert.Contains(
            "Constant \"b\"",
            TracedProgram.Origins(
                "class P { public string Text { get; set; } = \"a\"; } interface I { P Own { get; } } class S : I { public P Own { get; } = new(); } class C(S s) { object M() => [|s.Own.Text|]; } "
                    + changing
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("class D { void M(S s) { var own = s.Own; own.Text = \"b\"; } }")]
    [InlineData("class D { S M() => new() { Own = { Text = \"b\" } }; }")]
    public void What_others_may_change_in_it(string changing) =>
        Assert.Contains(
            "Parameter s at Own.Text",
            TracedProgram.Origins(
                "class P { public string Text { get; set; } = \"a\"; } class S { public P Own { get; } = new(); } class C(S s) { object M() => [|s.Own.Text|]; } "
                    + changing
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_property_that_another_class_overrides() =>
        Assert.Contains(
            "State Own",
            TracedProgram.Origins(
                "class B { protected virtual Random Own { get; } = new(1); object M() => [|Own|]; } class D : B { protected override Random Own { get; } = new(2); }"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_property_that_nothing_overrides() =>
        Assert.Equal(
            "Creation new(1)",
            TracedProgram.Origins("class B { protected virtual Random Own { get; } = new(1); object M() => [|Own|]; } class D : B;")
        );
}
