using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>What a retrieval is told about its search: by an argument of the call, or by a property of its options.</summary>
internal static class SearchSetting
{
    /// <summary>Where the setting comes from.</summary>
    /// <returns>
    /// The origins of what is set; nothing, completely known, where the call has no options; null where this search has no such setting.
    /// </returns>
    public static TraceResult? Of(Picture picture, Retrieval retrieval, SearchOption option)
    {
        if (retrieval.ParameterOf(option) is { } parameter)
        {
            return retrieval.Operation.ArgumentNamed(parameter) is { } argument
                ? picture.TraceThroughCallers(argument, FlowMode.Value)
                : TraceResult.Nothing;
        }

        if (
            retrieval.Fact.Options is not { } name
            || PropertyOf(picture, retrieval.Operation.TargetMethod, name, option) is not { } property
        )
        {
            return null;
        }

        return retrieval.Options is { } options
            ? picture.TraceThroughCallers(options, FlowMode.Value, AccessPath.Empty.Push(property))
            : TraceResult.Nothing;
    }

    /// <summary>The property of the options' type that holds the setting, or null.</summary>
    public static string? PropertyOf(Picture picture, IMethodSymbol search, string options, SearchOption option) =>
        search
            .Parameters.FirstOrDefault(p => p.Name == options)
            ?.Type.OriginalDefinition.GetMembers()
            .OfType<IPropertySymbol>()
            .FirstOrDefault(p => picture.Sdks.TryGetFact<SearchOptionFact>(p, out var fact) && fact.Option == option)
            ?.Name;
}
