using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>
/// RAG5003: the number becomes the nearest one that the model returns; where the model refuses every number, it is no longer asked.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImpossibleDimensionsFix))]
public sealed class ImpossibleDimensionsFix : RuleCodeFixProvider
{
    private const string RemoveTitle = "Do not ask for dimensions";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5003");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || ImpossibleDimensionsHandOver.Read(diagnostic) is not { } found
            || NumberLiteral.At(root, found.Number) is not { } literal
            || CallAt.Find(root, diagnostic.Location) is not { } call
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        if (found.Possible is { } number)
        {
            var title = $"Ask for {number.ToString(CultureInfo.InvariantCulture)} dimensions";
            return ImmutableArray.Create(ProposedFix.Replacing(document, root, call, literal, NumberLiteral.With(literal, number), title));
        }

        if (Without(literal) is not { } useless)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var mark = new SyntaxAnnotation();
        var removed = new SyntaxAnnotation();
        var marked = root.ReplaceNodes(
            new[] { call, useless },
            (original, current) => current.WithAdditionalAnnotations(original == call ? mark : removed)
        );
        var layout = Layout.Of(root, document);
        var changed = marked.GetAnnotatedNodes(removed).First() switch
        {
            AssignmentExpressionSyntax member => Assignments.Remove(marked, member, layout),
            var argument => marked.RemoveNode(argument, SyntaxRemoveOptions.KeepTrailingTrivia),
        };
        return changed is null
            ? ImmutableArray<ProposedFix>.Empty
            : ImmutableArray.Create(new ProposedFix(RemoveTitle, document.WithSyntaxRoot(changed), mark));
    }

    /// <summary>What asks for the number alone: an argument, options that say nothing else, or one of the members that they set.</summary>
    private static SyntaxNode? Without(SyntaxNode number) =>
        number.Parent switch
        {
            ArgumentSyntax argument => argument,
            AssignmentExpressionSyntax
            {
                Parent: InitializerExpressionSyntax
                {
                    Expressions.Count: 1,
                    Parent: BaseObjectCreationExpressionSyntax
                    {
                        ArgumentList: null or { Arguments.Count: 0 },
                        Parent: ArgumentSyntax options
                    }
                }
            } => options,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } member => member,
            _ => null,
        };
}
