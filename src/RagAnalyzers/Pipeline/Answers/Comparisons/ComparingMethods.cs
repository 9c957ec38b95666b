using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Which methods of the compilation compare a text that is passed to them with constants, and which parameter it is; and which methods and
/// getters compare a text that their object has.
/// </summary>
internal sealed class ComparingMethods
{
    /// <summary>How many methods a text may be handed on through before it is compared.</summary>
    public const int MaximumDepth = 3;

    private readonly Picture _picture;
    private readonly ConcurrentDictionary<(IMethodSymbol, int), ImmutableArray<ParameterComparison>> _comparisons = new();

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IInvocationOperation>> _handingOn = new(
        SymbolEqualityComparer.Default
    );

    private readonly ComparingNames _names;

    private ComparingMethods(Picture picture)
    {
        _picture = picture;
        _names = ComparingNames.Of(picture);
    }

    public static ComparingMethods Of(Picture picture) => picture.Once(static p => new ComparingMethods(p));

    /// <summary>A method may compare what it is given, as far as names tell: what it is given need not be traced otherwise.</summary>
    public bool MayCompare(IMethodSymbol method) => method.IsInSource() && _names.MayCompare(method, MaximumDepth);

    /// <summary>
    /// The comparisons that a call's arguments reach; empty when the method is not of this compilation or has several implementations.
    /// </summary>
    public ImmutableArray<ParameterComparison> Of(IMethodSymbol method) => Of(method, MaximumDepth);

    private ImmutableArray<ParameterComparison> Of(IMethodSymbol method, int depth) =>
        method.IsInSource()
        && method.MethodKind != MethodKind.LocalFunction
        && _names.MayCompare(method, depth)
        && (!method.IsStatic || method.Parameters.Any(static p => TextCarriers.MayBe(p.Type)))
            ? _comparisons.GetOrAdd(((method.ReducedFrom ?? method).OriginalDefinition, depth), key => Find(key.Item1, depth))
            : ImmutableArray<ParameterComparison>.Empty;

    private ImmutableArray<ParameterComparison> Find(IMethodSymbol method, int depth)
    {
        if (_picture.Tracer.Bodies.BodiesOf(method) is not { Length: 1 } bodies)
        {
            return ImmutableArray<ParameterComparison>.Empty;
        }

        return depth == 0
            ? OwnOf(bodies[0], method)
            : Of(method, 0).AddRange(HandedOnBy(bodies[0], method, depth)).Distinct().ToImmutableArray();
    }

    /// <summary>The comparisons that stand in a method.</summary>
    private ImmutableArray<ParameterComparison> OwnOf(IOperation body, IMethodSymbol method)
    {
        var found = ImmutableArray.CreateBuilder<ParameterComparison>();
        var comparisons = TextComparisons.Of(_picture).In(body);
        foreach (var comparison in comparisons.Any(static c => c.MayBeWithLabels) ? comparisons : ImmutableArray<TextComparison>.Empty)
        {
            // The constants are asked for last: most texts come from elsewhere.
            var reached = Reaching(comparison.Text, comparison.Path, body, method).ToList();
            if (reached.Count == 0)
            {
                continue;
            }

            if (ComparedConstants.Of(_picture, comparison) is { IsEmpty: false } constants)
            {
                found.AddRange(
                    reached.Select(r => new ParameterComparison(r.Ordinal, r.Path, comparison, constants, ImmutableArray<int>.Empty))
                );
            }
            else if (GivenTo(comparison, body) is { IsEmpty: false } given)
            {
                found.AddRange(reached.Select(r => new ParameterComparison(r.Ordinal, r.Path, comparison, comparison.Constants, given)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The comparisons in methods that this one passes its parameters to.</summary>
    private IEnumerable<ParameterComparison> HandedOnBy(IOperation body, IMethodSymbol method, int depth)
    {
        foreach (var call in _handingOn.GetOrAdd(method, _ => CallsHandingOn(body, method)))
        {
            foreach (var passed in Of(call.TargetMethod, depth - 1))
            {
                if (
                    passed.GivenBy(call.Arguments, instance: null) is { } given
                    && Reaching(given, passed.Path, body, method).ToList() is { Count: > 0 } reached
                    && Bound(passed, call, body) is { } bound
                )
                {
                    foreach (var (ordinal, path) in reached)
                    {
                        yield return bound with
                        {
                            Ordinal = ordinal,
                            Path = path,
                        };
                    }
                }
            }
        }
    }

    /// <summary>The calls of methods of the compilation to which a parameter may be passed.</summary>
    private ImmutableArray<IInvocationOperation> CallsHandingOn(IOperation body, IMethodSymbol method) =>
        BodyIndex
            .Of(body)
            .Invocations.Where(c =>
                c.TargetMethod.IsInSource()
                && _names.MayCompare(c.TargetMethod, MaximumDepth - 1)
                && !SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method)
                // To look into the method costs more than to see what it is given.
                && c.Arguments.Any(a => MayReach(a.Value, body, method))
            )
            .ToImmutableArray();

    /// <summary>The constants of a comparison, those that are passed for parameters among them; empty when there may be others.</summary>
    public ImmutableArray<string> ConstantsAt(ParameterComparison passed, ImmutableArray<IArgumentOperation> arguments)
    {
        var constants = passed.Constants;
        foreach (var given in passed.Given)
        {
            if (
                arguments.FirstOrDefault(a => a.Parameter?.Ordinal == given) is not { } argument
                || ComparedConstants.Of(_picture, argument.Value, passed.Comparison.IsAgainstKeys) is not { } texts
            )
            {
                return ImmutableArray<string>.Empty;
            }

            constants = constants.AddRange(texts);
        }

        return constants;
    }

    /// <summary>The comparison in the terms of a method that calls the comparing one, or null when it cannot be told what with.</summary>
    private ParameterComparison? Bound(ParameterComparison passed, IInvocationOperation call, IOperation body)
    {
        if (passed.Given.IsEmpty)
        {
            return passed;
        }

        if (ConstantsAt(passed, call.Arguments) is { IsEmpty: false } constants)
        {
            return passed with { Constants = constants, Given = ImmutableArray<int>.Empty };
        }

        var outer = passed.Given.Select(given =>
            call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == given) is { } argument ? OnlyParameter(argument.Value, body) : null
        );
        return outer.All(static o => o is not null) ? passed with { Given = outer.Select(static o => o!.Value).ToImmutableArray() } : null;
    }

    /// <summary>The parameters that a text is compared with, when each of its other sides is one; empty otherwise.</summary>
    private ImmutableArray<int> GivenTo(TextComparison comparison, IOperation body)
    {
        var given = comparison.Others.Select(o => OnlyParameter(o, body)).ToList();
        return given.Contains(null) ? ImmutableArray<int>.Empty : given.Select(static g => g!.Value).ToImmutableArray();
    }

    private int? OnlyParameter(IOperation value, IOperation body) =>
        Reaching(value, AccessPath.Empty, body, method: null).Distinct().ToList() is [{ Path.IsEmpty: true, Ordinal: var ordinal }]
            ? ordinal
            : null;

    /// <summary>A text is a parameter's, or it is not; any other object may have a member that is.</summary>
    private bool MayReach(IOperation value, IOperation body, IMethodSymbol method) =>
        TextCarriers.MayBe(value)
        && (value.Unwrapped().Type?.SpecialType != SpecialType.System_String || Reaching(value, AccessPath.Empty, body, method).Any());

    /// <summary>The parameters that a text is the value of, and the parts of the method's object; none when it may be something else as well.</summary>
    /// <param name="method">The method, or null where its object does not count.</param>
    private IEnumerable<(int? Ordinal, AccessPath Path)> Reaching(IOperation text, AccessPath path, IOperation body, IMethodSymbol? method)
    {
        var trace = _picture.TraceThroughLocalFunctions(text, FlowMode.Value, path);
        var reached = new List<(int?, AccessPath)>();
        foreach (var origin in trace.Origins.Where(static o => !o.IsFixed))
        {
            if (PassedParameters.Of(origin, body) is { } parameter)
            {
                reached.Add((parameter.Ordinal, origin.Path));
            }
            else if (method is not null && ObjectParts.At(origin, method) is { } part)
            {
                reached.Add((null, part));
            }
            else
            {
                return [];
            }
        }

        return trace.IsTruncated ? [] : reached;
    }
}
