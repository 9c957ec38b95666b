using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Configuration.Options;

/// <summary>Types and namespaces by their full names, without type arguments.</summary>
internal sealed record TypeNames(ImmutableArray<string> Names)
{
    public static readonly TypeNames None = new(ImmutableArray<string>.Empty);

    /// <summary>The type is one of them, or is in one of them.</summary>
    /// <param name="fullName">The type's namespace and name, "Contoso.Evals.EvalRunner".</param>
    public bool Contain(string fullName) =>
        Names.Any(n => fullName == n || (fullName.StartsWith(n, StringComparison.Ordinal) && fullName[n.Length] == '.'));
}
