using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Configuration.Options;

/// <summary>The embedding models of the table, and those that the project's options name; these go before the table's.</summary>
internal sealed class ConfiguredEmbeddingModels
{
    public static readonly ConfiguredEmbeddingModels None = new(ImmutableArray<string>.Empty);

    private readonly ImmutableDictionary<string, int> _sizes;

    /// <param name="entries">Entries such as "name:1536"; of two for one name the last holds.</param>
    public ConfiguredEmbeddingModels(ImmutableArray<string> entries) =>
        _sizes = entries
            .Select(static e => (At: e.LastIndexOf(':'), Entry: e))
            .GroupBy(static e => e.Entry.Substring(0, e.At), StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(
                static g => g.Key,
                static g => int.Parse(g.Last().Entry.Substring(g.Last().At + 1), CultureInfo.InvariantCulture),
                StringComparer.OrdinalIgnoreCase
            );

    /// <summary>The project's options name the model.</summary>
    public bool AreToldOf(string name) => _sizes.ContainsKey(name);

    /// <summary>The model of a name, or null when nobody knows it.</summary>
    public EmbeddingModel? Named(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var known = EmbeddingModels.Named(name);
        return _sizes.TryGetValue(name, out var size)
            ? (known ?? new EmbeddingModel(name, size, DimensionChoice.Unknown, ImmutableArray<int>.Empty)) with
            {
                Dimensions = size,
            }
            : known;
    }
}
