using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>Names for the enum of some labels.</summary>
internal static class LabelEnumNames
{
    /// <summary>Names of locals that tell nothing about the labels in them.</summary>
    public static readonly ImmutableHashSet<string> SayNothing = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "text",
        "answer",
        "answerText",
        "response",
        "responseText",
        "result",
        "resultText",
        "reply",
        "replyText",
        "output",
        "outputText",
        "content",
        "raw",
        "value",
        "s",
        "t",
        "str",
        "message",
        "completion",
        "cleaned",
        "normalized"
    );

    /// <summary>A name after a local, in Pascal case, that means nothing else in the document.</summary>
    public static string Free(string local, SyntaxNode root, SemanticModel model, int position)
    {
        var name = char.ToUpperInvariant(local[0]) + local.Substring(1);
        var taken = root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .ToImmutableHashSet();
        bool IsFree(string candidate) => !taken.Contains(candidate) && model.LookupSymbols(position, name: candidate).IsEmpty;

        return new[] { name, name == "Label" ? "AnswerLabel" : name + "Label", "Answer" + name }
            .Concat(Enumerable.Range(2, 98).Select(number => name + number))
            .First(IsFree);
    }
}
