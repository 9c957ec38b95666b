namespace RagAnalyzers.Tests.Properties;

/// <summary>What the parser reads.</summary>
internal enum ParsedText
{
    Answer,
    Settings,
    Question,
}
