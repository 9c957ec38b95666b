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

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>RAG5005: the search names the vector property that the program fills, where it fills one only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SearchWithoutVectorPropertyFix))]
public sealed class SearchWithoutVectorPropertyFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5005");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || SearchWithoutVectorPropertyHandOver.Read(diagnostic) is not { Property: { } property, Parameter: { } parameter } found
            || CallAt.Find(root, diagnostic.Location) is not InvocationExpressionSyntax call
            || model?.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(p => p.Name == parameter)?.Type is not { } options
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var lambda = $"record => record.{property}";
        var layout = Layout.Of(root, document);
        var title = $"Search in '{property}'";
        if (found.Options is null)
        {
            var type = options.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, call.SpanStart);
            var argument = SyntaxFactory
                .Argument(SyntaxFactory.ParseExpression($"new {type} {{ VectorProperty = {lambda} }}"))
                .WithNameColon(PlainSyntax.NameColon(parameter));
            var longer = call.WithArgumentList(CallArguments.Append(call.ArgumentList, argument, layout));
            return ImmutableArray.Create(ProposedFix.Changing(document, root, call, longer, title));
        }

        // The options of several searches are of one record, and this is the property that has its vectors.
        if (
            call.ArgumentList.Arguments.FirstOrDefault(a => a.Expression.Span == found.Options.SourceSpan) is not { } passed
            || VisibleCreation.Find(passed.Expression, model, cancellationToken) is not { Creation: var creation, Members: var members }
            || creation.SyntaxTree != root.SyntaxTree
            || members.Any(static m => m.Member == "VectorProperty")
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var set = ObjectInitializers.Set(creation, "VectorProperty", _ => lambda, layout);
        return ImmutableArray.Create(ProposedFix.Replacing(document, root, call, creation, set, title));
    }
}
