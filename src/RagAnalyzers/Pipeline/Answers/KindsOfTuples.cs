using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read off tuples, or records that are taken apart like tuples, of another kind than the one that an answer was put
/// into: those with the answer have one constant in an element, and the value is read where that element is another
/// (<c>foreach (var (kind, text) in all) if (kind == "order")</c>).
/// </summary>
internal static class KindsOfTuples
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(IEnumerable<IOperation> trail, IEnumerable<IOperation> way)
    {
        var made = way.Select(ElementsOf).Where(static e => !e.IsDefaultOrEmpty).ToList();
        return made.Count > 0 && trail.Any(IsOfAnotherKind);

        bool IsOfAnotherKind(IOperation passed) =>
            passed switch
            {
                ILocalReferenceOperation or IParameterReferenceOperation => TupleElement.HolderOf(passed) is { } holder
                    && BranchConditions.Say(passed, (l, r, e) => IsOther(l, r, holder, e) || IsOther(r, l, holder, e)),
                IInvocationOperation call => BranchConditions.IsChosenBy(
                    call,
                    element => (l, r, e) => IsOther(l, r, element, e) || IsOther(r, l, element, e)
                ),
                _ => false,
            };

        bool IsOther(IOperation read, IOperation constant, object holder, bool isEqual) =>
            TupleElement.ReadBy(read) is { } element
            && element.Holder.Equals(holder)
            && constant.Unwrapped().ConstantValue is { HasValue: true, Value: var value }
            && made.FindAll(m => m.Length == element.Count) is { Count: > 0 } makers
            && makers.TrueForAll(m =>
                m[element.Position].Unwrapped().ConstantValue is { HasValue: true, Value: var of } && Equals(of, value) != isEqual
            );
    }

    /// <summary>What a tuple, or a record with positions, is made of; default for anything else.</summary>
    private static ImmutableArray<IOperation> ElementsOf(IOperation made) =>
        made switch
        {
            ITupleOperation tuple => TakenApart.Deconstructed(tuple, out _) is null ? tuple.Elements : default,
            IObjectCreationOperation { Type: { IsRecord: true } type, Constructor: { } constructor, Initializer: null } record
                when TakesApart(type, constructor) => record
                .Arguments.OrderBy(static a => a.Parameter!.Ordinal)
                .Select(static a => a.Value)
                .ToImmutableArray(),
            _ => default,
        };

    /// <summary>The record is taken apart into what the constructor gets.</summary>
    private static bool TakesApart(ITypeSymbol record, IMethodSymbol constructor) =>
        record
            .GetMembers("Deconstruct")
            .OfType<IMethodSymbol>()
            .Any(d =>
                d.IsImplicitlyDeclared
                && d.Parameters.Select(static p => p.Name).SequenceEqual(constructor.Parameters.Select(static p => p.Name))
            );
}
