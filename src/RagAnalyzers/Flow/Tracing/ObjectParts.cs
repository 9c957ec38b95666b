using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>What a method reads off the object that it is called on: a member, or what the constructor was passed.</summary>
internal static class ObjectParts
{
    /// <summary>The objects of a type, or those that implement it, have the member.</summary>
    public static bool Has(ITypeSymbol type, ISymbol member) =>
        member.ContainingType is { } owner
        && (
            SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, type.OriginalDefinition) || type.TypeKind == TypeKind.Interface
        );

    /// <summary>The part of a method's object at which a trace within the method ended; null where it ended elsewhere.</summary>
    public static AccessPath? At(Origin origin, IMethodSymbol method) =>
        origin switch
        {
            { Kind: OriginKind.State, Via: null, Symbol: { IsStatic: false } member } when Has(method.ContainingType, member) =>
                origin.Path.Push(member.MemberName()),
            {
                Kind: OriginKind.Parameter,
                Via: null,
                Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } passed
            } when Has(method.ContainingType, constructor) => origin.Path.Push(AccessPath.Captured(passed)),
            { Kind: OriginKind.State, Via: null, Symbol: null, Operation: IInstanceReferenceOperation, Path.IsEmpty: false } => origin.Path,
            // The members of an extension block are called on what its parameter holds.
            { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol { ContainingSymbol: INamedTypeSymbol block } }
                when SymbolEqualityComparer.Default.Equals(block.OriginalDefinition, method.ContainingType.OriginalDefinition) =>
                origin.Path,
            _ => null,
        };
}
