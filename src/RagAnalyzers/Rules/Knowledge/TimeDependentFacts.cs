using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Examples;
using RagAnalyzers.Text.Prose;
using RagAnalyzers.Text.Prose.English;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// Finds what the assistant of training examples states although it is true only for a time: the time of the run itself, a price, a stock,
/// what is so "as of" some day. A value that the example tells the model beforehand is none of that: the model learns to repeat it.
/// </summary>
internal static class TimeDependentFacts
{
    private static readonly Regex AsOf = new(
        @"\b(as of|as at|current as of|valid on)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly Regex Statement = new(
        @"\b(prices?|priced|pricing|costs?|fees?|rates?|sells? for|in stock|stock|available|availability|left|remaining|balance|per (month|year|unit|item|day))\b|[$€£]|\b(eur|usd|gbp|dollars?|euros?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Where the values stand, and how the code calls them.</summary>
    public static ImmutableArray<(IOperation Place, string Name)> In(Picture picture, TrainingData data)
    {
        var facts = ImmutableArray.CreateBuilder<(IOperation, string)>();
        if (!data.PromptTexts.SelectMany(ClocksIn).Any())
        {
            facts.AddRange(data.AssistantTexts.SelectMany(ClocksIn).Select(static c => (c, NameOf(c))));
        }

        if (IsAskedByName(data))
        {
            var told = new HashSet<ISymbol>(
                data.PromptTexts.SelectMany(static t => t.Pieces).Select(MemberOf).OfType<ISymbol>(),
                SymbolEqualityComparer.Default
            );
            facts.AddRange(
                data.AssistantTexts.SelectMany(t => StatedValueReader.In(picture, t))
                    .Where(v =>
                        IsChanging(v) && ClockReading.In(v.Value) is null && (MemberOf(v.Value) is not { } member || !told.Contains(member))
                    )
                    .Select(static v => (v.Value, NameOf(v.Value)))
            );
            facts.AddRange(DatedStatements.In(data));
        }

        facts.AddRange(DatedStatements.InLines(data));
        return facts.GroupBy(static f => f.Item1.Syntax).Select(static g => g.First()).ToImmutableArray();
    }

    private static IEnumerable<IOperation> ClocksIn(AssistantText text) =>
        text.Pieces.Select(static p => ClockReading.In(p)).Concat(text.Origins.Select(static o => ClockReading.In(o))).OfType<IOperation>();

    /// <summary>
    /// All that the example tells and asks the model is constant, but for the name of what is asked about: the answer cannot be in it.
    /// </summary>
    private static bool IsAskedByName(TrainingData data) =>
        !data.PromptTexts.IsEmpty
        && data.PromptTexts.SelectMany(static t => t.Pieces)
            .All(static p => WordsOf(p) is { Length: > 0 } words && FactWords.Naming.Contains(words[words.Length - 1]));

    private static bool IsChanging(StatedValue stated)
    {
        if (AsOf.IsMatch(stated.Before.TrimEnd('"')))
        {
            return true;
        }

        // A key in front of the value: the assistant answers with data, which it may have been given to extract.
        return !stated.Before.Contains("\":")
            && WordsOf(stated.Value).Any(FactWords.Changing.Contains)
            && (Statement.IsMatch(stated.Before) || Statement.IsMatch(stated.After));
    }

    private static string[] WordsOf(IOperation value) => NameWords.Of(ShortNameOf(value)).ToArray();

    /// <summary>The name of the member, variable or column that a value is read from.</summary>
    private static string ShortNameOf(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => ShortNameOf(conversion.Operand),
            IConditionalAccessOperation access => ShortNameOf(access.WhenNotNull),
            ICoalesceOperation coalesce => ShortNameOf(coalesce.Value),
            IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, ..] } => key,
            IPropertyReferenceOperation { Property.Name: "Value" or "Length", Instance: { } instance } => ShortNameOf(instance),
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IInvocationOperation { Instance: { } instance, TargetMethod: var method } when !method.IsInSource() => ShortNameOf(instance),
            IInvocationOperation call => call.TargetMethod.Name,
            _ => string.Empty,
        };

    private static ISymbol? MemberOf(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => MemberOf(conversion.Operand),
            IInvocationOperation { Instance: { } instance, TargetMethod: var method } when !method.IsInSource() => MemberOf(instance),
            IMemberReferenceOperation member => member.Member,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private static string NameOf(IOperation place) =>
        place.Syntax.ToString() is { Length: <= 60 } text && text.IndexOf('\n') < 0 ? text : ShortNameOf(place);
}
