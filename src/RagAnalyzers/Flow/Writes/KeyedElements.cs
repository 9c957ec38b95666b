using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// Elements that are looked up by a constant key and kept apart from their container and from each other: the element of
/// "x" is the path step <c>[x]</c>. Any other collection is one value with all of its elements.
/// </summary>
internal static class KeyedElements
{
    /// <summary>The path step of an element. Keys that differ by case only are the same.</summary>
    public static string Step(string key) => "[" + key.ToLowerInvariant() + "]";

    public static bool IsStep(string member) => member.Length > 0 && member[0] == '[';

    /// <summary>The container keeps its elements apart.</summary>
    public static bool AreKept(IFlowKnowledge knowledge, IOperation? container) =>
        container?.Unwrapped().Type is { } type && knowledge.KeepsElementsApart(type);

    /// <summary>The step for a key, or null when the key is no constant.</summary>
    public static string? StepOf(IOperation key) => key.ConstantValue is { HasValue: true, Value: string text } ? Step(text) : null;

    /// <summary>The key and the value that a call adds to such a container, or null.</summary>
    public static (IOperation Key, IOperation Value)? AddedBy(IFlowKnowledge knowledge, IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "TryAdd", Arguments.Length: 2 } && AreKept(knowledge, call.Instance)
            ? (call.Arguments[0].Value, call.Arguments[1].Value)
            : null;

    /// <summary>The step that an assignment in an object initializer is made to: the element's, or the member's name.</summary>
    public static string StepTo(IFlowKnowledge knowledge, IMemberReferenceOperation target) =>
        target is IPropertyReferenceOperation { Arguments: { Length: 1 } keys } && AreKept(knowledge, target.Instance)
            ? StepOf(keys[0].Value) ?? string.Empty
            : target.Member.MemberName();

    /// <summary>
    /// What an element of a new container is, when no assignment in its initializer says it: what a collection initializer adds,
    /// or what the container was copied from.
    /// </summary>
    public static TraceResult OfNew(
        TraceSession session,
        IObjectCreationOperation creation,
        IEnumerable<IOperation> initializers,
        AccessPath path
    )
    {
        if (InInitializer(session, initializers, path) is { } initialized)
        {
            return initialized;
        }

        foreach (var argument in creation.Arguments.Select(static a => a.Value))
        {
            if (AreKept(session.Tracer.Knowledge, argument))
            {
                return session.Trace(argument, path);
            }

            if (argument.ConstantValue is { HasValue: true, Value: null } || !IsDictionary(argument.Unwrapped().Type))
            {
                continue;
            }

            // Of other dictionaries, only one that is written out here shows its elements.
            return KeyedDictionary.EntriesOf(argument) is { IsDefault: false } entries
                ? OfEntries(session, argument, entries, path)
                : TraceSession.Unknown(argument, path);
        }

        return TraceResult.Of(OriginKind.Unset, creation, path, creation.Type);
    }

    private static TraceResult OfEntries(
        TraceSession session,
        IOperation dictionary,
        ImmutableArray<(string Step, IOperation Value)> entries,
        AccessPath path
    )
    {
        var values = entries.Where(e => e.Step == path.Head).Select(e => session.Trace(e.Value, path.Rest)).ToList();
        return values.Count > 0
            ? TraceResult.UnionAll(values)
            : TraceResult.Of(OriginKind.Unset, dictionary.Unwrapped(), path, dictionary.Unwrapped().Type);
    }

    private static TraceResult? InInitializer(TraceSession session, IEnumerable<IOperation> initializers, AccessPath path)
    {
        foreach (var initializer in initializers.Reverse())
        {
            if (initializer.KeyedEntry() is not var (key, value))
            {
                continue;
            }

            if (StepOf(key) is not { } step)
            {
                return TraceSession.Unknown(initializer, path);
            }

            if (step == path.Head)
            {
                return session.Trace(value, path.Rest);
            }
        }

        return null;
    }

    private static bool IsDictionary(ITypeSymbol? type) =>
        type is not null
        && type.AllInterfaces.Concat(new[] { type })
            .Any(static t =>
                t.FullName() is "System.Collections.Generic.IDictionary"
                && t is INamedTypeSymbol { TypeArguments: [_, { SpecialType: SpecialType.System_Object }] }
            );
}
