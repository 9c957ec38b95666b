using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>
/// What a call does with the values it gets. Values are named by parameter; "this" is the receiver, "0" the first
/// parameter (the receiver of an extension method), "*" every parameter.
/// </summary>
internal sealed record CallFlow
{
    private static readonly ImmutableArray<string> None = ImmutableArray<string>.Empty;

    /// <summary>The call is an origin of its own; a trace ends here.</summary>
    public bool IsSource { get; init; }

    /// <summary>What is made reads from somewhere else, a file; what it was made with is not what is read.</summary>
    public bool ReadsElsewhere { get; init; }

    /// <summary>The call makes a part (a message with a role) of the values that pass it.</summary>
    public bool IsPart { get; init; }

    /// <summary>The values that the result, and any out argument, is.</summary>
    public ImmutableArray<string> ToResult { get; init; } = None;

    /// <summary>The values that a member read off the result is looked for in; <see cref="ToResult"/> when null.</summary>
    public ImmutableArray<string>? MembersFrom { get; init; }

    /// <summary>The values that the result contains beyond those of <see cref="ToResult"/>.</summary>
    public ImmutableArray<string> IntoResult { get; init; } = None;

    /// <summary>The values that the call puts into its receiver. A call that is an origin puts itself.</summary>
    public ImmutableArray<string> ToReceiver { get; init; } = None;

    /// <summary>The values that the result, or what is read off it at <paramref name="path"/>, comes from.</summary>
    public ImmutableArray<string> ResultAt(AccessPath path) => path.IsEmpty ? ToResult : MembersFrom ?? ToResult;

    /// <summary>Constant text among the values frames the others: a value framed by words is no longer the value itself.</summary>
    public bool Frames { get; init; }

    /// <summary>The result is what the function arguments return.</summary>
    public bool ReturnsFunctionResult { get; init; }

    /// <summary>The function arguments are called with the other values.</summary>
    public bool FeedsFunctions { get; init; }

    /// <summary>What is passed for the parameter becomes the result, a part of it, or a part of the receiver.</summary>
    public bool Takes(IParameterSymbol parameter) =>
        IsAmong(ToResult, parameter) || IsAmong(IntoResult, parameter) || IsAmong(ToReceiver, parameter);

    /// <summary>The names name the parameter, or all of them.</summary>
    public static bool IsAmong(ImmutableArray<string> names, IParameterSymbol parameter) =>
        names.Contains(parameter.Name) || names.Contains("*") || (parameter.Ordinal == 0 && names.Contains("0"));

    /// <summary>The call does not change the objects it gets, its receiver aside.</summary>
    public bool LeavesArgumentsAlone { get; init; }
}
