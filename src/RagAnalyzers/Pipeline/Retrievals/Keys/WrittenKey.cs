using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Keys;

/// <summary>The expression that says under which key records are written.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Place">What it is evaluated for: the write, or the creation of the record.</param>
/// <param name="Content">What the record is made of beside the key.</param>
internal sealed record WrittenKey(IOperation Value, IOperation Place, ImmutableArray<IOperation> Content)
{
    /// <summary>What repeats the write or the creation.</summary>
    public Repetition? Repetition { get; } = Repetition.Around(Place);

    /// <summary>Where an ingestion says its keys, in the same body.</summary>
    public static IEnumerable<WrittenKey> Of(Ingestion ingestion)
    {
        if (ingestion.Argument(ingestion.Fact.Key) is { } key)
        {
            yield return new WrittenKey(key, ingestion.Operation, ingestion.Records.ToImmutableArray());
            yield break;
        }

        if (
            VectorCollection.Of(ingestion)?.Record is not { Type: { } type } record
            || record.Properties.FirstOrDefault(static p => p.Kind == RecordPropertyKind.Key)?.Name is not { } property
        )
        {
            yield break;
        }

        var passed = new HashSet<IOperation>();
        foreach (var value in ingestion.Records)
        {
            ingestion.Picture.TraceWithinBody(value, FlowMode.Content, trail: passed);
        }

        foreach (var creation in passed.OfType<IObjectCreationOperation>())
        {
            if (
                SymbolEqualityComparer.Default.Equals(creation.Type, type)
                && ReferenceEquals(creation.Root(), ingestion.Operation.Root())
                && KeyIn(creation, property) is { } assigned
            )
            {
                yield return new WrittenKey(assigned, creation, Others(creation, assigned).ToImmutableArray());
            }
        }
    }

    /// <summary>
    /// All rounds certainly write under the same key, though what they write differs, and no round picks the one record that has the key.
    /// </summary>
    public bool IsSameForAll(Ingestion ingestion) =>
        Repetition is { } repetition
        && !(Value.ConstantValue is { HasValue: true, Value: not string or string { Length: 0 } })
        && KeyValue.IsFixed(Value, repetition)
        && Content.Any(c => repetition.Varies(c))
        && !repetition.EndsEarly()
        && !ChoosesBy(repetition)
        && ingestion
            .Operation.Arguments.Where(static a => IsPlace(a.Parameter?.Name))
            .Select(static a => a.Value)
            .Append(ingestion.Operation.Instance)
            .OfType<IOperation>()
            .All(o => !repetition.Varies(o));

    private static bool IsPlace(string? parameter) =>
        parameter is not null
        && (
            parameter.IndexOf("collection", StringComparison.OrdinalIgnoreCase) >= 0
            || parameter.IndexOf("index", StringComparison.OrdinalIgnoreCase) >= 0
        );

    /// <summary>A round compares something with what the key is made of.</summary>
    private bool ChoosesBy(Repetition repetition)
    {
        var names = Value.DescendantsAndSelf().Select(Named).OfType<ISymbol>().ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        return repetition
            .Operation.Descendants()
            .Where(static o =>
                o
                    is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }
                        or IInvocationOperation { TargetMethod.Name: "Equals" }
            )
            .SelectMany(static o => o.Descendants())
            .Any(o => Named(o) is { } symbol && names.Contains(symbol));
    }

    private static ISymbol? Named(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };

    private static IOperation? KeyIn(IObjectCreationOperation creation, string property) =>
        creation
            .Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: var name } && name == property)
            ?.Value
        ?? creation
            .Arguments.FirstOrDefault(a =>
                a.ArgumentKind == ArgumentKind.Explicit && string.Equals(a.Parameter?.Name, property, StringComparison.OrdinalIgnoreCase)
            )
            ?.Value;

    private static IEnumerable<IOperation> Others(IObjectCreationOperation creation, IOperation key) =>
        creation
            .Arguments.Select(static a => a.Value)
            .Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(static a => a.Value) ?? [])
            .Where(v => !ReferenceEquals(v, key));
}
