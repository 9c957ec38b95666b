using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces what stands between the braces of a new object: assignments to its members, elements, entries.</summary>
internal sealed class InitializerTracer
{
    private readonly TraceSession _session;

    public InitializerTracer(TraceSession session) => _session = session;

    /// <summary>Elements of a collection initializer, and in content mode the members of an object initializer.</summary>
    public TraceResult OfContents(IEnumerable<IOperation> initializers) =>
        TraceResult.UnionAll(
            initializers.Select(i =>
                i switch
                {
                    IInvocationOperation { Arguments.Length: > 1 } entry when _session.Mode == FlowMode.Keys => _session.Trace(
                        entry.Arguments[0].Value,
                        AccessPath.Empty
                    ),
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: false } } entry
                        when _session.Mode == FlowMode.Keys => _session.TraceAll(KeysOf(entry.Target), AccessPath.Empty),
                    IInvocationOperation add
                        when _session.Mode == FlowMode.Content || !KeyedElements.AreKept(_session.Tracer.Knowledge, add.Instance) =>
                        OfElement(add, AccessPath.Empty),
                    ISimpleAssignmentOperation assignment when _session.Mode == FlowMode.Content || IsPartOfObject(assignment.Target) =>
                        _session.TraceAll(PartsOf(assignment), AccessPath.Empty),
                    IMemberInitializerOperation member when _session.Mode == FlowMode.Content => OfContents(
                        member.Initializer.Initializers
                    ),
                    _ => TraceResult.Nothing,
                }
            )
        );

    /// <summary>The initializer adds to what the member holds already: <c>Items = { a, b }</c>.</summary>
    public static bool IsAddedTo(IEnumerable<IOperation> initializers, string member) =>
        initializers.Any(i =>
            i is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } && target.Member.MemberName() == member
        );

    /// <summary>The value that an initializer gives the first member of the path, or null.</summary>
    public TraceResult? Assigned(IEnumerable<IOperation> initializers, AccessPath path)
    {
        foreach (var initializer in initializers)
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                    when KeyedElements.StepTo(_session.Tracer.Knowledge, target) == path.Head:
                    return _session.Trace(assignment.Value, path.Rest);
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                    when _session.Tracer.Knowledge.IsPartOfItsOwner(target.Member):
                    return _session.Trace(assignment.Value, path);
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } member
                    when target.Member.MemberName() == path.Head:
                    return path.Rest.IsEmpty
                        ? OfContents(member.Initializer.Initializers)
                        : Assigned(member.Initializer.Initializers, path.Rest) ?? TraceResult.Of(OriginKind.Unset, initializer, path.Rest);
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } member
                    when _session.Tracer.Knowledge.IsPartOfItsOwner(target.Member):
                    if (Assigned(member.Initializer.Initializers, path) is { } within)
                    {
                        return within;
                    }

                    if (OfElements(member.Initializer.Initializers, path) is { } elements)
                    {
                        return elements;
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>
    /// An element stands for its collection: <c>{ a, b }</c>, <c>{ { "a", b } }</c> or <c>{ ["a"] = b }</c>. Null when there is none.
    /// </summary>
    public TraceResult? OfElements(IEnumerable<IOperation> initializers, AccessPath path)
    {
        TraceResult? result = null;
        foreach (var initializer in initializers)
        {
            var element = initializer switch
            {
                IInvocationOperation add => OfElement(add, path),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: false } } assignment =>
                    PairEntries.KeyWritten(assignment, path) is { } key
                        ? _session.Trace(key, path.Rest)
                        : _session.Trace(assignment.Value, path),
                _ => null,
            };
            if (element is not null)
            {
                result = (result ?? TraceResult.Nothing).Union(element);
            }
        }

        return result;
    }

    private TraceResult OfElement(IInvocationOperation add, AccessPath path)
    {
        var values = add.Arguments.Select(static a => a.Value).ToList();
        path = PairEntries.Choose(values, add.Instance?.Type, path, _session.Mode);
        var result = _session.TraceAll(values, path);
        return _session.Tracer.Knowledge.OfCall(add.TargetMethod) is { IsPart: true } ? result.InPart(add) : result;
    }

    /// <summary>What is assigned, and where the keys count with the contents, they as well.</summary>
    private IEnumerable<IOperation> PartsOf(ISimpleAssignmentOperation assignment) =>
        _session.Mode == FlowMode.Content ? KeysOf(assignment.Target).Append(assignment.Value) : new[] { assignment.Value };

    private static IEnumerable<IOperation> KeysOf(IOperation target) =>
        target is IPropertyReferenceOperation { Arguments: { IsEmpty: false } keys }
            ? keys.Select(static k => k.Value)
            : Enumerable.Empty<IOperation>();

    /// <summary>An element, or a member that stands for the object itself.</summary>
    private bool IsPartOfObject(IOperation target) =>
        (
            target is IPropertyReferenceOperation { Arguments.IsEmpty: false } element
            && !KeyedElements.AreKept(_session.Tracer.Knowledge, element.Instance)
        ) || (target is IMemberReferenceOperation { Member: { } member } && _session.Tracer.Knowledge.IsPartOfItsOwner(member));
}
