using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.ModelNames;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>RAG4004: a fine-tuning job is started while the same task's base-model calls have neither system message nor schema.</summary>
public sealed class FineTuningBeforePrompt : RagRule
{
    // Whoever writes more than this into the user's message has said what is wanted, in whatever role.
    private const int LongestQuestion = 300;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningBeforePrompt);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (FineTuningJob.In(body).IsEmpty || PromptMiddleware.Of(body.Picture).MayAddPassages)
        {
            return;
        }

        var options = context.OptionsFor(body);
        foreach (var job in FineTuningJob.In(body))
        {
            var calls = SameTask.CallsOf(body.Picture, job).RemoveAll(c => c.Model.FineTuned(options.FineTunedModels) is not null);
            if (calls.IsEmpty || !calls.All(c => IsBare(c, options)))
            {
                continue;
            }

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.FineTuningBeforePrompt,
                    CallLocation.Of(job.Operation),
                    calls.Select(static c => CallLocation.Of(c.Operation)),
                    ImmutableDictionary<string, string?>.Empty,
                    job.Operation.TargetMethod.Name,
                    calls[0].Operation.CalledMethod()?.Name
                )
            );
        }
    }

    /// <summary>
    /// Certainly a base model answers, certainly nothing but a question is sent, and certainly nothing constrains the answer.
    /// </summary>
    private static bool IsBare(ModelCall call, RuleOptions options) =>
        call
            is {
                Fact: { Sdk: SdkKind.OpenAI or SdkKind.ExtensionsAI, Protocol: false, Typed: false },
                Contract.Kind: OutputContractKind.None
            }
        && IsBase(call.Model, options)
        && !call.Prompt.Parts.IsEmpty
        && call.Prompt.Parts.All(p => p.Role is PromptRole.User or PromptRole.Assistant || (p.Role is null && IsOneText(call)))
        && call.Prompt.Parts.Sum(static p => p.Text?.Length ?? 0) <= LongestQuestion;

    private static bool IsBase(ModelName model, RuleOptions options) =>
        !model.IsTruncated
        && !model.Origins.IsEmpty
        && model.Origins.All(static o =>
            o.Kind == OriginKind.Constant && o.Operation.ConstantValue.Value is string name && !ModelName.IsFineTuned(name)
        )
        && model.FineTuned(options.FineTunedModels) is null;

    /// <summary>The call is given one text, which is sent as the user's message, and no options that may hold instructions.</summary>
    private static bool IsOneText(ModelCall call) =>
        call.Contract.Options == OptionsPlace.Absent
        && call.Fact.Prompt.All(name => call.Operation.ArgumentNamed(name)?.Unwrapped().Type?.SpecialType == SpecialType.System_String);
}
