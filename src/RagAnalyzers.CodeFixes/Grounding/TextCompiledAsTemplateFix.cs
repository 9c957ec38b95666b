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
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6006: the template names a variable for each value, and the call passes the values as arguments. Offered where the text is put
/// together for this call alone, in Semantic Kernel's own language or in Handlebars.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextCompiledAsTemplateFix))]
public sealed class TextCompiledAsTemplateFix : RuleCodeFixProvider
{
    private const string Title = "Pass the values as arguments of the template";
    private const string Parameter = "arguments";
    private const string Format = "templateFormat";
    private const string Handlebars = "InvokeHandlebarsPromptAsync";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6006");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            TextCompiledAsTemplateHandOver.Read(diagnostic) is not { IsTemplate: true } handOver
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || handOver.Call.SourceTree != root.SyntaxTree
            || CallAt.Find(root, handOver.Call) is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(static p => p.Name == Parameter) is not { } parameter
            || CallArguments.Ordinals(call.ArgumentList, method) is not { } ordinals
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax text
            || !IsForThisCallAlone(text, call, model, cancellationToken)
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var isNamed =
            Passed(call, method, ordinals, Format) is not null || Passed(call, method, ordinals, "promptTemplateFactory") is not null;
        var template = isNamed
            ? null
            : TemplateLiteral.Of(text, name => method.Name == Handlebars ? "{{" + name + "}}" : "{{$" + name + "}}");
        if (template is null || !template.Variables.All(v => IsText(v.Value, model, cancellationToken)))
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(root, document);
        var entries = template.Variables.Select(static v => $"[\"{v.Name}\"] = {v.Value.WithoutTrivia()}").ToList();
        if (WithArguments(call, method, parameter, ordinals, entries, layout) is not { } longer)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        // Either the text stands in the call, or in a local before it.
        var mark = new SyntaxAnnotation();
        var literal = template.Literal.WithAdditionalAnnotations(mark);
        var changed = call.Contains(text)
            ? root.ReplaceNode(
                call,
                longer
                    .ReplaceNode(
                        longer.GetAnnotatedNodes(InCall).Single(),
                        literal.WithTriviaFrom(longer.GetAnnotatedNodes(InCall).Single())
                    )
                    .WithTriviaFrom(call)
            )
            : root.ReplaceNodes(new SyntaxNode[] { call, text }, (original, _) => original == text ? literal : longer.WithTriviaFrom(call));
        return ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(changed), mark));

        InvocationExpressionSyntax? WithArguments(
            InvocationExpressionSyntax original,
            IMethodSymbol called,
            IParameterSymbol taking,
            ImmutableArray<int> places,
            List<string> added,
            Layout style
        )
        {
            // Marked in its place, so that lines and indentation are still seen.
            var marked = original.Contains(text)
                ? root.ReplaceNode(text, text.WithAdditionalAnnotations(InCall))
                    .FindNode(original.Span, getInnermostNodeForTie: true)
                    .FirstAncestorOrSelf<InvocationExpressionSyntax>()!
                : original;
            switch (Passed(marked, called, places, Parameter)?.Expression)
            {
                case null:
                    var value = SyntaxFactory.ParseExpression($"new() {{ {string.Join(", ", added)} }}");
                    return marked.WithArgumentList(
                        CallArguments.Add(
                            marked.ArgumentList,
                            places,
                            called.Parameters.Select(static p => p.Name).ToImmutableArray(),
                            taking.Ordinal,
                            _ => value,
                            style
                        )
                    );
                case BaseObjectCreationExpressionSyntax
                {
                    Initializer: null or { RawKind: (int)SyntaxKind.ObjectInitializerExpression }
                } made
                    when !made.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia))
                        && !template.Variables.Any(v => made.ToString().Contains($"[\"{v.Name}\"]")):
                    var before = made.Initializer?.Expressions.Select(static e => e.ToString()) ?? [];
                    var head = made.WithInitializer(null).WithoutTrailingTrivia().ToString();
                    var all = SyntaxFactory.ParseExpression($"{head} {{ {string.Join(", ", before.Concat(added))} }}");
                    return marked.ReplaceNode(made, all.WithTriviaFrom(made));
                default:
                    return null;
            }
        }
    }

    private static readonly SyntaxAnnotation InCall = new("InCall");

    private static ArgumentSyntax? Passed(InvocationExpressionSyntax call, IMethodSymbol method, ImmutableArray<int> ordinals, string name)
    {
        for (var i = 0; i < ordinals.Length; i++)
        {
            if (method.Parameters[ordinals[i]].Name == name)
            {
                return call.ArgumentList.Arguments[i];
            }
        }

        return null;
    }

    /// <summary>The text stands in the call, or is what a local is declared with that nothing else mentions.</summary>
    private static bool IsForThisCallAlone(
        ExpressionSyntax text,
        InvocationExpressionSyntax call,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        text.Parent is ArgumentSyntax { Parent: { } list } && list == call.ArgumentList
        || (
            text.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            && model.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol
            && declarator
                .FirstAncestorOrSelf<MemberDeclarationSyntax>()!
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(n => n.Identifier.ValueText == declarator.Identifier.ValueText)
                .ToList()
                is [{ Parent: ArgumentSyntax { Parent: { } taking } }]
            && taking == call.ArgumentList
        );

    private static bool IsText(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(value, cancellationToken).Type?.SpecialType == SpecialType.System_String
        && !model.GetConstantValue(value, cancellationToken).HasValue;
}
