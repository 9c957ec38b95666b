using System;
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
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>
/// RAG2009 and RAG2010: the schema's text is edited, in its own style, until it is in the strict subset, and the format is made strict. Not
/// offered where that would take a decision: an unsupported keyword, a dictionary, a text that is no JSON, or one that cannot be seen.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrictSchemaFix))]
public sealed class StrictSchemaFix : RuleCodeFixProvider
{
    private const string NotStrict = "RAG2010";

    private const string Repair = "Bring the schema into the strict subset";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2009", NotStrict);

    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2011", "RAG2013");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            await FormatExpression.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { Expression: InvocationExpressionSyntax call } format
            || (
                Propose(format, call, diagnostic, cancellationToken)
                ?? await ProposeElsewhereAsync(format, diagnostic, cancellationToken).ConfigureAwait(false)
            )
                is not { } fix
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        return ImmutableArray.Create(fix);
    }

    private static ProposedFix? Propose(
        FormatExpression format,
        InvocationExpressionSyntax call,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var fits = format.Found.IsInStrictSubset;
        var repaired = fits || format.Literal is null ? null : Repaired(format, format.Literal, cancellationToken);
        if (!fits && repaired is null)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var text = new SyntaxAnnotation();
        var root = format.Root.ReplaceNodes(
            new SyntaxNode?[] { call, repaired is null ? null : format.Literal }.OfType<SyntaxNode>(),
            (original, current) => current.WithAdditionalAnnotations(original == call ? mark : text)
        );
        if (diagnostic.Id == NotStrict)
        {
            var marked = (InvocationExpressionSyntax)root.GetAnnotatedNodes(mark).Single();
            if (
                format.Model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
                || format.Found.StrictParameter is not { } parameter
                || WithStrict(marked, method, parameter, format.Layout) is not { } strict
            )
            {
                return null;
            }

            root = root.ReplaceNode(marked, strict);
        }

        if (repaired is not null)
        {
            var literal = root.GetAnnotatedNodes(text).Single();
            root = root.ReplaceNode(literal, repaired.WithTriviaFrom(literal));
        }

        return new ProposedFix(diagnostic.Id == NotStrict ? "Make the schema strict" : Repair, format.Document.WithSyntaxRoot(root), mark);
    }

    /// <summary>The fix in the file that has the text of a strict schema, when that is another one of the project.</summary>
    private static async Task<ProposedFix?> ProposeElsewhereAsync(
        FormatExpression format,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            diagnostic.Id == NotStrict
            || format.Literal is not null
            || format.Found.SchemaText is not { } text
            || format.Document.Project.GetDocument(text.SourceTree) is not { } document
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || FormatExpression.Exactly<ExpressionSyntax>(root, text.SourceSpan) is not { } literal
            || Repaired(format, literal, cancellationToken) is not { } repaired
        )
        {
            return null;
        }

        return new ProposedFix(Repair, document.WithSyntaxRoot(root.ReplaceNode(literal, repaired.WithTriviaFrom(literal))), Mended: null);
    }

    /// <summary>The literal with every problem repaired, or null when one of them has no repair.</summary>
    private static ExpressionSyntax? Repaired(FormatExpression format, ExpressionSyntax literal, CancellationToken cancellationToken)
    {
        if (LiteralText.Of(literal) is not { } text)
        {
            return null;
        }

        var readers = format
            .Found.Parses.Select(parse => AnswerMembers.Of(format, parse, cancellationToken))
            .OfType<AnswerMembers>()
            .ToList();
        var problems = StrictSchemaCheck.Problems(text.Value, path => readers.TrueForAll(reader => reader.TakesNull(path)));
        return problems.Any(problem => problem.Repair.IsEmpty) ? null : text.With(problems.SelectMany(problem => problem.Repair));
    }

    /// <summary>The call with true for the parameter, or null when something other than a literal stands there.</summary>
    private static InvocationExpressionSyntax? WithStrict(InvocationExpressionSyntax call, IMethodSymbol method, string name, Layout layout)
    {
        if (
            CallArguments.Ordinals(call.ArgumentList, method) is not { } ordinals
            || method.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter
        )
        {
            return null;
        }

        if (ordinals.IndexOf(parameter.Ordinal) is >= 0 and var index)
        {
            var present = call.ArgumentList.Arguments[index].Expression;
            return
                present.Kind()
                    is SyntaxKind.NullLiteralExpression
                        or SyntaxKind.DefaultLiteralExpression
                        or SyntaxKind.FalseLiteralExpression
                ? call.ReplaceNode(present, PlainSyntax.True.WithTriviaFrom(present))
                : null;
        }

        var names = method.Parameters.Select(p => p.Name).ToImmutableArray();
        var arguments = CallArguments.Add(call.ArgumentList, ordinals, names, parameter.Ordinal, _ => PlainSyntax.True, layout);

        // A bare "true" says nothing; its name does, even where it could stand without.
        var added = arguments.Arguments.First(a => a.Expression.IsKind(SyntaxKind.TrueLiteralExpression));
        if (added.NameColon is null)
        {
            arguments = arguments.ReplaceNode(
                added,
                added.WithoutLeadingTrivia().WithNameColon(PlainSyntax.NameColon(name).WithLeadingTrivia(added.GetLeadingTrivia()))
            );
        }

        return call.WithArgumentList(arguments);
    }
}
