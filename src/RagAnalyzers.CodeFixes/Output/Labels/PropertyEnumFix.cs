using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Labels;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>
/// RAG2012 on a property of a typed answer: the property becomes an enum of the labels, so that the schema of its type lists them.
/// </summary>
internal sealed class PropertyEnumFix : RuleFix
{
    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            await ComparedText.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { HasTypedCalls: true, Property: not null, Method.Arity: 1 } found
            || found.Method.Parameters.Any(parameter => parameter.Name == "serializerOptions" && found.Passes(parameter))
            || await ComparedProperty.ReadAsync(document, found, cancellationToken).ConfigureAwait(false) is not { } property
        )
        {
            return null;
        }

        var layout = Layout.Of(found.Root, document);
        var texts = LabelTests.TextsOf(found);
        var name = LabelEnumNames.Free(
            property.Symbol.ContainingType.Name + property.Symbol.Name,
            found.Root,
            found.Model,
            found.Call.SpanStart
        );
        if (texts.Contains(null) || LabelEnum.For(name, texts!, found.Beside) is not { NeedsLabels: false } labels)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var texted = found.Tests.Select(test => test.Text).Where(text => CleanedText.Bare(text) != text).ToList();
        SyntaxNode root = found.Root.TrackNodes([
            found.Call,
            property.Owner,
            property.Type,
            .. property.Initializers,
            .. LabelTests.Tracked(found),
            .. texted,
        ]);
        root = LabelTests.WithMembers(root, found, labels);
        foreach (var text in texted)
        {
            root = root.ReplaceNode(root.GetCurrentNode(text)!, CleanedText.Bare(text).WithTriviaFrom(text));
        }

        root = LabelTests.WithOperators(root, found);
        var type = root.GetCurrentNode(property.Type)!;
        var bare = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
        root = root.ReplaceNode(bare, PlainSyntax.Name(name).WithTriviaFrom(bare));
        foreach (var declaration in property.Initializers)
        {
            root = root.ReplaceNode(root.GetCurrentNode(declaration)!, WithoutInitializer(root.GetCurrentNode(declaration)!));
        }

        root = root.ReplaceNode(root.GetCurrentNode(found.Call)!, root.GetCurrentNode(found.Call)!.WithAdditionalAnnotations(mark));
        root = EnumDeclarations.AddAfter(root, root.GetCurrentNode(property.Owner)!, labels, layout);
        return new ProposedFix($"Make '{property.Symbol.Name}' an enum '{name}'", document.WithSyntaxRoot(root), mark);
    }

    /// <summary>An empty text is no value of an enum, and the answer sets the property anyway.</summary>
    private static PropertyDeclarationSyntax WithoutInitializer(PropertyDeclarationSyntax property) =>
        property
            .WithInitializer(null)
            .WithSemicolonToken(default)
            .WithAccessorList(property.AccessorList!.WithTrailingTrivia(property.SemicolonToken.TrailingTrivia));
}
