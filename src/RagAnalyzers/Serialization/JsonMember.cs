using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Serialization;

/// <summary>A property or field that a parse fills.</summary>
/// <param name="Name">Its name in the JSON.</param>
/// <param name="Type">Its type, with the nullable annotation.</param>
/// <param name="Symbol">The property or field.</param>
/// <param name="Parameter">A name under which the constructor is given it as well, or null.</param>
/// <param name="Order">Where it wants to stand; members of equal order keep the order of their declarations.</param>
internal sealed record JsonMember(string Name, ITypeSymbol Type, ISymbol Symbol, int Order = 0, string? Parameter = null);
