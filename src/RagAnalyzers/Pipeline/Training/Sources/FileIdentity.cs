using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Training.Sources;

/// <summary>Decides whether two paths (or addresses, or folder and pattern) are put together from the same pieces.</summary>
internal static class FileIdentity
{
    public static bool AreSame(Picture picture, ImmutableArray<IOperation> a, ImmutableArray<IOperation> b)
    {
        if (a.Length == 1 && b.Length == 1)
        {
            return AreSame(picture, a[0], b[0]);
        }

        var pieces = Pieces(picture, a);
        return pieces.Count > 0 && pieces.SetEquals(Pieces(picture, b));
    }

    /// <summary>The same of two paths that one value each says.</summary>
    public static bool AreSame(Picture picture, IOperation a, IOperation b) =>
        (a.OwnVariable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, b.OwnVariable()))
        || (Pieces(picture, a) is { Count: > 0 } pieces && pieces.SetEquals(Pieces(picture, b)));

    private static HashSet<object> Pieces(Picture picture, ImmutableArray<IOperation> values)
    {
        if (values.Length == 1)
        {
            return Pieces(picture, values[0]);
        }

        var pieces = new HashSet<object>();
        foreach (var value in values)
        {
            pieces.UnionWith(Pieces(picture, value));
        }

        return pieces;
    }

    /// <summary>Read once: each path is compared with all others of its body.</summary>
    private static HashSet<object> Pieces(Picture picture, IOperation value) =>
        picture
            .Once(static _ => new ConcurrentDictionary<IOperation, HashSet<object>>())
            .GetOrAdd(value, v => ReadPieces(picture.Tracer, v));

    private static HashSet<object> ReadPieces(ValueTracer tracer, IOperation value)
    {
        var pieces = new HashSet<object>();
        var trail = new HashSet<IOperation>();
        foreach (var origin in tracer.Trace(value, FlowMode.Content, trail: trail).Origins)
        {
            if (Piece(origin) is { } piece)
            {
                pieces.Add(piece);
            }
        }

        // args[0] and args[1] have the same origin.
        pieces.UnionWith(trail.SelectMany(Keys).Select(static k => (object)$"[{k}]"));
        return pieces;
    }

    private static object? Piece(Origin origin) =>
        origin switch
        {
            { Kind: OriginKind.Constant } => origin.Operation.ConstantValue.Value,
            { Kind: OriginKind.Parameter or OriginKind.State or OriginKind.StaticMember, Symbol: { } symbol } =>
                symbol.ContainingSymbol?.ToDisplayString() + " " + symbol.ToDisplayString() + origin.Path,
            {
                Operation: IInvocationOperation
                {
                    Arguments.IsEmpty: true,
                    Instance: null,
                    TargetMethod: { Name: "GetTempPath" or "GetCurrentDirectory" } method
                }
            } => method.Name,
            { Kind: OriginKind.Creation or OriginKind.Null or OriginKind.Unset } => null,
            _ => origin.Operation.Syntax,
        };

    private static IEnumerable<object> Keys(IOperation operation) =>
        operation switch
        {
            IArrayElementReferenceOperation element => element.Indices.Select(static i => i.ConstantValue.Value).OfType<object>(),
            IPropertyReferenceOperation { Arguments: { IsEmpty: false } arguments } => arguments
                .Select(static a => a.Value.ConstantValue.Value)
                .OfType<object>(),
            _ => Enumerable.Empty<object>(),
        };
}
