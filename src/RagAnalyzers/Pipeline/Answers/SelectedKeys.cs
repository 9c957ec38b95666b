using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// The keys that a call gives the elements of a sequence: a function reads the key off each
/// (<c>pairs.ToDictionary(p => p.Kind, p => p.Text)</c>, <c>turns.GroupBy(t => t.Role)</c>), or the first element of a tuple is it.
/// </summary>
internal static class SelectedKeys
{
    /// <summary>The operation makes a dictionary, or something that is looked up like one, of a sequence.</summary>
    public static bool AreIn(IOperation operation) =>
        operation
            is IInvocationOperation
            {
                TargetMethod:
                { Name: "ToDictionary" or "ToImmutableDictionary" or "ToFrozenDictionary" or "ToLookup", IsExtensionMethod: true } method
            }
        && !method.IsInSource();

    /// <summary>The operation makes groups of a sequence.</summary>
    public static bool AreOfGroups(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "GroupBy", IsExtensionMethod: true } method } && !method.IsInSource();

    /// <summary>The places of the elements that a value goes through.</summary>
    /// <param name="call">The call that makes the dictionary.</param>
    /// <param name="way">What the value goes through.</param>
    public static IEnumerable<KeyedPlace> Of(IInvocationOperation call, IEnumerable<IOperation> way) =>
        KeysOf(call, way).Select(key => key is null ? KeyedPlace.At(null) : new KeyedPlace(key, null, InnerOf(call)));

    /// <summary>The keys of the elements that a value goes through; null for one that cannot be told.</summary>
    public static IEnumerable<IOperation?> KeysOf(IInvocationOperation call, IEnumerable<IOperation> way) =>
        way.Where(IsElement).Select(made => KeyOf(call, made));

    /// <summary>What stands under a key of a lookup are all elements that have it.</summary>
    private static ITypeSymbol? InnerOf(IInvocationOperation call) =>
        call.TargetMethod.Name == "ToLookup"
            ? call.Type?.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(static p => p.IsIndexer)?.Type
            : null;

    private static bool IsElement(IOperation operation) =>
        operation switch
        {
            ITupleOperation tuple => TakenApart.Deconstructed(tuple, out _) is null,
            IAnonymousObjectCreationOperation => true,
            IObjectCreationOperation { Type: { } type } => type.IsInSource(),
            _ => false,
        };

    private static IOperation? KeyOf(IInvocationOperation call, IOperation made)
    {
        if (call.Arguments.Select(static a => a.Value.HandedFunction()).FirstOrDefault(static f => f is not null) is not { } selector)
        {
            return made is ITupleOperation { Elements: [var first, ..] } ? first : null;
        }

        if (
            selector is not IAnonymousFunctionOperation { Symbol.Parameters: [var element] } lambda
            || lambda.ReturnedValues().ToList() is not [var read]
        )
        {
            return null;
        }

        return made is ITupleOperation tuple
            ? TupleElement.ReadBy(read) is { } at && at.Holder.Equals(element) && at.Count == tuple.Elements.Length
                ? tuple.Elements[at.Position]
                : null
            : read.Unwrapped() is IMemberReferenceOperation { Member: { } member, Instance: { } owner }
            && owner.Unwrapped() is IParameterReferenceOperation { Parameter: var parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, element)
                ? MadeObjects.ValueOf(made, member)
                : null;
    }
}
