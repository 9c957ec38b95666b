using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Where a file has its opening braces, and what follows closing ones: as its options say, or else as its code has them.</summary>
/// <param name="root">The file as its author wrote it.</param>
internal sealed class BraceStyle(SyntaxNode root, StyleOptions options)
{
    private readonly IReadOnlyList<SyntaxToken> _tokens = root.DescendantTokens()
        .Where(static token =>
            IsKeyword(token) && FollowsLines(token)
            || token.IsKind(SyntaxKind.OpenBraceToken) && (LineBreaks.StartsLine(token) || LineBreaks.StartsLine(token.GetNextToken()))
        )
        .ToList();

    /// <summary>The token, which begins a line, would stand on the line before it.</summary>
    public bool Joins(SyntaxToken token) =>
        token.IsKind(SyntaxKind.OpenBraceToken)
            ? KindOf(token) is { } kind && !(options.IsOnNewLine(kind) ?? HasOnNewLine(token))
            : IsKeyword(token)
                && token.GetPreviousToken().IsKind(SyntaxKind.CloseBraceToken)
                && !(options.IsKeywordOnNewLine(token.Text) ?? HasOnNewLine(token));

    private bool HasOnNewLine(SyntaxToken token) =>
        Says(
            token.IsKind(SyntaxKind.OpenBraceToken)
                ? IsOfList(token)
                    ? IsOfList
                    : IsOfBody
                : IsKeyword
        )
        ?? Says(IsOfBody)
        ?? true;

    private bool? Says(System.Func<SyntaxToken, bool> isSuch)
    {
        var such = _tokens.Where(isSuch).ToList();
        return such.Count == 0 ? null : such.Any(static token => LineBreaks.StartsLine(token));
    }

    private static bool IsOfBody(SyntaxToken token) =>
        token.IsKind(SyntaxKind.OpenBraceToken) && !IsOfList(token) && KindOf(token) is not null;

    private static bool IsOfList(SyntaxToken token) => token.Parent is InitializerExpressionSyntax or SwitchExpressionSyntax;

    private static bool IsKeyword(SyntaxToken token) =>
        token.Kind() is SyntaxKind.CatchKeyword or SyntaxKind.FinallyKeyword or SyntaxKind.ElseKeyword;

    /// <summary>What the keyword follows takes several lines; on one line there is nothing to choose.</summary>
    private static bool FollowsLines(SyntaxToken keyword) =>
        keyword.GetPreviousToken() is var close && (LineBreaks.StartsLine(close) || LineBreaks.StartsLine(keyword));

    private static string? KindOf(SyntaxToken brace) =>
        brace.Parent switch
        {
            InitializerExpressionSyntax or SwitchExpressionSyntax => "object_collection_array_initializers",
            BaseTypeDeclarationSyntax => "types",
            BlockSyntax { Parent: LambdaExpressionSyntax } => "lambdas",
            BlockSyntax { Parent: BaseMethodDeclarationSyntax } => "methods",
            BlockSyntax { Parent: LocalFunctionStatementSyntax } => "local_functions",
            BlockSyntax { Parent: AccessorDeclarationSyntax } => "accessors",
            BlockSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } => null,
            BlockSyntax or SwitchStatementSyntax => "control_blocks",
            _ => null,
        };
}
