using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>A call or construction that turns text into a structure.</summary>
internal sealed record Parse(IOperation Operation, ParseFact Fact, ITypeSymbol Target);
