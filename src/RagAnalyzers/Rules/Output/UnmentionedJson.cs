using System.Collections.Generic;
using System.Linq;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// Decides whether a call is under JSON mode and certainly says nowhere that it wants JSON, which OpenAI's service refuses. RAG2004
/// leaves such a call to RAG2005.
/// </summary>
internal static class UnmentionedJson
{
    private const string Word = "json";

    public static bool IsFoundOf(ModelCall call) =>
        call.Contract.Kind == OutputContractKind.JsonMode && call.Prompt.CertainlyLacks(Word) && call.Service == AskedService.OpenAI;

    /// <summary>
    /// The piece of the prompt whose message should ask for JSON: the last of the system message, else of the last message of the user,
    /// else of the instructions. Null when that message is not told by its pieces, or ends in something other than constant text in the
    /// code.
    /// </summary>
    public static PromptPart? Best(ModelCall call)
    {
        var spoken = call
            .Prompt.Parts.Where(static p => p.FileText is null && p.Role is null or PromptRole.System or PromptRole.User)
            .ToList();
        var messages = spoken.Where(static p => !p.IsInstructions).ToList();
        return Last(messages.Where(static p => p.Role == PromptRole.System)) ?? Last(messages) ?? Last(spoken);
    }

    /// <summary>The parts come in the order in which they were traced; in one file, what stands last is sent last.</summary>
    private static PromptPart? Last(IEnumerable<PromptPart> parts) =>
        parts
            .Where(static p => p.Origin.Kind == OriginKind.Constant)
            .OrderBy(static p => p.Origin.Operation.Syntax.Span.End)
            .LastOrDefault();
}
