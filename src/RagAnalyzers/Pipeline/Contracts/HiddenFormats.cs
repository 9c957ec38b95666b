using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>Formats that come through extension data, raw requests and the like, where nobody can see them.</summary>
internal static class HiddenFormats
{
    /// <summary>
    /// What services call what constrains an answer: <c>response_format</c>, <c>format</c>, <c>guided_json</c>, <c>grammar</c>,
    /// <c>structured_outputs</c>, <c>extra_body</c>.
    /// </summary>
    private static readonly string[] Words = { "format", "json", "guided", "grammar", "structured", "output_config", "body" };

    /// <summary>Options may hold a format that cannot be seen.</summary>
    public static bool MayBeIn(Picture picture, OptionsCarrier options)
    {
        var types = options.TraceThroughCallers(FlowMode.Value).Origins.Select(static o => o.Symbol).OfType<ITypeSymbol>().ToList();
        return picture
            .Sdks.SymbolsWith<FormatBackdoorFact>()
            .Where(b =>
                types.Any(t => t.AndBaseTypes().Any(a => SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.ContainingType)))
            )
            .Select(b => options.TraceThroughCallers(FlowMode.Keys, b.Name))
            .Any(static hidden => hidden.IsTruncated || hidden.Origins.Any(MayHoldFormat));
    }

    /// <summary>A dictionary whose every entry can be seen holds a format only if an entry is named like one.</summary>
    private static bool MayHoldFormat(Origin origin) =>
        origin.Kind switch
        {
            OriginKind.Unset or OriginKind.Null => false,

            // A factory makes whatever it likes when it is called.
            OriginKind.Creation => origin.Operation is IAnonymousFunctionOperation or IMethodReferenceOperation,
            OriginKind.Constant => origin.Operation.ConstantValue.Value is string key
                && Words.Any(w => key.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0),
            _ => true,
        };
}
