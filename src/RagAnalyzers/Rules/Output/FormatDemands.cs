using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers.Workflows;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// Formats that prompts demand and nothing enforces, with the calls that send them. A prompt or an agent that is used again makes the same
/// demand again; it is one mistake.
/// </summary>
internal static class FormatDemands
{
    /// <summary>The demands of a body that no earlier code makes of the same agent already; the first call of each comes first.</summary>
    public static IEnumerable<ImmutableArray<(ModelCall Call, UnenforcedFormat Demand)>> FirstIn(Body body) =>
        In(body).IsEmpty ? [] : ReadFirstIn(body);

    private static IEnumerable<ImmutableArray<(ModelCall Call, UnenforcedFormat Demand)>> ReadFirstIn(Body body)
    {
        foreach (var same in In(body).GroupBy(static d => d.Source))
        {
            var calls = same.Select(static d => (d.Call, d.Demand)).ToImmutableArray();
            var others = IsOfAgent(calls[0].Call, calls[0].Demand)
                ? OfAgents(body.Picture)[same.Key].Where(o => !ReferenceEquals(o.In, body)).ToList()
                : [];
            if (!others.Exists(o => IsBefore(o.In, body)))
            {
                yield return calls.AddRange(others.Select(static o => (o.Call, o.Demand)));
            }
        }
    }

    private static ImmutableArray<(object Source, ModelCall Call, UnenforcedFormat Demand)> In(Body body) =>
        body.Once(static b =>
            ModelCall.In(b).AddRange(WorkflowAgents.In(b)) is { IsEmpty: false } calls
                ? Of(b.Picture, calls)
                : ImmutableArray<(object Source, ModelCall Call, UnenforcedFormat Demand)>.Empty
        );

    private static ImmutableArray<(object Source, ModelCall Call, UnenforcedFormat Demand)> Of(
        Picture picture,
        ImmutableArray<ModelCall> calls
    ) =>
        calls
            .Select(call => (Call: call, Demand: UnenforcedFormat.Of(picture, call)))
            .Where(static d => d.Demand is not null)
            .Select(static d => (SourceOf(d.Call, d.Demand!), d.Call, d.Demand!))
            .ToImmutableArray();

    /// <summary>What says the words: a text in the code, or a constant that several calls may name.</summary>
    private static object SourceOf(ModelCall call, UnenforcedFormat demand) =>
        demand.Part.Origin.Operation switch
        {
            IFieldReferenceOperation { Field.IsConst: true } field when !IsOfAgent(call, demand) => field.Field,
            ILocalReferenceOperation { Local.IsConst: true } local when !IsOfAgent(call, demand) => local.Local,
            var operation => operation.Syntax,
        };

    /// <summary>An agent is told the words where it is made, once for all its runs.</summary>
    private static bool IsOfAgent(ModelCall call, UnenforcedFormat demand) =>
        call.Fact.Configured is not null && demand.Part.IsInstructions;

    /// <summary>The demands that agents are told anywhere in the compilation, by what says the words.</summary>
    private static ILookup<object, (Body In, ModelCall Call, UnenforcedFormat Demand)> OfAgents(Picture picture) =>
        picture.Once(static p =>
            p.BodiesMentioningAny(p.Mentions.NamesOf<ModelCallFact>())
                .Concat(WorkflowAgents.HandingBodies(p))
                .Distinct()
                .SelectMany(static b => In(b).Select(d => (d.Source, In: b, d.Call, d.Demand)))
                .Where(static d => IsOfAgent(d.Call, d.Demand))
                .ToLookup(static d => d.Source, static d => (d.In, d.Call, d.Demand))
        );

    private static bool IsBefore(Body other, Body body)
    {
        var (a, b) = (other.Syntax, body.Syntax);
        return a.SyntaxTree == b.SyntaxTree
            ? a.SpanStart < b.SpanStart
            : string.CompareOrdinal(a.SyntaxTree.FilePath, b.SyntaxTree.FilePath) < 0;
    }
}
