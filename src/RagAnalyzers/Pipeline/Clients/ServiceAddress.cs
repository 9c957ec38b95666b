using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>Whose service an address is, or options that hold one.</summary>
internal static class ServiceAddress
{
    private static readonly AccessPath Endpoint = AccessPath.Empty.Push("Endpoint");

    /// <param name="value">A <c>Uri</c>, a text, or options with an endpoint.</param>
    /// <param name="route">How the value's body was reached.</param>
    public static AskedService Of(Route route, IOperation value)
    {
        var isAddress =
            value.Unwrapped().Type is { } type && (type.SpecialType == SpecialType.System_String || type.HasFullName("System.Uri"));
        var traced = route.TraceThroughCallers(value, FlowMode.Value, isAddress ? null : Endpoint);
        var pointed = traced.Origins.Where(static o => !o.IsNothing).Select(o => Of(route, o)).ToList();
        return pointed.Contains(AskedService.Elsewhere) ? AskedService.Elsewhere
            : !traced.IsTruncated && pointed.All(static p => p == AskedService.OpenAI) ? AskedService.OpenAI
            : AskedService.Unknown;
    }

    /// <summary>Whose service an absolute address is.</summary>
    public static AskedService Of(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) ? AskedService.Unknown
        : IsOf(uri, ".openai.com") || IsOf(uri, ".azure.com") || IsOf(uri, ".azure.us") || IsOf(uri, ".azure.cn") ? AskedService.OpenAI
        : AskedService.Elsewhere;

    private static AskedService Of(Route route, Origin origin) =>
        origin switch
        {
            { Kind: OriginKind.Constant, Operation.ConstantValue.Value: string address } => Of(address),
            { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Type: { } type } made }
                when type.HasFullName("System.Uri") => made.ArgumentNamed("uriString") is { } text
                ? Of(route.Then(origin.Via), text)
                : AskedService.Unknown,
            _ => AskedService.Unknown,
        };

    private static bool IsOf(Uri uri, string domain) => uri.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase);
}
