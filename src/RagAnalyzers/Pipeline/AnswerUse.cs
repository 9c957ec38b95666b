using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>A parse that a model's answer flows into.</summary>
/// <param name="Parse">The parsing call or construction.</param>
/// <param name="Fact">What the tables say of it.</param>
/// <param name="Target">The type that the answer is parsed as.</param>
/// <param name="Calls">The model calls whose answers arrive.</param>
internal sealed record AnswerUse(IOperation Parse, ParseFact Fact, ITypeSymbol Target, ImmutableArray<ModelCall> Calls);
