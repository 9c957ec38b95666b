namespace RagAnalyzers.Rules.Output;

/// <summary>What is wrong with the schema of a response format. One format has one mistake at most.</summary>
internal enum ResponseSchemaMistake
{
    /// <summary>Nothing, or nothing that is certain.</summary>
    None,

    /// <summary>RAG2007: the root is not an object.</summary>
    RootIsNoObject,

    /// <summary>RAG2009: strict, and outside the strict subset.</summary>
    OutsideStrictSubset,

    /// <summary>RAG2010: not strict.</summary>
    NotStrict,
}
