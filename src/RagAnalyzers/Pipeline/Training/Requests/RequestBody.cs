using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Training.Requests;

/// <summary>
/// The JSON body of a request, unpacked down to what it is written from: an object that is serialized, a dictionary or JSON object,
/// or text. What goes in is the value that is sent; what comes out are members by their JSON name.
/// </summary>
internal sealed class RequestBody
{
    /// <summary>More layers than any hand-written body has.</summary>
    private const int MaximumLayers = 8;

    private readonly Picture _picture;
    private readonly List<BodyForm> _forms = new();
    private bool _isOpen;

    private RequestBody(Picture picture) => _picture = picture;

    /// <summary>The body that is in an object which will be serialized.</summary>
    public static RequestBody OfObject(Picture picture, IOperation value)
    {
        var body = new RequestBody(picture);
        body.AddObject(value, via: null, MaximumLayers);
        return body;
    }

    /// <summary>The body that is in HTTP content, binary content or text.</summary>
    public static RequestBody OfContent(Picture picture, TraceResult content)
    {
        var body = new RequestBody(picture);
        body.Unpack(content, outer: null, MaximumLayers);
        return body;
    }

    /// <summary>The file whose id the member of this JSON name is.</summary>
    public FileOfJob File(string name)
    {
        var members = _forms.Select(f => f.Member(_picture, name)).ToList();
        var given = members.FindAll(static m => m.Presence == FilePresence.Given);
        if (given.Count > 0)
        {
            return FileOfJob.At((mode, trail) => TraceResult.UnionAll(given.Select(g => g.Trace(mode, trail))));
        }

        return !_isOpen && members.Count > 0 && members.TrueForAll(static m => m.Presence == FilePresence.Absent)
            ? FileOfJob.Absent
            : FileOfJob.Unknown;
    }

    private void Unpack(TraceResult content, CallChain? outer, int layers)
    {
        _isOpen |= content.IsTruncated;
        var texts = new HashSet<IOperation>();
        foreach (var origin in content.Origins)
        {
            var via = CallChain.Join(outer, origin.Via);
            switch (origin)
            {
                case { Kind: OriginKind.Constant }:
                    var whole = TextShape.WholeOf(origin.Operation);
                    if (texts.Add(whole))
                    {
                        _forms.Add(new TextForm(whole, via));
                    }

                    _isOpen |= IsPieced(whole);
                    break;
                case { Kind: OriginKind.Creation, Operation: IObjectCreationOperation creation } when Carrier(creation) is { } carried:
                    Continue(carried, via, layers);
                    break;
                case { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Type: { } wrapper } } when IsWrapper(wrapper):
                    break; // What it wraps is among the origins, too.
                case { Kind: OriginKind.Creation or OriginKind.Parameter or OriginKind.State or OriginKind.Call or OriginKind.StaticMember }
                    when origin.Path.IsEmpty && ObjectForm.Of(origin.Operation, via) is { } form:
                    _forms.Add(form);
                    break;
                case { Operation: IInvocationOperation call } when Serialized(call) is { } serialized:
                    if (serialized.Type.IsText())
                    {
                        Continue(serialized, via, layers);
                    }
                    else
                    {
                        AddObject(serialized, via, layers);
                    }

                    break;
                case { Kind: OriginKind.Null }:
                    break;
                default:
                    _isOpen = true;
                    break;
            }
        }
    }

    private void Continue(IOperation value, CallChain? via, int layers)
    {
        if (layers == 0)
        {
            _isOpen = true;
        }
        else
        {
            Unpack(_picture.TraceWithinBody(value, FlowMode.Value), via, layers - 1);
        }
    }

    /// <summary>An object: its members are read off the value, so that what is written to it later counts too.</summary>
    private void AddObject(IOperation value, CallChain? via, int layers)
    {
        var unwrapped = value.Unwrapped();
        var trace = via is null
            ? _picture.TraceWithinBody(unwrapped, FlowMode.Value)
            : new Route(_picture, via).TraceThroughCallers(unwrapped, FlowMode.Value);
        var made = trace
            .Origins.Select(static o => o.Operation)
            .Where(static o => o is IObjectCreationOperation or IAnonymousObjectCreationOperation)
            .ToImmutableArray();
        if (
            ObjectForm.Of(
                unwrapped,
                made,
                via,
                isOpen: trace.IsTruncated || made.IsEmpty || trace.Origins.Any(o => CanBeAnother(o, unwrapped.Type))
            ) is
            { } form
        )
        {
            _forms.Add(form);
        }
        else
        {
            Continue(value, via, layers);
        }
    }

    /// <summary>
    /// An object that is not made in sight; the values in a dictionary are origins as well, and are no objects that could take its place.
    /// </summary>
    private static bool CanBeAnother(Origin origin, ITypeSymbol? type) =>
        origin.IsOpen
        && (
            type is null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Interface }
            || origin.Operation.Type is not { } found
            || SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, type.OriginalDefinition)
        );

    /// <summary>What HTTP content is made of, or null for any other object.</summary>
    private static IOperation? Carrier(IObjectCreationOperation creation) =>
        creation.Type?.FullName() switch
        {
            "System.Net.Http.StringContent"
            or "System.Net.Http.ByteArrayContent"
            or "System.Net.Http.ReadOnlyMemoryContent"
            or "System.Net.Http.StreamContent" => creation.ArgumentNamed("content"),
            _ => null,
        };

    /// <summary>The value that a call turns into JSON or into content, or null for any other call.</summary>
    private static IOperation? Serialized(IInvocationOperation call) =>
        call.TargetMethod.IsInSource()
            ? null
            : (call.TargetMethod.ContainingType.FullName(), call.TargetMethod.Name) switch
            {
                (
                    "System.Text.Json.JsonSerializer",
                    "Serialize"
                        or "SerializeToUtf8Bytes"
                        or "SerializeToElement"
                        or "SerializeToNode"
                        or "SerializeToDocument"
                ) => call.ArgumentNamed("value"),
                ("Newtonsoft.Json.JsonConvert", "SerializeObject") => call.ArgumentNamed("value"),
                ("Newtonsoft.Json.Linq.JObject", "FromObject") => call.ArgumentNamed("o"),
                ("System.Net.Http.Json.JsonContent", "Create") => call.ArgumentNamed("inputValue"),
                ("System.BinaryData", "FromObjectAsJson") => call.ArgumentNamed("jsonSerializable"),
                ("System.ClientModel.BinaryContent", "CreateJson") => call.ArgumentNamed("0"),
                (
                    "System.Text.Json.Nodes.JsonNode"
                        or "Newtonsoft.Json.Linq.JToken"
                        or "Newtonsoft.Json.Linq.JObject",
                    "ToJsonString"
                        or "ToString"
                ) => call.Instance,
                _ => null,
            };

    /// <summary>The text is one of several that a call puts together, and what it leaves open cannot be seen.</summary>
    private bool IsPieced(IOperation text) =>
        text.ParentOf(out _) is IArgumentOperation { Parent: IInvocationOperation call }
        && _picture.Tracer.Knowledge.OfCall(call.TargetMethod) is { Frames: true };

    private static bool IsWrapper(ITypeSymbol type) =>
        type.FullName() is "System.BinaryData" or "System.IO.MemoryStream" or "System.Text.StringBuilder";
}
