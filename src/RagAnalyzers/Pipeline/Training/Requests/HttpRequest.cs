using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Training.Requests;

/// <summary>
/// A call that sends an HTTP request with a body: <c>PostAsync</c>, <c>PostAsJsonAsync</c>, <c>SendAsync</c> of an <c>HttpClient</c>.
/// </summary>
internal sealed class HttpRequest
{
    /// <summary>The names of the methods that send.</summary>
    public static readonly ImmutableHashSet<string> Senders = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "PostAsync",
        "PostAsJsonAsync",
        "SendAsync",
        "Send"
    );

    private readonly Picture _picture;
    private readonly IOperation _address;
    private readonly IOperation _content;
    private readonly bool _isMessage;

    private HttpRequest(Picture picture, IInvocationOperation call, IOperation address, IOperation content, bool isMessage)
    {
        _picture = picture;
        Call = call;
        _address = address;
        _content = content;
        _isMessage = isMessage;
    }

    public IInvocationOperation Call { get; }

    /// <summary>The call sends an object, which it serializes itself.</summary>
    public bool SendsObject => !_isMessage && Call.TargetMethod.Name == "PostAsJsonAsync";

    /// <summary>The value that is sent, or that holds what is sent.</summary>
    public IOperation Sent => _content;

    /// <summary>The requests of a body; none is looked at where the compilation has no word of fine-tuning.</summary>
    public static ImmutableArray<HttpRequest> In(Body body) =>
        body.Once(static b =>
            AreLookedAt(b.Picture) && IdentifierIndex.IsMentionedIn(b.Syntax, Senders)
                ? b.Index.Invocations.Select(c => Of(b.Picture, c)).OfType<HttpRequest>().ToImmutableArray()
                : ImmutableArray<HttpRequest>.Empty
        );

    /// <summary>Some file has words of the REST interface for fine-tuning, so raw HTTP requests are worth a look.</summary>
    public static bool AreLookedAt(Picture picture) => FineTuningText.IsIn(picture.Compilation);

    /// <summary>The request that a call sends, or null: another call, or a request without a body.</summary>
    private static HttpRequest? Of(Picture picture, IInvocationOperation call)
    {
        if (!Senders.Contains(call.TargetMethod.Name))
        {
            return null;
        }

        switch ((call.TargetMethod.ReducedFrom ?? call.TargetMethod).ContainingType?.FullName())
        {
            case "System.Net.Http.HttpClient" or "System.Net.Http.HttpMessageInvoker" when !call.TargetMethod.IsInSource():
                if (call.ArgumentNamed("request") is { } message)
                {
                    return new HttpRequest(picture, call, message, message, isMessage: true);
                }

                return Of(picture, call, "content");
            case "System.Net.Http.Json.HttpClientJsonExtensions" when !call.TargetMethod.IsInSource():
                return Of(picture, call, "value");
            default:
                return null;
        }
    }

    private AccessPath? AddressPath => _isMessage ? AccessPath.Empty.Push("RequestUri") : null;

    /// <summary>Where the body comes from.</summary>
    public TraceResult TraceContent() =>
        _picture.TraceWithinBody(_content, FlowMode.Value, _isMessage ? AccessPath.Empty.Push("Content") : null);

    /// <summary>The address certainly ends like this, a query aside.</summary>
    public bool GoesTo(string end) =>
        _picture.TraceWithinBody(_address, FlowMode.Content, AddressPath).Origins.Any(o => EndsAddress(o.Operation, end));

    /// <summary>The whole path of the address can be seen, and it has nothing of fine-tuning in it. What is relative goes on from elsewhere.</summary>
    public bool GoesElsewhere()
    {
        var trace = _picture.TraceThroughCallers(_address, FlowMode.Content, AddressPath);
        // A Uri is made of its texts, which are origins themselves.
        var texts = trace
            .Origins.Where(static o => o.Kind != OriginKind.Creation || !o.Operation.Type.HasFullName("System.Uri"))
            .Select(static o => o.Operation.ConstantValue.Value as string)
            .ToList();
        return !trace.IsTruncated
            && texts.TrueForAll(static t => t is not null && !FineTuningText.IsAddress(t))
            && texts.Exists(static t => t!.Contains("://") || t.StartsWith("/", StringComparison.Ordinal));
    }

    private static HttpRequest? Of(Picture picture, IInvocationOperation call, string content) =>
        call.ArgumentNamed("requestUri") is { } address
        && call.ArgumentNamed(content) is { } sent
        && sent.ConstantValue is not { HasValue: true, Value: null }
            ? new HttpRequest(picture, call, address, sent, isMessage: false)
            : null;

    /// <summary>The text is, or has at its end, what an address ends in; a text that goes on after it is another address.</summary>
    private static bool EndsAddress(IOperation piece, string end)
    {
        if (
            piece.ConstantValue is not { HasValue: true, Value: string text }
            || text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)
        )
        {
            return false;
        }

        var rest = text.Substring(at + end.Length).TrimStart('/');
        if (rest.Length > 0)
        {
            return rest[0] == '?';
        }

        return text[text.Length - 1] != '/' && !IsFollowed(piece);
    }

    private static bool IsFollowed(IOperation piece)
    {
        var child = piece;
        for (var o = piece.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case IInterpolatedStringOperation interpolated
                    when interpolated.Parts.IndexOf((IInterpolatedStringContentOperation)child) is var at
                        && at < interpolated.Parts.Length - 1:
                    return !StartsQuery(interpolated.Parts[at + 1]);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when ReferenceEquals(sum.LeftOperand, child):
                    return !StartsQuery(sum.RightOperand);
                case IInterpolatedStringOperation
                or IBinaryOperation
                or IInterpolatedStringTextOperation
                or IInterpolationOperation
                or IConversionOperation
                or IParenthesizedOperation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool StartsQuery(IOperation next) =>
        (next is IInterpolatedStringTextOperation text ? text.Text : next).ConstantValue is { HasValue: true, Value: string words }
        && words.StartsWith("?", StringComparison.Ordinal);
}
