using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.ModelNames;

/// <summary>The name of the model that answers a call, as far as it can be seen.</summary>
/// <param name="Origins">Where the name comes from: constants, jobs, members and parameters; empty when nothing is known.</param>
/// <param name="IsTruncated">The name may come from elsewhere, too.</param>
internal sealed record ModelName(ImmutableArray<Origin> Origins, bool IsTruncated)
{
    public static readonly ModelName Unknown = new(ImmutableArray<Origin>.Empty, IsTruncated: true);

    /// <summary>
    /// The model is certainly a fine-tuned one: OpenAI's names say so ("ft:gpt-4o-mini:org:name:id", formerly "ada:ft-org:name-date"), the
    /// options name it, it is what a fine-tuning job made, or what holds the name is called that (<c>settings.FineTunedModel</c>). The
    /// answer is the name, for the message; null when it may be another model.
    /// </summary>
    public string? FineTuned(NamePatterns configured)
    {
        if (IsTruncated || Origins.IsEmpty)
        {
            return null;
        }

        var names = Origins.Select(o => FineTuned(o, configured)).Distinct().ToList();
        return names.Contains(null) ? null : names[0];
    }

    private static string? FineTuned(Origin origin, NamePatterns configured)
    {
        if (origin.Kind == OriginKind.Constant)
        {
            return origin.Operation.ConstantValue.Value is string name && (IsFineTuned(name) || configured.Match(name)) ? name : null;
        }

        var holder = origin.Path.IsEmpty
            ? origin.Symbol is IMethodSymbol
                ? null
                : origin.Symbol?.Name
            : Last(origin.Path);
        return holder is not null && (IsJobResult(origin, holder) || IsCalledFineTuned(holder)) ? holder : null;
    }

    /// <summary>The name itself says it.</summary>
    public static bool IsFineTuned(string name) =>
        name.StartsWith("ft:", StringComparison.OrdinalIgnoreCase) || name.IndexOf(":ft-", StringComparison.OrdinalIgnoreCase) > 0;

    /// <summary>What the job of the official client made is its <c>Value</c>.</summary>
    private static bool IsJobResult(Origin origin, string member) =>
        member == "Value" && origin is { Kind: OriginKind.Source, Symbol: IMethodSymbol { Name: "FineTune" or "FineTuneAsync" } };

    /// <summary>
    /// "FineTunedModel", "fine_tuned_model", "fineTunedModelId"; not "FineTuningModel", which may be the one to start from.
    /// </summary>
    public static bool IsCalledFineTuned(string name)
    {
        var letters = new string(name.Where(char.IsLetter).ToArray());
        return letters.IndexOf("finetunedmodel", StringComparison.OrdinalIgnoreCase) >= 0
            || letters.IndexOf("tunedmodel", StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static string Last(AccessPath path) => path.Rest.IsEmpty ? path.Head : Last(path.Rest);
}
