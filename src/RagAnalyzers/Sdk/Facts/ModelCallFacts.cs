using System;
using System.Collections.Immutable;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call that a model answers.</summary>
/// <param name="Prompt">The parameters that carry prompt content.</param>
/// <param name="Options">The parameters that carry options (a response format among them). Empty: the overload cannot carry any.</param>
/// <param name="Typed">The call is generic in the answer type, so a schema is in force.</param>
/// <param name="Streaming">The answer arrives in pieces.</param>
/// <param name="Protocol">The request is an untyped body; nothing about its format can be seen.</param>
/// <param name="Function">The parameter ("this" for the receiver) that holds the prompt function that is invoked, or null.</param>
/// <param name="Configured">The parameter ("this" for the receiver) that may carry a response format of its own, an agent for example, or
/// null.</param>
/// <param name="Arguments">The parameter that carries the values of the prompt template's variables, or null when the prompt is no
/// template.</param>
/// <param name="Language">The language of the prompt template, or null when the call says it otherwise.</param>
/// <param name="Continues">The parameter that names a conversation whose messages the model sees as well, or null.</param>
/// <param name="Listed">What is known of a call whose code, and with it the options and the rest of the prompt, is elsewhere; null for a call of an
/// SDK.</param>
/// <param name="Gathers">A framework asks several agents for it, each under its own instructions.</param>
internal sealed record ModelCallFact(
    SdkKind Sdk,
    ImmutableArray<string> Prompt,
    ImmutableArray<string> Options,
    bool Typed = false,
    bool Streaming = false,
    bool Protocol = false,
    string? Function = null,
    string? Configured = null,
    string? Arguments = null,
    TemplateFormat? Language = null,
    string? Continues = null,
    ListedModelCall? Listed = null,
    bool Gathers = false
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var prompt = Map(Prompt, nameOf);
        var function = Map(Function, nameOf);
        return (prompt.IsEmpty && !Prompt.IsEmpty) || (function is null && Function is not null)
            ? null
            : this with
            {
                Prompt = prompt,
                Options = Map(Options, nameOf),
                Function = function,
                Configured = Map(Configured, nameOf),
                Arguments = Map(Arguments, nameOf),
                Continues = Map(Continues, nameOf),
            };
    }
}

/// <summary>What a table says of a model call that it lists.</summary>
/// <param name="Format">What is made sure of about the form of the answer; null where that is not known.</param>
/// <param name="IsGrounded">Passages are in the prompt that the member retrieves itself.</param>
internal sealed record ListedModelCall(FormatStrength? Format, bool IsGrounded);
