using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Flow;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2003: the prompt asks for a structured format that no schema enforces. A warning where retrieved passages are in the prompt, an Info otherwise.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestedFormatNotEnforced : RagRule
{
    private const int LongestQuote = 60;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RequestedFormatNotEnforced);

    private protected override void Analyze(BodyPipeline body, OperationBlockAnalysisContext context)
    {
        foreach (var call in body.ModelCalls)
        {
            if (UnenforcedFormat.Of(body.Model, call) is not { } demand)
                continue;

            // An id has one descriptor and one default severity; what is less certain to hurt is reported below it.
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.RequestedFormatNotEnforced,
                CallLocation.Of(call.Operation),
                call.Prompt.ContainsPassages ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                LocationsOf(demand, call),
                PropertiesOf(demand, call),
                demand.Format,
                Quoted(demand.Words),
                Remedy(demand.Format, call.Fact.Sdk)));
        }
    }

    /// <summary>The words, when they stand in code, and behind them the options.</summary>
    private static IEnumerable<Location> LocationsOf(UnenforcedFormat demand, ModelCall call)
    {
        if (demand.Part is { FileText: null, Origin: { Kind: OriginKind.Constant, Operation.Syntax: { } text } })
            yield return text.GetLocation();
        if (call.Contract.Creation is { } creation)
            yield return creation.Syntax.GetLocation();
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(UnenforcedFormat demand, ModelCall call)
        => ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Sdk, call.Fact.Sdk.ToString())
            .Add(DiagnosticProperties.Options, call.Contract.Options switch
            {
                // JSON mode makes an object, and nothing but JSON.
                _ when demand.Format != "JSON" || demand.MayBeList => DiagnosticProperties.OptionsOther,
                OptionsPlace.Absent => DiagnosticProperties.OptionsAbsent,
                OptionsPlace.Created => DiagnosticProperties.OptionsCreated,
                _ => DiagnosticProperties.OptionsOther,
            });

    private static string Quoted(string words) => words.Length <= LongestQuote ? words : words.Substring(0, LongestQuote).TrimEnd() + "...";

    private static string Remedy(string format, SdkKind sdk) => (format, sdk) switch
    {
        ("JSON", SdkKind.ExtensionsAI) => "call GetResponseAsync<T> or set ResponseFormat to a JSON schema",
        ("JSON", SdkKind.AgentFramework) => "call RunAsync<T> or set ResponseFormat to a JSON schema",
        ("JSON", _) => "set the response format to a JSON schema",
        _ => $"no response format enforces {format}, so ask for JSON under a schema and write the {format} in code",
    };
}
