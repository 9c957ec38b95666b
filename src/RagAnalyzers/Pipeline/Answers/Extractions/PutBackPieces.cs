using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>
/// Tells a text that is taken apart to be written again, with something else around or for one of its pieces:
/// <c>text = $"{text[..start]}&lt;b&gt;{text[start..end]}&lt;/b&gt;{text[end..]}"</c>. That is formatting, and nothing is read out of it.
/// </summary>
internal static class PutBackPieces
{
    /// <summary>What stands before and what stands behind is cut off as well, and the variable is given another text.</summary>
    public static bool AreOf(Body body, IOperation text)
    {
        if (text.LocalOrParameter() is not { } variable)
        {
            return false;
        }

        var references = body.Index.ReferencesTo(variable);
        return references.Any(IsGivenAnother) && references.Any(IsBeginning) && references.Any(IsRest);
    }

    private static bool IsGivenAnother(IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Target, reference);

    private static bool IsBeginning(IOperation reference) =>
        CutOf(reference) switch
        {
            IInvocationOperation { Arguments: [{ Value.ConstantValue.Value: 0 }, _] } => true,
            IRangeOperation range => range is { LeftOperand: null, RightOperand: not null },
            _ => false,
        };

    private static bool IsRest(IOperation reference) =>
        CutOf(reference) switch
        {
            IInvocationOperation { Arguments.Length: 1 } => true,
            IRangeOperation range => range is { LeftOperand: not null, RightOperand: null },
            _ => false,
        };

    /// <summary>The range, or the <c>Substring</c>, that is taken of a text.</summary>
    private static IOperation? CutOf(IOperation reference) =>
        reference.ParentOf(out var text) switch
        {
            IInvocationOperation { TargetMethod: { Name: "Substring", ContainingType.SpecialType: SpecialType.System_String } } call
                when ReferenceEquals(call.Instance, text) => call,
            IImplicitIndexerReferenceOperation indexer when ReferenceEquals(indexer.Instance, text) => indexer.Argument.Unwrapped(),
            _ => null,
        };
}
