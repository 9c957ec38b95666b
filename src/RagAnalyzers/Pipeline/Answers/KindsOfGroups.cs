using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read off another group than the one that an answer got into: the elements with the answer have one constant key,
/// and the value is read where the group's is another (<c>turns.GroupBy(t => t.Role)</c>, <c>if (group.Key == "json")</c>).
/// </summary>
internal static class KindsOfGroups
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(ICollection<IOperation> trail, ICollection<IOperation> way)
    {
        var keys = trail
            .Where(SelectedKeys.AreOfGroups)
            .SelectMany(call => SelectedKeys.KeysOf((IInvocationOperation)call, way))
            .Select(static k => k?.Unwrapped().ConstantValue ?? default)
            .ToList();
        return keys.Count > 0 && keys.TrueForAll(static k => k.HasValue) && trail.Any(IsOfAnotherGroup);

        bool IsOfAnotherGroup(IOperation passed) =>
            passed switch
            {
                ILocalReferenceOperation or IParameterReferenceOperation => IsGroup(passed.Type)
                    && BranchConditions.Say(passed, (l, r, e) => IsOther(l, r, e) || IsOther(r, l, e)),
                IInvocationOperation call => BranchConditions.IsChosenBy(
                    call,
                    group => IsGroup(group.Type) ? (l, r, e) => IsOther(l, r, e) || IsOther(r, l, e) : null
                ),
                _ => false,
            };

        bool IsOther(IOperation read, IOperation constant, bool isEqual) =>
            read.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Key", Instance.Type: { } owner }
            && IsGroup(owner)
            && constant.Unwrapped().ConstantValue is { HasValue: true, Value: var value }
            && keys.TrueForAll(k => Equals(k.Value, value) != isEqual);
    }

    private static bool IsGroup(ITypeSymbol? type) => type.HasFullName("System.Linq.IGrouping");
}
