using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// RAG2013: the typed result takes the place of the parse, where the call has one; else the parse is given the options by which
/// Microsoft.Extensions.AI reads, or System.Text.Json's for the web. Members that are read by name get the names that the schema has.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnswerMisreadFix))]
public sealed class AnswerMisreadFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2013");

    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2011");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || MisreadAnswerHandOver.Read(diagnostic) is not { } handOver
            || CallAt.Find(root, diagnostic.Location) is not InvocationExpressionSyntax call
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        if (!handOver.Members.IsEmpty)
        {
            return handOver.IsWithin(root.SyntaxTree) && Rename(document, root, call, handOver) is { } renamed
                ? ImmutableArray.Create(renamed)
                : ImmutableArray<ProposedFix>.Empty;
        }

        if (JsonParse.Read(call, model, cancellationToken) is not { } parse)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var fix = TypedResult.Of(parse, model, cancellationToken) is { } result
            ? await ReadResultAsync(document, root, model, parse, result, cancellationToken).ConfigureAwait(false)
            : PassOptions(document, root, model, parse, cancellationToken);
        return fix is null ? ImmutableArray<ProposedFix>.Empty : ImmutableArray.Create(fix);
    }

    /// <summary>The names stand as texts in the calls and indexers that read them; else there is no fix.</summary>
    private static ProposedFix? Rename(Document document, SyntaxNode root, SyntaxNode call, MisreadAnswerHandOver handOver)
    {
        var renamed = handOver.Renamed.Select(r => (Literal: NameIn(root.FindNode(r.Member.SourceSpan)), r.Meant)).ToList();
        if (renamed.Count == 0 || renamed.Exists(static r => r.Literal is null))
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var changed = root.ReplaceNodes(
            renamed.Select(static r => (SyntaxNode)r.Literal!).Append(call),
            (original, current) =>
                original == call
                    ? current.WithAdditionalAnnotations(mark)
                    : SyntaxFactory
                        .LiteralExpression(
                            SyntaxKind.StringLiteralExpression,
                            SyntaxFactory.Literal(renamed.Find(r => r.Literal == original).Meant)
                        )
                        .WithTriviaFrom(current)
        );
        return new ProposedFix("Read the name that the schema has", document.WithSyntaxRoot(changed), mark);
    }

    private static LiteralExpressionSyntax? NameIn(SyntaxNode read) =>
        read switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }, ..] } => literal,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }] } => literal,
            _ => null,
        };

    private static async Task<ProposedFix> ReadResultAsync(
        Document document,
        CompilationUnitSyntax root,
        SemanticModel model,
        JsonParse parse,
        TypedResult result,
        CancellationToken cancellationToken
    )
    {
        // What may be null of a parse is not of the result.
        var replaced = parse.Invocation.Parent
            is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed
            ? (ExpressionSyntax)suppressed
            : parse.Invocation;
        var texts = LocalValues.DeclaratorsIn(parse.Input, model, cancellationToken);
        var read = SyntaxFactory.ParseExpression(result.Response.WithoutTrivia() + ".Result").WithTriviaFrom(replaced);
        var tracked = root.TrackNodes(texts.Append<SyntaxNode>(replaced));
        SyntaxNode changed = tracked.ReplaceNode(tracked.GetCurrentNode(replaced)!, read);
        changed = await LeftoverLocals
            .RemoveAsync(document, changed, texts, Layout.Of(root, document), cancellationToken)
            .ConfigureAwait(false);
        return new ProposedFix("Read the typed result", document.WithSyntaxRoot(changed), Mended: null);
    }

    private static ProposedFix? PassOptions(
        Document document,
        CompilationUnitSyntax root,
        SemanticModel model,
        JsonParse parse,
        CancellationToken cancellationToken
    )
    {
        var list = parse.Invocation.ArgumentList;
        if (
            parse.Newtonsoft
            || parse.Settings is not null
            || model.GetSymbolInfo(parse.Invocation, cancellationToken).Symbol is not IMethodSymbol method
            || CallArguments.Ordinals(list, method) is not { } ordinals
            || method.Parameters.FirstOrDefault(static p => p.Type.Name == "JsonSerializerOptions") is not { } parameter
            || ordinals.Contains(parameter.Ordinal)
        )
        {
            return null;
        }

        var names = new TypeNames(model, parse.Invocation.SpanStart);
        if (FittingOptions.For(parse.Target, model.Compilation, names) is not var (options, title))
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var layout = Layout.Of(root, document);
        var arguments = CallArguments.Add(
            list,
            ordinals,
            method.Parameters.Select(static p => p.Name).ToImmutableArray(),
            parameter.Ordinal,
            _ => SyntaxFactory.ParseExpression(options),
            layout
        );
        var changed = root.ReplaceNode(parse.Invocation, parse.Invocation.WithArgumentList(arguments).WithAdditionalAnnotations(mark));
        changed = UsingDirectives.Add(changed, names.Imports, layout);
        return new ProposedFix(title, document.WithSyntaxRoot(changed), mark);
    }
}
