using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>
/// Finds the model calls that do the task which a fine-tuning job trains for: those of the type that starts the job, and those that send a
/// constant text which the training examples hold, too. A task has no name in code; more than this would be a guess.
/// </summary>
internal static class SameTask
{
    public static ImmutableArray<ModelCall> CallsOf(Picture picture, FineTuningJob job)
    {
        if (picture.MethodAround(job.Operation)?.ContainingType is not { } type)
        {
            return ImmutableArray<ModelCall>.Empty;
        }

        var ofType = picture.BodiesOf(type, picture.Mentions.NamesOf<ModelCallFact>()).SelectMany(static b => ModelCall.In(b));
        var texts = new HashSet<IFieldSymbol>(
            job.TrainingUploads.SelectMany(static u => u.ReadData().PromptTexts)
                .SelectMany(static t => t.Origins)
                .Select(static o => TextOf(o.Operation))
                .OfType<IFieldSymbol>(),
            SymbolEqualityComparer.Default
        );
        var sharing = texts
            .SelectMany(t => picture.BodiesMentioning(t, exceptIn: type))
            .SelectMany(static b => ModelCall.In(b))
            .Where(c => c.Prompt.Parts.Any(p => TextOf(p.Origin.Operation) is { } text && texts.Contains(text)));
        return ofType.Concat(sharing).GroupBy(static c => c.Operation.Syntax).Select(static g => g.First()).ToImmutableArray();
    }

    /// <summary>The constant of this compilation that a text is.</summary>
    private static IFieldSymbol? TextOf(IOperation operation) =>
        operation
            is IFieldReferenceOperation
            {
                Field: { IsConst: true, Type.SpecialType: SpecialType.System_String, DeclaringSyntaxReferences.IsEmpty: false } field
            }
            ? field
            : null;
}
