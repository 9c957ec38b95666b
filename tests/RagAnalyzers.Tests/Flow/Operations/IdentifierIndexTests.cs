using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Tests.Flow.Operations;

/// <summary>Where an identifier stands in a file, without a look at the whole file.</summary>
public sealed class IdentifierIndexTests
{
    private const string Code = """
        // prompt
        class Desk
        {
            string @prompt = "prompt"; // prompt
        #if NEVER
            string prompt2 = prompt;
        #endif
            string First() => prompt + this.prompt;
            string Second(string text) => $"{prompt} {text}";
            string Third() => nameof(text) + te
        }
        """;

    private static readonly SyntaxTree s_tree = CSharpSyntaxTree.ParseText(Code, cancellationToken: TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("prompt", 4)]
    [InlineData("text", 3)]
    [InlineData("te", 1)]
    [InlineData("prompt2", 0)]
    [InlineData("Prompt", 0)]
    [InlineData("", 0)]
    public void Every_place_is_found_in_order_of_the_source(string identifier, int times)
    {
        var tokens = IdentifierIndex.Tokens(s_tree, identifier).ToList();
        Assert.Equal(times, tokens.Count);
        Assert.Equal(tokens.Select(token => token.SpanStart).Order(), tokens.Select(token => token.SpanStart));
        Assert.Equal(times > 0, IdentifierIndex.Mentions(s_tree, identifier));
        Assert.All(tokens, token => Assert.Equal(identifier, token.ValueText));
    }

    [Theory]
    [InlineData("using Cut = A.Chunking; class C { object M() => new Cut(); }", 3)]
    [InlineData("namespace N { using Cut = global::Chunking; class C { object M() => new Cut(); } }", 3)]
    [InlineData("namespace N; using Cut = A.List<Chunking>; class C { Cut M() => new Cut(); }", 1)]
    [InlineData("using Cut = (int Chunking, int Overlap); class C { Cut M() => default; }", 1)]
    [InlineData("using Chunking = A.Chunking; class C { object M() => new Chunking(); }", 3)]
    [InlineData("using = A.Chunking; using Cut = ; class C { object M() => new Cut(); }", 1)]
    public void An_alias_stands_for_the_name_that_it_renames(string source, int times)
    {
        var tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        var tokens = IdentifierIndex.Tokens(tree, "Chunking").ToList();
        Assert.Equal(times, tokens.Count);
        Assert.Equal(tokens.Select(token => token.SpanStart).Order(), tokens.Select(token => token.SpanStart));
    }

    [Theory]
    [InlineData("First", "prompt", 2)]
    [InlineData("First", "text", 0)]
    [InlineData("Second", "prompt", 1)]
    [InlineData("Second", "text", 2)]
    [InlineData("Third", "prompt", 0)]
    public void A_node_is_asked_alone(string method, string identifier, int times)
    {
        var node = s_tree
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Single(declared => declared.Identifier.ValueText == method);
        Assert.Equal(times, IdentifierIndex.Tokens(node, identifier).Count());
        Assert.Equal(times > 0, IdentifierIndex.IsMentionedIn(node, identifier));
        Assert.Equal(times > 0, IdentifierIndex.IsMentionedIn(node, new HashSet<string> { "elsewhere", identifier }));
    }

    [Fact]
    public void Places_of_several_stand_in_order_of_the_source()
    {
        var starts = IdentifierIndex.TokensOfAny(s_tree, new[] { "text", "prompt" }).Select(token => token.SpanStart).ToList();
        Assert.Equal(7, starts.Count);
        Assert.Equal(starts.Order(), starts);
    }
}
