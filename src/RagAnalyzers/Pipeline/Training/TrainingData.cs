using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.Training.Examples;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>What a fine-tuning job is fed, as far as one body shows it.</summary>
/// <param name="Trail">Every operation on the way from the sources to the upload.</param>
/// <param name="Addresses">The texts by which the sources are found: paths, patterns, file extensions, addresses, queries.</param>
/// <param name="FileNames">The texts that name the training file itself.</param>
/// <param name="AssistantTexts">What the training examples let the assistant say.</param>
/// <param name="PromptTexts">What the examples tell and ask it: the system's words and the user's, in the same form.</param>
/// <param name="IndexCalls">Calls that put the same sources into a vector index, or that read the data out of one.</param>
internal sealed record TrainingData(
    ImmutableArray<IOperation> Trail,
    ImmutableArray<string> Addresses,
    ImmutableArray<string> FileNames,
    ImmutableArray<AssistantText> AssistantTexts,
    ImmutableArray<AssistantText> PromptTexts,
    ImmutableArray<IInvocationOperation> IndexCalls
);
