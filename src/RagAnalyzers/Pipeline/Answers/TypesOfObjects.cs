using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read off objects of another type than the one that an answer was put into: both derive from the type that declares the
/// member, and none is the other (<c>case Ordered ordered: Parse(ordered.Payload)</c>, where the answer is in a <c>Said</c>).
/// </summary>
internal static class TypesOfObjects
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(IEnumerable<IOperation> trail, IEnumerable<IOperation> way)
    {
        var made = way.OfType<IObjectCreationOperation>()
            .Select(static o => o.Type)
            .OfType<INamedTypeSymbol>()
            .Where(static t => t.TypeKind == TypeKind.Class && t.IsInSource())
            .ToList();
        if (made.Count == 0)
        {
            return false;
        }

        var pairs = trail
            .OfType<IMemberReferenceOperation>()
            .Where(static r => r.Instance?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class })
            .SelectMany(r => made.Where(m => Has(m, r.Member.ContainingType)).Select(m => ((INamedTypeSymbol)r.Instance!.Type!, m)))
            .ToList();
        return pairs.Count > 0 && pairs.TrueForAll(static p => !Has(p.Item1, p.m) && !Has(p.m, p.Item1));
    }

    private static bool Has(INamedTypeSymbol type, INamedTypeSymbol baseType) =>
        type.AndBaseTypes().Any(b => SymbolEqualityComparer.Default.Equals(b.OriginalDefinition, baseType.OriginalDefinition));
}
