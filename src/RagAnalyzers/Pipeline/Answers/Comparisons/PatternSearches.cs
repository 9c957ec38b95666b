using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Reads the searches for a regular expression that is nothing but a list of labels: <c>\b(CRM|PRODUCT)\b</c>.</summary>
internal sealed class PatternSearches
{
    /// <summary>The names of the searches.</summary>
    public static readonly string[] Names = { "IsMatch", "Match", "Matches", "Count" };

    private readonly Picture _picture;

    public PatternSearches(Picture picture) => _picture = picture;

    public IEnumerable<TextComparison> Of(IInvocationOperation call) =>
        Names.Contains(call.TargetMethod.Name)
        && call.ArgumentNamed("input") is { } text
        && PatternOf(call) is { } pattern
        && LabelPattern.Read(pattern) is { } labels
            ? new[]
            {
                TextComparison.With(
                    call,
                    TextComparisons.Spanned(text),
                    labels.IsWhole ? TextComparisonKind.Whole : TextComparisonKind.Part,
                    labels.Labels.ToArray()
                ),
            }
            : Enumerable.Empty<TextComparison>();

    /// <summary>The pattern of a search, or null when it cannot be seen.</summary>
    public string? PatternOf(IInvocationOperation call)
    {
        if (call.Instance is not { } regex)
        {
            return call.ArgumentNamed("pattern") is { } given ? TextComparisons.Constant(given) : null;
        }

        var trail = new HashSet<IOperation>();
        var origins = _picture.TraceWithinBody(regex, FlowMode.Value, trail: trail).Origins;
        if (origins is [{ Symbol: IMethodSymbol or IPropertySymbol } generated] && GeneratedPattern(generated.Symbol) is { } pattern)
        {
            return pattern;
        }

        // Where the generator has run, the trace goes on into what it made.
        if (
            trail.Append(regex.Unwrapped()).Select(MemberOf).OfType<ISymbol>().Select(GeneratedPattern).OfType<string>().Distinct().ToList()
            is [var only]
        )
        {
            return only;
        }

        var creations = trail.OfType<IObjectCreationOperation>().Where(static c => c.Type?.Name == "Regex").Distinct().ToList();
        return creations is [{ } creation] && creation.ArgumentNamed("pattern") is { } made ? TextComparisons.Constant(made) : null;
    }

    private static ISymbol? MemberOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };

    /// <summary>The pattern of <c>[GeneratedRegex("...")] static partial Regex Labels();</c>.</summary>
    private static string? GeneratedPattern(ISymbol member) =>
        member
            .GetAttributes()
            .Concat((member as IMethodSymbol)?.PartialDefinitionPart?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
            .FirstOrDefault(static a => a.AttributeClass.HasFullName("System.Text.RegularExpressions.GeneratedRegexAttribute"))
            ?.ConstructorArguments
            is [{ Value: string pattern }, ..]
            ? pattern
            : null;
}
