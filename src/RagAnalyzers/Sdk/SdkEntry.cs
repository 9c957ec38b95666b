namespace RagAnalyzers.Sdk;

/// <summary>One row of a table: a member (every overload that fits) and its meaning.</summary>
/// <param name="Type">The metadata name of the declaring type, "OpenAI.Chat.ChatClient" or "N.Collection`2".</param>
/// <param name="Member">The member's name; ".ctor" for constructors.</param>
/// <param name="Fact">The meaning.</param>
/// <param name="Arity">Only overloads with this many type parameters, or null for all.</param>
/// <param name="With">Only overloads that have a parameter of this name, or null for all.</param>
/// <param name="Without">Only overloads that have no parameter of this name, or null for all.</param>
internal sealed record SdkEntry(string Type, string Member, SdkFact Fact, int? Arity = null, string? With = null, string? Without = null);
