using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>
/// What RAG2012 found about the text of an answer, or a property of it, read back from the diagnostic: the model call, and the comparisons
/// of its answer.
/// </summary>
/// <param name="Sdk">The SDK of the call.</param>
/// <param name="Property">The property of the answer that is compared, or null for its text.</param>
/// <param name="Tests">All comparisons; each has a form that an enum can take.</param>
/// <param name="Beside">The labels that the prompt offers and the code does not compare with.</param>
internal sealed record ComparedText(
    CompilationUnitSyntax Root,
    SemanticModel Model,
    InvocationExpressionSyntax Call,
    IMethodSymbol Method,
    SdkKind Sdk,
    string? Property,
    ImmutableArray<LabelTest> Tests,
    ImmutableArray<string> Beside
)
{
    /// <summary>Reads the diagnostic, or returns null when the fix can do nothing with it.</summary>
    public static async Task<ComparedText?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || LabelComparedAsTextHandOver.Read(diagnostic) is not { Sdk: { } sdk } found
            || !found.IsWithin(root.SyntaxTree)
            || CalledBy(root, diagnostic.Location.SourceSpan) is not { } call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
        )
        {
            return null;
        }

        var tests = found
            .Comparisons.Select(location => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true))
            .Select(node => LabelTest.Read(node, model, cancellationToken))
            .ToList();
        return tests.Contains(null)
            ? null
            : new ComparedText(root, model, call, method, sdk, found.Property, tests.OfType<LabelTest>().ToImmutableArray(), found.Beside);
    }

    /// <summary>The SDK's calls can be generic in the answer type.</summary>
    public bool HasTypedCalls => Sdk is SdkKind.ExtensionsAI or SdkKind.AgentFramework;

    /// <summary>The constant text that an expression is.</summary>
    public string? TextOf(ExpressionSyntax constant) =>
        Model.GetConstantValue(constant) is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The call has an argument for a parameter of its method.</summary>
    public bool Passes(IParameterSymbol parameter) =>
        CallArguments.Ordinals(Call.ArgumentList, Method)?.Contains(parameter.Ordinal) != false;

    private static InvocationExpressionSyntax? CalledBy(SyntaxNode root, TextSpan called) =>
        root.FindNode(called, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(invocation => invocation.Expression.Span == called);
}
