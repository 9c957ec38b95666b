using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// The caller whose words demand a format, where others send the same model call prompts that demand none: <c>AskAsync("Reply as JSON.")</c>
/// beside <c>AskAsync("Write a poem.")</c>. A format in force on the call would be wrong for those.
/// </summary>
/// <param name="Name">The method that the caller stands in, by its name where code can call it so.</param>
/// <param name="MayHavePassages">Retrieved passages may be in the caller's own prompt.</param>
internal sealed record DemandingCaller(string Name, bool MayHavePassages)
{
    /// <summary>The caller; null where the call is its own, or where every caller that can be seen demands a format.</summary>
    public static DemandingCaller? Of(Picture picture, ModelCall call, UnenforcedFormat demand)
    {
        var from = RootOf(demand.Part);
        if (ReferenceEquals(from, call.Operation.Root()) || picture.MethodAround(from) is not { } method)
        {
            return null;
        }

        var callers = picture.VisibleCallersOf(call.Operation).Select(static c => c.Root()).ToList();
        if (!callers.Contains(from))
        {
            return null;
        }

        var demanding = call.Prompt.Parts.Where(UnenforcedFormat.IsIn).Select(RootOf).ToList();
        var others = new HashSet<IOperation>(callers.Where(c => !demanding.Contains(c)));
        return others.Count == 0
            ? null
            : new DemandingCaller(
                method.CanBeReferencedByName ? $"'{method.Name}'" : "the caller",
                !call.Prompt.RetrievingTools.IsEmpty || call.Prompt.Parts.Any(p => p.IsPassage && !others.Contains(RootOf(p)))
            );
    }

    private static IOperation RootOf(PromptPart part) => (part.Origin.Via?.Call ?? part.Origin.Operation).Root();
}
