namespace RagAnalyzers.Sdk.Facts;

/// <summary>Which values an exemption from encoding is for.</summary>
internal enum ExemptionScope
{
    /// <summary>The variable that the object describes.</summary>
    Variable,

    /// <summary>
    /// The template that the object describes: in Semantic Kernel's own language what its functions return, in the others its variables as
    /// well.
    /// </summary>
    Template,

    /// <summary>All templates of the factory.</summary>
    Factory,
}
