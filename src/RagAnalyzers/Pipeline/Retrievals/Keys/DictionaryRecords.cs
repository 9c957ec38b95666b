using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Keys;

/// <summary>
/// Records of a library whose members are entries (<c>new SearchDocument { ["id"] = ... }</c>). Which of them is the key the index knows alone: one
/// that is called so is taken for it where no other may be.
/// </summary>
internal static class DictionaryRecords
{
    private static readonly string[] KeyNames = { "id", "key" };

    /// <summary>The call writes such records.</summary>
    public static bool AreWrittenBy(IInvocationOperation call) => call.TargetMethod.TypeArguments.Any(static t => IsOne(t));

    /// <summary>The type is of a library, and holds its members under their names.</summary>
    private static bool IsOne(ITypeSymbol? type) =>
        type?.IsInSource() == false
        && type.AllInterfaces.Any(static i => i is { Name: "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] });

    /// <summary>What the creation of such a record puts under the name of the key, or null.</summary>
    public static IOperation? KeyIn(IObjectCreationOperation creation)
    {
        if (!IsOne(creation.Type))
        {
            return null;
        }

        var entries =
            creation
                .Initializer?.Initializers.Select(static i => i.KeyedEntry())
                .Where(static e => e?.Key.ConstantValue.Value is string name && MayBeKey(name))
                .ToList()
            ?? [];
        return entries is [var (key, value)] && KeyNames.Contains((string)key.ConstantValue.Value!, StringComparer.OrdinalIgnoreCase)
            ? value
            : null;
    }

    private static bool MayBeKey(string name) => KeyNames.Any(k => name.EndsWith(k, StringComparison.OrdinalIgnoreCase));
}
