using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// How a parse's text is read from the response of a model call in the same body: the expression that is the response, and
/// the locals that carry text in between.
/// </summary>
/// <param name="Response">The response: a local, or an expression around the call.</param>
/// <param name="Texts">Locals between the response and the parse, the parse's own first.</param>
/// <param name="Responses">Locals that hold the response, or the task that gives it.</param>
internal sealed record AnswerReading(ExpressionSyntax Response, ImmutableArray<ILocalSymbol> Texts, ImmutableArray<ILocalSymbol> Responses)
{
    /// <summary>Follows the parse's text back to the response of the call; null when the way leads elsewhere or cannot be seen.</summary>
    public static AnswerReading? Find(ParsedAnswer answer, INamedTypeSymbol responseType, CancellationToken cancellationToken)
    {
        var search = new Search(answer, responseType, cancellationToken);
        return search.Visit(answer.Parse.Input) is { } response
            ? new AnswerReading(response, search.Texts.ToImmutableArray(), search.Responses.ToImmutableArray())
            : null;
    }

    private sealed class Search(ParsedAnswer answer, INamedTypeSymbol responseType, CancellationToken cancellationToken)
    {
        private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

        public List<ILocalSymbol> Texts { get; } = [];

        public List<ILocalSymbol> Responses { get; } = [];

        public ExpressionSyntax? Visit(ExpressionSyntax expression)
        {
            if (IsResponse(expression))
            {
                return ComesFromCall(expression) ? expression : null;
            }

            if (expression is IdentifierNameSyntax)
            {
                return VisitLocal(expression);
            }
            // Anything else is a step on the way: a member that is read, a cleaning call, an operator. Lambdas are not.
            return Children(expression).Select(Visit).FirstOrDefault(found => found is not null);
        }

        private ExpressionSyntax? VisitLocal(ExpressionSyntax name)
        {
            if (answer.Model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol local || !_visited.Add(local))
            {
                return null;
            }

            var found = LocalValues
                .Of(local, answer.Model, cancellationToken)
                .Select(Visit)
                .FirstOrDefault(response => response is not null);
            if (found is not null)
            {
                Texts.Insert(0, local);
            }

            return found;
        }

        private bool IsResponse(ExpressionSyntax expression)
        {
            var type = answer.Model.GetTypeInfo(expression, cancellationToken).Type;
            return type.IsOrInherits(responseType);
        }

        private bool ComesFromCall(ExpressionSyntax expression)
        {
            if (expression.Span.Contains(answer.Call.Span))
            {
                return true;
            }

            var locals = expression
                .DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Select(name => answer.Model.GetSymbolInfo(name, cancellationToken).Symbol)
                .OfType<ILocalSymbol>()
                .Where(_visited.Add);
            foreach (var local in locals)
            {
                if (!LocalValues.Of(local, answer.Model, cancellationToken).Any(ComesFromCall))
                {
                    continue;
                }

                Responses.Add(local);
                return true;
            }

            return false;
        }

        private static IEnumerable<ExpressionSyntax> Children(SyntaxNode node) =>
            node.ChildNodes()
                .Where(child => child is not (AnonymousFunctionExpressionSyntax or TypeSyntax and not IdentifierNameSyntax))
                .SelectMany(child => child is ExpressionSyntax expression ? [expression] : Children(child));
    }
}
