using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>Where an answer's text is read off the response.</summary>
/// <param name="Cleaned">The text with what cleans it: what takes its place is the member of the enum that the answer says.</param>
/// <param name="Text">The text as it came.</param>
/// <param name="Response">The response; the text itself where the call returns that.</param>
internal sealed record LabelRead(ExpressionSyntax Cleaned, ExpressionSyntax Text, ExpressionSyntax Response);
