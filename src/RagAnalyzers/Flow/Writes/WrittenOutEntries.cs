using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>The entries of a collection of a library that is written out: keys, or positions, that are constants, and what stands there.</summary>
internal static class WrittenOutEntries
{
    /// <summary>Those that stand where the collection is made; null where there may be others.</summary>
    /// <param name="made"><c>new Dictionary&lt;string, Step> { ["a"] = first }</c>, <c>[first, second]</c></param>
    public static List<KeyValuePair<object, IOperation>>? In(IOperation made)
    {
        var collection = made.Unwrapped();
        while (
            collection is IInvocationOperation { TargetMethod.Name: "ToFrozenDictionary" or "ToImmutableDictionary" or "AsReadOnly" } copied
        )
        {
            if (copied.CalledOn()?.Unwrapped() is not { } source)
            {
                return null;
            }

            collection = source;
        }

        return collection switch
        {
            IObjectCreationOperation { Type: { } type } creation when !type.IsInSource() => OfCreation(creation),
            IArrayCreationOperation { Initializer.ElementValues: var elements } => ByPosition(elements),
            // A placeholder for the elements stands among them where a method builds the collection.
            _ when collection.IsCollectionExpression() => ByPosition(
                collection.ChildOperations.Where(c => c.Syntax != collection.Syntax).ToList()
            ),
            _ => null,
        };
    }

    /// <summary>
    /// Those of a local that is made once, filled under constant keys, and otherwise only read; null where it is not so.
    /// </summary>
    /// <param name="isLeft">Whether others may have changed what stands under the keys; they cannot have put something else there.</param>
    public static List<KeyValuePair<object, IOperation>>? Of(WriteFinder writes, ILocalReferenceOperation read, out bool isLeft)
    {
        isLeft = true;
        var index = BodyIndex.Of(read);
        var entries = new List<KeyValuePair<object, IOperation>>();
        var fillings = new HashSet<IOperation>();
        foreach (var reference in index.ReferencesTo(read.Local))
        {
            if (reference is IVariableDeclaratorOperation declared)
            {
                if (declared.GetVariableInitializer()?.Value is not { } made || In(made) is not { } initial)
                {
                    return null;
                }

                fillings.Add(declared);
                entries.AddRange(initial);
            }
            else if (FilledAt(reference) is var (filling, key, value))
            {
                if (Constant(key) is not { } constant)
                {
                    return null;
                }

                fillings.Add(filling);
                entries.Add(new(constant, value));
            }
            else if (!IsLookedAt(reference))
            {
                return null;
            }
        }

        var others = writes.WritesTo(read.Local, index).RemoveAll(w => fillings.Contains(w.Site));
        isLeft = others.IsEmpty;
        return others.All(static w => w.Kind == FlowWriteKind.Escape) ? entries : null;
    }

    /// <summary>The constant that a key is; null of any other key.</summary>
    public static object? Constant(IOperation key) => key.ConstantValue is { HasValue: true, Value: { } value } ? value : null;

    private static List<KeyValuePair<object, IOperation>>? OfCreation(IObjectCreationOperation creation)
    {
        var initializers = creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty;
        if (
            !initializers.IsEmpty
            && initializers.All(static i => i is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 })
            && creation.Arguments.IsEmpty
            && creation.Type?.Name == "List"
        )
        {
            return ByPosition(initializers.Select(static i => ((IInvocationOperation)i).Arguments[0].Value).ToList());
        }

        var entries = new List<KeyValuePair<object, IOperation>>();
        foreach (var initializer in initializers)
        {
            if (initializer.KeyedEntry() is not var (key, entry) || Constant(key) is not { } constant)
            {
                return null;
            }

            entries.Add(new(constant, entry));
        }

        return entries;
    }

    private static List<KeyValuePair<object, IOperation>>? ByPosition(IReadOnlyList<IOperation> elements) =>
        elements.Any(static e => e.IsSpread())
            ? null
            : elements.Select(static (e, i) => new KeyValuePair<object, IOperation>(i, e)).ToList();

    /// <summary><c>steps["a"] = step</c>, <c>steps.Add("a", step)</c></summary>
    private static (IOperation Filling, IOperation Key, IOperation Value)? FilledAt(IOperation collection) =>
        collection.ParentOf(out var held) switch
        {
            IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Instance: { } on, Arguments: [var key, var value] } call
                when ReferenceEquals(on, held) => (call, key.Value, value.Value),
            { } element
                when ElementRead.Of(element) is { } place
                    && ReferenceEquals(place.Collection, held)
                    && element.Parent is ISimpleAssignmentOperation write
                    && ReferenceEquals(write.Target, element) => (write, place.Key, write.Value),
            _ => null,
        };

    private static bool IsLookedAt(IOperation collection) =>
        collection.ParentOf(out var held) switch
        {
            IInvocationOperation { TargetMethod.Name: "ContainsKey" or "TryGetValue", Instance: { } on } => ReferenceEquals(on, held),
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "Keys" or "Values" } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "GetValueOrDefault" } call } =>
                !call.TargetMethod.IsInSource(),
            IForEachLoopOperation => true,
            { } element => ElementRead.Of(element) is not null,
            null => false,
        };
}
