using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>The base class library's members that say what becomes of a value, each with what it does; full names, without arity.</summary>
internal static class BclMembers
{
    private static readonly ImmutableArray<string> Receiver = ImmutableArray.Create("this");
    private static readonly ImmutableArray<string> First = ImmutableArray.Create("0");
    public static readonly ImmutableArray<string> All = ImmutableArray.Create("*");

    public static readonly CallFlow FromReceiver = new() { ToResult = Receiver, LeavesArgumentsAlone = true };
    public static readonly CallFlow FromFirst = new() { ToResult = First, LeavesArgumentsAlone = true };
    public static readonly CallFlow FromAll = new() { ToResult = All, LeavesArgumentsAlone = true };
    private static readonly CallFlow Framing = new()
    {
        ToResult = All,
        Frames = true,
        LeavesArgumentsAlone = true,
    };
    private static readonly CallFlow ContainsAll = new() { IntoResult = All, LeavesArgumentsAlone = true };
    private static readonly CallFlow ContainsReceiver = new() { IntoResult = Receiver, LeavesArgumentsAlone = true };
    private static readonly CallFlow IntoReceiver = new() { ToReceiver = All, LeavesArgumentsAlone = true };
    public static readonly CallFlow IntoReceiverAndBack = new()
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

    // What is searched for is not in what comes out.
    private static readonly ImmutableArray<string> Replacement = ImmutableArray.Create("newValue", "newChar");

    public static readonly CallFlow Elsewhere = new() { ReadsElsewhere = true, LeavesArgumentsAlone = true };
    public static readonly CallFlow Nothing = new() { LeavesArgumentsAlone = true };
    public static readonly CallFlow Sequence = new()
    {
        ToResult = First,
        FeedsFunctions = true,
        LeavesArgumentsAlone = true,
    };
    public static readonly CallFlow SequenceJoin = new()
    {
        ToResult = All,
        FeedsFunctions = true,
        LeavesArgumentsAlone = true,
    };
    public static readonly CallFlow Projection = new()
    {
        ReturnsFunctionResult = true,
        FeedsFunctions = true,
        LeavesArgumentsAlone = true,
    };
    public static readonly CallFlow Running = new() { ReturnsFunctionResult = true };
    public static readonly CallFlow Measure = new() { FeedsFunctions = true, LeavesArgumentsAlone = true };

    public static Dictionary<string, CallFlow> Flows()
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
        Row(Edited, "System.String", "Insert PadLeft PadRight");
        Row(Edited with { IntoResult = Replacement }, "System.String", "Replace");
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
        Row(IntoReceiverAndBack with { ToReceiver = Replacement }, "System.Text.StringBuilder", "Replace");
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

        Row(FromReceiver, "System.Threading.Tasks.Task", "ConfigureAwait GetAwaiter WaitAsync");
        Row(Projection, "System.Threading.Tasks.Task", "ContinueWith");
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

        Row(IntoReceiver, "System.Threading.Channels.ChannelWriter", "WriteAsync TryWrite");
        Row(Nothing, "System.Threading.Channels.ChannelWriter", "WaitToWriteAsync Complete TryComplete");
        Row(FromReceiver, "System.Threading.Channels.ChannelReader", "ReadAsync ReadAllAsync TryRead TryPeek");
        Row(Nothing, "System.Threading.Channels.ChannelReader", "WaitToReadAsync");

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
        foreach (var row in new[] { "System.Data.IDataRecord", "System.Data.Common.DbDataReader" })
        {
            Row(
                FromReceiver,
                row,
                "GetString GetValue GetBoolean GetDateTime GetDecimal GetDouble GetFloat GetGuid GetInt16 GetInt32 GetInt64"
            );
            Row(Nothing, row, "GetOrdinal IsDBNull");
        }

        Row(FromReceiver, "System.Data.Common.DbDataReader", "GetFieldValue GetFieldValueAsync GetTextReader");
        Row(
            Nothing,
            "System.Data.Common.DbDataReader",
            "Read ReadAsync NextResult NextResultAsync IsDBNullAsync Close CloseAsync Dispose DisposeAsync"
        );
        Row(Nothing, "System.Data.IDataReader", "Read NextResult Close");
        Row(FromAll with { ReturnsFunctionResult = true }, "System.Lazy", ".ctor");
        Row(Sequence, "System.Array", "Find FindLast FindAll AsReadOnly");
        Row(Projection, "System.Array", "ConvertAll");
        Row(Measure, "System.Array", "ForEach Exists TrueForAll FindIndex FindLastIndex IndexOf LastIndexOf BinarySearch Empty");
        Row(FromAll, "System.Tuple", "Create .ctor");
        Row(FromAll, "System.ValueTuple", "Create .ctor");
        Row(ContainsAll with { ToResult = ImmutableArray.Create("value") }, "System.Collections.Generic.KeyValuePair", "Create .ctor");
        Row(Nothing, "System.GC", "KeepAlive SuppressFinalize");
        return table;
    }
}
