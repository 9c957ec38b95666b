using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>Where a constant text is written out.</summary>
internal static class WrittenText
{
    /// <summary>A constant stands where it is declared, in the same file; anything else where it is used.</summary>
    public static IOperation Of(Picture picture, IOperation constant) =>
        constant switch
        {
            IFieldReferenceOperation { Field: { IsConst: true } field } => picture.ValueOf(field),
            ILocalReferenceOperation { Local: { IsConst: true } local } => picture.ValueOf(local),
            _ => null,
        }
            is { } value
        && value.Syntax.SyntaxTree == constant.Syntax.SyntaxTree
            ? value
            : constant;
}
