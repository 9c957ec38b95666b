using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>A training example that is written out whole, as a line of JSON.</summary>
/// <param name="Place">The constant text in which it stands.</param>
/// <param name="Said">What the assistant says in it.</param>
/// <param name="Told">What the others say in it.</param>
internal sealed record WrittenExample(IOperation Place, ImmutableArray<string> Said, ImmutableArray<string> Told)
{
    /// <summary>The examples among the lines of the constant texts.</summary>
    public static IEnumerable<WrittenExample> In(IEnumerable<IOperation> operations) =>
        operations.SelectMany(static o =>
            o.ConstantValue is { HasValue: true, Value: string text } && text.Contains('{')
                ? text.Split('\n').Select(line => Read(o, line.Trim())).OfType<WrittenExample>()
                : []
        );

    private static WrittenExample? Read(IOperation place, string line)
    {
        if (!line.StartsWith("{", System.StringComparison.Ordinal) || !line.EndsWith("}", System.StringComparison.Ordinal))
        {
            return null;
        }

        JsonTextValue example;
        try
        {
            example = JsonTextReader.Read(line);
        }
        catch (JsonTextException)
        {
            return null;
        }

        var said = TextsOf(example, Speaker.Assistant).ToImmutableArray();
        return said.IsEmpty ? null : new WrittenExample(place, said, TextsOf(example, Speaker.Others).ToImmutableArray());
    }

    private static IEnumerable<string> TextsOf(JsonTextValue example, Speaker speaker) =>
        (example["messages"]?.Items ?? ImmutableArray<JsonTextValue>.Empty)
            .Where(m => m["role"]?.Text is { } role && speaker.IsRole(role))
            .Select(static m => m["content"]?.Text)
            .Concat(example.Properties.Where(p => speaker.IsMarker(p.Name)).Select(static p => p.Value.Text))
            .OfType<string>();
}
