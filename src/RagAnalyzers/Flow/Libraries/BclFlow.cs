using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>
/// What the base class library, its serializers and LINQ do with the values they get. Library code only: a type of the same name in source
/// is not meant.
/// </summary>
internal sealed class BclFlow : IFlowKnowledge
{
    private static readonly ImmutableArray<string> Receiver = ImmutableArray.Create("this");
    private static readonly ImmutableArray<string> First = ImmutableArray.Create("0");
    private static readonly ImmutableArray<string> All = ImmutableArray.Create("*");

    private static readonly CallFlow FromReceiver = new() { ToResult = Receiver, LeavesArgumentsAlone = true };
    private static readonly CallFlow FromFirst = new() { ToResult = First, LeavesArgumentsAlone = true };
    private static readonly CallFlow FromAll = new() { ToResult = All, LeavesArgumentsAlone = true };
    private static readonly CallFlow Framing = new()
    {
        ToResult = All,
        Frames = true,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow ContainsAll = new() { IntoResult = All, LeavesArgumentsAlone = true };
    private static readonly CallFlow ContainsReceiver = new() { IntoResult = Receiver, LeavesArgumentsAlone = true };
    private static readonly CallFlow IntoReceiver = new() { ToReceiver = All, LeavesArgumentsAlone = true };
    private static readonly CallFlow IntoReceiverAndBack = new()
    {
        ToReceiver = All,
        ToResult = Receiver,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow Appending = IntoReceiverAndBack with { Frames = true };
    private static readonly CallFlow Writing = IntoReceiver with { Frames = true };
    private static readonly CallFlow Edited = new()
    {
        ToResult = Receiver,
        IntoResult = All,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow Nothing = new() { LeavesArgumentsAlone = true };
    private static readonly CallFlow Sequence = new()
    {
        ToResult = First,
        FeedsFunctions = true,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow SequenceJoin = new()
    {
        ToResult = All,
        FeedsFunctions = true,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow Projection = new()
    {
        ReturnsFunctionResult = true,
        FeedsFunctions = true,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow Running = new() { ReturnsFunctionResult = true };
    private static readonly CallFlow Measure = new() { FeedsFunctions = true, LeavesArgumentsAlone = true };

    private static readonly Dictionary<string, CallFlow> Members = Build();

    private static readonly ImmutableHashSet<string> OwnerParts = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Threading.Tasks.Task.Result",
        "System.Threading.Tasks.ValueTask.Result",
        "System.Nullable.Value",
        "System.Text.Json.JsonDocument.RootElement",
        "System.Lazy.Value",
        "System.Collections.Generic.KeyValuePair.Value",
        "System.Collections.Generic.KeyValuePair.Key",
        "System.Collections.Generic.Dictionary.Values",
        "System.Collections.Generic.Dictionary.Keys",
        "System.Collections.Generic.IDictionary.Values",
        "System.Collections.Generic.LinkedListNode.Value",
        "System.Text.RegularExpressions.Capture.Value",
        "System.Text.RegularExpressions.Match.Groups",
        "System.Text.RegularExpressions.Group.Captures",
        "System.Memory.Span",
        "System.ReadOnlyMemory.Span",
        "System.Net.Http.HttpResponseMessage.Content",
        "System.Runtime.CompilerServices.StrongBox.Value"
    );

    private static readonly ImmutableHashSet<string> SequenceTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Linq.Enumerable",
        "System.Linq.Queryable",
        "System.Linq.AsyncEnumerable",
        "System.Linq.ParallelEnumerable",
        "System.Linq.AsyncEnumerableEx",
        "System.Linq.EnumerableEx",
        "System.Collections.Immutable.ImmutableArray",
        "System.Collections.Immutable.ImmutableList",
        "System.MemoryExtensions"
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

    public bool IsPartOfItsOwner(ISymbol member) =>
        !member.IsInSource() && member.ContainingType is { } type && OwnerParts.Contains(type.FullName() + "." + member.Name);

    public bool KeepsElementsApart(ITypeSymbol type) => false;

    private static CallFlow? Find(IMethodSymbol method)
    {
        if (method.IsInSource() || method.ContainingType is not { } type)
        {
            return null;
        }

        var name = method.MethodKind == MethodKind.Constructor ? ".ctor" : method.Name;
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
            return OfCollection(name) is var collection && method.IsExtensionMethod && collection == FromReceiver ? FromFirst : collection;
        }

        if (
            CollectionMembers.Contains(name) && type.AllInterfaces.Any(static i => i.FullName() == "System.Collections.Generic.ICollection")
        )
        {
            return OfCollection(name);
        }

        if (
            space is "Microsoft.Extensions.Logging"
            || full
                is "System.Console"
                    or "System.Diagnostics.Debug"
                    or "System.Diagnostics.Trace"
                    or "System.ArgumentNullException"
                    or "System.ArgumentException"
        )
        {
            return Nothing;
        }

        return FunctionRunners.Contain(method) ? Running : null;
    }

    /// <summary>LINQ and its kin: by default the result is made of the first sequence's elements.</summary>
    private static CallFlow OfSequence(string name, bool takesFunction) =>
        name switch
        {
            "Select" or "SelectMany" or "SelectAwait" => Projection,
            "Max" or "Min" or "MaxAsync" or "MinAsync" when takesFunction => Projection,
            "Aggregate" or "AggregateAsync" or "AggregateBy" or "ToDictionary" or "ToDictionaryAsync" or "ToLookup" or "GroupBy" or "Zip" =>
                SequenceJoin with
                {
                    ReturnsFunctionResult = true,
                },
            "Concat" or "Union" or "Append" or "Prepend" or "Except" or "Intersect" or "Join" or "GroupJoin" or "DefaultIfEmpty" =>
                SequenceJoin,
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
            or "Empty" => Measure,
            "Create" or "CreateRange" or "Repeat" => FromAll,
            _ => Sequence,
        };

    private static CallFlow? OfCollection(string name) =>
        name switch
        {
            ".ctor" or "Create" or "CreateRange" => FromAll,
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
            or "SetItem" => IntoReceiverAndBack,
            "ForEach" or "Sort" or "RemoveAll" or "Exists" or "TrueForAll" or "FindIndex" or "FindLastIndex" => Measure,
            "Find" or "FindLast" or "FindAll" => FromReceiver with { FeedsFunctions = true },
            "ConvertAll" => Projection,
            "GetOrAdd" => new CallFlow
            {
                ToResult = All,
                ReturnsFunctionResult = true,
                ToReceiver = All,
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
            or "EnsureCapacity" => Nothing,
            _ => FromReceiver,
        };

    private static Dictionary<string, CallFlow> Build()
    {
        var table = new Dictionary<string, CallFlow>(StringComparer.Ordinal);
        void Row(CallFlow flow, string type, string members)
        {
            foreach (var member in members.Split(' '))
            {
                table[type + "." + member] = flow;
            }
        }

        Row(
            FromReceiver,
            "System.String",
            "Trim TrimStart TrimEnd Substring Remove ToLower ToLowerInvariant ToUpper ToUpperInvariant Normalize ToString ToCharArray Split Clone ReplaceLineEndings get_Chars"
        );
        Row(Edited, "System.String", "Replace Insert PadLeft PadRight");
        Row(Framing, "System.String", "Concat Format Join");
        Row(FromAll, "System.String", ".ctor Copy Intern op_Implicit");
        Row(
            Nothing,
            "System.String",
            "Compare CompareTo Contains StartsWith EndsWith Equals IndexOf LastIndexOf IsNullOrEmpty IsNullOrWhiteSpace"
        );
        Row(FromFirst, "System.Char", "ToLower ToLowerInvariant ToUpper ToUpperInvariant");
        Row(FromReceiver, "System.Object", "ToString MemberwiseClone");
        Row(FromFirst, "System.MemoryExtensions", "AsSpan AsMemory Trim TrimStart TrimEnd");
        Row(FromReceiver, "System.ReadOnlySpan", "Slice ToArray ToString");
        Row(FromReceiver, "System.Span", "Slice ToArray ToString");
        Row(FromReceiver, "System.ReadOnlyMemory", "Slice ToArray ToString");
        Row(FromReceiver, "System.Memory", "Slice ToArray ToString");
        foreach (var block in new[] { "System.ReadOnlySpan", "System.Span", "System.ReadOnlyMemory", "System.Memory" })
        {
            Row(FromAll, block, ".ctor op_Implicit");
        }

        Row(FromReceiver, "System.Nullable", "GetValueOrDefault ToString");
        Row(FromAll, "System.Nullable", ".ctor");
        Row(FromAll, "System.Convert", "ToString ToBase64String FromBase64String");

        Row(Appending, "System.Text.StringBuilder", "Append AppendLine AppendFormat AppendJoin Insert");
        Row(IntoReceiverAndBack, "System.Text.StringBuilder", "Replace");
        Row(FromReceiver, "System.Text.StringBuilder", "ToString Remove Clear GetChunks");
        Row(Framing, "System.Text.StringBuilder", ".ctor");
        Row(FromFirst, "System.Text.Encoding", "GetBytes GetString GetChars");
        Row(FromFirst, "System.Text.RegularExpressions.Regex", "Escape Unescape");
        Row(
            new CallFlow
            {
                ToResult = ImmutableArray.Create("input"),
                IntoResult = ImmutableArray.Create("replacement"),
                LeavesArgumentsAlone = true,
            },
            "System.Text.RegularExpressions.Regex",
            "Replace Match Matches Split"
        );
        Row(FromReceiver, "System.Text.RegularExpressions.Capture", "ToString");
        Row(FromReceiver, "System.Text.RegularExpressions.Match", "NextMatch Result");

        Row(FromReceiver, "System.Threading.Tasks.Task", "ConfigureAwait GetAwaiter WaitAsync ContinueWith");
        Row(FromReceiver, "System.Threading.Tasks.ValueTask", "ConfigureAwait GetAwaiter AsTask Preserve");
        Row(FromFirst, "System.Threading.Tasks.Task", "FromResult WhenAll WhenAny WhenEach");
        Row(FromFirst, "System.Threading.Tasks.ValueTask", "FromResult");
        Row(Running with { LeavesArgumentsAlone = true }, "System.Threading.Tasks.Task", "Run");
        Row(FromAll, "System.Threading.Tasks.Task", ".ctor");
        Row(FromAll, "System.Threading.Tasks.ValueTask", ".ctor");

        const string Awaiting = "System.Runtime.CompilerServices.";
        Row(FromReceiver, Awaiting + "TaskAwaiter", "GetResult");
        Row(FromReceiver, Awaiting + "ValueTaskAwaiter", "GetResult");
        foreach (var configured in new[] { "ConfiguredTask", "ConfiguredValueTask" })
        {
            Row(FromReceiver, $"{Awaiting}{configured}Awaitable", "GetAwaiter");
            Row(FromReceiver, $"{Awaiting}{configured}Awaitable.{configured}Awaiter", "GetResult");
        }

        Row(FromReceiver, Awaiting + "ConfiguredCancelableAsyncEnumerable", "ConfigureAwait WithCancellation GetAsyncEnumerator");
        Row(FromFirst, "System.Threading.Tasks.TaskAsyncEnumerableExtensions", "ConfigureAwait WithCancellation ToBlockingEnumerable");
        Row(Measure, "System.Threading.Tasks.Parallel", "ForEach ForEachAsync Invoke");

        Row(FromAll, "System.IO.StringReader", ".ctor");
        Row(FromAll, "System.IO.MemoryStream", ".ctor");
        Row(FromAll, "System.IO.BufferedStream", ".ctor");
        Row(FromFirst, "System.IO.StreamReader", ".ctor");
        Row(FromFirst, "System.IO.StreamWriter", ".ctor");
        Row(FromReceiver, "System.IO.TextReader", "ReadToEnd ReadToEndAsync ReadLine ReadLineAsync");
        Row(Writing, "System.IO.TextWriter", "Write WriteLine WriteAsync WriteLineAsync");
        Row(IntoReceiver, "System.IO.Stream", "Write WriteAsync WriteByte");
        Row(Nothing, "System.IO.TextWriter", "Flush FlushAsync Close Dispose DisposeAsync");
        Row(Nothing, "System.IO.Stream", "Flush FlushAsync Close Dispose DisposeAsync Seek SetLength");
        Row(FromReceiver, "System.IO.TextWriter", "ToString");
        Row(FromReceiver, "System.IO.MemoryStream", "ToArray GetBuffer TryGetBuffer");
        Row(
            ContainsAll,
            "System.IO.Path",
            "Combine Join GetFullPath GetFileName GetFileNameWithoutExtension GetDirectoryName ChangeExtension"
        );

        Row(FromAll, "System.BinaryData", ".ctor FromString FromBytes FromStream FromStreamAsync op_Implicit");
        Row(ContainsAll, "System.BinaryData", "FromObjectAsJson");
        Row(FromReceiver, "System.BinaryData", "ToString ToArray ToMemory ToStream");
        Row(FromFirst, "System.ClientModel.BinaryContent", "Create CreateJson");
        Row(FromFirst, "System.Uri", "EscapeDataString UnescapeDataString");
        Row(FromFirst, "System.Net.WebUtility", "HtmlEncode HtmlDecode UrlEncode UrlDecode");
        Row(FromFirst, "System.Web.HttpUtility", "HtmlEncode HtmlDecode UrlEncode UrlDecode");
        Row(
            ContainsAll,
            "System.Text.Json.JsonSerializer",
            "Serialize SerializeToUtf8Bytes SerializeToElement SerializeToNode SerializeToDocument"
        );
        Row(FromReceiver, "System.Text.Json.JsonElement", "Clone");
        Row(ContainsAll, "Newtonsoft.Json.JsonConvert", "SerializeObject ToString");
        Row(ContainsAll, "Newtonsoft.Json.Linq.JObject", "FromObject");
        Row(
            ContainsReceiver,
            "System.Text.Json.JsonElement",
            "GetProperty GetString GetRawText ToString EnumerateArray EnumerateObject get_Item"
        );
        Row(ContainsReceiver, "System.Text.Json.Nodes.JsonNode", "GetValue AsValue AsArray AsObject ToJsonString ToString");
        Row(ContainsReceiver, "Newtonsoft.Json.Linq.JToken", "ToObject SelectToken SelectTokens Value Values");
        Row(FromReceiver, "System.Net.Http.HttpContent", "ReadAsStringAsync ReadAsStream ReadAsStreamAsync ReadAsByteArrayAsync");
        Row(ContainsAll, "System.Net.Http.Json.HttpContentJsonExtensions", "ReadFromJsonAsync");
        Row(FromAll, "System.Lazy", ".ctor");
        Row(Sequence, "System.Array", "Find FindLast FindAll AsReadOnly");
        Row(Projection, "System.Array", "ConvertAll");
        Row(Measure, "System.Array", "ForEach Exists TrueForAll FindIndex FindLastIndex IndexOf LastIndexOf BinarySearch Empty");
        Row(FromAll, "System.Tuple", "Create .ctor");
        Row(FromAll, "System.ValueTuple", "Create .ctor");
        Row(FromAll, "System.Collections.Generic.KeyValuePair", "Create .ctor");
        Row(Nothing, "System.GC", "KeepAlive SuppressFinalize");
        return table;
    }
}
