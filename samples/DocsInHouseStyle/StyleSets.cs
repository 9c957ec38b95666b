using System.Text.Json;
using Microsoft.Extensions.Options;

namespace DocsInHouseStyle;

/// <summary>The edited answers, split once: for training, for the job to measure itself on, and for the evaluation.</summary>
public sealed class StyleSets(IOptions<DocsOptions> options)
{
    private readonly Lazy<IReadOnlyList<StyleExample>> examples = new(() =>
        [
            .. File.ReadLines(options.Value.StyleFile)
                .Select(line => JsonSerializer.Deserialize<StyleExample>(line, JsonSerializerOptions.Web)!),
        ]
    );

    public IEnumerable<StyleExample> Training => examples.Value.Where((_, index) => index % 5 < 3);

    public IEnumerable<StyleExample> Validation => examples.Value.Where((_, index) => index % 5 == 3);

    public IEnumerable<StyleExample> HeldOut => examples.Value.Where((_, index) => index % 5 == 4);
}
