using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Tells an answer that is nothing but a label from one that is also a text: what is shown, kept or handed on may be prose, in which one word
/// has a meaning of its own.
/// </summary>
internal static class OtherUses
{
    /// <summary>The locals through which the compared texts come are certainly used for nothing but the comparisons and for logging.</summary>
    public static bool AreNone(Body body, IEnumerable<IOperation> texts)
    {
        var trail = new HashSet<IOperation>();
        foreach (var text in texts)
        {
            if (!ReferenceEquals(text.Root(), body.Root))
            {
                return false;
            }

            body.Picture.TraceWithinBody(text, FlowMode.Value, trail: trail);
        }

        if (trail.Any(static o => o is IParameterReferenceOperation || IsOwn(o)))
        {
            return false;
        }

        var locals = trail
            .OfType<ILocalReferenceOperation>()
            .Select(static l => l.Local)
            .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        return locals
            .SelectMany(l => body.Index.ReferencesTo(l))
            .OfType<ILocalReferenceOperation>()
            .All(r => trail.Contains(r) || IsWritten(r) || IsFact(r) || IsLogged(r));
    }

    /// <summary>Others may read a field or property; the constants of a library (<c>string.Empty</c>) are nobody's.</summary>
    private static bool IsOwn(IOperation operation) =>
        operation
            is IFieldReferenceOperation { Field: { IsConst: false } }
                or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation }
        && ((IMemberReferenceOperation)operation).Member.IsInSource();

    private static bool IsWritten(IOperation reference) =>
        reference.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, reference);

    /// <summary>What is read off the response besides its text, such as the tokens that were used.</summary>
    private static bool IsFact(IOperation reference) =>
        reference.ParentOf(out _)
            is IPropertyReferenceOperation { Type: { SpecialType: not SpecialType.System_String } type, Arguments.IsEmpty: true }
        && type.Name is "UsageDetails" or "ChatTokenUsage" or "ChatFinishReason" or "Nullable" or "Int32";

    private static bool IsLogged(IOperation reference)
    {
        for (var o = reference.Parent; o is not null; o = o.Parent)
        {
            if (
                o is IInvocationOperation { TargetMethod: { ContainingType: { } type } method }
                && (
                    type.FullNamespace() == "Microsoft.Extensions.Logging"
                    || type.FullName() is "System.Diagnostics.Debug" or "System.Diagnostics.Trace"
                    || (
                        type.SpecialType == SpecialType.System_String && method.Name.StartsWith("IsNullOr", System.StringComparison.Ordinal)
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
