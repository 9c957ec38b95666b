namespace RagAnalyzers.JsonText;

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
