using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// Whether a model call in a helper is there for one caller alone: what is set for this caller's sake then is set for nobody else.
/// </summary>
internal static class OnlyCaller
{
    // A helper of a helper of a helper.
    private const int MostSteps = 4;

    /// <param name="document">The document of the model call.</param>
    /// <param name="call">The model call.</param>
    /// <param name="caller">The document of the caller.</param>
    /// <param name="place">The call through which its answer comes.</param>
    public static async Task<bool> IsAtAsync(
        Document document,
        SyntaxNode call,
        Document caller,
        TextSpan place,
        CancellationToken cancellationToken
    )
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var position = call.SpanStart;
        for (var step = 0; model is not null && step < MostSteps; step++)
        {
            if (
                model.GetEnclosingSymbol(position, cancellationToken) is not IMethodSymbol helper
                || !IsKnownHere(helper, document.Project)
                || await SoleUse.ReferenceAsync(helper, document.Project, cancellationToken).ConfigureAwait(false) is not { } reference
                || !IsCalledAt(reference, cancellationToken)
            )
            {
                return false;
            }

            var span = reference.Location.SourceSpan;
            if (reference.Document.Id == caller.Id && place.Contains(span))
            {
                return true;
            }

            model = await reference.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            position = span.Start;
        }

        return false;
    }

    /// <summary>
    /// Nobody calls it who is not seen: a local function, or a method that the assembly keeps to itself, as it does the interfaces through which
    /// it is called.
    /// </summary>
    private static bool IsKnownHere(IMethodSymbol helper, Project project) =>
        helper.MethodKind == MethodKind.LocalFunction
        || helper
            is {
                MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation,
                IsVirtual: false,
                IsAbstract: false,
                IsOverride: false
            }
            && Faces(helper)
                .Prepend(helper)
                .All(member => member.Locations.Any(static l => l.IsInSource) && SoleUse.IsKnownHere(member, project));

    /// <summary>What interfaces the method implements.</summary>
    private static IEnumerable<ISymbol> Faces(IMethodSymbol helper) =>
        helper
            .ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers())
            .Where(member =>
                SymbolEqualityComparer.Default.Equals(helper.ContainingType.FindImplementationForInterfaceMember(member), helper)
            );

    private static bool IsCalledAt(ReferenceLocation reference, CancellationToken cancellationToken) =>
        reference.Location.SourceTree?.GetRoot(cancellationToken).FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true)
            is SimpleNameSyntax name
        && (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name)
            is { Parent: InvocationExpressionSyntax call } called
        && call.Expression == called;
}
