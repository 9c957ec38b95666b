using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Pipeline.Answers.Guards;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Output;

/// <summary>The labels that one answer, or one property of it, is compared with although nothing keeps the model to them.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Labels">The labels, as the code writes them.</param>
/// <param name="Comparisons">Where they are compared.</param>
internal sealed record ComparedLabels(ComparedAnswer Answer, ImmutableArray<string> Labels, ImmutableArray<TextComparison> Comparisons)
{
    /// <summary>So many words are looked for in prose; sets of labels that a prompt does not offer are smaller.</summary>
    private const int FewestKeywords = 4;

    /// <summary>The mistakes of a body, in the order of the calls.</summary>
    public static IEnumerable<ComparedLabels> Of(Body body) => Of(body, asked: null);

    /// <param name="asked">The call of the body itself whose answers alone count; null where all count, from wherever they come.</param>
    private static IEnumerable<ComparedLabels> Of(Body body, IOperation? asked)
    {
        // Labels of one set may be compared one by one, so they are counted by the answer that they are compared with.
        var groups = AnswerComparison
            .In(body)
            .Where(c =>
                c.Answers.All(a => MaySayAnything(body.Picture, a))
                && !AnswerChecks.AreIn(c.Comparison.Operation)
                && !WordCounts.Are(c.Comparison.Operation)
            )
            .SelectMany(static c => c.Answers.Select(a => (Comparison: c, Answer: a)))
            .GroupBy(static p => (p.Answer.Place, p.Answer.Name));
        foreach (var group in groups)
        {
            var answer = group.First().Answer;
            if (asked is not null && !ReferenceEquals(answer.Call.Operation, asked))
            {
                continue;
            }

            var found = group.Select(static p => p.Comparison).Distinct().ToList();
            var labels = LabelsOf(body, answer, found);
            if (
                labels.IsEmpty
                || (body.Picture.MethodAround(answer.Place) is { } method && TestMethods.Contain(method))
                || IsAnothersMistake(body.Picture, answer)
                || (asked is null && IsSaidWhereItIsAsked(body, answer))
                || TokenProbabilities.AreAskedFor(body, answer.Call)
            )
            {
                continue;
            }

            var comparisons = found.Where(c => c.Constants.Any(t => labels.Contains(t))).Select(static c => c.Comparison).Distinct();
            yield return new ComparedLabels(answer, labels, comparisons.ToImmutableArray());
        }
    }

    /// <summary>The schema that RAG2001 to RAG2004 ask for is the place of the enum.</summary>
    private static bool IsAnothersMistake(Picture picture, ComparedAnswer answer) =>
        ParsedAnswerMistakes.AreFoundOf(picture, answer.Call.Operation, answer.Place)
        || UnenforcedFormat.Of(picture, answer.Call) is not null;

    /// <summary>
    /// The method that asks compares the same answer: one schema is the remedy for both, and what the method returns it may have put right.
    /// Other answers that it compares may come from here again, as between two agents that answer each other.
    /// </summary>
    private static bool IsSaidWhereItIsAsked(Body body, ComparedAnswer answer) =>
        !ReferenceEquals(answer.Call.Operation.Root(), body.Root)
        && Of(body.Picture.BodyOf(answer.Call.Operation), asked: answer.Call.Operation).Any(c => c.Answer.Name == answer.Name);

    /// <summary>Nothing in the contract of the answer keeps the compared text to a set of labels.</summary>
    private static bool MaySayAnything(Picture picture, ComparedAnswer answer) =>
        answer switch
        {
            { Property: { } property, IsParsed: false } => answer.Call.Fact.Typed && AnswerSchemas.LeavesOpen(property),
            { Property: { } property } => answer.Call.Contract.Kind == OutputContractKind.Schema
                && AnswerSchemas.LeaveOpen(picture, answer.Call, property),
            { Member: { } member } => answer.Call.Contract.Kind == OutputContractKind.Schema
                && AnswerSchemas.LeaveOpen(picture, answer.Call, member),
            { Call.Fact.Typed: true } => answer.Call.Operation.CalledMethod()?.TypeArguments
                is [{ SpecialType: SpecialType.System_String }],
            // Who reads a message whose author cannot be seen by a word in it does not expect a structure.
            { Call.IsSeen: false } => true,
            _ => answer.Call.Contract.Kind == OutputContractKind.None,
        };

    private static ImmutableArray<string> LabelsOf(Body body, ComparedAnswer answer, IReadOnlyCollection<AnswerComparison> comparisons)
    {
        if (!answer.Call.IsSeen)
        {
            return Judgements(comparisons);
        }

        var prompt = answer.Call.Prompt;
        var whole = Texts(answer, comparisons, TextComparisonKind.Whole).ToList();
        var parts = answer.Name is null
            ? WithoutBeginnings(Texts(answer, comparisons, TextComparisonKind.Part).Where(t => IsSought(answer, t)))
            : new List<string>();
        var letters = answer.Name is null
            ? comparisons
                .Where(static c => c.Comparison.Kind == TextComparisonKind.Letter)
                .SelectMany(static c => c.Constants)
                .Where(l => NamedLabels.AreOfferedByLetter(prompt, l))
                .ToImmutableArray()
            : ImmutableArray<string>.Empty;

        // Any text may be searched for words; they are labels where the prompt speaks of them. What it leaves unsaid the code may find one
        // by one.
        var spoken = parts.Where(p => NamedLabels.AreSpokenOf(prompt, p.Trim())).ToList();
        if (
            spoken.Count == 0
            || AreMostlyUnspoken(prompt, parts, spoken)
            || (whole.Count == 0 && AreWordsOfATopic(prompt, parts, spoken, comparisons))
        )
        {
            parts.Clear();
        }

        var labels = whole
            .Concat(parts)
            .Concat(letters)
            .GroupBy(LabelTexts.Bare, StringComparer.OrdinalIgnoreCase)
            .Select(static g => g.First())
            .ToImmutableArray();
        return
            labels.Length > 1 || !letters.IsEmpty || (labels.Length == 1 && IsOfSet(body, answer, LabelTexts.Bare(labels[0]), comparisons))
            ? labels
            : ImmutableArray<string>.Empty;
    }

    /// <summary>
    /// The words of a judgement that a message of an agent is searched for. Which prompt asks for them cannot be seen, so any other word may end
    /// a conversation, or be a keyword.
    /// </summary>
    private static ImmutableArray<string> Judgements(IEnumerable<AnswerComparison> comparisons) =>
        comparisons
            .Where(static c => c.IsOnlyAnswers && c.Constants.All(static t => LabelTexts.IsJudgement(LabelTexts.Bare(t))))
            .SelectMany(static c => c.Constants)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();

    /// <summary>
    /// The prompt makes one of several of a label that the code asks for alone. Where it asks for that one word in one case, anything may be
    /// said in the others: the answer is a label if it is nothing else to the program, and does not end a conversation.
    /// </summary>
    private static bool IsOfSet(Body body, ComparedAnswer answer, string label, IReadOnlyCollection<AnswerComparison> comparisons)
    {
        var prompt = answer.Call.Prompt;
        return NamedLabels.AreOffered(prompt, label)
            || (
                NamedLabels.AreAskedForAlone(prompt, label)
                && (
                    LabelTexts.IsVerdict(label)
                    || (
                        !LabelTexts.IsStopPhrase(label)
                        && OtherUses.AreNone(body, comparisons.Select(static c => c.Text))
                        && !comparisons.Any(c => LoopEnds.Are(c.Text, answer.Place))
                    )
                )
            );
    }

    /// <summary>
    /// The code looks for many words, of which the prompt has a few without asking for any: they are keywords, which prose has or has not.
    /// </summary>
    private static bool AreMostlyUnspoken(Prompt prompt, IReadOnlyCollection<string> parts, IReadOnlyCollection<string> spoken) =>
        parts.Count >= FewestKeywords
        && spoken.Count * 2 <= parts.Count
        && !parts.Select(LabelTexts.Bare).Any(p => NamedLabels.AreOfferedInWords(prompt, p) || NamedLabels.AreAskedForAlone(prompt, p));

    /// <summary>
    /// Several words that a single question looks for, any of which says yes, and the prompt has one of them without asking for it: the text is
    /// about that, or it is not.
    /// </summary>
    private static bool AreWordsOfATopic(
        Prompt prompt,
        IReadOnlyCollection<string> parts,
        IReadOnlyCollection<string> spoken,
        IEnumerable<AnswerComparison> comparisons
    )
    {
        if (parts.Count == 1 || spoken.Count > 1)
        {
            return false;
        }

        var word = LabelTexts.Bare(spoken.Single());
        var questions = comparisons
            .Where(static c => c.Comparison.Kind == TextComparisonKind.Part)
            .Select(static c => c.Comparison.Operation)
            .Select(static o => AnyOfWhich(o))
            .Distinct()
            .ToList();
        return questions is [not null] && !NamedLabels.AreOffered(prompt, word) && !NamedLabels.AreAskedForAlone(prompt, word);
    }

    /// <summary>The whole of a condition that one of several comparisons fulfils, or null.</summary>
    private static IBinaryOperation? AnyOfWhich(IOperation comparison)
    {
        IBinaryOperation? either = null;
        for (var o = comparison.Parent; o is IBinaryOperation or IParenthesizedOperation; o = o.Parent)
        {
            either = o is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } any ? any : either;
        }

        return either;
    }

    /// <summary>Some words in a row may be looked for in any text; as a label they stand in the prompt.</summary>
    private static bool IsSought(ComparedAnswer answer, string text) =>
        !text.Trim().Contains(' ') || NamedLabels.AreMentioned(answer.Call.Prompt, text.Trim());

    /// <summary>What may also be somebody else's text, or prose, is an answer where the prompt offers what it is compared with.</summary>
    private static IEnumerable<string> Texts(ComparedAnswer answer, IEnumerable<AnswerComparison> comparisons, TextComparisonKind kind) =>
        comparisons
            .Where(c => c.Comparison.Kind == kind)
            .SelectMany(c => c.Constants.Where(t => IsOnlyALabel(c) || NamedLabels.AreOffered(answer.Call.Prompt, LabelTexts.Bare(t))))
            .Where(t => kind == TextComparisonKind.Whole ? LabelTexts.IsLabel(t) : LabelTexts.IsSoughtLabel(t))
            .Where(t => !NamedLabels.AreLanguages(answer.Call.Prompt, LabelTexts.Bare(t)))
            .Distinct();

    /// <summary>Nobody else's text is compared, and no word of prose is looked for.</summary>
    private static bool IsOnlyALabel(AnswerComparison comparison) =>
        comparison.IsOnlyAnswers && !(comparison.Comparison.Kind == TextComparisonKind.Part && ProseSearches.Are(comparison.Comparison));

    /// <summary>"approve" finds "approved" as well: the two are one.</summary>
    private static List<string> WithoutBeginnings(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Where(t => !all.Any(o => o.Length < t.Length && t.StartsWith(o, StringComparison.OrdinalIgnoreCase))).ToList();
    }
}
