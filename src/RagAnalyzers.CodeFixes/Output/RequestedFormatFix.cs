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

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// RAG2003: JSON mode, where the prompt demands JSON. The code names no type of which a schema could be made; JSON mode enforces what
/// the prompt demands, and no more.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestedFormatFix))]
public sealed class RequestedFormatFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2003");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || !diagnostic.Properties.TryGetValue(DiagnosticProperties.Options, out var place)
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<InvocationExpressionSyntax>(i => i.Expression.Span == diagnostic.Location.SourceSpan) is not { } call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(root);
        var names = new TypeNames(model, call.SpanStart);
        var edit = place switch
        {
            DiagnosticProperties.OptionsCreated => Extend(root, diagnostic, model, layout, names, cancellationToken),
            DiagnosticProperties.OptionsAbsent => Pass(call, method, model, names),
            _ => null,
        };
        if (edit is not var (old, changed))
            return ImmutableArray<ProposedFix>.Empty;

        var mark = new SyntaxAnnotation();
        var result = root.ReplaceNodes(
            new[] { call, old }.Distinct(),
            (original, current) =>
            {
                // The options may stand inside the call.
                var replaced = original == old ? changed : current;
                return original == call ? replaced.WithAdditionalAnnotations(mark) : replaced;
            });
        return ImmutableArray.Create(new ProposedFix("Turn on JSON mode", "JsonMode", document.WithSyntaxRoot(UsingDirectives.Add(result, names.Imports, layout)), mark));
    }

    private static (SyntaxNode Old, SyntaxNode New)? Extend(
        CompilationUnitSyntax root,
        Diagnostic diagnostic,
        SemanticModel model,
        Layout layout,
        TypeNames names,
        CancellationToken cancellationToken)
    {
        var location = diagnostic.AdditionalLocations.Last();
        if (location.SourceTree != root.SyntaxTree
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(c => c.Span == location.SourceSpan) is not { } creation
            || JsonModeOptions.Of(model.GetTypeInfo(creation, cancellationToken).Type, model.Compilation) is not { } options
            || ObjectInitializers.ValueOf(creation, options.Member) is not null
            || options.Value(names) is not { } value)
        {
            return null;
        }

        return (creation, ObjectInitializers.Set(creation, options.Member, _ => value, layout.IndentAt(creation.SpanStart), layout));
    }

    private static (SyntaxNode Old, SyntaxNode New)? Pass(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, TypeNames names)
    {
        // The overload without options has a sibling that takes them; whether these arguments fit it, the compiler says.
        var candidates = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().SelectMany(static m => m.Parameters).Concat(method.Parameters);
        foreach (var parameter in candidates)
        {
            var type = parameter.Type.Name == "PromptExecutionSettings"
                ? model.Compilation.GetTypeByMetadataName(JsonModeOptions.SemanticKernelSettings)
                : parameter.Type.WithNullableAnnotation(NullableAnnotation.None);
            if (JsonModeOptions.Of(type, model.Compilation) is not { } options || options.Value(names) is not { } value || type is not INamedTypeSymbol named)
                continue;
            var list = call.ArgumentList;
            if (list.Arguments.Count == 0)
                return null;

            // The receiver of an extension method is its first parameter, though not its first argument.
            var isUnreduced = method.ReducedFrom is not null && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true, ReducedFrom: null };
            var isNext = list.Arguments.Count == 1 && list.Arguments[0].NameColon is null && parameter.Ordinal == (isUnreduced ? 2 : 1);
            var created = $"new {names.Of(named)} {{ {options.Member} = {value} }}";
            var argument = SyntaxFactory.ParseArgumentList($"({(isNext ? "" : parameter.Name + ": ")}{created})").Arguments[0];
            var comma = PlainSyntax.Token(SyntaxKind.CommaToken, SyntaxFactory.Space);
            var arguments = SyntaxFactory.SeparatedList(list.Arguments.Append(argument), list.Arguments.GetSeparators().Append(comma));
            return (call, call.WithArgumentList(list.WithArguments(arguments)));
        }

        return null;
    }
}
