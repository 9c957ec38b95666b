using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Tells the expected answer of a case, of which a loop tries one after the other, from a set of labels.</summary>
internal static class ExpectedTexts
{
    /// <summary>
    /// The text that an answer is compared with changes from one model call to the next, because both stand in a loop over the cases.
    /// </summary>
    public static bool Are(Picture picture, TextComparison comparison, IOperation place)
    {
        foreach (var other in comparison.Others)
        {
            var trail = new HashSet<IOperation>(other.DescendantsAndSelf());
            picture.TraceWithinBody(other, FlowMode.Value, trail: trail);
            var variables = trail.Select(static o =>
                o switch
                {
                    ILocalReferenceOperation local => (ISymbol)local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                }
            );
            if (variables.OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).Any(v => RunsAround(v!, place)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variable of a loop, or of a function, that the call is in.</summary>
    private static bool RunsAround(ISymbol variable, IOperation place) =>
        variable.DeclaringSyntaxReferences.Any(r =>
            r.SyntaxTree == place.Syntax.SyntaxTree && Around(r.GetSyntax()) is { } loop && loop.Span.Contains(place.Syntax.Span)
        );

    private static SyntaxNode? Around(SyntaxNode declaration) =>
        declaration switch
        {
            ForEachStatementSyntax loop => loop,
            SingleVariableDesignationSyntax => declaration.Ancestors().FirstOrDefault(static n => n is StatementSyntax)
                as ForEachVariableStatementSyntax,
            VariableDeclaratorSyntax { Parent.Parent: ForStatementSyntax loop } => loop,
            ParameterSyntax => declaration.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault(),
            _ => null,
        };
}
