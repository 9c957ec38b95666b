using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A method parses what is passed for one of its parameters, or a text that the object has which it is called on.</summary>
/// <param name="Ordinal">The parameter's position; null for the object.</param>
/// <param name="Path">What is read off the argument, or off the object, before it is parsed.</param>
/// <param name="Parse">The parse.</param>
/// <param name="Site">The parse, or the operation of the method that leads to it.</param>
/// <param name="Inner">In the method that this leads into, what leads on to the parse; null when the parse is here.</param>
internal sealed record ParameterParse(int? Ordinal, AccessPath Path, Parse Parse, IOperation Site, ParameterParse? Inner = null)
{
    /// <summary>In the method, what is parsed or handed on to be parsed, and what is read off it.</summary>
    public IEnumerable<(IOperation Value, AccessPath Path)> Texts =>
        Inner is null ? Parse.Inputs.Select(static i => (i, AccessPath.Empty))
        : Site is IInvocationOperation call && Inner.GivenBy(call.Arguments, call.Instance) is { } given ? [(given, Inner.Path)]
        : [];

    /// <summary>What a call gives to be parsed; null when it gives nothing that can be seen.</summary>
    /// <param name="arguments">Those of the call.</param>
    /// <param name="instance">What it is called on, or null.</param>
    public IOperation? GivenBy(ImmutableArray<IArgumentOperation> arguments, IOperation? instance) =>
        Ordinal is { } ordinal ? arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value : instance;
}
