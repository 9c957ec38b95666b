using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call that turns text into a structure.</summary>
/// <param name="Input">The parameters that carry the text ("this" for the receiver).</param>
/// <param name="TargetParameter">The parameter that carries the target <c>Type</c>, or null when it is the type argument or the result
/// type.</param>
/// <param name="IsSafe">It does not throw where the text is malformed.</param>
internal sealed record ParseFact(SdkKind Sdk, ImmutableArray<string> Input, string? TargetParameter = null, bool IsSafe = false)
    : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var input = Map(Input, nameOf);
        return input.IsEmpty ? null : this with { Input = input, TargetParameter = Map(TargetParameter, nameOf) };
    }
}

/// <summary>What makes an object that asks a model, and parses the answer as its type argument by itself.</summary>
internal sealed record ParsesItselfFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>
/// A member that a framework hands a model's answer to: a property whose function gets it, or a method that code overrides.
/// </summary>
/// <param name="Conversation">
/// For a method: the parameter that is a conversation whose last message is the answer. Null for a property: its function's first parameter is
/// the answer to the call that its owner makes.
/// </param>
internal sealed record HandedAnswerFact(SdkKind Sdk, string? Conversation = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) => this with { Conversation = Map(Conversation, nameOf) };
}

/// <summary>A property that parses the answer when it is read, and throws when that cannot be done.</summary>
internal sealed record TypedResultFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>
/// A member that tells how the answer came to its end: why it stopped, that it was refused or is incomplete, whether it parses.
/// </summary>
/// <param name="ByType">Its type tells as much: an update of that type comes only when the answer ended so.</param>
internal sealed record OutcomeFact(SdkKind Sdk, bool ByType = false) : SdkFact(Sdk);

/// <summary>A method whose result is JSON text, whatever it is given.</summary>
internal sealed record JsonTextFact(SdkKind Sdk) : SdkFact(Sdk);
