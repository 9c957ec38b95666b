namespace RagAnalyzers.Rules.Grounding;

/// <summary>Who may have written a text that is not the program's own.</summary>
internal enum ForeignTextKind
{
    /// <summary>Whoever can put a document into the index.</summary>
    Passages,

    /// <summary>Whoever can send a request.</summary>
    Request,

    /// <summary>Whoever sits at the keyboard.</summary>
    Typed,

    /// <summary>Whoever can write a file.</summary>
    File,
}
