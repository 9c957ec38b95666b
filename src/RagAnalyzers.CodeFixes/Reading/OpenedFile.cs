using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>A local in which a stream waits for its one use: <c>using var stream = File.OpenRead(path);</c>.</summary>
/// <param name="Value">What opens the stream.</param>
/// <param name="Statement">The statement that declares the local.</param>
internal sealed record OpenedFile(ExpressionSyntax Value, LocalDeclarationStatementSyntax Statement)
{
    /// <summary>Reads an expression; null when it is no such local, or others use the stream as well.</summary>
    public static OpenedFile? Of(ExpressionSyntax content, SemanticModel model, CancellationToken cancellationToken) =>
        content is IdentifierNameSyntax
        && model.GetTypeInfo(content, cancellationToken).Type is { Name: "Stream" or "FileStream" }
        && model.GetSymbolInfo(content, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
        && reference.GetSyntax(cancellationToken)
            is VariableDeclaratorSyntax
            {
                Initializer.Value: { } value,
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement }
            }
        && Statements.IsInList(statement)
        && LocalValues.Uses(local, model, cancellationToken).Take(2).Count() == 1
            ? new OpenedFile(value, statement)
            : null;
}
