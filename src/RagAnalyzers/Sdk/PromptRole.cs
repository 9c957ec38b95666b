namespace RagAnalyzers.Sdk;

/// <summary>Who speaks in a prompt part.</summary>
internal enum PromptRole
{
    System,
    User,
    Assistant,
    Tool,
}
