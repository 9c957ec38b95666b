using System;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>What a model call sends to the model.</summary>
/// <param name="Parts">Every piece whose origin is known, with the role it is sent in.</param>
/// <param name="IsComplete">Nothing else can be in the prompt.</param>
/// <param name="ContainsPassages">Retrieved passages are certainly among the pieces, or in what a tool gives that the call offers to the
/// model.</param>
/// <param name="MayRetrieveByItself">The call offers tools, or it cannot be seen that it offers none.</param>
internal sealed record Prompt(ImmutableArray<PromptPart> Parts, bool IsComplete, bool ContainsPassages, bool MayRetrieveByItself)
{
    /// <summary>There may be pieces whose origin is not even named among the parts.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>It is made of templates that can all be read, so that the arguments which they do not name are not in it.</summary>
    public bool ShowsItsTemplates { get; init; }

    /// <summary>What makes the tools that the call offers and that certainly retrieve.</summary>
    public ImmutableArray<Origin> RetrievingTools { get; init; } = ImmutableArray<Origin>.Empty;

    /// <summary>Passages stand where the user spoke and where the model answered: they show a task, and nobody is to answer from them.</summary>
    public bool ShowsPassagesAsTurns =>
        Parts.Any(static p => p.IsPassage && p.Role == PromptRole.Assistant)
        && Parts.Any(static p => p.IsPassage && p.Role == PromptRole.User);

    /// <summary>Every word that is sent can be read here.</summary>
    public bool IsAllText => IsComplete && !Parts.IsEmpty && Parts.All(static p => p.Text is not null);

    /// <summary>Every word that is sent can be read, and this one, in whatever case, is nowhere among them.</summary>
    public bool CertainlyLacks(string word) => IsAllText && !Parts.Any(p => p.Text!.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
