using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>A fix is offered only when the changed document compiles and the rule has nothing more to say about the call.</summary>
public sealed class FixValidationTests
{
    private const string Source = """
        using System.Text.Json;
        using Microsoft.Extensions.AI;

        public sealed record Verdict(bool IsUrgent);

        public sealed class Triage
        {
            public async Task<Verdict?> JudgeAsync(IChatClient client)
            {
                var response = await client.GetResponseAsync("Is it urgent?");
                return JsonSerializer.Deserialize<Verdict>(response.Text);
            }

            private readonly int _broken = "an error that was there before";
        }
        """;

    [Theory]
    [InlineData("client.GetResponseAsync<Verdict>(\"Is it urgent?\")", true)]
    [InlineData("client.GetResponseAsync(\"Is it very urgent?\")", false)]
    [InlineData("client.GetResponseAsync<Undefined>(\"Is it urgent?\")", false)]
    [InlineData("client.GetResponseAsync<Verdict>(\"Is it urgent?\", 1)", false)]
    public async Task Only_what_compiles_and_silences_is_offered(string call, bool isOffered) =>
        Assert.Equal(isOffered, (await OfferedFixes.ForAsync(new ReplaceCall(call, marks: true), Source)).Length == 1);

    /// <summary>Whoever treats warnings as errors could not build what is made.</summary>
    [Theory]
    [InlineData("client.GetResponseAsync<Verdict>(((string?)null)!)", true)]
    [InlineData("client.GetResponseAsync<Verdict>((string?)null)", false)]
    public async Task What_the_compiler_warns_of_is_not_offered(string call, bool isOffered) =>
        Assert.Equal(
            isOffered,
            (await OfferedFixes.ForAsync(new ReplaceCall(call, marks: true), "#nullable enable\n" + Source)).Length == 1
        );

    [Fact]
    public async Task A_call_that_cannot_be_found_again_is_not_silenced() =>
        Assert.Empty(
            await OfferedFixes.ForAsync(new ReplaceCall("client.GetResponseAsync<Verdict>(\"Is it urgent?\")", marks: false), Source)
        );

    /// <summary>A made-up fix: the reported call is replaced by the given one.</summary>
    private sealed class ReplaceCall(string call, bool marks) : RuleCodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RAG2002"];

        internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
            Document document,
            Diagnostic diagnostic,
            CancellationToken cancellationToken
        )
        {
            var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
            var reported = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
            var mark = new SyntaxAnnotation();
            var replacement = SyntaxFactory.ParseExpression(call);
            var changed = root.ReplaceNode(reported, marks ? replacement.WithAdditionalAnnotations(mark) : replacement);
            return [new ProposedFix("Replace", document.WithSyntaxRoot(changed), mark)];
        }
    }
}
