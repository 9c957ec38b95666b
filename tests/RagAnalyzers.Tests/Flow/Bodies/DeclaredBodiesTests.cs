using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>The bodies that are found by their declarations are those that the driver of analyzers hands out.</summary>
public sealed class DeclaredBodiesTests
{
    private const string Members = """
        using System;
        using System.Collections.Generic;

        namespace Outer
        {
            namespace Inner
            {
                public class Base(string name) { public string Name => name; }

                [Obsolete("An argument " + "of an attribute")]
                public class Desk : Base
                {
                    private const int Most = 1 + 2;
                    private readonly List<int> _first = new(), _second = new List<int> { 3 };
                    private static readonly Func<int, int> Twice = x => x * 2;
                    public event Action? Rung = () => { };
                    public event Action Opened { add { Rung += value; } remove => Rung -= value; }

                    static Desk() { Twice(1); }
                    public Desk(int n = Most) : base("desk" + n) { _first.Add(n); }
                    public Desk(string s) : base(s) => _second.Add(s.Length);
                    ~Desk() { _first.Clear(); }

                    public int Auto { get; set; } = Twice(4);
                    public int Both { get => _first.Count; set { _first.Add(value); } }
                    public int Read => _second.Count;
                    public int this[int i] => _first[i];
                    public int this[string s] { get { return s.Length; } }
                    public static Desk operator +(Desk a, Desk b) => a;
                    public static implicit operator int(Desk d) { return d.Read; }
                    public int Ask(int n) { int Local() => n; return Local(); }
                    public int Tell() => Ask(5);
                    public virtual void Empty() { }

                    private record struct Point(int X, int Y) { public int Sum => X + Y; }
                    private interface IHave { int Have() => 6; int Need(); }
                    private enum Kind { One = 1, Two = One + 1 }
                }

                public abstract partial class Parts { public abstract int No(); partial void Later(); public extern int Out(); }

                public partial class Parts { partial void Later() { No(); } }

                public record Line(string Text);

                public record Long(string Text) : Line(Text.Trim());
            }
        }
        """;

    private const string FileScoped = """
        using System;

        namespace Scoped;

        internal sealed class Desk(int n) { private readonly int _n = Math.Abs(n); public int Ask() => _n; }
        """;

    private const string TopLevel = """
        using System;

        var n = Math.Abs(-1);
        Console.WriteLine(Local());
        int Local() => n;

        internal static class Rest { public static int Of(int n) => n; }
        """;

    private const string Script = """
        using System;

        var n = Math.Abs(-1);
        Console.WriteLine(Twice());
        int Twice() => n * 2;

        class Rest { public int Of(int n) => n; }
        """;

    private const string HalfTyped = """
        class Desk
        {
            int _ = ;
            int this[ => 1;
            int M() { return
            int Get { get { return ; } ready { return 1; } set =>
        }
        """;

    [Theory]
    [InlineData(Members, 27)]
    [InlineData(FileScoped, 2)]
    [InlineData(TopLevel, 2)]
    [InlineData(HalfTyped, 2)]
    public Task They_are_those_that_the_driver_hands_out(string source, int expected) =>
        AssertHandedOutAsync(AnalyzerRun.Compile([source], ReferenceSets.NoAi), expected);

    [Fact]
    public Task The_statements_of_a_script_are_no_body() =>
        AssertHandedOutAsync(
            CSharpCompilation.CreateScriptCompilation(
                "Script",
                CSharpSyntaxTree.ParseText(
                    Script,
                    TestSources.ParseOptions.WithKind(SourceCodeKind.Script),
                    TestSources.PathOf(0),
                    cancellationToken: TestContext.Current.CancellationToken
                ),
                ReferenceSets.NoAi
            ),
            expected: 3
        );

    private static async Task AssertHandedOutAsync(Compilation compilation, int expected)
    {
        var handedOut = new HandedOutBodies();
        await compilation.WithAnalyzers([handedOut]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var roots = handedOut
            .Roots.Where(static r => r is not (IParameterInitializerOperation or IAttributeOperation) && !IsOfEnum(r))
            .Select(static r => r.Syntax)
            .ToHashSet();

        var found = DeclaredIn(compilation).ToList();

        Assert.Empty(roots.Except(found).Select(static n => n.ToString()));
        Assert.Empty(found.Except(roots).Select(static n => n.ToString()));
        Assert.Equal(expected, found.Count);
        Assert.Equal(expected, found.Distinct().Count());
    }

    [Theory]
    [InlineData(Members)]
    [InlineData(FileScoped)]
    [InlineData(TopLevel)]
    public void Each_is_the_declaration_of_its_own_root(string source)
    {
        var compilation = AnalyzerRun.Compile([source], ReferenceSets.NoAi);
        var operations = new OperationSource(compilation);

        Assert.All(DeclaredIn(compilation), d => Assert.Same(d, operations.OperationOf(d)!.Root().Syntax));
    }

    private static IEnumerable<SyntaxNode> DeclaredIn(Compilation compilation) =>
        DeclaredBodies.In(
            compilation.SyntaxTrees.Single(static t => t.FilePath == TestSources.PathOf(0)).GetRoot(TestContext.Current.CancellationToken)
        );

    private static bool IsOfEnum(IOperation root) =>
        root is IFieldInitializerOperation { InitializedFields: [{ ContainingType.TypeKind: TypeKind.Enum }] };
}
