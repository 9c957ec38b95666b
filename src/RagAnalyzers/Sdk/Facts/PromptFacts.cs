using System;
using System.Collections.Immutable;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A message or message part with a role: a constructor, a factory, a method that appends to a history, or a property that is assigned.
/// </summary>
/// <param name="Role">The role, or null when <paramref name="RoleParameter"/> says it, or, with no such parameter, when the content says
/// the roles itself (messages, a template).</param>
/// <param name="Content">The parameters that carry the text or the messages; empty for a property, whose value carries them.</param>
/// <param name="RoleParameter">The parameter that carries the role, or null.</param>
/// <param name="AppendsToReceiver">The member adds the message to its receiver (of an extension method: to its first argument).</param>
internal sealed record PromptPartFact(
    SdkKind Sdk,
    PromptRole? Role,
    ImmutableArray<string> Content,
    string? RoleParameter = null,
    bool AppendsToReceiver = false
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var content = Map(Content, nameOf);
        var role = Map(RoleParameter, nameOf);
        return (content.IsEmpty && !Content.IsEmpty) || (role is null && RoleParameter is not null)
            ? null
            : this with
            {
                Content = content,
                RoleParameter = role,
            };
    }
}

/// <summary>A value that names a role: <c>ChatRole.System</c>, <c>AuthorRole.User</c>.</summary>
internal sealed record RoleValueFact(SdkKind Sdk, PromptRole Role) : SdkFact(Sdk);

/// <summary>
/// A property of options through which messages join the prompt that the call does not show: a stored conversation, a provider of context.
/// </summary>
internal sealed record UnseenMessagesFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A member that begins a conversation nobody has said anything in, when it is given nothing to go on from.</summary>
internal sealed record BegunConversationFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>
/// A factory of a prompt function: what a <see cref="ModelCallFact"/> with a <see cref="ModelCallFact.Function"/> sends when it invokes it.
/// </summary>
/// <param name="Prompt">The parameters that carry the prompt template.</param>
/// <param name="Options">The parameters that carry execution settings.</param>
/// <param name="Form">What those of <paramref name="Prompt"/> are.</param>
internal sealed record PromptFunctionFact(
    SdkKind Sdk,
    ImmutableArray<string> Prompt,
    ImmutableArray<string> Options,
    PromptForm Form = PromptForm.Template
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var prompt = Map(Prompt, nameOf);
        return prompt.IsEmpty ? null : this with { Prompt = prompt, Options = Map(Options, nameOf) };
    }
}

/// <summary>A property that, when it is true, puts values into prompts as they are, markup and all.</summary>
/// <param name="Scope">Which values.</param>
internal sealed record EncodingExemptionFact(SdkKind Sdk, ExemptionScope Scope) : SdkFact(Sdk);

/// <summary>A constant of an SDK that names the language of a prompt template.</summary>
internal sealed record TemplateFormatFact(SdkKind Sdk, TemplateFormat Format) : SdkFact(Sdk);
