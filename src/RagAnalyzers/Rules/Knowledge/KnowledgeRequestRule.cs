using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Rules.Combination;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// What RAG1004 and RAG1005 share: a model is asked for knowledge that the call does not bring. Which of them speaks is up to the model.
/// </summary>
public abstract class KnowledgeRequestRule : RagRule
{
    private protected abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The rule is the one about fine-tuned models.</summary>
    private protected abstract bool IsAboutFineTuned { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected sealed override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    /// <summary>The same words go to a call that can bring the knowledge, too: the program compares what comes back.</summary>
    private static bool IsAskedBothWays(Body body, ModelCall call)
    {
        var asked = call.Prompt.Parts.Select(static p => p.Text).OfType<string>().ToList();
        return ModelCall
            .In(body)
            .Any(other =>
                (other.Prompt.MayRetrieveByItself || other.Prompt.ContainsPassages)
                && other.Prompt.Parts.Any(p => p.Text is { } text && asked.Contains(text))
            );
    }

    private protected sealed override void Analyze(Body body, RuleContext context)
    {
        if (ModelCall.In(body).IsEmpty || PromptMiddleware.Of(body.Picture).MayAddPassages)
        {
            return;
        }

        var options = context.OptionsFor(body);
        var knowledge = ConfiguredTerms.Of(options);
        foreach (var call in ModelCall.In(body))
        {
            if (SeekingPrompt.RequestIn(call, knowledge) is not { } request || IsAskedBothWays(body, call))
            {
                continue;
            }

            var model = call.Model.FineTuned(options.FineTunedModels);

            // Where the model is one way of two, the choice between them is the mistake, and RAG3001 speaks of it.
            if (model is not null == IsAboutFineTuned && !(IsAboutFineTuned && TunedOrRetrieved.Explains(call.Operation, body, options)))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, CallLocation.Of(call.Operation), request, model));
            }
        }
    }
}
