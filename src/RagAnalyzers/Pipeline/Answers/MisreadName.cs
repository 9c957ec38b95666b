using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Contracts.Shapes;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A member that is read off an answer by a name which the schema of the answer certainly does not have.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Read">What reads the member.</param>
/// <param name="Names">The names that the schema has there.</param>
/// <param name="Meant">The one among them that has the same letters, or null.</param>
internal sealed record MisreadName(ArrivingAnswer Answer, NamedRead Read, ImmutableArray<string> Names, string? Meant)
{
    /// <summary>Names by which code looks for what is no answer: an error, a refusal, the envelope around an answer.</summary>
    private static readonly ImmutableHashSet<string> OfSomethingElse = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "error",
        "errors",
        "exception",
        "refusal",
        "choices",
        "output",
        "properties"
    );

    /// <summary>Such members of a document that the answers at a parse are read as; only what is certain.</summary>
    public static ImmutableArray<MisreadName> At(Picture picture, Parse parse)
    {
        var uses = AnswerUse.OfParse(picture, parse.Operation);
        var answers = uses.SelectMany(static u => u.Answers).ToList();
        if (
            uses.IsEmpty
            || uses[0].Parse.Operation is not IInvocationOperation call
            || !uses.All(static u => ExpectedShapes.TakesAnything(u.Target))
            || !answers.TrueForAll(static a => a.Call.Contract.Kind == OutputContractKind.Schema && !a.Call.Shapes.IsEmpty)
            || !AreAll(picture, uses[0].Parse, answers)
        )
        {
            return ImmutableArray<MisreadName>.Empty;
        }

        var roots = answers
            .SelectMany(static a => a.Call.Shapes)
            .Select(s => PrescribedObject.Of(s, MisreadAnswer.SymbolsOf(picture)))
            .ToList();
        var reading = DocumentReading.Of(picture, call);
        var isOnlyParse = !AnswerUse
            .OfParsesIn(picture.BodyOf(parse.Operation))
            .Any(u => !u.Parse.Operation.IsSameAs(call) && u.Answers.Any(a => answers.Exists(b => a.Place == b.Place)));
        return reading
            .Reads.Select(r =>
                Of(r, reading, roots, isOnlyParse) is var (names, meant) ? new MisreadName(answers[0], r, names, meant) : null
            )
            .OfType<MisreadName>()
            .ToImmutableArray();
    }

    private static (ImmutableArray<string> Names, string? Meant)? Of(
        NamedRead read,
        DocumentReading reading,
        List<PrescribedObject> roots,
        bool isOnlyParse
    )
    {
        var objects = roots.Select(r => r.At(read.Path)?.Names ?? ImmutableArray<string>.Empty).ToList();
        var names = objects.SelectMany(static n => n).Distinct().ToImmutableArray();
        if (objects.Exists(static n => n.IsEmpty) || OfSomethingElse.Contains(read.Name) || names.Any(n => IsFound(read, n)))
        {
            return null;
        }

        var beside = reading.Reads.Where(r => r.Path.SequenceEqual(read.Path)).ToList();
        var found = names.Where(n => beside.Exists(r => IsFound(r, n))).ToList();
        if (names.FirstOrDefault(n => SameLetters(n, read.Name)) is { } meant && !found.Contains(meant))
        {
            return (names, meant);
        }

        // Who asks for members may have several forms of an answer in mind.
        var isMistaken = read.Demand switch
        {
            NameDemand.Throws => !beside.Exists(r => r.Demand == NameDemand.Asked && names.Any(n => IsFound(r, n))),
            NameDemand.Nothing => reading.IsCompleteAt(read.Path) && found.Count < names.Length,
            _ => reading.IsCompleteAt(read.Path) && found.Count == 0 && isOnlyParse,
        };
        return isMistaken ? (names, null) : null;
    }

    private static bool IsFound(NamedRead read, string name) =>
        string.Equals(read.Name, name, read.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool SameLetters(string one, string other) =>
        string.Equals(Letters(one), Letters(other), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => new(name.Where(char.IsLetterOrDigit).ToArray());

    /// <summary>What is parsed there is one of the answers, whoever calls.</summary>
    private static bool AreAll(Picture picture, Parse parse, List<ArrivingAnswer> answers) =>
        parse.Inputs.All(i =>
            picture.TraceThroughCallers(i, FlowMode.Value) is { IsTruncated: false } trace
            && trace.Origins.All(o =>
                o.IsFixed
                || (o.Kind == OriginKind.Source && answers.Exists(a => a.Call.Operation.IsSameAs(o.Operation)))
                || o.Kind == OriginKind.Creation
            )
        );
}
