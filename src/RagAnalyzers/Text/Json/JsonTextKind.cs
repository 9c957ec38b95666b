namespace RagAnalyzers.Text.Json;

/// <summary>The kinds of JSON values.</summary>
internal enum JsonTextKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}
