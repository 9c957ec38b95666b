using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers.Comparisons;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>Reads the groups that are read of a regular expression's match: <c>match.Groups["score"]</c>.</summary>
internal static class PatternGroups
{
    private const string Expressions = "System.Text.RegularExpressions";

    public static TextExtraction? Of(Picture picture, IPropertyReferenceOperation group)
    {
        if (
            !group.Property.ContainingType.HasFullName(Expressions + ".GroupCollection")
            || group.Instance?.Unwrapped() is not IPropertyReferenceOperation { Property.Name: "Groups", Instance: { } match }
            || !IsOne(group.Arguments[0].Value)
        )
        {
            return null;
        }

        return
            SearchesBehind(picture, match) is [var search]
            && search.ArgumentNamed("input") is { } text
            && new PatternSearches(picture).PatternOf(search) is { } pattern
            && !TextMarks.AreCleaningIn(pattern)
            ? new TextExtraction(search, TextComparisons.Spanned(text), TextExtractionKind.Group, pattern)
            : null;
    }

    /// <summary>The text is what a pattern finds that reads no data: the number of a citation, <c>[3]</c>, is one.</summary>
    public static bool AreMarks(Picture picture, IOperation text) =>
        SearchesBehind(picture, text).Exists(s => new PatternSearches(picture).PatternOf(s) is { } p && TextMarks.AreCleaningIn(p));

    /// <summary>The searches by a pattern that a value comes through.</summary>
    private static List<IInvocationOperation> SearchesBehind(Picture picture, IOperation value)
    {
        var trail = new HashSet<IOperation>();
        picture.TraceWithinBody(value, FlowMode.Value, trail: trail);
        return trail.OfType<IInvocationOperation>().Where(IsSearch).Distinct().ToList();
    }

    /// <summary>Group 0 is the whole match.</summary>
    private static bool IsOne(IOperation index) => index.ConstantValue is { HasValue: true, Value: string or > 0 };

    private static bool IsSearch(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Match" or "Matches", ContainingType: { } type } && type.HasFullName(Expressions + ".Regex");
}
