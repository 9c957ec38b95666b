using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>
/// A typed response's result that is read again: in the statement, and in those behind it until the response becomes another one. What is asked
/// for once is enough for all of them.
/// </summary>
internal static class RepeatedResult
{
    /// <summary>The reads from the statement on, the one that is given among them.</summary>
    /// <param name="response">The local that holds the response.</param>
    public static IReadOnlyList<MemberAccessExpressionSyntax> From(StatementSyntax statement, string response)
    {
        var found = new List<MemberAccessExpressionSyntax>();
        for (var current = statement; current is not null; current = Statements.Following(current))
        {
            if (Assigns(current, response))
            {
                break;
            }

            found.AddRange(
                current
                    .DescendantNodes()
                    .OfType<MemberAccessExpressionSyntax>()
                    .Where(access =>
                        access is { Name.Identifier.ValueText: "Result", Expression: IdentifierNameSyntax name }
                        && name.Identifier.Text == response
                    )
            );
        }

        return found;
    }

    private static bool Assigns(StatementSyntax statement, string local) =>
        statement
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                name.Identifier.Text == local
                && (
                    name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
                    || name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }
                )
            );
}
