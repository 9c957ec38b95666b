namespace RagAnalyzers.Text.Json;

/// <summary>One property of a JSON object.</summary>
/// <param name="Name">Its name, with escapes resolved.</param>
/// <param name="Start">Where the name's opening quote stands in the text.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonTextProperty(string Name, int Start, JsonTextValue Value);
