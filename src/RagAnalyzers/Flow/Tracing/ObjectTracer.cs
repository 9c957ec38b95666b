using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces objects, and members of objects, to the place where they are made.</summary>
internal sealed class ObjectTracer
{
    private readonly TraceSession _session;
    private readonly ConstructionTracer _constructions;

    public ObjectTracer(TraceSession session)
    {
        _session = session;
        _constructions = new ConstructionTracer(session);
    }

    public TraceResult Of(IObjectCreationOperation creation, AccessPath path)
    {
        if (creation.Constructor is not { } constructor)
        {
            return TraceSession.Unknown(creation, path);
        }

        var flow = _session.Tracer.Knowledge.OfCall(constructor);
        if (flow is { IsSource: true })
        {
            return TraceResult.Of(OriginKind.Source, creation, path, constructor);
        }

        var initializers = creation.Initializer?.Initializers ?? Enumerable.Empty<IOperation>();
        var result = path.IsEmpty
            ? TraceResult
                .Of(OriginKind.Creation, creation, path, creation.Type)
                .Union(OfArguments(creation, flow))
                .Union(OfContents(initializers))
            : OfMember(creation, constructor, flow, initializers, path);
        return flow is { IsPart: true } ? result.InPart(creation) : result;
    }

    /// <summary>An object made of member assignments alone, an anonymous one for example.</summary>
    public TraceResult OfMembers(IOperation creation, IEnumerable<IOperation> initializers, AccessPath path, bool isWhole)
    {
        if (path.IsEmpty)
        {
            return TraceResult.Of(OriginKind.Creation, creation, path, creation.Type).Union(OfContents(initializers));
        }

        return Assigned(initializers, path)
            ?? (isWhole ? TraceResult.Of(OriginKind.Unset, creation, path) : TraceSession.Unknown(creation, path));
    }

    public TraceResult OfWith(IWithOperation with, AccessPath path)
    {
        var initializers = with.Initializer.Initializers;
        return path.IsEmpty
            ? _session.Trace(with.Operand, path).Union(OfContents(initializers))
            : Assigned(initializers, path) ?? _session.Trace(with.Operand, path);
    }

    public TraceResult OfTuple(ITupleOperation tuple, AccessPath path)
    {
        if (path.IsEmpty)
        {
            return _session.Mode == FlowMode.Content
                ? _session.TraceAll(tuple.Elements, path)
                : TraceResult.Of(OriginKind.Creation, tuple, path, tuple.Type);
        }

        return
            path.Head.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(path.Head.Substring(4), out var at)
            && at >= 1
            && at <= tuple.Elements.Length
            ? _session.Trace(tuple.Elements[at - 1], path.Rest)
            : TraceSession.Unknown(tuple, path);
    }

    private TraceResult OfArguments(IObjectCreationOperation creation, CallFlow? flow)
    {
        var values = new List<IOperation>();
        if (flow is not null)
        {
            values.AddRange(Values(creation, flow.ToResult));
            if (_session.Mode == FlowMode.Content)
            {
                values.AddRange(Values(creation, flow.IntoResult));
            }
        }
        else if (_session.Mode == FlowMode.Content)
        {
            values.AddRange(creation.Arguments.Select(static a => a.Value));
        }

        return _session.TraceAll(values, AccessPath.Empty);
    }

    /// <summary>Elements of a collection initializer, and in content mode the members of an object initializer.</summary>
    private TraceResult OfContents(IEnumerable<IOperation> initializers) =>
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
                        _session.TraceAll(KeysOf(assignment.Target).Append(assignment.Value), AccessPath.Empty),
                    IMemberInitializerOperation member when _session.Mode == FlowMode.Content => OfContents(
                        member.Initializer.Initializers
                    ),
                    _ => TraceResult.Nothing,
                }
            )
        );

    private TraceResult OfMember(
        IObjectCreationOperation creation,
        IMethodSymbol constructor,
        CallFlow? flow,
        IEnumerable<IOperation> initializers,
        AccessPath path
    )
    {
        if (Assigned(initializers, path) is { } assigned)
        {
            return path.Rest.IsEmpty && IsAddedTo(initializers, path.Head)
                ? assigned.Union(OfArgumentFor(creation, constructor, path) ?? TraceResult.Nothing)
                : assigned;
        }

        if (AccessPath.IsCaptured(path.Head))
        {
            return _constructions.OfCaptured(creation, constructor, path);
        }

        var isKeyed = KeyedElements.AreKept(_session.Tracer.Knowledge, creation);
        if (isKeyed && KeyedElements.IsStep(path.Head))
        {
            return KeyedElements.OfNew(_session, creation, initializers, path);
        }

        if (!isKeyed && OfElements(initializers, path) is { } elements)
        {
            return flow is null ? elements : elements.Union(_session.TraceAll(Values(creation, flow.ResultAt(path)), path));
        }

        if (OfArgumentFor(creation, constructor, path) is { } passed)
        {
            return passed;
        }

        var head = MemberFor(creation.Type, path.Head);

        // `new ChatOptions(other)` takes over what the other one has.
        var copies = creation
            .Arguments.Select(static a => a.Value.Unwrapped())
            .Where(v => v.Type is not null && SymbolEqualityComparer.Default.Equals(v.Type, creation.Type))
            .ToList();
        if (copies.Count > 0)
        {
            return _session.TraceAll(copies, path);
        }

        if (flow is { ToResult.IsEmpty: false } or { MembersFrom: not null })
        {
            var carriers = Values(creation, flow.ResultAt(path)).ToList();
            return carriers.Count > 0 ? _session.TraceAll(carriers, path) : TraceResult.Of(OriginKind.Unset, creation, path, creation.Type);
        }

        if (ConstructionTracer.MemberOf(creation.Type, head) is { } member)
        {
            return _constructions.Of(creation, constructor, member, path.Rest);
        }

        return IsPlain(creation.Type, head)
            ? TraceResult.Of(OriginKind.Unset, creation, path, creation.Type)
            : TraceResult.Of(OriginKind.State, creation, path, creation.Type);
    }

    /// <summary>
    /// What is passed for the parameter that is named like the first member of the path; null when there is none, or when the constructor's
    /// code says what it does with it.
    /// </summary>
    private TraceResult? OfArgumentFor(IObjectCreationOperation creation, IMethodSymbol constructor, AccessPath path)
    {
        var head = MemberFor(creation.Type, path.Head);
        var parameter = constructor.Parameters.FirstOrDefault(p => string.Equals(p.Name, head, StringComparison.OrdinalIgnoreCase));
        return
            parameter is not null
            && (IsRecord(creation.Type) || !constructor.IsInSource())
            && creation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
            ? _session.Trace(argument.Value, path.Rest)
            : null;
    }

    /// <summary>The initializer adds to what the member holds already: <c>Items = { a, b }</c>.</summary>
    private static bool IsAddedTo(IEnumerable<IOperation> initializers, string member) =>
        initializers.Any(i =>
            i is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } && target.Member.MemberName() == member
        );

    /// <summary>The value that an initializer gives the first member of the path, or null.</summary>
    private TraceResult? Assigned(IEnumerable<IOperation> initializers, AccessPath path)
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
    private TraceResult? OfElements(IEnumerable<IOperation> initializers, AccessPath path)
    {
        TraceResult? result = null;
        foreach (var initializer in initializers)
        {
            var element = initializer switch
            {
                IInvocationOperation add => OfElement(add, path),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: false } } assignment =>
                    _session.Trace(assignment.Value, path),
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
        var result = _session.TraceAll(add.Arguments.Select(static a => a.Value), path);
        return _session.Tracer.Knowledge.OfCall(add.TargetMethod) is { IsPart: true } ? result.InPart(add) : result;
    }

    private static IEnumerable<IOperation> Values(IObjectCreationOperation creation, IEnumerable<string> names) =>
        names.SelectMany(n =>
            n == "*" ? creation.Arguments.Select(static a => a.Value)
            : creation.ArgumentNamed(n) is { } value ? new[] { value }
            : Enumerable.Empty<IOperation>()
        );

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

    /// <summary>"Item2" of something that is no tuple is its second deconstruction value; records name it like the property.</summary>
    private static string MemberFor(ITypeSymbol? type, string name)
    {
        if (
            type is null or { IsTupleType: true }
            || !name.StartsWith("Item", StringComparison.Ordinal)
            || !int.TryParse(name.Substring(4), out var at)
        )
        {
            return name;
        }

        var deconstruct = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length >= at);
        return deconstruct is null || at < 1 ? name : deconstruct.Parameters[at - 1].Name;
    }

    private static bool IsRecord(ITypeSymbol? type) => type is INamedTypeSymbol { IsRecord: true };

    /// <summary>
    /// Nothing but the visible creation can have set the member: library types start empty, and so do plain auto-properties of source
    /// types.
    /// </summary>
    private static bool IsPlain(ITypeSymbol? type, string member)
    {
        if (type is not INamedTypeSymbol named)
        {
            return false;
        }

        foreach (var t in named.AndBaseTypes().TakeWhile(static t => t.IsInSource()))
        {
            if (t.InstanceConstructors.Any(static c => !c.IsImplicitlyDeclared))
            {
                return false;
            }

            if (t.GetMembers(member).OfType<IPropertySymbol>().Any(static p => !StartsEmpty(p)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsEmpty(IPropertySymbol property) =>
        CompilationBodies.IsAuto(property)
        && property.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is PropertyDeclarationSyntax { Initializer: null });
}
