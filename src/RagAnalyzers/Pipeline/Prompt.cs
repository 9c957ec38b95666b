using System.Collections.Immutable;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>What a model call sends to the model.</summary>
/// <param name="Parts">Every piece whose origin is known, with the role it is sent in.</param>
/// <param name="IsComplete">Nothing else can be in the prompt.</param>
/// <param name="ContainsPassages">Retrieved passages are certainly among the pieces, or in what a tool gives that the call offers to the model.</param>
/// <param name="MayRetrieveByItself">The call offers tools, or it cannot be seen that it offers none.</param>
internal sealed record Prompt(ImmutableArray<PromptPart> Parts, bool IsComplete, bool ContainsPassages, bool MayRetrieveByItself);
