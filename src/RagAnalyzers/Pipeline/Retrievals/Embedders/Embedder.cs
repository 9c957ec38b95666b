using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Retrievals.Embedders;

/// <summary>What turns text into vectors, as far as it can be seen what it was made with.</summary>
/// <param name="Name">Where the name of its model comes from.</param>
/// <param name="Dimensions">Where the number of dimensions comes from that it asks for; few ask.</param>
/// <param name="MayBeElsewhere">The compilation points a client of OpenAI's at another service, which may be what this one asks.</param>
internal sealed record Embedder(TraceResult Name, Lazy<TraceResult> Dimensions, bool MayBeElsewhere)
{
    private const string Configuration = "IConfiguration";

    /// <summary>The one name that the model can have, or null when it is not known. Azure's is that of a deployment.</summary>
    public string? Model => NameOperation?.ConstantValue is { HasValue: true, Value: string name } ? name : null;

    /// <summary>The expression that names the model, or null when the name is not known.</summary>
    public IOperation? NameOperation
    {
        get
        {
            // A default stands for what configuration may say instead; defaults that disagree say nothing.
            var origins = Name.Origins.RemoveAll(static o =>
                IsConfiguration(o) || o.Kind is OriginKind.Creation or OriginKind.Unset or OriginKind.Null
            );
            var constants = origins.Where(static o => o.Kind == OriginKind.Constant).Select(static o => o.Operation).ToList();
            return
                !Name.IsTruncated
                && constants.Count > 0
                && constants.Count == origins.Length
                && constants.Select(static c => c.ConstantValue.Value).Distinct().Count() == 1
                ? constants[0]
                : null;
        }
    }

    /// <summary>
    /// The model that answers, or null when it is not known: a service that is not OpenAI's may give a name of OpenAI's to any model. A name
    /// with its vendor before it is a gateway's, which asks that vendor.
    /// </summary>
    public EmbeddingModel? KnownModel(ConfiguredEmbeddingModels models) =>
        models.Named(Model) is { } model && !(MayBeElsewhere && model.IsOpenAIs && model.Name == Model && !models.AreToldOf(Model))
            ? model
            : null;

    /// <summary>How many dimensions it asks the model for; null when none is asked for.</summary>
    /// <param name="isKnown">The answer holds; otherwise it cannot be seen.</param>
    public int? AskedFor(out bool isKnown) => NumberIn(Dimensions.Value, out isKnown);

    /// <summary>How many dimensions its vectors have unless a call asks for others; null when that cannot be seen.</summary>
    public int? DimensionsReturned(ConfiguredEmbeddingModels models) =>
        AskedFor(out var isKnown) is { } asked ? asked
        : isKnown ? KnownModel(models)?.Dimensions
        : null;

    /// <summary>The one number that a trace ends at; null where nothing, or null, is set.</summary>
    /// <param name="isKnown">The answer holds; otherwise there may be others.</param>
    public static int? NumberIn(TraceResult trace, out bool isKnown)
    {
        var numbers = trace
            .Origins.Where(static o => o.Kind is not (OriginKind.Unset or OriginKind.Null or OriginKind.Creation))
            .Select(static o => o is { Kind: OriginKind.Constant, Operation.ConstantValue.Value: int number } ? number : (int?)null)
            .Distinct()
            .ToList();
        var isAbsent = trace.Origins.Any(static o => o.IsNothing);
        isKnown = !trace.IsTruncated && !numbers.Contains(null) && numbers.Count <= 1 && !(isAbsent && numbers.Count > 0);
        return isKnown ? numbers.FirstOrDefault() : null;
    }

    private static bool IsConfiguration(Origin origin) =>
        origin.IsOpen
        && (
            origin.Symbol?.ContainingType is { Name: "Environment" or "ConfigurationBinder" or "ConfigurationExtensions" }
            || IsConfiguration(origin.Symbol?.ContainingType)
            // `configuration["Model"]`: an element is traced to what it is an element of.
            || IsConfiguration(origin.Operation.Type as INamedTypeSymbol)
        );

    /// <summary>The type holds settings of the application.</summary>
    private static bool IsConfiguration(INamedTypeSymbol? type) =>
        type is { Name: Configuration } || type?.AllInterfaces.Any(static i => i.Name == Configuration) == true;
}
