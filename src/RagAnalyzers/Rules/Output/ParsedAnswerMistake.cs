namespace RagAnalyzers.Rules.Output;

/// <summary>What is wrong with the contract that a parsed answer is under. One parse has one mistake at most.</summary>
internal enum ParsedAnswerMistake
{
    /// <summary>Nothing, or nothing that is certain.</summary>
    None,

    /// <summary>RAG2001: no schema, and retrieved passages are in the prompt.</summary>
    NoSchemaThoughGrounded,

    /// <summary>RAG2002: no schema.</summary>
    NoSchema,

    /// <summary>RAG2005: JSON mode, and no message mentions JSON; the service refuses the call.</summary>
    JsonUnmentioned,

    /// <summary>RAG2004: JSON mode, and the code expects a certain shape.</summary>
    JsonModeAlone,
}
