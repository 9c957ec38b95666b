using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6006: the template names a variable for each value, and the call that renders it passes the values as arguments. Offered where the text
/// is put together for one call alone, in Semantic Kernel's own language or in Handlebars.
/// </summary>
internal sealed class TextCompiledAsTemplateFix : RuleFix
{
    private const string Title = "Pass the values as arguments of the template";

    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            TextCompiledAsTemplateHandOver.Read(diagnostic) is not { IsTemplate: true } handOver
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || handOver.Call.SourceTree != root.SyntaxTree
            || CallAt.Find(root, handOver.Call) is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || RenderingCall.Of(call, model, cancellationToken) is not { } rendering
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax text
            || !CompiledTemplate.IsForThisCallAlone(text, call, model, cancellationToken)
            || CompiledTemplate.Placeholder(text, call, method) is not var (before, after)
            || TemplateLiteral.Of(text, name => before + name + after) is not { } template
            || Texts(template.Variables, model, cancellationToken) is not { } variables
            || !rendering.SeesTheSame(call, template.Variables.Select(static v => v.Value).ToImmutableArray())
        )
        {
            return null;
        }

        // Found again in its place, so that lines and indentation are still seen.
        var tracked = root.TrackNodes(text, rendering.Call);
        var changed = TemplateArguments.Add(
            tracked,
            tracked.GetCurrentNode(rendering.Call)!,
            rendering,
            variables,
            model,
            Layout.Of(root, document)
        );
        if (changed?.GetCurrentNode(text) is not { } written)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        changed = changed.ReplaceNode(written, template.Literal.WithTriviaFrom(written).WithAdditionalAnnotations(mark));
        return new ProposedFix(Title, document.WithSyntaxRoot(changed), mark);
    }

    /// <summary>The variables with values that are texts: what a builder has built is asked for. Null where one is neither.</summary>
    private static ImmutableArray<(string Name, ExpressionSyntax Value)>? Texts(
        IEnumerable<(string Name, ExpressionSyntax Value)> variables,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var texts = ImmutableArray.CreateBuilder<(string Name, ExpressionSyntax Value)>();
        foreach (var (name, value) in variables)
        {
            var type = model.GetTypeInfo(value, cancellationToken).Type;
            if (model.GetConstantValue(value, cancellationToken).HasValue)
            {
                return null;
            }

            if (type?.SpecialType == SpecialType.System_String)
            {
                texts.Add((name, value));
            }
            else if (value is IdentifierNameSyntax && type is { Name: "StringBuilder" } && type.IsOrInherits("System.Text.StringBuilder"))
            {
                texts.Add((name, PlainSyntax.Calling(value.WithoutTrivia(), PlainSyntax.Token(SyntaxKind.DotToken), "ToString")));
            }
            else
            {
                return null;
            }
        }

        return texts.ToImmutable();
    }
}
