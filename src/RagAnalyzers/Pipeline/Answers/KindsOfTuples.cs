using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read off tuples of another kind than the one that an answer was put into: the tuples with the answer have one constant
/// in an element, and the value is read where that element is another (<c>foreach (var (kind, text) in all) if (kind == "order")</c>).
/// </summary>
internal static class KindsOfTuples
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(IEnumerable<IOperation> trail, IEnumerable<IOperation> way)
    {
        var made = way.OfType<ITupleOperation>().Where(static t => TakenApart.Deconstructed(t, out _) is null).ToList();
        return made.Count > 0 && trail.Any(IsOfAnotherKind);

        bool IsOfAnotherKind(IOperation passed) =>
            passed switch
            {
                ILocalReferenceOperation or IParameterReferenceOperation => TupleElement.HolderOf(passed) is { } holder
                    && BranchConditions.Say(passed, (l, r, e) => IsOther(l, r, holder, e) || IsOther(r, l, holder, e)),
                IInvocationOperation call => call.Arguments.Any(a =>
                    a.Value.HandedFunction() is IAnonymousFunctionOperation { Symbol: { Parameters: [var element, ..] } symbol } lambda
                    && symbol.ReturnType.SpecialType == SpecialType.System_Boolean
                    && lambda.ReturnedValues().ToList() is [var condition]
                    && BranchConditions.Holds(condition, isTrue: true, (l, r, e) => IsOther(l, r, element, e) || IsOther(r, l, element, e))
                ),
                _ => false,
            };

        bool IsOther(IOperation read, IOperation constant, object holder, bool isEqual) =>
            TupleElement.ReadBy(read) is { } element
            && element.Holder.Equals(holder)
            && constant.Unwrapped().ConstantValue is { HasValue: true, Value: var value }
            && made.FindAll(m => m.Elements.Length == element.Count) is { Count: > 0 } makers
            && makers.TrueForAll(m =>
                m.Elements[element.Position].Unwrapped().ConstantValue is { HasValue: true, Value: var of } && Equals(of, value) != isEqual
            );
    }
}
