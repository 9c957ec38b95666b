using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Retrievals.Scores;

/// <summary>The number that a threshold is, wherever it has its name: a constant, a field, an argument, the default of a setting.</summary>
internal static class NamedNumber
{
    private const int MaximumDepth = 3;

    /// <summary>The one number that the value can be; null when it cannot be seen, or there are several.</summary>
    public static double? Of(Route route, IOperation value) =>
        Constant(value) is { } written ? written : InOrigins(route.Picture, route.TraceThroughCallers(value, FlowMode.Value));

    /// <summary>The one number that a trace ends at; null when others are possible. What configuration may say instead counts as its default.</summary>
    public static double? InOrigins(Picture picture, TraceResult trace)
    {
        var found = WithDefaults(picture, trace, MaximumDepth);
        var numbers = found
            .Origins.Where(static o => !o.IsNothing)
            .Select(static o => o is { Kind: OriginKind.Constant, Path.IsEmpty: true } ? Constant(o.Operation) : null)
            .Distinct()
            .ToList();
        return !found.IsTruncated && numbers.Count == 1 ? numbers[0] : null;
    }

    private static TraceResult WithDefaults(Picture picture, TraceResult trace, int depth) =>
        depth == 0
            ? trace
            : trace.Substitute(o =>
                OptionsDefault.Of(picture, o).AddRange(DefaultOf(o)) is { IsEmpty: false } defaults
                    ? TraceResult.UnionAll(
                        defaults.Select(d => WithDefaults(picture, picture.TraceThroughCallers(d, FlowMode.Value), depth - 1))
                    )
                    : null
            );

    /// <summary><c>configuration.GetValue("Search:MinimumScore", 0.7)</c></summary>
    private static ImmutableArray<IOperation> DefaultOf(Origin origin) =>
        origin is { Operation: IInvocationOperation { TargetMethod: { Name: "GetValue" } method } read }
        && method.ContainingType.HasFullName("Microsoft.Extensions.Configuration.ConfigurationBinder")
        && read.ArgumentNamed("defaultValue") is { } fallback
            ? ImmutableArray.Create(fallback)
            : ImmutableArray<IOperation>.Empty;

    // Half-typed code may have anything there.
    private static double? Constant(IOperation value) =>
        (value.ConstantValue.HasValue ? value : value.Unwrapped()).ConstantValue
            is { HasValue: true, Value: int or long or float or double or decimal } constant
            ? Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture)
            : null;
}
