using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// Keys and values of dictionaries and pairs: the value of an entry stands for the collection that it is in, its key is the path step
/// <c>&lt;key&gt;</c>.
/// </summary>
internal static class PairEntries
{
    private const string KeyStep = "<key>";

    /// <summary>The step from an object to one of its members: <c>pair.Key</c> and <c>texts.Keys</c> are read off the keys.</summary>
    public static string StepTo(ISymbol member) =>
        member is IPropertySymbol { Name: "Key" or "Keys", ContainingType: { } type } && !type.IsInSource() && ArePairs(type)
            ? KeyStep
            : member.MemberName();

    /// <summary>The path asks for the keys of what it is read off.</summary>
    public static bool IsOfKeys(AccessPath path) => path.Head == KeyStep;

    /// <summary>The path to a variable that what is taken apart is put into; that of a pair's first part leads to the key.</summary>
    /// <param name="type">The type of what is taken apart, or of the collection that it is in.</param>
    public static AccessPath Deconstructed(ITypeSymbol? type, AccessPath path) =>
        !ArePairs(type) ? path
        : path.Head == "Item1" ? path.Rest.Push(KeyStep)
        : path.Rest;

    /// <summary>
    /// Leaves of the parts of an entry, the key and what follows it, those that the path asks for; a collection contains all of them.
    /// </summary>
    /// <param name="into">The type of what the entry is put into.</param>
    /// <returns>The path that leads on from them.</returns>
    public static AccessPath Choose(List<IOperation> parts, ITypeSymbol? into, AccessPath path, FlowMode mode)
    {
        if (parts.Count < 2 || (mode == FlowMode.Content && !IsOfKeys(path)) || !ArePairs(into))
        {
            return path;
        }

        if (!IsOfKeys(path))
        {
            parts.RemoveAt(0);
            return path;
        }

        parts.RemoveRange(1, parts.Count - 1);
        return path.Rest;
    }

    /// <summary>The key that an assignment writes an element under, <c>texts[key] = text</c>, where the path asks for it; null otherwise.</summary>
    public static IOperation? KeyWritten(IOperation site, AccessPath path) =>
        IsOfKeys(path)
        && site is IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance.Type: var into } }
        && ArePairs(into)
            ? key
            : null;

    /// <summary>A key-value pair, or a collection of them.</summary>
    public static bool ArePairs(ITypeSymbol? type)
    {
        if (type is null || IsPair(type))
        {
            return type is not null;
        }

        foreach (var each in type.AllInterfaces)
        {
            if (each.TypeArguments is [var element] && IsPair(element))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The pair, and the class that makes some.</summary>
    public static bool IsPair(ITypeSymbol type) => type.HasFullName("System.Collections.Generic.KeyValuePair");
}
