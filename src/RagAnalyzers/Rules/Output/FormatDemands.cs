using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// Formats that prompts demand and nothing enforces, with the calls that send them. A prompt or an agent that is used again makes the same
/// demand again; it is one mistake.
/// </summary>
internal static class FormatDemands
{
    /// <summary>The demands of a body that no earlier code of its type makes already; the first call of each comes first.</summary>
    public static IEnumerable<ImmutableArray<(ModelCall Call, UnenforcedFormat Demand)>> FirstIn(Body body)
    {
        foreach (var same in In(body).GroupBy(static d => d.Source))
        {
            var calls = same.Select(static d => (d.Call, d.Demand)).ToImmutableArray();
            var others = IsOfAgent(calls[0].Call, calls[0].Demand)
                ? Others(body)
                    .SelectMany(o => In(o).Where(d => d.Source.Equals(same.Key)).Select(d => (IsEarlier: IsBefore(o, body), Found: d)))
                    .ToList()
                : [];
            if (!others.Any(static o => o.IsEarlier))
            {
                yield return calls.AddRange(others.Select(static o => (o.Found.Call, o.Found.Demand)));
            }
        }
    }

    private static ImmutableArray<(object Source, ModelCall Call, UnenforcedFormat Demand)> In(Body body) =>
        body.Once(static b =>
            ModelCall
                .In(b)
                .Select(call => (Call: call, Demand: UnenforcedFormat.Of(b.Picture, call)))
                .Where(static d => d.Demand is not null)
                .Select(static d => (SourceOf(d.Call, d.Demand!), d.Call, d.Demand!))
                .ToImmutableArray()
        );

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

    private static IEnumerable<Body> Others(Body body) =>
        body.Picture.MethodAround(body.Root)?.ContainingType is { } type
            ? body.Picture.BodiesOf(type, body.Picture.Mentions.NamesOf<ModelCallFact>()).Where(b => !ReferenceEquals(b, body))
            : [];

    private static bool IsBefore(Body other, Body body)
    {
        var (a, b) = (other.Root.Syntax, body.Root.Syntax);
        return a.SyntaxTree == b.SyntaxTree
            ? a.SpanStart < b.SpanStart
            : string.CompareOrdinal(a.SyntaxTree.FilePath, b.SyntaxTree.FilePath) < 0;
    }
}
