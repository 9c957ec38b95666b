using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Labels;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>The enum that takes the place of a set of labels.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Its members in order, each with the label that the model is to say where that is not the name itself.</param>
internal sealed record LabelEnum(string Name, ImmutableArray<(string Name, string? Label)> Members)
{
    private const string MemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";

    /// <summary>What an answer is that is none of the labels the code asks for.</summary>
    private const string Rest = "Other";

    private static readonly ImmutableHashSet<string> Rests = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Other",
        "None",
        "Unknown",
        "Neutral",
        "Misc",
        "General",
        "Neither",
        "Unclear"
    );

    private static readonly ImmutableHashSet<string> Pairs = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Yes",
        "No",
        "True",
        "False"
    );

    /// <summary>Some member needs an attribute that says its label.</summary>
    public bool NeedsLabels => Members.Any(member => member.Label is not null);

    /// <summary>The name of the attribute that says a member's label.</summary>
    public string? LabelAttribute { get; init; }

    /// <summary>The attribute of the enum itself, as it is written.</summary>
    public string? Attribute { get; init; }

    /// <summary>
    /// The enum for an answer that is compared as text; null when it cannot be made. It is called like the local that holds the label, where that
    /// says more than "text".
    /// </summary>
    public static LabelEnum? For(ComparedText found, LabelReading reading, TypeNames names)
    {
        var texts = LabelTests.TextsOf(found);
        var local = reading.Locals.Select(l => l.Name).FirstOrDefault(name => !LabelEnumNames.SayNothing.Contains(name)) ?? "label";
        var free = LabelEnumNames.Free(local, found.Root, found.Model, found.Call.SpanStart);
        if (texts.Contains(null) || For(free, texts!, found.Beside) is not { } labels)
        {
            return null;
        }

        return !labels.NeedsLabels ? labels
            : found.Model.Compilation.GetTypeByMetadataName(MemberName) is { } type
                ? labels with
                {
                    LabelAttribute = names.OfAttribute(type),
                }
            : null;
    }

    /// <summary>
    /// Makes the enum, or returns null when a label has no name in C# or two labels have the same one. It gets a member for what the
    /// code does not ask for, because a model that may only choose one of the labels chooses one of them.
    /// </summary>
    /// <param name="labels">What the code compares with.</param>
    /// <param name="beside">What the prompt offers beside that; it then says itself what else an answer may be.</param>
    public static LabelEnum? For(string name, IEnumerable<string> labels, ImmutableArray<string> beside)
    {
        var members = ImmutableArray.CreateBuilder<(string Name, string? Label)>();
        foreach (var label in labels.Concat(beside).Select(text => text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (NameOf(label) is not { } member || members.Any(known => known.Name == member))
            {
                return null;
            }

            members.Add((member, string.Equals(member, label, StringComparison.OrdinalIgnoreCase) ? null : label));
        }

        if (members.Count < 2)
        {
            return null;
        }

        if (beside.IsEmpty && !members.Any(member => Rests.Contains(member.Name)) && !members.All(member => Pairs.Contains(member.Name)))
        {
            members.Add((Rest, null));
        }

        return new LabelEnum(name, members.ToImmutable());
    }

    /// <summary>The member that takes the place of a label which the enum was made for.</summary>
    public ExpressionSyntax Expression(string label) => SyntaxFactory.ParseExpression(Name + "." + NameOf(label.Trim()));

    /// <summary>The declaration, its lines separated by "\n".</summary>
    public string Declaration(string modifiers, string unit)
    {
        var members = Members.Select(member =>
            member.Label is { } label
                ? $"{unit}[{LabelAttribute}({SymbolDisplay.FormatLiteral(label, quote: true)})]\n{unit}{member.Name},"
                : $"{unit}{member.Name},"
        );
        return $"{(Attribute is null ? "" : $"[{Attribute}]\n")}{modifiers}enum {Name}\n{{\n{string.Join(LabelAttribute is null ? "\n" : "\n\n", members)}\n}}";
    }

    /// <summary>"VERY_POSITIVE", "very positive" and "very-positive" are VeryPositive; "VeryPositive" stays.</summary>
    private static string? NameOf(string label)
    {
        var words = label.Split([' ', '-', '_', '/', '&', '.'], StringSplitOptions.RemoveEmptyEntries).Select(Capitalized).ToList();
        var name = string.Concat(words);
        return SyntaxFacts.IsValidIdentifier(name) ? name : null;
    }

    private static string Capitalized(string word) =>
        word.All(letter => !char.IsLower(letter))
            ? word.Substring(0, 1) + word.Substring(1).ToLowerInvariant()
            : char.ToUpperInvariant(word[0]) + word.Substring(1);
}
