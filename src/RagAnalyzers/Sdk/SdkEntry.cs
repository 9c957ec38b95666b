using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>
/// One row of a table: a member and its meaning. The row holds for every overload that has the parameters its fact is about; the
/// fact is cut down to the parameters that the overload has. Of several rows of the same kind that hold, the first one counts.
/// </summary>
/// <param name="Type">The metadata name of the declaring type, "OpenAI.Chat.ChatClient" or "N.Collection`2".</param>
/// <param name="Member">The member's name; ".ctor" for constructors, "this[]" for an indexer, "op_Implicit" for a conversion.</param>
/// <param name="Fact">The meaning.</param>
/// <param name="Arity">Only overloads with this many type parameters, or null for all.</param>
internal sealed record SdkEntry(string Type, string Member, SdkFact Fact, int? Arity = null);
