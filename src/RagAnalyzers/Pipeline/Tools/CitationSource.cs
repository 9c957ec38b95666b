using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>Finds what makes a service search by itself, and return what it found together with the answer.</summary>
internal static class CitationSource
{
    private const string Contexts = "OutputContexts";

    /// <summary>The data source or tool, or null where the call is not seen to have one.</summary>
    public static IOperation? Of(ReachedModelCall call) =>
        call.Picture.Sdks.SymbolsWith<CitationSourceFact>().IsEmpty
            ? null
            : InProperties(call).Concat(InTools(call)).Concat(Added(call)).FirstOrDefault();

    private static IEnumerable<IOperation> InProperties(ReachedModelCall call) =>
        call
            .Options.Members<CitationSourceFact>()
            .Where(static m => m.Member is IPropertySymbol)
            .SelectMany(m =>
                call.Options.All.SelectMany(o => o.TraceThroughCallers(FlowMode.Value, m.Member.Name).Origins)
                    .Where(o => IsPut(o, ((IPropertySymbol)m.Member).Type))
            )
            .Where(static o => !LeavesCitationsOut(o))
            .Select(static o => o.Operation);

    /// <summary>A value is seen to be put there; options that cannot be seen may have none.</summary>
    private static bool IsPut(Origin value, ITypeSymbol type) =>
        value.Path.IsEmpty && !value.IsNothing && SymbolEqualityComparer.Default.Equals(value.Operation.Type, type);

    private static IEnumerable<IOperation> InTools(ReachedModelCall call) =>
        call
            .Options.Members<ToolFact>()
            .Where(static m => m.Fact.Role == ToolRole.Offers)
            .Select(static m => m.Member.Name)
            .Distinct()
            .SelectMany(name => call.Options.All.SelectMany(o => o.TraceThroughCallers(FlowMode.Value, name).Origins))
            .Where(o => MadeBy(o) is { } maker && call.Picture.Sdks.TryGetFact<CitationSourceFact>(maker, out _))
            .Select(static o => o.Operation);

    private static ISymbol? MadeBy(Origin origin) =>
        origin.Operation switch
        {
            IObjectCreationOperation creation => creation.Constructor,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };

    /// <summary>What is added to the options that the call passes, in the body that makes them.</summary>
    private static IEnumerable<IOperation> Added(ReachedModelCall call)
    {
        foreach (var options in call.Options.Passed.SelectMany(static o => o.TraceThroughCallers(FlowMode.Value).Origins))
        {
            if (options.Kind != OriginKind.Creation)
            {
                continue;
            }

            foreach (var (adding, fact) in call.Picture.BodyOf(options.Operation).CallsWith<CitationSourceFact>())
            {
                if (
                    fact.AddsTo is { } parameter
                    && adding.ArgumentNamed(parameter) is { } target
                    && call.Picture.TraceWithinBody(target, FlowMode.Value)
                        .Origins.Any(o => ReferenceEquals(o.Operation, options.Operation))
                    && !adding
                        .Arguments.Where(a => a.Parameter?.Name != parameter)
                        .SelectMany(a => call.Picture.TraceThroughCallers(a.Value, FlowMode.Value).Origins)
                        .Any(LeavesCitationsOut)
                )
                {
                    yield return adding;
                }
            }
        }
    }

    /// <summary>The source says what comes with the answer, and citations are not mentioned.</summary>
    private static bool LeavesCitationsOut(Origin source) =>
        source.Operation is IObjectCreationOperation { Initializer: { } initializer }
        && initializer
            .Initializers.OfType<ISimpleAssignmentOperation>()
            .Any(static a =>
                a.Target is IPropertyReferenceOperation { Property.Name: Contexts } && !a.Value.Syntax.ToString().Contains("Citations")
            );
}
