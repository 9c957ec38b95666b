using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Examples;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// Finds sentences of training examples that are written out whole and say themselves until when they are true: what is so "as of" a day, a
/// month or a year that the example does not tell the model beforehand.
/// </summary>
internal static class DatedStatements
{
    private static readonly Regex Dated = new(
        @"\b(?:as of|as at)\s+(?<date>(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?)?(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Where the sentences stand, and the words that date them.</summary>
    public static IEnumerable<(IOperation Place, string Name)> In(TrainingData data)
    {
        var told = data.PromptTexts.SelectMany(Constants).Select(static c => c.Text).ToList();
        return data
            .AssistantTexts.SelectMany(Constants)
            .Select(static c => (c.Place, Match: Dated.Match(c.Text)))
            .Where(c => c.Match.Success && !IsTold(c.Match, told))
            .Select(static c => (c.Place, c.Match.Value));
    }

    /// <summary>The same of examples that are lines of JSON, each by itself.</summary>
    public static IEnumerable<(IOperation Place, string Name)> InLines(TrainingData data) =>
        WrittenExample
            .In(data.Trail)
            .SelectMany(static e => e.Said.Select(said => (Example: e, Match: Dated.Match(said))))
            .Where(static d => d.Match.Success && !IsTold(d.Match, d.Example.Told))
            .Select(static d => (d.Example.Place, d.Match.Value));

    private static bool IsTold(Match dated, IEnumerable<string> told) =>
        told.Any(t => t.IndexOf(dated.Groups["date"].Value, StringComparison.OrdinalIgnoreCase) >= 0);

    private static IEnumerable<(IOperation Place, string Text)> Constants(AssistantText text) =>
        text
            .Origins.Where(static o => o.Kind == OriginKind.Constant)
            .Select(static o => o.Operation)
            .Append(text.Value)
            .Distinct()
            .Where(static o => o.ConstantValue is { HasValue: true, Value: string })
            .Select(static o => (o, (string)o.ConstantValue.Value!));
}
