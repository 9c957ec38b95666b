using System.Collections.Immutable;

namespace RagAnalyzers.Text.Json;

/// <summary>One reason why a schema is outside the strict subset.</summary>
/// <param name="Path">The JSON path of the place: <c>$.properties.steps.items</c>.</param>
/// <param name="Position">Where that is in the text.</param>
/// <param name="What">What is wrong there, as the end of a sentence.</param>
/// <param name="Repair">The edits that put it right without another meaning; empty when there are none.</param>
internal sealed record StrictSchemaProblem(string Path, int Position, string What, ImmutableArray<JsonTextEdit> Repair);
