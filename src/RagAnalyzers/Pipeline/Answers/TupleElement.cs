using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>An element of a tuple: <c>pair.Kind</c>, or <c>kind</c> where <c>(kind, text)</c> takes the tuple apart.</summary>
/// <param name="Holder">The variable that holds the tuple, or the operation that takes it apart.</param>
/// <param name="Position">Which of its elements, from 0.</param>
/// <param name="Count">How many it has.</param>
internal sealed record TupleElement(object Holder, int Position, int Count)
{
    /// <summary>The element that an expression is; null for any other expression.</summary>
    public static TupleElement? ReadBy(IOperation value) =>
        value.Unwrapped() switch
        {
            IFieldReferenceOperation
            {
                Field: { ContainingType: { IsTupleType: true, TupleElements: var elements } } field,
                Instance: { } owner
            } when Variable(owner) is { } variable => new TupleElement(
                variable,
                elements.ToList().FindIndex(e => (e.CorrespondingTupleField ?? e).Name == (field.CorrespondingTupleField ?? field).Name),
                elements.Length
            ),
            ILocalReferenceOperation local when TakingApart(local) is { } tuple => new TupleElement(
                tuple,
                tuple.Elements.ToList().FindIndex(e => SymbolEqualityComparer.Default.Equals(Variable(e), local.Local)),
                tuple.Elements.Length
            ),
            _ => null,
        };

    /// <summary>What holds the tuple that a variable is, or is an element of.</summary>
    public static object? HolderOf(IOperation variable) =>
        (variable is ILocalReferenceOperation local ? TakingApart(local) : null) ?? (object?)Variable(variable);

    private static ITupleOperation? TakingApart(ILocalReferenceOperation local) =>
        BodyIndex
            .Of(local)
            .ReferencesTo(local.Local)
            .Select(static r => r.ParentOf(out _))
            .OfType<ITupleOperation>()
            .FirstOrDefault(static t => TakenApart.Deconstructed(t, out var path) is not null && path.IsEmpty);

    private static ISymbol? Variable(IOperation operation) =>
        (operation is IDeclarationExpressionOperation declared ? declared.Expression : operation).LocalOrParameter();
}
