using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Training.Requests;

/// <summary>A body that is an object: anonymous, of a request type, a dictionary or a JSON object.</summary>
internal sealed class ObjectForm : BodyForm
{
    private readonly IOperation _value;
    private readonly ImmutableArray<IOperation> _made;
    private readonly ITypeSymbol _type;
    private readonly CallChain? _via;
    private readonly bool _isOpen;

    private ObjectForm(IOperation value, ImmutableArray<IOperation> made, ITypeSymbol type, CallChain? via, bool isOpen)
    {
        _value = value;
        _made = made;
        _type = type;
        _via = via;
        _isOpen = isOpen;
    }

    /// <summary>The form of an object that a trace ended at, or null. What is written to it later cannot be seen from there.</summary>
    public static ObjectForm? Of(IOperation value, CallChain? via)
    {
        var isMade = value is IObjectCreationOperation or IAnonymousObjectCreationOperation;
        return Of(
            value,
            isMade ? ImmutableArray.Create(value) : ImmutableArray<IOperation>.Empty,
            via,
            isOpen: !isMade || (value is IObjectCreationOperation && value.ParentOf(out _) is not IArgumentOperation)
        );
    }

    /// <summary>The form of a value, or null when it is no object with members: text, bytes, content of another kind.</summary>
    /// <param name="made">The objects that the value is, as far as they are made in sight.</param>
    /// <param name="isOpen">The value can be another object as well.</param>
    public static ObjectForm? Of(IOperation value, ImmutableArray<IOperation> made, CallChain? via, bool isOpen)
    {
        var type = made.Select(static m => m.Type).OfType<ITypeSymbol>().FirstOrDefault(IsObject) ?? value.Unwrapped().Type;
        return type is not null && IsObject(type) ? new ObjectForm(value, made, type, via, isOpen) : null;
    }

    public override FileOfJob Member(Picture picture, string name)
    {
        if (IsKeyed(_type))
        {
            return OfKey(picture, name);
        }

        if (MemberNamed(name) is not { } member)
        {
            return _isOpen && !_type.IsSealed && !_type.IsInSource() ? FileOfJob.Unknown : FileOfJob.Absent;
        }

        var path = AccessPath.Empty.Push(member.Name);
        var trace = new Route(picture, _via).TraceThroughCallers(_value, FlowMode.Value, path);
        if (!trace.IsTruncated && !trace.Origins.IsEmpty && trace.Origins.All(static o => o.IsNothing))
        {
            return _isOpen && _value is IObjectCreationOperation ? FileOfJob.Unknown : FileOfJob.Absent;
        }

        // The member of an object that is made out of sight.
        return trace.Origins.IsEmpty || trace.Origins.All(o => IsLeft(o, member.Name))
            ? FileOfJob.Unknown
            : FileOfJob.At((mode, trail) => new Route(picture, _via).TraceThroughCallers(_value, mode, path, trail));
    }

    private static bool IsLeft(Origin origin, string member)
    {
        for (var path = origin.Path; !path.IsEmpty; path = path.Rest)
        {
            if (path.Head == member)
            {
                return true;
            }
        }

        return origin.IsNothing;
    }

    /// <summary>The property or field that is serialized under the name.</summary>
    private ISymbol? MemberNamed(string name) =>
        _type
            .AndBaseTypes()
            .SelectMany(static t => t.GetMembers())
            .Where(static m => m is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null })
            .FirstOrDefault(m => m.Name == name || JsonNameOf(m) == name || IsNamed(m, name));

    /// <summary>A serializer with a naming policy writes <c>TrainingFile</c> as the interface wants it.</summary>
    private static bool IsNamed(ISymbol member, string name) =>
        name is FineTuningText.TrainingFile or FineTuningText.ValidationFile
        && JsonNameOf(member) is null
        && string.Equals(name.Replace("_", string.Empty), member.Name, StringComparison.OrdinalIgnoreCase);

    private static string? JsonNameOf(ISymbol member) =>
        member
            .GetAttributes()
            .Where(static a => a.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute")
            .SelectMany(static a =>
                a.ConstructorArguments.Select(static c => c.Value)
                    .Concat(a.NamedArguments.Where(static n => n.Key is "PropertyName" or "Name").Select(static n => n.Value.Value))
            )
            .OfType<string>()
            .FirstOrDefault();

    /// <summary>An entry of a dictionary or JSON object: the key is looked for in the bodies that make the object.</summary>
    private FileOfJob OfKey(Picture picture, string name)
    {
        var roots = _made.Add(_value).Select(static o => o.Root()).Distinct().ToList();
        var keys = roots
            .SelectMany(static r => r.DescendantsAndSelf())
            .Where(o => o.ConstantValue is { HasValue: true, Value: string text } && text == name)
            .ToList();
        var values = keys.Select(ValueOf).OfType<IOperation>().Distinct().ToList();
        if (values.Count > 0)
        {
            return FileOfJob.At(
                (mode, trail) =>
                    TraceResult.UnionAll(
                        values.Select(v =>
                            new Route(picture, _made.Any(m => m.Root() == v.Root()) ? _via : null).TraceThroughCallers(
                                v,
                                mode,
                                path: null,
                                trail
                            )
                        )
                    )
            );
        }

        return _isOpen || keys.Count > 0 || _made.IsEmpty || roots.Any(r => HasUnseenKeys(picture, r))
            ? FileOfJob.Unknown
            : FileOfJob.Absent;
    }

    /// <summary>The value that is stored under a key.</summary>
    private static IOperation? ValueOf(IOperation key)
    {
        var child = key;
        while (child.Parent is IConversionOperation or IParenthesizedOperation)
        {
            child = child.Parent;
        }

        if (child.Parent is not IArgumentOperation argument)
        {
            return null;
        }

        return argument.Parent switch
        {
            IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element
                when ReferenceEquals(assignment.Target, element) => assignment.Value,
            IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [.., var last] }
                when !ReferenceEquals(last, argument) => last.Value,
            IObjectCreationOperation { Arguments: [_, var last] } when !ReferenceEquals(last, argument) => last.Value,
            _ => null,
        };
    }

    /// <summary>The object is filled with keys that are no constants, or is handed to other code.</summary>
    private bool HasUnseenKeys(Picture picture, IOperation root) =>
        BodyIndex.Of(root) is var index
        && (
            index.Invocations.Any(c =>
                c.TargetMethod.Name is "Add" or "TryAdd"
                && IsOfType(c.Instance)
                && c.Arguments.Length == 2
                && !c.Arguments[0].Value.Unwrapped().ConstantValue.HasValue
            )
            || root.DescendantsAndSelf()
                .OfType<IPropertyReferenceOperation>()
                .Any(p => p.Arguments.Length == 1 && IsOfType(p.Instance) && !p.Arguments[0].Value.Unwrapped().ConstantValue.HasValue)
            || Variables(root)
                .Any(v =>
                    picture
                        .Tracer.Writes.WritesTo(v, index)
                        .Any(static w => (w.Kind is FlowWriteKind.Escape or FlowWriteKind.OutArgument) && !IsSerialized(w.Site))
                )
        );

    /// <summary>What writes the object as JSON, or sends it so, does not fill it.</summary>
    private static bool IsSerialized(IOperation site) =>
        site is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } }
        && !method.IsInSource()
        && method.FullNamespace() is "System.Net.Http.Json" or "System.Text.Json" or "Newtonsoft.Json";

    private IEnumerable<ISymbol> Variables(IOperation root) =>
        root.DescendantsAndSelf()
            .OfType<IVariableDeclaratorOperation>()
            .Select(static d => d.Symbol)
            .Where(s => SymbolEqualityComparer.Default.Equals(s.Type, _type));

    private bool IsOfType(IOperation? instance) =>
        instance?.Unwrapped().Type is { } type && SymbolEqualityComparer.Default.Equals(type, _type);

    private static bool IsKeyed(ITypeSymbol type) =>
        type.FullName() is "System.Text.Json.Nodes.JsonObject" or "Newtonsoft.Json.Linq.JObject" or "System.Dynamic.ExpandoObject"
        || type.AllInterfaces.Concat(new[] { type })
            .Any(static t => t.FullName() is "System.Collections.Generic.IDictionary" or "System.Collections.Generic.IReadOnlyDictionary");

    private static bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface }
        && (IsKeyed(type) || type.IsAnonymousType || !IsLibrary(type));

    /// <summary>Content, streams and the like carry a body, they are none.</summary>
    private static bool IsLibrary(ITypeSymbol type) =>
        type.FullNamespace() is var space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
}
