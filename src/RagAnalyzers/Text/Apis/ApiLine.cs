using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Text.Apis;

/// <summary>One line of the table: a member, and what it is.</summary>
/// <param name="Member">A documentation id, or a readable signature.</param>
/// <param name="Meaning">What it is.</param>
internal sealed record ApiLine(string Member, ApiMeaning Meaning)
{
    /// <summary>The parameters that a role names, by the role's name; a role that is not there names none.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Roles { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>What is made sure of about the form of the answer.</summary>
    public ApiContract Contract { get; init; }

    /// <summary>The member puts passages into the prompt that it retrieves itself.</summary>
    public bool IsGrounded { get; init; }

    /// <summary>The line as the table has it.</summary>
    public string Text => $"{Member} = {Says}";

    /// <summary>What the line says of its member: all that stands behind the sign.</summary>
    public string Says =>
        string.Join(
            " ",
            new[] { ApiWords.Of(Meaning) }
                .Concat(ApiWords.RolesOf(Meaning).Where(Roles.ContainsKey).Select(r => $"{r}={string.Join(",", Roles[r])}"))
                .Concat(Meaning == ApiMeaning.ModelCall ? Contracts() : Enumerable.Empty<string>())
        );

    /// <summary>The parameters of a role; none where the line does not say.</summary>
    public ImmutableArray<string> Role(string name) => Roles.TryGetValue(name, out var names) ? names : ImmutableArray<string>.Empty;

    /// <summary>The line with parameters for a role; without the role where there are none.</summary>
    public ApiLine With(string role, IEnumerable<string> parameters)
    {
        var names = parameters.ToImmutableArray();
        return this with { Roles = names.IsEmpty ? Roles.Remove(role) : Roles.SetItem(role, names) };
    }

    private IEnumerable<string> Contracts()
    {
        yield return $"{ApiWords.Contract}={ApiWords.Of(Contract)}";
        if (IsGrounded)
        {
            yield return ApiWords.Grounded;
        }
    }
}
