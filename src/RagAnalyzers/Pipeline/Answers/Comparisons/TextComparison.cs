using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>A place at which a text decides something by being, or containing, one of some texts.</summary>
/// <param name="Operation">The comparison, lookup, conversion, or the whole switch.</param>
/// <param name="Text">The value that is compared.</param>
/// <param name="Path">What is read off the value before it is compared: <c>x is { Label: "a" }</c>.</param>
/// <param name="Kind">How it is compared.</param>
/// <param name="Constants">What it is compared with, as far as it stands right there.</param>
/// <param name="Others">What it is compared with besides: values to be traced to constants, collections among them.</param>
/// <param name="IsAgainstKeys">The value in <paramref name="Others"/> is a dictionary, of which only the keys count.</param>
internal sealed record TextComparison(
    IOperation Operation,
    IOperation Text,
    AccessPath Path,
    TextComparisonKind Kind,
    ImmutableArray<string> Constants,
    ImmutableArray<IOperation> Others,
    bool IsAgainstKeys = false
)
{
    /// <summary>What it is compared with may be labels; a text, a mark or a line end is none.</summary>
    public bool MayBeWithLabels => Kind == TextComparisonKind.Letter || !Others.IsEmpty || Constants.Any(LabelTexts.MayBe);

    /// <summary>A comparison with constants that stand right there.</summary>
    public static TextComparison With(IOperation operation, IOperation text, TextComparisonKind kind, params string[] constants) =>
        new(operation, text, AccessPath.Empty, kind, ImmutableArray.Create(constants), ImmutableArray<IOperation>.Empty);

    /// <summary>A comparison with a value, or with the elements of a collection, that is yet to be traced.</summary>
    public static TextComparison WithValue(IOperation operation, IOperation text, TextComparisonKind kind, IOperation other) =>
        new(operation, text, AccessPath.Empty, kind, ImmutableArray<string>.Empty, ImmutableArray.Create(other));

    /// <summary>A lookup of the text among the keys of a dictionary.</summary>
    public static TextComparison WithKeys(IOperation operation, IOperation text, IOperation dictionary) =>
        WithValue(operation, text, TextComparisonKind.Whole, dictionary) with
        {
            IsAgainstKeys = true,
        };
}

/// <summary>How a text is compared.</summary>
internal enum TextComparisonKind
{
    /// <summary>The whole text, case perhaps aside.</summary>
    Whole,

    /// <summary>A part of it: it contains the other text, or begins or ends with it.</summary>
    Part,

    /// <summary>A letter of it, the first one as a rule.</summary>
    Letter,
}
