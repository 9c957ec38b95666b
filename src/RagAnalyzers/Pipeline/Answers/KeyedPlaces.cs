using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read from another place of a collection than the one that an answer was put at: under another constant key of a
/// dictionary, at another position of an array or a list.
/// </summary>
internal static class KeyedPlaces
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(IEnumerable<IOperation> trail, ICollection<IOperation> way)
    {
        var reads = trail.Select(KeyOfRead).OfType<IOperation>().Select(static k => k.Unwrapped().ConstantValue).ToList();
        if (reads.Count == 0 || reads.Exists(static k => !k.HasValue))
        {
            return false;
        }

        var puts = way.SelectMany(o => KeysOfPut(o, way)).ToList();
        return puts.Count > 0
            && puts.TrueForAll(static k => k is not null)
            && reads.TrueForAll(r => puts.TrueForAll(p => p!.GetType() == r.Value?.GetType() && !p.Equals(r.Value)));
    }

    /// <summary>The key of what is read from a collection of the base class library: a text, or something in which one may be.</summary>
    private static IOperation? KeyOfRead(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance.Type: { } of } when !IsTarget(operation) => IsKept(
                of,
                operation
            )
                ? key
                : null,
            IArrayElementReferenceOperation { Indices: [var at] } when !IsTarget(operation) => IsText(operation.Type) ? at : null,
            ILocalReferenceOperation { Local: var local } => BodyIndex
                .Of(operation)
                .ReferencesTo(local)
                .Select(static r => (r.Parent is IDeclarationExpressionOperation declared ? declared.Parent : r.Parent)?.Parent)
                .OfType<IInvocationOperation>()
                .FirstOrDefault(static c => c is { TargetMethod.Name: "TryGetValue", Arguments.Length: 2 })
                ?.Arguments[0]
                .Value,
            IInvocationOperation
            {
                TargetMethod: { Name: "GetValueOrDefault", IsExtensionMethod: true },
                Arguments: [_, { Value: var key }, ..]
            } => key,
            _ => null,
        };

    private static bool IsTarget(IOperation operation) =>
        operation.Parent is IAssignmentOperation write && ReferenceEquals(write.Target, operation);

    private static bool IsKept(ITypeSymbol collection, IOperation read) =>
        IsText(read.Type)
        && (
            collection.FullNamespace().StartsWith("System.Collections", System.StringComparison.Ordinal)
            || collection.AllInterfaces.Any(static i => i.FullName() == "System.Collections.Generic.IDictionary")
        );

    private static bool IsText(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    /// <summary>The constant keys under which the operation puts what goes through it; null for one that is no constant.</summary>
    private static IEnumerable<object?> KeysOfPut(IOperation operation, ICollection<IOperation> way)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] }, Value: var put }
                when way.Contains(put):
                yield return Constant(key);
                break;
            case ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { Indices: [var at] }, Value: var put }
                when way.Contains(put):
                yield return Constant(at);
                break;
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [{ Value: var key }, { Value: var put }] }
                when way.Contains(put):
                yield return Constant(key);
                break;
            case IArrayInitializerOperation:
            case { } when operation.IsCollectionExpression():
                foreach (var i in Positions(operation.ChildOperations.ToList(), way))
                {
                    yield return i;
                }

                break;
            case IObjectOrCollectionInitializerOperation { Initializers: var added }
                when added.All(static a => a is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }):
                foreach (var i in Positions(added, way))
                {
                    yield return i;
                }

                break;
        }
    }

    private static IEnumerable<object?> Positions(IReadOnlyList<IOperation> elements, ICollection<IOperation> way) =>
        Enumerable
            .Range(0, elements.Count)
            .Where(i => way.Contains(elements[i]))
            .Select(i => elements.Take(i + 1).Any(static e => e.IsSpread()) ? null : (object?)i);

    private static object? Constant(IOperation key) => key.Unwrapped().ConstantValue is { HasValue: true, Value: var value } ? value : null;
}
