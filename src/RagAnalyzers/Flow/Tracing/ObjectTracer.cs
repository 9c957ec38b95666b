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
    private readonly InitializerTracer _initializers;

    public ObjectTracer(TraceSession session)
    {
        _session = session;
        _constructions = new ConstructionTracer(session);
        _initializers = new InitializerTracer(session);
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

        if (flow is { ReadsElsewhere: true } && path.IsEmpty)
        {
            return TraceResult.Of(OriginKind.Call, creation, path, constructor);
        }

        // `new Lazy<Task<string>>(async () => ...)`
        if (
            flow is { ReturnsFunctionResult: true }
            && creation.Arguments.Select(static a => a.Value.HandedFunction()).OfType<IAnonymousFunctionOperation>().FirstOrDefault()
                is { } made
        )
        {
            return _session.TraceReturns(made, path);
        }

        var initializers = creation.Initializer?.Initializers ?? Enumerable.Empty<IOperation>();
        var result = path.IsEmpty
            ? TraceResult
                .Of(OriginKind.Creation, creation, path, creation.Type)
                .Union(OfArguments(creation, flow))
                .Union(_initializers.OfContents(initializers))
            : OfMember(creation, constructor, flow, initializers, path);
        return flow is { IsPart: true } ? result.InPart(creation) : result;
    }

    /// <summary>An object made of member assignments alone, an anonymous one for example.</summary>
    public TraceResult OfMembers(IOperation creation, IEnumerable<IOperation> initializers, AccessPath path, bool isWhole)
    {
        if (path.IsEmpty)
        {
            return TraceResult.Of(OriginKind.Creation, creation, path, creation.Type).Union(_initializers.OfContents(initializers));
        }

        return _initializers.Assigned(initializers, path)
            ?? (isWhole ? TraceResult.Of(OriginKind.Unset, creation, path) : TraceSession.Unknown(creation, path));
    }

    public TraceResult OfWith(IWithOperation with, AccessPath path)
    {
        var initializers = with.Initializer.Initializers;
        return path.IsEmpty
            ? _session.Trace(with.Operand, path).Union(_initializers.OfContents(initializers))
            : _initializers.Assigned(initializers, path) ?? _session.Trace(with.Operand, path);
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

    private TraceResult OfMember(
        IObjectCreationOperation creation,
        IMethodSymbol constructor,
        CallFlow? flow,
        IEnumerable<IOperation> initializers,
        AccessPath path
    )
    {
        if (_initializers.Assigned(initializers, path) is { } assigned)
        {
            return path.Rest.IsEmpty && InitializerTracer.IsAddedTo(initializers, path.Head)
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

        if (!isKeyed && _initializers.OfElements(initializers, path) is { } elements)
        {
            return flow is null ? elements : elements.Union(_session.TraceAll(Values(creation, flow.ResultAt(path)), path));
        }

        if (OfArgumentFor(creation, constructor, path) is { } passed)
        {
            return passed;
        }

        var head = ObjectTypes.MemberFor(creation.Type, path.Head);

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

        return ObjectTypes.IsPlain(creation.Type, head)
            ? TraceResult.Of(OriginKind.Unset, creation, path, creation.Type)
            : TraceResult.Of(OriginKind.State, creation, path, creation.Type);
    }

    /// <summary>
    /// What is passed for the parameter that is named like the first member of the path; null when there is none, or when the constructor's
    /// code says what it does with it.
    /// </summary>
    private TraceResult? OfArgumentFor(IObjectCreationOperation creation, IMethodSymbol constructor, AccessPath path)
    {
        var head = PairEntries.IsOfKeys(path) ? "key" : ObjectTypes.MemberFor(creation.Type, path.Head);
        var parameter = constructor.Parameters.FirstOrDefault(p => string.Equals(p.Name, head, StringComparison.OrdinalIgnoreCase));
        return
            parameter is not null
            && (ObjectTypes.IsRecord(creation.Type) || !constructor.IsInSource())
            && creation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
            ? _session.Trace(argument.Value, path.Rest)
            : null;
    }

    private static IEnumerable<IOperation> Values(IObjectCreationOperation creation, IEnumerable<string> names) =>
        names.SelectMany(n =>
            n == "*" ? creation.Arguments.Select(static a => a.Value)
            : creation.ArgumentNamed(n) is { } value ? new[] { value }
            : Enumerable.Empty<IOperation>()
        );
}
