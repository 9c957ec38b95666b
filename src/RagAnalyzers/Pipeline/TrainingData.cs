using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline;

/// <summary>What a fine-tuning job is fed, as far as one body shows it.</summary>
/// <param name="Trail">Every operation on the way from the sources to the upload.</param>
internal sealed record TrainingData(ImmutableArray<IOperation> Trail);
