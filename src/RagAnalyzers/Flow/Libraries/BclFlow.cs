using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>
/// What the base class library, its serializers and LINQ do with the values they get. Library code only: a type of the same name in source
/// is not meant.
/// </summary>
internal sealed class BclFlow : IFlowKnowledge
{
    private const string ConfigurationType = "Microsoft.Extensions.Configuration.IConfiguration";

    private static readonly Dictionary<string, CallFlow> Members = BclMembers.Flows();

    private static readonly ImmutableHashSet<string> OwnerParts = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Threading.Tasks.Task.Result",
        "System.Threading.Tasks.ValueTask.Result",
        "System.Nullable.Value",
        "System.Text.Json.JsonDocument.RootElement",
        "System.Lazy.Value",
        "System.Collections.Generic.KeyValuePair.Value",
        "System.Collections.Generic.Dictionary.Values",
        "System.Collections.Generic.IDictionary.Values",
        "System.Collections.Generic.IAsyncEnumerator.Current",
        "System.Collections.Generic.IEnumerator.Current",
        "System.Collections.Generic.LinkedListNode.Value",
        "System.Text.RegularExpressions.Capture.Value",
        "System.Text.RegularExpressions.Match.Groups",
        "System.Text.RegularExpressions.Group.Captures",
        "System.Memory.Span",
        "System.ReadOnlyMemory.Span",
        "System.Net.Http.HttpResponseMessage.Content",
        "System.Runtime.CompilerServices.StrongBox.Value",
        "System.Threading.Channels.Channel.Reader",
        "System.Threading.Channels.Channel.Writer"
    );

    private static readonly ImmutableHashSet<string> SequenceTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Linq.Enumerable",
        "System.Linq.Queryable",
        "System.Linq.AsyncEnumerable",
        "System.Linq.ParallelEnumerable",
        "System.Linq.AsyncEnumerableEx",
        "System.Linq.EnumerableEx",
        "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
        "System.Collections.Immutable.ImmutableArray",
        "System.Collections.Immutable.ImmutableList",
        "System.MemoryExtensions"
    );

    private static readonly ImmutableHashSet<string> Enumerables = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Collections.Generic.IEnumerable",
        "System.Collections.Generic.IAsyncEnumerable"
    );

    /// <summary>What these do is settled by the collection interfaces, whichever library's type implements them.</summary>
    private static readonly ImmutableHashSet<string> CollectionMembers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add",
        "AddRange",
        "Insert",
        "InsertRange",
        "TryAdd",
        "TryGetValue",
        "Clear",
        "Remove",
        "RemoveAt",
        "RemoveRange",
        "Contains",
        "ContainsKey",
        "IndexOf",
        "CopyTo"
    );

    private readonly ConcurrentDictionary<IMethodSymbol, CallFlow?> _flows = new(SymbolEqualityComparer.Default);

    /// <summary>The full names of the members of which something is said here, without arity: "System.Lazy.Value", "System.Lazy..ctor".</summary>
    public static IEnumerable<string> MemberNames => Members.Keys.Concat(OwnerParts);

    public CallFlow? OfCall(IMethodSymbol method) => _flows.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Find);

    public bool IsSource(IInvocationOperation call) => false;

    public bool IsPartOfItsOwner(ISymbol member) =>
        !member.IsInSource() && member.ContainingType is { } type && OwnerParts.Contains(type.FullName() + "." + member.Name);

    public bool KeepsElementsApart(ITypeSymbol type) => false;

    /// <summary>The elements of the type are settings that are written outside the code.</summary>
    public static bool IsConfiguration(INamedTypeSymbol type) =>
        type.HasFullName(ConfigurationType) || type.AllInterfaces.Any(static i => i.HasFullName(ConfigurationType));

    private static CallFlow? Find(IMethodSymbol method)
    {
        if (method.IsInSource() || method.ContainingType is not { } type)
        {
            return null;
        }

        var name = method.MethodKind == MethodKind.Constructor ? ".ctor" : method.Name;
        if (name == ".ctor" && FileReads.OpensPath(method))
        {
            return BclMembers.Elsewhere;
        }

        foreach (var t in type.AndBaseTypes())
        {
            if (Members.TryGetValue(t.FullName() + "." + name, out var flow))
            {
                return flow;
            }
        }

        var full = type.FullName();
        if (method.IsStatic && SequenceTypes.Contains(full))
        {
            return OfSequence(name, method.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Delegate));
        }

        var space = type.FullNamespace();
        if (space.StartsWith("System.Collections", StringComparison.Ordinal))
        {
            return OfCollection(name) is var collection && method.IsExtensionMethod && collection == BclMembers.FromReceiver
                ? BclMembers.FromFirst
                : collection;
        }

        if (CollectionMembers.Contains(name) && type.AllInterfaces.Any(static i => i.HasFullName("System.Collections.Generic.ICollection")))
        {
            return OfCollection(name);
        }

        if (name is "GetEnumerator" or "GetAsyncEnumerator" && type.AllInterfaces.Any(static i => Enumerables.Contains(i.FullName())))
        {
            return BclMembers.FromReceiver;
        }

        if (
            space is "Microsoft.Extensions.Logging"
            || (full == "System.Console" && !name.StartsWith("Read", StringComparison.Ordinal))
            || full
                is "System.Diagnostics.Debug"
                    or "System.Diagnostics.Trace"
                    or "System.ArgumentNullException"
                    or "System.ArgumentException"
        )
        {
            return BclMembers.Nothing;
        }

        return FunctionRunners.Contain(method) ? BclMembers.Running : null;
    }

    /// <summary>LINQ and its kin: by default the result is made of the first sequence's elements.</summary>
    private static CallFlow OfSequence(string name, bool takesFunction) =>
        name switch
        {
            "Select" or "SelectMany" or "SelectAwait" => BclMembers.Projection,
            "Max" or "Min" or "MaxAsync" or "MinAsync" when takesFunction => BclMembers.Projection,
            "Aggregate"
            or "AggregateAsync"
            or "AggregateBy"
            or "ToDictionary"
            or "ToDictionaryAsync"
            or "ToLookup"
            or "GroupBy"
            or "Zip"
            or "Join"
            or "GroupJoin" => BclMembers.SequenceJoin with
            {
                ReturnsFunctionResult = true,
            },
            "Concat" or "Union" or "Append" or "Prepend" or "DefaultIfEmpty" => BclMembers.SequenceJoin,
            "Any"
            or "All"
            or "Count"
            or "LongCount"
            or "Contains"
            or "SequenceEqual"
            or "AnyAsync"
            or "AllAsync"
            or "CountAsync"
            or "ContainsAsync"
            or "Sum"
            or "Average"
            or "IndexOf"
            or "StartsWith"
            or "EndsWith"
            or "Range"
            or "Empty" => BclMembers.Measure,
            "Create" or "CreateRange" or "Repeat" => BclMembers.FromAll,
            _ => BclMembers.Sequence,
        };

    private static CallFlow? OfCollection(string name) =>
        name switch
        {
            ".ctor" or "Create" or "CreateRange" => BclMembers.FromAll,
            "Add"
            or "AddRange"
            or "Insert"
            or "InsertRange"
            or "Push"
            or "Enqueue"
            or "TryAdd"
            or "AddFirst"
            or "AddLast"
            or "AddOrUpdate"
            or "SetItem" => BclMembers.IntoReceiverAndBack,
            "ForEach" or "Sort" or "RemoveAll" or "Exists" or "TrueForAll" or "FindIndex" or "FindLastIndex" => BclMembers.Measure,
            "Find" or "FindLast" or "FindAll" => BclMembers.FromReceiver with { FeedsFunctions = true },
            "ConvertAll" => BclMembers.Projection,
            "GetOrAdd" => new CallFlow
            {
                ToResult = BclMembers.All,
                ReturnsFunctionResult = true,
                ToReceiver = BclMembers.All,
                LeavesArgumentsAlone = true,
            },
            "Clear"
            or "Remove"
            or "RemoveAt"
            or "RemoveRange"
            or "Contains"
            or "ContainsKey"
            or "IndexOf"
            or "CopyTo"
            or "EnsureCapacity" => BclMembers.Nothing,
            _ => BclMembers.FromReceiver,
        };
}
