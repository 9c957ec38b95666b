using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Null, and members that start with it and are filled by what cannot be seen.</summary>
internal static class NullValues
{
    /// <summary><c>null</c>, <c>null!</c>, <c>default</c> of what is no value type.</summary>
    public static bool IsNullValue(this IOperation value) =>
        value.Type is not { IsValueType: true }
        && (value.ConstantValue is { HasValue: true, Value: null } || value.Unwrapped() is IDefaultValueOperation);

    /// <summary>Reflection can set the member: Entity Framework, what injects into pages and components.</summary>
    public static bool IsSettable(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null };

    /// <summary>A library's constructor runs for every object of the type, and may fill what the type declares, as that of <c>DbContext</c> does.</summary>
    public static bool IsMadeByLibrary(ITypeSymbol type)
    {
        for (var t = type.BaseType; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            if (!t.IsInSource())
            {
                return true;
            }
        }

        return false;
    }
}
