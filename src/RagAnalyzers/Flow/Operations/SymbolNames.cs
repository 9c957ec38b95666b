using System;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Names of symbols as the tables write them.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Full = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
    );

    /// <summary>"System.Collections.Generic.List" for <c>List&lt;T&gt;</c>: namespace and name, no type arguments.</summary>
    public static string FullName(this ITypeSymbol type) => type.OriginalDefinition.ToDisplayString(Full);

    /// <summary>The type has that <see cref="FullName"/>; most have another name, and that is not put together then.</summary>
    public static bool HasFullName(this ITypeSymbol? type, string fullName) =>
        type is not null && fullName.EndsWith(type.Name, StringComparison.Ordinal) && type.FullName() == fullName;

    /// <summary>"List&lt;Ticket&gt;": the type as a message shows it, whether the place where it stands allows null or not.</summary>
    public static string ShownName(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static string FullNamespace(this ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString() : string.Empty;

    /// <summary>The name of a member as paths write it: "Item1" for a tuple element, whatever it is called.</summary>
    public static string MemberName(this ISymbol member) =>
        member is IFieldSymbol { CorrespondingTupleField: { } element } ? element.Name : member.Name;

    /// <summary>The type of a call that yields no value: void, or a task of none.</summary>
    public static bool IsNothing(this ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" };

    /// <summary>A type that holds text, or bytes that may be text.</summary>
    public static bool IsText(this ITypeSymbol? type) =>
        type
            is { SpecialType: SpecialType.System_String }
                or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char }
                or { Name: "Stream" or "BinaryData" or "ReadOnlyMemory" or "ReadOnlySpan" };

    public static bool IsInSource(this ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;
}
