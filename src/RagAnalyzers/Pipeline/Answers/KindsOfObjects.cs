using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read off objects of another kind than the one that an answer was put into: a member says of what kind each is,
/// the objects with the answer are made with one constant, and the value is read where the member is another
/// (<c>if (entry.Kind == Kind.Order)</c>).
/// </summary>
internal static class KindsOfObjects
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(IEnumerable<IOperation> trail, IEnumerable<IOperation> way)
    {
        var made = way.OfType<IObjectCreationOperation>().ToList();
        return made.Exists(static m => IsOwn(m.Type))
            && trail.Any(o =>
                o switch
                {
                    ILocalReferenceOperation { Local: var local } => (IsOwn(o.Type) && BranchConditions.Say(o, Says(local)))
                        || DeclaringIn(o, local).Any(p => BranchConditions.SayBeside(p, Says(variable: null))),
                    IParameterReferenceOperation { Parameter: var parameter } => IsOwn(o.Type) && BranchConditions.Say(o, Says(parameter)),
                    IInvocationOperation call => BranchConditions.IsChosenBy(call, e => IsOwn(e.Type) ? Says(e) : null),
                    _ => false,
                }
            );

        Func<IOperation, IOperation, bool, bool> Says(ISymbol? variable) =>
            (left, right, isEqual) => IsOther(left, right, variable, isEqual) || IsOther(right, left, variable, isEqual);

        bool IsOther(IOperation read, IOperation constant, ISymbol? variable, bool isEqual)
        {
            if (
                read.Unwrapped() is not IMemberReferenceOperation { Member: { ContainingType: { } type } member } reference
                || BranchConditions.OwnerOf(reference) is not { } owner
                || (variable is not null && !SymbolEqualityComparer.Default.Equals(owner.LocalOrParameter(), variable))
                || constant.Unwrapped().ConstantValue is not { HasValue: true, Value: var value }
            )
            {
                return false;
            }

            var makers = made.FindAll(m => SymbolEqualityComparer.Default.Equals(m.Type, type));
            return makers.Count > 0
                && makers.TrueForAll(m =>
                    MadeObjects.ValueOf(m, member)?.Unwrapped().ConstantValue is { HasValue: true, Value: var of }
                    && Equals(of, value) != isEqual
                );
        }
    }

    private static IEnumerable<IPatternOperation> DeclaringIn(IOperation use, ILocalSymbol local) =>
        local.Type.SpecialType == SpecialType.System_String
            ? BodyIndex.Of(use).ReferencesTo(local).OfType<IPatternOperation>()
            : Enumerable.Empty<IPatternOperation>();

    private static bool IsOwn(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class or TypeKind.Struct } && type.IsInSource();
}
