using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>
/// A conversation, or a message, that passages are put into one by one, and that is counted for it: <c>if (history.Count == 1) return;</c>.
/// </summary>
internal static class CountedPrompt
{
    /// <summary>What is more than that bounds a conversation, and does not ask whether anything was added to it.</summary>
    private const int MostMessagesBefore = 3;

    /// <param name="sent">Where a passage becomes a part of a prompt.</param>
    public static bool Gets(IOperation sent) =>
        Filled(sent) is { } filled && BodyIndex.Of(sent).ReferencesTo(filled).Any(static r => Count(r) is { } count && IsTested(count));

    /// <summary>The local that the statement puts the passage into: <c>message.Items.Add(new TextContent(hit.Text))</c>.</summary>
    private static ILocalSymbol? Filled(IOperation sent)
    {
        var statement = sent;
        while (statement is not (null or IExpressionStatementOperation))
        {
            statement = statement.Parent;
        }

        var holder = ((statement as IExpressionStatementOperation)?.Operation.Unwrapped() as IInvocationOperation)?.CalledOn();
        while (holder?.Unwrapped() is IPropertyReferenceOperation { Instance: { } owner })
        {
            holder = owner;
        }

        return (holder?.Unwrapped() as ILocalReferenceOperation)?.Local;
    }

    /// <summary>What says how much is in it, or in a member of it.</summary>
    private static IOperation? Count(IOperation reference)
    {
        var value = reference;
        while (value.ParentOf(out var child) is { } parent)
        {
            switch (parent)
            {
                case IPropertyReferenceOperation { Property.Name: "Count" or "Length" }:
                    return parent;
                case IPropertyReferenceOperation property when ReferenceEquals(property.Instance, child):
                    value = parent;
                    break;
                case IArgumentOperation
                {
                    Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "Any" or "Count" } } asked
                }:
                    return asked;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsTested(IOperation count) =>
        count.Type?.SpecialType == SpecialType.System_Boolean
        || count.ParentOf(out var child) switch
        {
            IIsPatternOperation => true,
            IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } comparison => (
                ReferenceEquals(comparison.LeftOperand, child) ? comparison.RightOperand : comparison.LeftOperand
            ).ConstantValue
                is { HasValue: false }
                    or { Value: <= MostMessagesBefore },
            _ => false,
        };
}
