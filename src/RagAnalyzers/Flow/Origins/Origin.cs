using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Origins;

/// <summary>One place that a traced value comes from.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Operation">The operation there.</param>
/// <param name="Path">What was read off the value found there.</param>
/// <param name="Symbol">The parameter, member or method, where there is one.</param>
/// <param name="Via">The calls through which the trace came to a place in another body, or null for the same body.</param>
/// <param name="Part">The innermost operation the value passed that the knowledge names as a part (a message with a role).</param>
internal sealed record Origin(
    OriginKind Kind,
    IOperation Operation,
    AccessPath Path,
    ISymbol? Symbol = null,
    IOperation? Part = null,
    CallChain? Via = null
)
{
    /// <summary>More may stand behind this origin than can be seen here.</summary>
    public bool IsOpen => Kind is OriginKind.Parameter or OriginKind.State or OriginKind.Call or OriginKind.Unknown;

    /// <summary>Nothing is there: null, or never set.</summary>
    public bool IsNothing => Kind is OriginKind.Null or OriginKind.Unset;

    /// <summary>
    /// A value that is the same in every run: a constant, nothing, or a read-only field of a library (<c>string.Empty</c>).
    /// </summary>
    public bool IsFixed =>
        Kind == OriginKind.Constant
        || IsNothing
        || (Kind == OriginKind.StaticMember && Path.IsEmpty && Symbol is IFieldSymbol { IsReadOnly: true });

    public bool Equals(Origin? other) =>
        other is not null
        && Kind == other.Kind
        && ReferenceEquals(Operation, other.Operation)
        && Path.Equals(other.Path)
        && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
        && ReferenceEquals(Part, other.Part)
        && Equals(Via, other.Via);

    /// <summary>One place may be reached through very many calls.</summary>
    public override int GetHashCode() =>
        unchecked((((Operation.GetHashCode() * 31) + (int)Kind + Path.GetHashCode()) * 31) + (Via?.GetHashCode() ?? 0));
}
