using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A call or construction that turns text into a structure.</summary>
internal sealed record Parse(IOperation Operation, ParseFact Fact, ITypeSymbol Target);
