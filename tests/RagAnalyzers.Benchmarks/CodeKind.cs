namespace RagAnalyzers.Benchmarks;

/// <summary>The code that is analysed.</summary>
public enum CodeKind
{
    /// <summary>Ordinary code, and no AI SDK is referenced.</summary>
    NoSdk,

    /// <summary>Ordinary code, which uses the SDKs in one file of forty.</summary>
    HardlyUsed,

    /// <summary>Every file calls models.</summary>
    Dense,
}
