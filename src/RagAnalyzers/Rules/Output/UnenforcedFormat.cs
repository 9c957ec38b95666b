using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Output;

/// <summary>A format that the prompt of a call demands and nothing enforces.</summary>
/// <param name="Format">JSON, XML, YAML or CSV.</param>
/// <param name="Words">The sentence that demands it.</param>
/// <param name="Part">The piece of the prompt that the sentence stands in.</param>
internal sealed record UnenforcedFormat(string Format, string Words, PromptPart Part)
{
    private static readonly Regex List = new(@"\b(?:arrays?|lists?)\b|\[", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The text around the words speaks of lists, so that the answer may be one.</summary>
    public bool MayBeList => List.IsMatch(Part.Text ?? Words);

    /// <summary>
    /// The demand that RAG2003 speaks of, or null. An answer that is parsed in sight, under whatever contract, is the other rules'.
    /// </summary>
    public static UnenforcedFormat? Of(Picture picture, ModelCall call)
    {
        if (call.Contract.Kind != OutputContractKind.None)
        {
            return null;
        }

        // What the model or a tool said earlier demands nothing, nor does a prompt that this one is about.
        var parts = call.Prompt.Parts;
        var demands = parts
            .Where((p, i) => p.Role is not (PromptRole.Assistant or PromptRole.Tool) && (i == 0 || !IsQuotedBehind(parts[i - 1])))
            .Select(In)
            .OfType<UnenforcedFormat>();
        return demands.FirstOrDefault() is { } first && AnswerDestinations.Of(picture, call.Operation).IsEmpty ? first : null;
    }

    /// <summary>The piece demands a format.</summary>
    public static bool IsIn(PromptPart part) => In(part) is not null;

    private static UnenforcedFormat? In(PromptPart part) =>
        part.Text is { } text && RequestedFormat.MayBeIn(text) && RequestedFormat.In(QuotedPrompt.Without(text)) is { } demand
            ? new UnenforcedFormat(demand.Format, demand.Words, part)
            : null;

    private static bool IsQuotedBehind(PromptPart before) => before.Text is { } text && QuotedPrompt.IsAnnouncedBy(text);
}
