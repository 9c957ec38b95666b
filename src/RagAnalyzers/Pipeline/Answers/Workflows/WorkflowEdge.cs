using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>What leads a workflow's messages from one executor or agent to another.</summary>
/// <param name="Call">The call that adds it.</param>
/// <param name="Source">What sends; null where that cannot be seen, or where it is whoever starts the workflow.</param>
/// <param name="Target">What gets the messages; null where that may be anything.</param>
/// <param name="Only">The type of the messages that it lets through; null for all of them.</param>
/// <param name="Condition">The lambda that is asked whether a message goes this way.</param>
internal sealed record WorkflowEdge(
    IOperation Call,
    IOperation? Source,
    IOperation? Target,
    ITypeSymbol? Only = null,
    IAnonymousFunctionOperation? Condition = null
);
