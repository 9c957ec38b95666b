using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// What the rules about a parsed answer share: its value flows into a parse, and the options in force certainly carry no schema.
/// Which of them speaks is up to <see cref="ParsedAnswerMistakes"/>.
/// </summary>
public abstract class ParsedAnswerRule : RagRule
{
    private protected abstract DiagnosticDescriptor Descriptor { get; }

    private protected abstract ParsedAnswerMistake Mistake { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected sealed override void Analyze(BodyPipeline body, OperationBlockAnalysisContext context)
    {
        var reported = new HashSet<IInvocationOperation>();
        foreach (var use in body.AnswerUses)
        {
            // Several answers may come through one call: which one does is decided where it leads, so they have to agree.
            foreach (var arriving in use.Answers.GroupBy(static a => a.Place))
            {
                if (ParsedAnswerMistakes.Of(use, arriving) == Mistake && reported.Add(arriving.Key))
                    context.ReportDiagnostic(Diagnose(arriving.First(), use));
            }
        }
    }

    private Diagnostic Diagnose(ArrivingAnswer answer, AnswerUse use)
    {
        var call = answer.Call;
        var isHere = ReferenceEquals(call.Operation, answer.Place);
        var contract = call.Contract;
        var locations = ImmutableArray.Create(use.Parse.Operation.Syntax.GetLocation());
        if (isHere && contract.Creation is { } creation)
            locations = locations.Add(creation.Syntax.GetLocation());
        if (!isHere)
            locations = locations.Add(CallLocation.Of(call.Operation));
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Sdk, isHere ? call.Fact.Sdk.ToString() : null)
            .Add(DiagnosticProperties.Options, (isHere ? contract.Options : OptionsPlace.Other) switch
            {
                OptionsPlace.Absent => DiagnosticProperties.OptionsAbsent,
                OptionsPlace.Created => DiagnosticProperties.OptionsCreated,
                _ => DiagnosticProperties.OptionsOther,
            });
        return Diagnostic.Create(
            Descriptor,
            CallLocation.Of(answer.Place),
            locations,
            properties,
            use.Target.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Remedy(call.Fact.Sdk));
    }

    private static string Remedy(SdkKind sdk) => sdk switch
    {
        SdkKind.ExtensionsAI => "Call GetResponseAsync<T> or set ResponseFormat",
        SdkKind.AgentFramework => "Call RunAsync<T> or set ResponseFormat",
        _ => "Set ResponseFormat",
    };
}
