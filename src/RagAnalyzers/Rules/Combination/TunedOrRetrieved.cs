using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Branches;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.ModelNames;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Combination;

/// <summary>
/// A branching with a way on which a fine-tuned model answers certainly without passages, and a way that retrieves for another model.
/// </summary>
/// <param name="Branching">The branching.</param>
/// <param name="Tuned">The call of the fine-tuned model.</param>
/// <param name="Model">The name of that model.</param>
/// <param name="Grounded">The call that gets passages.</param>
internal sealed record TunedOrRetrieved(Branching Branching, ModelCall Tuned, string Model, ModelCall Grounded)
{
    // A narrow task, for which a model is tuned and no knowledge needed: to choose by task is right.
    private static readonly Regex Task = new(
        @"\b(classif\w+|labels?|labell?ing|categor\w+|extract\w*|translat\w+|rewrit\w+|rephras\w+|summari[sz]\w+|sentiment|intents?|rout(e|ing)|tags?|tagging|scor(e|ing)|rank\w*|moderat\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static IEnumerable<TunedOrRetrieved> In(Body body, RuleOptions options)
    {
        if ((!FineTunedMentions.Of(body.Picture).Any && options.FineTunedModels.Patterns.IsEmpty) || !ArmNames.AreIn(body))
        {
            return Enumerable.Empty<TunedOrRetrieved>();
        }

        return BranchReader.Read(body.Root).Select(b => Of(b, body.Picture, options.FineTunedModels)).OfType<TunedOrRetrieved>();
    }

    private static TunedOrRetrieved? Of(Branching branching, Picture picture, NamePatterns fineTuned)
    {
        var arms = branching.Arms.Select(a => ArmReader.Read(picture, a)).Where(static a => !a.ModelCalls.IsEmpty).ToImmutableArray();
        if (arms.Length < 2)
        {
            return null;
        }

        var tuned = arms.Where(static a => a is { IsClear: true, Retrieval: null })
            .SelectMany(static a => a.ModelCalls)
            .FirstOrDefault(c => IsTunedAlone(c, fineTuned));
        var grounded = arms.Where(a => !a.ModelCalls.Any(c => c.Model.FineTuned(fineTuned) is not null))
            .SelectMany(static a => a.ModelCalls)
            .FirstOrDefault(static c => c.Prompt.ContainsPassages);
        return tuned is null || grounded is null
            ? null
            : new TunedOrRetrieved(branching, tuned, tuned.Model.FineTuned(fineTuned)!, grounded);
    }

    private static bool IsTunedAlone(ModelCall call, NamePatterns fineTuned) =>
        call.Model.FineTuned(fineTuned) is not null
        && !call.Fact.Protocol
        && call.Prompt is { ContainsPassages: false, MayRetrieveByItself: false, IsTruncated: false } prompt
        && prompt.Parts.All(static p => p.Text is not null || SeekingPrompt.IsHarmless(p.Origin))
        && !HasNarrowTask(prompt.Parts.Select(static p => p.Text).OfType<string>().ToList());

    /// <summary>The texts name such a task; in a language that is not read they may.</summary>
    private static bool HasNarrowTask(IReadOnlyCollection<string> texts) =>
        texts.Any(Task.IsMatch) || !GroundingRequest.AreRead(texts) || GroundingRequest.HaveOtherTask(texts);

    /// <summary>The invocation is the fine-tuned side of one of them.</summary>
    public static bool Explains(IOperation call, Body body, RuleOptions options) =>
        In(body, options).Any(f => ReferenceEquals(f.Tuned.Operation, call));
}
