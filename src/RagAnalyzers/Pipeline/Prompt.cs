using System.Collections.Immutable;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>What a model call sends to the model.</summary>
/// <param name="Parts">Every piece whose origin is known, with the role it is sent in.</param>
/// <param name="IsComplete">Nothing else can be in the prompt.</param>
/// <param name="ContainsPassages">Retrieved passages are certainly among the pieces.</param>
internal sealed record Prompt(ImmutableArray<PromptPart> Parts, bool IsComplete, bool ContainsPassages);
