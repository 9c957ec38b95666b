using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// RAG2003: the prompt asks for a structured format that no schema enforces. A warning where retrieved passages are in the prompt, an Info
/// otherwise.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestedFormatNotEnforced : RagRule
{
    private const int LongestQuote = 60;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.RequestedFormatNotEnforced);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            if (UnenforcedFormat.Of(body.Picture, call) is not { } demand)
            {
                continue;
            }

            // What is a list would need a type around it, and pieces have no typed call.
            var target =
                demand is { Format: "JSON", MayBeList: false } && !call.Fact.Streaming ? EvidentTarget.Of(body.Picture, call.Prompt) : null;
            var locations = LocationsOf(demand, target, call);

            // An id has one descriptor and one default severity; what is less certain to hurt is reported below it.
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.RequestedFormatNotEnforced,
                    CallLocation.Of(call.Operation),
                    call.Prompt.ContainsPassages ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                    locations,
                    PropertiesOf(target, call, locations),
                    demand.Format,
                    Quoted(demand.Words),
                    Remedy(demand.Format, call.Fact.Sdk)
                )
            );
        }
    }

    /// <summary>The words, when they stand in code; behind them what makes the schema, and last the options.</summary>
    private static ImmutableArray<Location> LocationsOf(UnenforcedFormat demand, EvidentTarget? target, ModelCall call)
    {
        var places = new[]
        {
            demand.Part is { FileText: null, Origin: { Kind: OriginKind.Constant, Operation.Syntax: { } text } } ? text : null,
            target?.Export?.Syntax,
            call.Contract.Creation?.Syntax,
        };
        return places.OfType<SyntaxNode>().Select(static p => p.GetLocation()).ToImmutableArray();
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(
        EvidentTarget? target,
        ModelCall call,
        ImmutableArray<Location> locations
    )
    {
        var properties = ImmutableDictionary<string, string?>
            .Empty.Add(DiagnosticProperties.Sdk, call.Fact.Sdk.ToString())
            .Add(
                DiagnosticProperties.Options,
                call.Contract.Options switch
                {
                    OptionsPlace.Absent => DiagnosticProperties.OptionsAbsent,
                    OptionsPlace.Created => DiagnosticProperties.OptionsCreated,
                    _ => DiagnosticProperties.OptionsOther,
                }
            );
        if (target is null)
        {
            return properties;
        }

        properties = properties.Add(DiagnosticProperties.Target, DocumentationCommentId.CreateReferenceId(target.Type));
        return target.Export is { } export
            ? properties.Add(
                DiagnosticProperties.SchemaExport,
                locations.IndexOf(export.Syntax.GetLocation()).ToString(CultureInfo.InvariantCulture)
            )
            : properties;
    }

    private static string Quoted(string words) => words.Length <= LongestQuote ? words : words.Substring(0, LongestQuote).TrimEnd() + "...";

    private static string Remedy(string format, SdkKind sdk) =>
        (format, sdk) switch
        {
            ("JSON", SdkKind.ExtensionsAI) => "call GetResponseAsync<T> or set ResponseFormat to a JSON schema",
            ("JSON", SdkKind.AgentFramework) => "call RunAsync<T> or set ResponseFormat to a JSON schema",
            ("JSON", _) => "set the response format to a JSON schema",
            _ => $"no response format enforces {format}, so ask for JSON under a schema and write the {format} in code",
        };
}
