using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Values that are made, set or passed in another body of the program.</summary>
public sealed class ValueTracerElsewhereTests
{
    [Theory]
    [InlineData("class C { public Random Own { get; set; } = new(1); object M() => [|Own|]; }", "Creation new(1)")]
    [InlineData("class C { internal Random Own = new(1); object M() => [|Own|]; }", "Creation new(1)")]
    [InlineData(
        "class C { public Random Own { get; set; } = new(1); object M() => [|Own|]; } class D { void M(C c) => c.Own = new(2); }",
        "Creation new(1) | Creation new(2)"
    )]
    [InlineData(
        "class C { public Random Own { get; set; } = new(1); object M() => [|Own|]; } class D { C M() => new() { Own = new(2) }; }",
        "Creation new(1) | Creation new(2)"
    )]
    [InlineData(
        "class C { public Random? Own { get; set; } object M() => [|Own|]!; } class D { void M(C? c) { if (c is not null) c.Own ??= new(2); } }",
        "Creation new(2)"
    )]
    [InlineData(
        "class C { public Random Own { get; set; } = new(1); object M() => [|Own|]; } class D { object M(C c) => c.Own; }",
        "Creation new(1)"
    )]
    public void A_member_that_only_the_program_writes(string program, string origins) =>
        Assert.Equal(origins, TracedProgram.Origins(program));

    // The initializer of another member may hand a member on; it is none of its own.
    /// <summary>Reflection fills what in sight only ever gets null: a table of Entity Framework, what a page is injected with.</summary>
    [Theory]
    [InlineData("class C { public Random Own { get; set; } = null!; object M() => [|Own|]; }", "State Own")]
    [InlineData("class C { public Random Own { get; set; } = default!; object M() => [|Own|]; }", "State Own")]
    [InlineData("class C { private string Own { get; set; } = default!; object M() => [|Own|]; }", "State Own")]
    [InlineData("class C { private string? _own = null; void Forget() => _own = null; object? M() => [|_own|]; }", "State _own")]
    [InlineData("class C { private readonly string? _own = null; object? M() => [|_own|]; }", "Null null")]
    [InlineData("class C { private string? _own = null; void Set() => _own = \"a\"; object? M() => [|_own|]; }", "Constant \"a\"")]
    [InlineData("class C { private int _own = default; object M() => [|_own|]; }", "Constant default")]
    public void A_member_that_only_gets_null(string program, string origins) =>
        Assert.Contains(origins, TracedProgram.Origins(program), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "class C { static readonly Random Own = new(1); readonly object _other = Wrap(Own); static object Wrap(Random r) => 2; object M() => [|Own|]; }"
    )]
    [InlineData("class C { static readonly Random Own = new(1); object Other { get; } = GC.GetGeneration(Own); object M() => [|Own|]; }")]
    [InlineData(
        "class C { static Random Own { get; } = new(1); static readonly object s_other = GC.GetGeneration(Own); object M() => [|Own|]; }"
    )]
    public void A_member_that_another_is_made_with(string program) => Assert.Equal("Creation new(1)", TracedProgram.Origins(program));

    [Theory]
    [InlineData("public class C { public Random Own { get; set; } = new(1); object M() => [|Own|]; }")]
    [InlineData("class C { public virtual Random Own { get; set; } = new(1); object M() => [|Own|]; }")]
    [InlineData("class C { [Obsolete] public Random Own { get; set; } = new(1); object M() => [|Own|]; }")]
    [InlineData("interface I { Random Own { set; } } class C : I { public Random Own { get; set; } = new(1); object M() => [|Own|]; }")]
    [InlineData(
        "class C { public Random Own { get; set; } = new(1); object M() => [|Own|]; } class D { void M(C c, Random random) => Swap(ref random, c); void Swap(ref Random random, C c) => (c.Own, random) = (random, c.Own); }"
    )]
    public void A_member_that_others_may_write(string program) =>
        Assert.Matches("State Own|Parameter random|Unknown", TracedProgram.Origins(program));

    [Fact]
    public void A_text_may_be_filled_by_a_binder() =>
        Assert.Contains(
            "State Own",
            TracedProgram.Origins("class C { public string Own { get; set; } = \"a\"; object M() => [|Own|]; }"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Own { get; set; } = new(1);", "Creation new(1)")]
    [InlineData("Own { get; set; } = new(1); public C With(int seed) { Own = new(seed); return this; }", "Creation new(1)")]
    public void Without_a_builder(string members, string origins) =>
        Assert.Equal(origins, TracedProgram.Origins($"class C {{ public Random {members} }} class D {{ object M() => [|new C().Own|]; }}"));

    [Theory]
    [InlineData("new C().With(new(2)).Own", "Creation new(1) | Creation new(2)")]
    [InlineData("new C().Same().Own", "Creation new(1)")]
    [InlineData("new C().Same().With(new(2)).Same().Own", "Creation new(1) | Creation new(2)")]
    [InlineData("new C().Indirectly(new(2)).Own", "Creation new(1) | Unknown new C().Indirectly(new(2)) at Own")]
    public void A_method_that_returns_its_object(string value, string origins) =>
        Assert.Equal(
            origins,
            TracedProgram.Origins(
                "public class C { public Random Own { get; set; } = new(1); public C With(Random own) { Own = own; return this; } public C Same() => this; public C Indirectly(Random own) { Set(own); return this; } void Set(Random own) => Own = own; } class D { object M() => [|"
                    + value
                    + "|]; }"
            )
        );

    [Theory]
    [InlineData(
        "new Dictionary<string, object> { [\"a\"] = 1, [M()] = 2 }",
        "Creation new Dictionary<string, object> { [\"a\"] = 1, [M()] = 2 } | Constant \"a\" | Call M()"
    )]
    [InlineData(
        "new Dictionary<string, object> { { \"a\", M() } }",
        "Creation new Dictionary<string, object> { { \"a\", M() } } | Constant \"a\""
    )]
    public void The_keys_of_a_dictionary(string value, string origins) =>
        Assert.Equal(
            origins,
            TracedProgram.Origins(
                "using System.Collections.Generic; abstract class C { public abstract string M(); object N() => [|" + value + "|]; }",
                FlowMode.Keys
            )
        );

    [Fact]
    public void The_keys_that_are_added_later() =>
        Assert.Equal(
            "Creation new Dictionary<string, object>() | Constant \"a\" | Constant \"b\"",
            TracedProgram.Origins(
                "using System.Collections.Generic; abstract class C { public abstract string M(); object N() { var all = new Dictionary<string, object>(); all[\"a\"] = M(); all.Add(\"b\", M()); return [|all|]; } }",
                FlowMode.Keys
            )
        );

    [Theory]
    [InlineData("await Task.Factory.StartNew(() => text)")]
    [InlineData("await Task.Factory.StartNew(_ => text, null)")]
    public void A_library_method_that_runs_a_function(string call) =>
        Assert.Equal(
            "Parameter text",
            TracedProgram.Origins(
                "public class C { public async Task M(string text) { await Task.Yield(); Use([|" + call + "|]); } void Use(object o) { } }"
            )
        );

    [Theory]
    [InlineData("Missing(made);")]
    [InlineData("made.Missing(made, 1);")]
    [InlineData("new Missing(made);")]
    [InlineData("this.Take(made);")]
    [InlineData("((dynamic)this).Take(made);")]
    public void An_object_handed_to_a_call_that_does_not_bind(string statement) =>
        Assert.Contains(
            "Unknown",
            TracedProgram.Origins(
                "class Made { public string? Text { get; set; } } class C { object? M() { var made = new Made(); "
                    + statement
                    + " return [|made.Text|]; } void Take(Made made, int more) { } }"
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("new Helper().Read(\"a\", 2);", "Constant \"a\"")]
    [InlineData("new Helper().Read(\"a\", 2); new Helper().Read(\"b\");", "Constant \"a\" | Constant \"b\"")]
    [InlineData("new Helper().Read(\"a\", 2); Func<string, object> read = new Helper().Read;", "Constant \"a\" | Parameter text")]
    [InlineData("new Helper().Read(\"b\");", "Constant \"b\"")]
    [InlineData("", "Parameter text")]
    public void An_overload_that_nobody_calls_passes_nothing(string calls, string origins) =>
        Assert.Equal(
            origins,
            TracedProgram.Origins(
                calls
                    + " Console.WriteLine(); public class Helper { public object Read(string text) => Read(text, 1); public object Read(string text, int more) => [|text|]; }"
            )
        );
}
