using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>A place at which a model's answer becomes a structure, and which throws when the answer is no such structure.</summary>
/// <param name="Site">The parse or the read of a typed result, or the operation of this body that leads to the parse.</param>
/// <param name="Throwing">What throws: the same, or the parse in the method that the site leads into.</param>
/// <param name="Within">In the methods that the site leads into, what leads on to the parse, and the parse itself; empty when it is
/// here.</param>
/// <param name="Exceptions">What it throws.</param>
/// <param name="Target">The type that the answer is read as.</param>
/// <param name="Answers">The answers that arrive.</param>
/// <param name="Parsed">The parse, or null for a typed result.</param>
internal sealed record ThrowingUse(
    IOperation Site,
    IOperation Throwing,
    ImmutableArray<IOperation> Within,
    ThrownExceptions Exceptions,
    ITypeSymbol Target,
    ImmutableArray<ArrivingAnswer> Answers,
    AnswerUse? Parsed
);
