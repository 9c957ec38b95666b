using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6006, where a chat service reads message tags: the text is sent as the one user message of a history, in which tags are text. Not offered
/// where the program's own words open messages.
/// </summary>
internal sealed class TextReadAsMessagesFix : RuleFix
{
    private const string Title = "Send the text in a ChatHistory";
    private const string HistoryParameter = "chatHistory";

    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            TextCompiledAsTemplateHandOver.Read(diagnostic) is not { IsTemplate: false } handOver
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || handOver.Call.SourceTree != root.SyntaxTree
            || CallAt.Find(root, handOver.Call) is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || CallArguments.For(call.ArgumentList, method, "prompt") is not { } argument
            || OpensMessages(root.FindNode(diagnostic.Location.SourceSpan))
            || model.Compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.ChatCompletion.ChatHistory") is not { } history
            || model.Compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.ChatMessageContent") is not { } message
            || model.Compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.ChatCompletion.AuthorRole") is not { } role
        )
        {
            return null;
        }

        var prompt = argument.Expression;
        var names = new TypeNames(model, prompt.SpanStart);
        var sent = SyntaxFactory
            .ParseExpression(
                $"new {names.Of(history)} {{ new {names.Of(message)}({names.Of(role)}.User, {prompt.WithoutTrivia().ToFullString()}) }}"
            )
            .WithTriviaFrom(prompt);
        // The overload that takes a history calls it by another name.
        var passed = argument.WithExpression(sent);
        passed = argument.NameColon is { Name: { } said } colon
            ? passed.WithNameColon(colon.WithName(PlainSyntax.Name(HistoryParameter).WithTriviaFrom(said)))
            : passed;
        var changed = UsingDirectives.Add(root.ReplaceNode(argument, passed), names.Imports, Layout.Of(root, document));
        return new ProposedFix(Title, document.WithSyntaxRoot(changed), Mended: null);
    }

    private static bool OpensMessages(SyntaxNode text) =>
        text.DescendantTokens().Any(static t => t.ValueText.IndexOf("<message", StringComparison.OrdinalIgnoreCase) >= 0);
}
