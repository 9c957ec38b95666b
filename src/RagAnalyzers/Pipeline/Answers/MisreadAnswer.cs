using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Pipeline.Contracts.Shapes;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A parse that certainly does not read what the schema of the answer prescribes.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Mismatch">What is not read.</param>
/// <param name="Parse">The parse: that of the answer, or that of the document which the answer was parsed into.</param>
internal sealed record MisreadAnswer(ArrivingAnswer Answer, ShapeMismatch Mismatch, IOperation Parse)
{
    /// <summary>How many generic methods hand a type on to each other.</summary>
    private const int MaximumDepth = 3;

    /// <summary>The first of the answers that a parse misreads; null when it reads them, or it cannot be told.</summary>
    public static MisreadAnswer? Of(Picture picture, AnswerUse use)
    {
        if (use.Target.TypeKind == TypeKind.Error || !use.Answers.Any(static a => a.Call.Contract.Kind == OutputContractKind.Schema))
        {
            return null;
        }

        // What asks and parses by itself takes no settings.
        if (ParsesItself(use))
        {
            return Of(picture, use, use.Parse.Operation, JsonReading.Default, use.Target);
        }

        if (use.Parse.Operation is not IInvocationOperation parse)
        {
            return null;
        }

        return ExpectedShapes.TakesAnything(use.Target)
            ? DocumentReading
                .Of(picture, parse)
                .Parses.Where(static p => p.Path.IsEmpty)
                .Select(p => Of(picture, use, p.Parse, p.Fact, ParseTarget.Of(p.Parse, p.Parse.TargetMethod, p.Fact)))
                .FirstOrDefault(static m => m is not null)
            : Of(picture, use, parse, use.Parse.Fact, use.Target);
    }

    /// <summary>The parse is what makes an object that asks a model and reads the answer.</summary>
    public static bool ParsesItself(AnswerUse use) => use.Parse.Operation is IObjectCreationOperation;

    private static MisreadAnswer? Of(Picture picture, AnswerUse use, IInvocationOperation parse, ParseFact fact, ITypeSymbol target) =>
        ReadingOf(picture, fact, parse) is { } reading ? Of(picture, use, parse, reading, target) : null;

    private static MisreadAnswer? Of(Picture picture, AnswerUse use, IOperation parse, JsonReading reading, ITypeSymbol target) =>
        use
            .Answers.Where(static a => a.Call.Contract.Kind == OutputContractKind.Schema)
            .Select(a => MismatchOf(picture, a, target, reading) is { } mismatch ? new MisreadAnswer(a, mismatch, parse) : null)
            .FirstOrDefault(static m => m is not null);

    /// <summary>All schemas that may be in force are misread; the first tells how.</summary>
    private static ShapeMismatch? MismatchOf(Picture picture, ArrivingAnswer answer, ITypeSymbol target, JsonReading reading)
    {
        var mismatches = answer.Call.Shapes.Select(s => MismatchOf(picture, answer, s, target, reading)).ToList();
        return mismatches.Contains(null) ? null : mismatches.FirstOrDefault();
    }

    private static ShapeMismatch? MismatchOf(
        Picture picture,
        ArrivingAnswer answer,
        PrescribedShape shape,
        ITypeSymbol target,
        JsonReading reading
    )
    {
        if (shape.Text is { } text)
        {
            return new SchemaTextComparison(JsonContract.For(SymbolsOf(picture), reading), reading).In(text, target);
        }

        if (!SymbolEqualityComparer.Default.Equals(BoundBy(answer, shape.Type!), target))
        {
            return null;
        }

        return TypesFor(picture, target, MaximumDepth)
            .Where(t => !answer.Call.Fact.Typed || JsonRoots.Of(t) == JsonRoot.Unknown)
            .Select(t => MismatchOf(picture, t, shape.Writing!, reading))
            .FirstOrDefault(static m => m is not null);
    }

    /// <summary>What is not read of what is written of a type; many calls ask for one type.</summary>
    private static ShapeMismatch? MismatchOf(Picture picture, ITypeSymbol type, JsonReading writing, JsonReading reading) =>
        picture
            .Once(static _ => new ConcurrentDictionary<(ITypeSymbol, JsonReading, JsonReading), ShapeMismatch?>())
            .GetOrAdd(
                (type, writing, reading),
                _ =>
                    new TypeComparison(
                        JsonContract.For(SymbolsOf(picture), writing),
                        JsonContract.For(SymbolsOf(picture), reading),
                        reading
                    ).In(type, type)
            );

    /// <summary>The JSON libraries' own types.</summary>
    public static JsonSymbols SymbolsOf(Picture picture) => picture.Once(static p => new JsonSymbols(p.Compilation));

    /// <summary>What the call through which the answer came puts into the place of a type parameter.</summary>
    private static ITypeSymbol BoundBy(ArrivingAnswer answer, ITypeSymbol type) =>
        type is ITypeParameterSymbol { DeclaringMethod: { } method }
        && answer.Place.CalledMethod() is { } called
        && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method)
            ? ParseTarget.For(type, called)
            : type;

    /// <summary>The type, or the types that visible code puts into its place.</summary>
    private static IEnumerable<ITypeSymbol> TypesFor(Picture picture, ITypeSymbol type, int depth) =>
        type is not ITypeParameterSymbol parameter ? [type]
        : depth == 0 ? []
        : BoundTypes.Of(picture, parameter).SelectMany(t => TypesFor(picture, t, depth - 1));

    private static JsonReading? ReadingOf(Picture picture, ParseFact fact, IInvocationOperation call)
    {
        JsonReading? none = (fact.Sdk, call.TargetMethod.Name) switch
        {
            (SdkKind.SystemTextJson, "Deserialize" or "DeserializeAsync" or "ToObjectFromJson") => JsonReading.Default,
            (SdkKind.NewtonsoftJson, "DeserializeObject" or "ToObject") => JsonReading.NewtonsoftDefault,
            _ => null,
        };
        return none is null
            ? null
            : SerializerReadings.Of(
                new Route(picture, Calls: null),
                call.Arguments.FirstOrDefault(static a => SerializerArguments.Are(a))?.Value,
                none
            );
    }
}
