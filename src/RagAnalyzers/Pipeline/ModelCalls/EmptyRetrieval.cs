using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Uses;
using RagAnalyzers.Pipeline.Tools;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>What happens where a retrieval finds nothing.</summary>
internal static class EmptyRetrieval
{
    /// <summary>All that is on the way to the models is seen, and nobody looks whether there are passages.</summary>
    public static bool IsNeverLookedAt(GroundedPassages grounded) =>
        grounded.IsComplete && !grounded.Uses.Any(u => MayLook(u) && !IsOfOneHit(grounded, u));

    /// <summary>Nobody looks, and no model is told what to say where there are none.</summary>
    public static bool IsNotHandled(GroundedPassages grounded) =>
        IsNeverLookedAt(grounded)
        && !grounded.Found.Retrievals.Any(static r => r.Fact.IsOrder)
        && !AlwaysFinds(grounded)
        && grounded.Calls.All(c =>
            !IsInLoopOver(grounded, c.Operation)
            && !MayRetrieve(grounded.Found.Retrievals[0].Picture, c)
            && !c.Prompt.ShowsPassagesAsTurns
            && VisibleInstructions.AreAll(c.Prompt)
            && NothingFoundRequest.IsMissingIn(
                c.Prompt.Parts.Where(static p => !p.IsPassage).Select(static p => p.Text).OfType<string>().ToList()
            )
        );

    /// <summary>The nearest of what has just been indexed is there, and no score leaves it out.</summary>
    private static bool AlwaysFinds(GroundedPassages grounded) =>
        grounded.Found.Retrievals.Any(FilledIndex.IsSearchedBy)
        && !grounded.Uses.Any(static u => u is { End: PassageEnd.Tested, Part: PassagePart.Score });

    /// <summary>The model may look for more; what else a template's arguments hold is settings only where some are made at all.</summary>
    private static bool MayRetrieve(Picture picture, ModelCall call) =>
        call.Prompt.MayRetrieveByItself && (call.Fact.Arguments is null || ToolsRunElsewhere.Of(picture).AnyOfKernel);

    private static bool MayLook(PassageUse use) =>
        use.End switch
        {
            PassageEnd.Stored or PassageEnd.Elsewhere or PassageEnd.Discarded => true,
            // `hit.Score ?? 0`: there is a hit.
            PassageEnd.Missed => (use.Part != PassagePart.Score || MayBeOfNoHit(use))
                && !EmptinessTest.OnlyLogs(use.Operation)
                && !EmptinessTest.OnlyGathers(use.Operation),
            PassageEnd.Tested => (use.Part != PassagePart.Score || MayBeOfNoHit(use)) && !EmptinessTest.OnlyGathers(use.Operation),
            PassageEnd.Chosen => Throws(use.Operation),
            PassageEnd.Sent => CountedPrompt.Gets(use.Operation),
            PassageEnd.Visited => use.Operation is ILoopOperation loop && EmptinessTest.IsLeftBy(loop),
            _ => false,
        };

    /// <summary>The score is that of a hit which may be missing, <c>best?.Score</c>: who tests it also decides what becomes of none.</summary>
    private static bool MayBeOfNoHit(PassageUse use) =>
        use.Member is { } score
        && use.Operation.Root()
            .DescendantsAndSelf()
            .Any(o =>
                o is IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation read }
                && SymbolEqualityComparer.Default.Equals(read.Property.OriginalDefinition, score.OriginalDefinition)
            );

    /// <summary>What a loop over the hits asks of each of them, it never asks where there is none.</summary>
    private static bool IsOfOneHit(GroundedPassages grounded, PassageUse use) =>
        use is { Member: not null, End: PassageEnd.Missed or PassageEnd.Tested } && IsInLoopOver(grounded, use.Operation);

    /// <summary>A loop does it with each hit, so that nothing is done where there is none.</summary>
    private static bool IsInLoopOver(GroundedPassages grounded, IOperation operation) =>
        grounded.Uses.Any(u =>
            u is { End: PassageEnd.Visited, Operation: IForEachLoopOperation loop }
            && loop.Syntax.SyntaxTree == operation.Syntax.SyntaxTree
            && loop.Body.Syntax.Span.Contains(operation.Syntax.Span)
        );

    /// <summary>Where there is nothing, that is an exception.</summary>
    private static bool Throws(IOperation use)
    {
        var name = (use as IInvocationOperation ?? use.Parent as IInvocationOperation)?.TargetMethod.Name;
        return name is null or "First" or "FirstAsync" or "Single" or "SingleAsync" or "MaxBy" or "MinBy";
    }
}
