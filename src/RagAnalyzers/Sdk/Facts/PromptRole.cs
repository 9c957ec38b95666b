namespace RagAnalyzers.Sdk.Facts;

/// <summary>Who speaks in a prompt part.</summary>
internal enum PromptRole
{
    System,
    User,
    Assistant,
    Tool,
}
