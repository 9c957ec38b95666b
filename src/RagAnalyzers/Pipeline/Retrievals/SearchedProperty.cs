using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>Which of a record's vectors a search names.</summary>
internal static class SearchedProperty
{
    /// <summary>The name of the property, or null when none is named, or it cannot be seen which.</summary>
    public static string? Of(Retrieval retrieval)
    {
        var names = Setting(retrieval).Origins.Select(static o => NameIn(o.Operation)).Distinct().ToList();
        return names.Count == 1 ? names[0] : null;
    }

    /// <summary>The search certainly names none.</summary>
    public static bool IsLeftOpen(Retrieval retrieval)
    {
        var setting = Setting(retrieval);
        return setting is { IsTruncated: false }
            && setting.Origins.All(static o => o.Kind is OriginKind.Unset or OriginKind.Null or OriginKind.Creation);
    }

    private static TraceResult Setting(Retrieval retrieval) =>
        SearchSetting.Of(retrieval.Picture, retrieval, SearchOption.VectorProperty) ?? TraceResult.Truncated;

    /// <summary><c>record => record.Vector</c></summary>
    private static string? NameIn(IOperation value) =>
        value.HandedFunction() is IAnonymousFunctionOperation lambda
            ? lambda
                .ReturnedValues()
                .Select(static r => r.Unwrapped())
                .OfType<IPropertyReferenceOperation>()
                .FirstOrDefault()
                ?.Property.Name
            : null;
}
