using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>What one member of an SDK means to the rules. Parameters are named as the SDK names them; "this" is the receiver.</summary>
internal abstract record SdkFact(SdkKind Sdk)
{
    /// <summary>Names the receiver where a parameter is named.</summary>
    public const string Receiver = "this";

    /// <summary>
    /// The fact as it holds for one overload, override or implementation. <paramref name="nameOf"/> maps a parameter's name in the
    /// table to its name there, or to null where that member has no such parameter. Null when what the fact is about is missing.
    /// </summary>
    public virtual SdkFact? WithParameters(Func<string, string?> nameOf) => this;

    private protected static ImmutableArray<string> Map(ImmutableArray<string> parameters, Func<string, string?> nameOf) =>
        parameters.Select(parameter => Map(parameter, nameOf)).OfType<string>().ToImmutableArray();

    private protected static string? Map(string? parameter, Func<string, string?> nameOf) =>
        parameter is null or Receiver ? parameter : nameOf(parameter);
}
