using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Configuration.Options;

/// <summary>Names in which "*" stands for any characters, none included; case does not matter.</summary>
internal sealed class NamePatterns
{
    public static readonly NamePatterns None = new(ImmutableArray<string>.Empty);

    private readonly ImmutableArray<Regex> _patterns;

    public NamePatterns(ImmutableArray<string> patterns)
    {
        Patterns = patterns;
        _patterns = patterns
            .Select(static p => new Regex(
                $"^{Regex.Escape(p).Replace("\\*", ".*")}$",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
            ))
            .ToImmutableArray();
    }

    public ImmutableArray<string> Patterns { get; }

    public bool Match(string name) => _patterns.Any(p => p.IsMatch(name));
}
