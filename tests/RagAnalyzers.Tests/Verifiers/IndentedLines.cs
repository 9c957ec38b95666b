namespace RagAnalyzers.Tests.Verifiers;

/// <summary>Which lines of a test's statements a <see cref="TestFrame"/> indents.</summary>
internal enum IndentedLines
{
    None,
    First,
    Every,
}
