using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// What RAG2001 and RAG2002 share: an answer's value flows into a parse, and the options in force certainly carry no schema.
/// Which of the two speaks depends on whether retrieved passages are certainly in the prompt.
/// </summary>
public abstract class ParsedAnswerRule : RagRule
{
    private protected abstract DiagnosticDescriptor Descriptor { get; }

    private protected abstract bool ForGroundedCalls { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected sealed override void Analyze(BodyPipeline body, OperationBlockAnalysisContext context)
    {
        var reported = new HashSet<ModelCall>();
        foreach (var use in body.AnswerUses)
        {
            foreach (var call in use.Calls)
            {
                if (call.Contract.Kind == OutputContractKind.None && call.Prompt.ContainsPassages == ForGroundedCalls && reported.Add(call))
                    context.ReportDiagnostic(Diagnose(call, use));
            }
        }
    }

    private Diagnostic Diagnose(ModelCall call, AnswerUse use)
    {
        var contract = call.Contract;
        var locations = ImmutableArray.Create(use.Parse.Syntax.GetLocation());
        if (contract.Creation is { } creation)
            locations = locations.Add(creation.Syntax.GetLocation());
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Sdk, call.Fact.Sdk.ToString())
            .Add(DiagnosticProperties.Options, contract.Options switch
            {
                OptionsPlace.Absent => DiagnosticProperties.OptionsAbsent,
                OptionsPlace.Created => DiagnosticProperties.OptionsCreated,
                _ => DiagnosticProperties.OptionsOther,
            });
        return Diagnostic.Create(
            Descriptor,
            CallLocation.Of(call.Operation),
            locations,
            properties,
            use.Target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Remedy(call.Fact.Sdk));
    }

    private static string Remedy(SdkKind sdk) => sdk switch
    {
        SdkKind.ExtensionsAI => "Call GetResponseAsync<T> or set ResponseFormat",
        SdkKind.AgentFramework => "Call RunAsync<T> or set ResponseFormat",
        _ => "Set ResponseFormat",
    };
}
