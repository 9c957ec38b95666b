namespace RagAnalyzers.Flow.Tracing;

/// <summary>What a trace asks of a value.</summary>
internal enum FlowMode
{
    /// <summary>Where the value itself comes from; trimming, slicing and unwrapping keep it the same value.</summary>
    Value,

    /// <summary>What the value contains, in whatever form it was put together.</summary>
    Content,

    /// <summary>Where the value itself comes from; of a dictionary's entries, where their keys come from, whatever their values are.</summary>
    Keys,
}
