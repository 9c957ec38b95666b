using System.Collections.Immutable;
using RagAnalyzers.Rules.Combination;
using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Rules.Retrieval;

namespace RagAnalyzers.Rules;

/// <summary>The rules that look at code, in the order of their categories. One that is missing here never runs; a test holds it complete.</summary>
internal static class AllRules
{
    public static ImmutableArray<RagRule> Create() =>
        ImmutableArray.Create<RagRule>([
            new ExamplesInGroundedPrompt(),
            new FineTunedModelOrRetrieval(),
            new UnlistedApi(),
            new CitationsDiscarded(),
            new NoGroundingInstruction(),
            new PassagesInSystemMessage(),
            new SourceDropped(),
            new TextCompiledAsTemplate(),
            new UnencodedPassages(),
            new UnrenderedPlaceholder(),
            new DocumentInEveryPrompt(),
            new FineTunedModelAskedForKnowledge(),
            new FineTuningOnChangingDocuments(),
            new FineTuningOnSchedule(),
            new IndexFilledOnce(),
            new KnowledgeAskedForWithoutRetrieval(),
            new TimeDependentExample(),
            new AnswerMisread(),
            new AnswerParsedWithoutGuard(),
            new AnswerParsedWithoutSchema(),
            new AnswerTakenApart(),
            new FormatIgnoredByConnector(),
            new FormatOverwrittenByTypedCall(),
            new GroundedAnswerParsedWithoutSchema(),
            new JsonModeWithoutMention(),
            new JsonModeWithoutSchema(),
            new LabelComparedAsText(),
            new RequestedFormatNotEnforced(),
            new SchemaIsNotStrict(),
            new SchemaRootIsNoObject(),
            new StrictSchemaOutsideSubset(),
            new FineTuningBeforePrompt(),
            new FineTuningValidatedOnTrainingData(),
            new FineTuningWithoutEvaluation(),
            new FineTuningWithoutValidation(),
            new WrongTrainingFile(),
            new CopiesInIndex(),
            new DifferentEmbeddingModels(),
            new DocumentEmbeddedWhole(),
            new EmptyResultNotHandled(),
            new ImpossibleChunking(),
            new ImpossibleDimensions(),
            new ManyPassagesUnranked(),
            new PassagesWithoutGate(),
            new ScoreAgainstDistance(),
            new SearchWithoutVectorProperty(),
            new SwallowedRetrievalFailure(),
            new TextLostInVector(),
            new UnreachedRetrievalTool(),
            new UnusedRetrieval(),
            new VectorDimensionsMismatch(),
        ]);
}
