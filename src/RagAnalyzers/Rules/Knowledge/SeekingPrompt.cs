using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;
using RagAnalyzers.Text.Prose.English;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// A prompt that asks for current or internal knowledge which nothing in the call can bring: no passages, no tools, and beside
/// constant text nothing but the user's question.
/// </summary>
internal static class SeekingPrompt
{
    // Longer instructions may have the knowledge written into them.
    private const int MostText = 2000;

    private static readonly Regex Brought = new(
        $@"\b(?:{BroughtWords.Phrases.Alternatives}|{BroughtWords.Following}(?! {BroughtWords.Question.Either}))\b|https?://|```|<\w+>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly ImmutableHashSet<string> Continuations = ImmutableHashSet.Create("session", "thread", "previousResponseId");

    /// <summary>What the call asks for and cannot get ("our latest internal policies"), or null.</summary>
    public static string? RequestIn(ModelCall call, KnowledgeTerms knowledge)
    {
        var prompt = call.Prompt;
        if (call.Fact.Protocol || prompt.ContainsPassages || prompt.IsTruncated || prompt.MayRetrieveByItself || prompt.Parts.IsEmpty)
        {
            return null;
        }

        var texts = prompt.Parts.Select(static p => p.Text).OfType<string>().ToList();
        if (texts.Sum(static t => t.Length) > MostText || texts.Exists(Brought.IsMatch))
        {
            return null;
        }

        if (texts.Select(t => KnowledgeRequest.In(t, knowledge)).FirstOrDefault(static r => r is not null) is not { } request)
        {
            return null;
        }

        return
            prompt.Parts.All(p => p.Text is not null || IsNumber(p.Origin) || IsQuestion(p, prompt))
            && !Continues(call.Operation)
            && !SearchesByItself(call)
            ? request
            : null;
    }

    private static bool IsNumber(Origin origin) => origin.Kind == OriginKind.Constant && origin.Operation.ConstantValue.Value is not string;

    /// <summary>
    /// The user's question: a value that is called so, or, where it is a message of its own, one that is called the user's input.
    /// </summary>
    private static bool IsQuestion(PromptPart part, Prompt prompt)
    {
        var origin = part.Origin;
        if (
            origin.Symbol is IMethodSymbol { Name: "ReadLine" or "ReadLineAsync" } read
            && read.ContainingType.HasFullName("System.Console")
        )
        {
            return true;
        }

        if (origin.Kind is not (OriginKind.Parameter or OriginKind.State or OriginKind.Call) || NameOf(origin) is not { } name)
        {
            return false;
        }

        var words = NameWords.Of(name).ToList();
        if (words.Exists(ValueWords.Content.Contains))
        {
            return false;
        }

        return words.Exists(ValueWords.Question.Contains) || (words.Exists(ValueWords.Input.Contains) && IsWholeMessage(part, prompt));
    }

    /// <summary>
    /// A value of the caller that is not called a context, a document or the like: what a user said, whatever the program calls it.
    /// </summary>
    public static bool IsHarmless(Origin origin) =>
        IsNumber(origin)
        || origin.Symbol is IMethodSymbol { Name: "ReadLine" or "ReadLineAsync" }
        || (
            origin.Kind is OriginKind.Parameter or OriginKind.State
            && NameOf(origin) is { } name
            && !NameWords.Of(name).Any(ValueWords.Content.Contains)
        );

    private static bool IsWholeMessage(PromptPart part, Prompt prompt) =>
        part is { Role: PromptRole.User, IsInstructions: false }
        && prompt.Parts.Count(p => ReferenceEquals(p.Origin.Part, part.Origin.Part) && !p.IsInstructions) == 1;

    private static string? NameOf(Origin origin)
    {
        if (origin.Path.IsEmpty)
        {
            return origin.Symbol?.Name;
        }

        var path = origin.Path;
        while (!path.Rest.IsEmpty)
        {
            path = path.Rest;
        }

        return path.Head;
    }

    /// <summary>What was said before is out of sight.</summary>
    private static bool Continues(IOperation call) =>
        call.PassedArguments()
            .Any(static a =>
                a.Parameter is { Name: var name }
                && Continuations.Contains(name)
                && a.Value.ConstantValue is not { HasValue: true, Value: null }
                && a.Value.Unwrapped() is not IDefaultValueOperation
            );

    /// <summary>Models that search the web on their own.</summary>
    private static bool SearchesByItself(ModelCall call) =>
        call.Model.Origins.Any(static o =>
            o.Operation.ConstantValue.Value is string name
            && (
                name.IndexOf("search", StringComparison.OrdinalIgnoreCase) >= 0
                || name.StartsWith("sonar", StringComparison.OrdinalIgnoreCase)
                || name.IndexOf("deep-research", StringComparison.OrdinalIgnoreCase) >= 0
            )
        );
}
