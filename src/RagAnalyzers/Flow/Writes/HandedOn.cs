using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// Ways in which an object gets into other hands that no call of a method shows: put into another object, returned, named by a pattern.
/// </summary>
internal static class HandedOn
{
    /// <summary>The parent is the object itself under a condition: <c>messages ?? other</c>, <c>a ? messages : other</c>.</summary>
    public static bool IsSame(IOperation parent, IOperation child) =>
        parent switch
        {
            ICoalesceOperation => true,
            IConditionalOperation conditional => !ReferenceEquals(conditional.Condition, child),
            ISwitchExpressionArmOperation arm => ReferenceEquals(arm.Value, child),
            ISwitchExpressionOperation choice => !ReferenceEquals(choice.Value, child),
            _ => false,
        };

    /// <summary>Whoever holds the parent can change the object. An element that is spread is copied.</summary>
    /// <param name="variable">The field, property, local or parameter that held it first.</param>
    public static bool IsOutOfSight(IOperation parent, IOperation child, ISymbol? variable) =>
        parent switch
        {
            // `texts.ForEach(messages.Add)`
            IMethodReferenceOperation group => ReferenceEquals(group.Instance, child),
            IIsPatternOperation match => ReferenceEquals(match.Value, child)
                && match.Pattern.DescendantsAndSelf().Any(static p => p is IDeclarationPatternOperation { DeclaredSymbol: not null }),
            IArrayInitializerOperation or ITupleOperation => IsCollection(child.Type),
            IReturnOperation returned => IsCollection(child.Type) && LeadsOut(returned, variable),
            _ => parent.IsCollectionExpression() && IsCollection(child.Type),
        };

    /// <summary>Elements can be added to it, removed and replaced.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is { TypeKind: not TypeKind.Array, SpecialType: not SpecialType.System_String, IsReferenceType: true }
        && type.AllInterfaces.Append(type)
            .Any(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T);

    /// <summary>A local is gone when its method returns it; a member, and what a nested function returns, lives on.</summary>
    private static bool LeadsOut(IReturnOperation returned, ISymbol? variable)
    {
        if (returned.EnclosingFunction().Parent is not null)
        {
            return true;
        }

        return variable is IFieldSymbol or IPropertySymbol
            && returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart)
                is IMethodSymbol { DeclaredAccessibility: not Accessibility.Private };
    }
}
