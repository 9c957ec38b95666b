using System;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>
/// Whose words of a training example are meant, and by what they are known: a role, the name of a member, a key of a line of JSON.
/// </summary>
internal sealed class Speaker
{
    /// <summary>What the model is to learn to say.</summary>
    public static readonly Speaker Assistant = new(
        ImmutableArray.Create("assistant"),
        ImmutableArray.Create("completion"),
        static r => r == PromptRole.Assistant
    );

    /// <summary>What it is told and asked: the system's words and the user's.</summary>
    public static readonly Speaker Others = new(
        ImmutableArray.Create("user", "system", "developer"),
        ImmutableArray.Create("prompt"),
        static r => r is PromptRole.User or PromptRole.System
    );

    private readonly ImmutableArray<string> _roles;
    private readonly ImmutableArray<string> _members;
    private readonly Func<PromptRole?, bool> _speaks;

    private Speaker(ImmutableArray<string> roles, ImmutableArray<string> members, Func<PromptRole?, bool> speaks)
    {
        _roles = roles;
        _members = members;
        _speaks = speaks;
    }

    /// <summary>The text is the name of the role.</summary>
    public bool IsRole(string text) => _roles.Contains(text, StringComparer.OrdinalIgnoreCase);

    public bool IsRole(PromptRole? role) => _speaks(role);

    /// <summary>A member or parameter of this name holds the words: "AssistantMessage", "completion".</summary>
    public bool IsMember(string name) =>
        _roles.Any(r => name.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0)
        || _members.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The quoted word of a line of JSON that the words stand behind.</summary>
    public bool IsMarker(string? quoted) =>
        quoted is not null && (_roles.Contains(quoted.Trim('"')) || _members.Contains(quoted.Trim('"')));
}
