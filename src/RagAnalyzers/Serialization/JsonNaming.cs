namespace RagAnalyzers.Serialization;

/// <summary>How a member's C# name becomes a JSON name.</summary>
internal enum JsonNaming
{
    AsDeclared,
    CamelCase,
    SnakeCaseLower,
    SnakeCaseUpper,
    KebabCaseLower,
    KebabCaseUpper,
}
