using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Which methods of the compilation compare a text that is passed to them with constants, and which parameter it is.</summary>
internal sealed class ComparingMethods
{
    /// <summary>How many methods a text may be handed on through before it is compared.</summary>
    private const int MaximumDepth = 1;

    private readonly Picture _picture;
    private readonly ConcurrentDictionary<(IMethodSymbol, int), ImmutableArray<ParameterComparison>> _comparisons = new();

    private ComparingMethods(Picture picture) => _picture = picture;

    public static ComparingMethods Of(Picture picture) => picture.Once(static p => new ComparingMethods(p));

    /// <summary>
    /// The comparisons that a call's arguments reach; empty when the method is not of this compilation or has several implementations.
    /// </summary>
    public ImmutableArray<ParameterComparison> Of(IMethodSymbol method) => Of(method, MaximumDepth);

    private ImmutableArray<ParameterComparison> Of(IMethodSymbol method, int depth) =>
        method.IsInSource() && method.MethodKind != MethodKind.LocalFunction && !method.Parameters.IsEmpty
            ? _comparisons.GetOrAdd(((method.ReducedFrom ?? method).OriginalDefinition, depth), key => Find(key.Item1, depth))
            : ImmutableArray<ParameterComparison>.Empty;

    private ImmutableArray<ParameterComparison> Find(IMethodSymbol method, int depth)
    {
        if (_picture.Tracer.Bodies.BodiesOf(method) is not { Length: 1 } bodies)
        {
            return ImmutableArray<ParameterComparison>.Empty;
        }

        var body = bodies[0];
        var found = ImmutableArray.CreateBuilder<ParameterComparison>();
        foreach (var comparison in TextComparisons.Of(_picture).In(body))
        {
            // The constants are asked for last: most texts come from elsewhere.
            var reached = Reaching(comparison.Text, comparison.Path, body).ToList();
            if (reached.Count == 0 || ComparedConstants.Of(_picture, comparison) is not { IsEmpty: false } constants)
            {
                continue;
            }

            found.AddRange(reached.Select(r => new ParameterComparison(r.Ordinal, r.Path, comparison, constants)));
        }

        if (depth > 0)
        {
            foreach (
                var call in BodyIndex
                    .Of(body)
                    .Invocations.Where(c => !SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method))
            )
            {
                foreach (var passed in Of(call.TargetMethod, depth - 1))
                {
                    if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == passed.Ordinal) is { } argument)
                    {
                        found.AddRange(
                            Reaching(argument.Value, passed.Path, body).Select(r => passed with { Ordinal = r.Ordinal, Path = r.Path })
                        );
                    }
                }
            }
        }

        return found.Distinct().ToImmutableArray();
    }

    /// <summary>The parameters that a text is the value of; none when it may be something else as well.</summary>
    private IEnumerable<(int Ordinal, AccessPath Path)> Reaching(IOperation text, AccessPath path, IOperation body)
    {
        var trace = _picture.TraceThroughLocalFunctions(text, FlowMode.Value, path);
        var reached = new List<(int, AccessPath)>();
        foreach (var origin in trace.Origins.Where(static o => o.Kind is not (OriginKind.Constant or OriginKind.Null or OriginKind.Unset)))
        {
            if (CallTracer.PassedParameter(origin, body) is not { } parameter)
            {
                return Enumerable.Empty<(int, AccessPath)>();
            }

            reached.Add((parameter.Ordinal, origin.Path));
        }

        return trace.IsTruncated ? Enumerable.Empty<(int, AccessPath)>() : reached;
    }
}
