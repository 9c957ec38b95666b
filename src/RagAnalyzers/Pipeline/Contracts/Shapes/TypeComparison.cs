using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>Compares what a parse reads into a type with the schema that was made of the same type.</summary>
internal sealed class TypeComparison(JsonContract written, JsonContract read, JsonReading reading)
    : ShapeComparison<ITypeSymbol>(read, reading)
{
    protected override (string Name, ITypeSymbol Schema)? PrescribedFor(ITypeSymbol owner, INamedTypeSymbol type, JsonMember member) =>
        written.Members(type).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.Symbol, member.Symbol)) is { } prescribed
        && member.Symbol is not IPropertySymbol { GetMethod: null }
            ? (prescribed.Name, prescribed.Type)
            : null;

    protected override ITypeSymbol? ElementsOf(ITypeSymbol schema, ITypeSymbol element, bool isDictionary) => element;

    protected override bool PrescribesNames(ITypeSymbol schema, INamedTypeSymbol type, ISymbol? member) => written.ReadsNames(type, member);

    protected override bool IsConverted(ISymbol symbol) => written.HasOwnConverter(symbol);
}
