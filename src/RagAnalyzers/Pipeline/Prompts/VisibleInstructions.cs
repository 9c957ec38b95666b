using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>Tells the parts of a prompt that may instruct the model from what the user asks, and what was answered before.</summary>
internal static class VisibleInstructions
{
    // What is called so may be what instructs the model.
    private static readonly ImmutableHashSet<string> Instructing = ImmutableHashSet.Create(
        "prompt",
        "prompts",
        "instruction",
        "instructions",
        "system",
        "template",
        "rules",
        "guidelines",
        "persona",
        "role",
        "messages",
        "history",
        "options",
        "settings",
        "config",
        "configuration"
    );

    /// <summary>Whatever instructs the model stands in the code and can be read.</summary>
    public static bool AreAll(Prompt prompt) =>
        !prompt.IsTruncated && prompt.Parts.All(static p => p.IsPassage || p.Text is not null || IsInput(p));

    /// <summary>What the user asks, or what was answered before; or a number, which instructs nobody.</summary>
    public static bool IsInput(PromptPart part) =>
        part.Role == PromptRole.Assistant
        || part.Origin.Operation.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double }
        || (
            part.Role != PromptRole.System
            && !part.IsInstructions
            && part.Origin switch
            {
                { Kind: OriginKind.Source } => true,
                { Kind: OriginKind.StaticMember, Symbol: { } symbol } => IsOfTheRuntime(symbol),
                { Kind: OriginKind.Parameter or OriginKind.State, Symbol: { } symbol, Path: var path } => IsNamedLikeInput(symbol, path),
                { Kind: OriginKind.Call, Symbol: IMethodSymbol { Name: "ReadLine", ContainingType.Name: "Console" } } => true,
                _ => false,
            }
        );

    /// <summary>The line break of the environment, the time; a library of one's own may keep prompts.</summary>
    private static bool IsOfTheRuntime(ISymbol member) => member.ContainingType?.FullNamespace() is "System";

    /// <summary>Neither it nor its type nor what is read off it is called after what instructs: <c>options.Value.Template</c> is.</summary>
    private static bool IsNamedLikeInput(ISymbol symbol, AccessPath path)
    {
        for (var rest = path; !rest.IsEmpty; rest = rest.Rest)
        {
            if (!AccessPath.IsCaptured(rest.Head) && Instructs(rest.Head))
            {
                return false;
            }
        }

        return !Instructs(symbol.Name) && !(symbol.HeldType() is { } type && Instructs(type.Name));
    }

    private static bool Instructs(string name) => NameWords.Of(name).Any(Instructing.Contains);
}
