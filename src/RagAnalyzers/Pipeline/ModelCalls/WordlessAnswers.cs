using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>
/// Answers in which there is no word: numbers, truth values and names of enums alone. Who gets passages and returns such a thing ranks them, counts
/// them or judges them; nobody is answered from them.
/// </summary>
internal static class WordlessAnswers
{
    private const int Depth = 5;

    /// <summary>The answer of the call is certainly such a one.</summary>
    public static bool IsAskedFor(ModelCall call) =>
        call.Fact.Typed
            ? call.Operation.CalledMethod()?.TypeArguments is [{ } type] && IsWordless(type, Depth)
            : call.Shapes is { IsEmpty: false } shapes && shapes.All(static s => s.Type is { } type && IsWordless(type, Depth));

    private static bool IsWordless(ITypeSymbol type, int depth) =>
        depth > 0
        && JsonRoots.Of(type) switch
        {
            JsonRoot.Truth or JsonRoot.Number or JsonRoot.Enum => true,
            JsonRoot.Array => Collections.ElementOf(type) is { } element && IsWordless(element, depth - 1),
            JsonRoot.Unknown => OfMembers(type.WithoutNull(), depth - 1),
            _ => false,
        };

    private static bool OfMembers(ITypeSymbol type, int depth)
    {
        if (
            type
            is not INamedTypeSymbol
            {
                DeclaringSyntaxReferences.IsEmpty: false,
                BaseType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType
            }
        )
        {
            return false;
        }

        var members = type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(static p => p is { DeclaredAccessibility: Accessibility.Public, IsStatic: false })
            .ToList();
        return members.Count > 0 && members.TrueForAll(p => IsWordless(p.Type, depth));
    }
}
