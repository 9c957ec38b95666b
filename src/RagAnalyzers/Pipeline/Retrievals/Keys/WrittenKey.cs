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
/// <param name="Repetition">What repeats the write or the creation, through the functions that are in between; null where nothing is seen to.</param>
internal sealed record WrittenKey(IOperation Value, IOperation Place, ImmutableArray<IOperation> Content, Repetition? Repetition)
{
    private static readonly ImmutableHashSet<string> PickOne = ImmutableHashSet.Create(
        "First",
        "FirstOrDefault",
        "Single",
        "SingleOrDefault",
        "Last",
        "LastOrDefault",
        "ElementAt",
        "MinBy",
        "MaxBy",
        "DistinctBy",
        "GroupBy"
    );

    /// <summary>Where an ingestion says its keys, in its body or in what makes its records.</summary>
    public static IEnumerable<WrittenKey> Of(Ingestion ingestion)
    {
        var passed = new HashSet<IOperation>();
        if (ingestion.Argument(ingestion.Fact.Key) is { } passedKey)
        {
            var content = ingestion.Records.ToImmutableArray();
            foreach (var repetition in WriteRepetitions.Of(ingestion, ingestion.Operation, passed))
            {
                yield return new WrittenKey(passedKey, ingestion.Operation, content, repetition);
            }

            yield break;
        }

        var declared = VectorCollection.Of(ingestion)?.Record;
        var property = ingestion.Fact.RecordKey ?? declared?.Properties.FirstOrDefault(static p => p.Kind == RecordPropertyKind.Key)?.Name;
        if (property is null && !DictionaryRecords.AreWrittenBy(ingestion.Operation))
        {
            yield break;
        }

        foreach (var value in ingestion.Records)
        {
            ingestion.Picture.TraceWithinBody(value, FlowMode.Content, trail: passed);
        }

        if (passed.OfType<IInvocationOperation>().Any(static c => PickOne.Contains(c.TargetMethod.Name)))
        {
            yield break;
        }

        foreach (var creation in passed.OfType<IObjectCreationOperation>())
        {
            var key =
                property is null ? DictionaryRecords.KeyIn(creation)
                : IsRecord(creation.Type, declared, ingestion) ? KeyIn(creation, property)
                : null;
            if (key is { } assigned)
            {
                var content = Others(creation, assigned).ToImmutableArray();
                foreach (var repetition in WriteRepetitions.Of(ingestion, creation, passed))
                {
                    yield return new WrittenKey(assigned, creation, content, repetition);
                }
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
        && !IsForOne(repetition)
        && ingestion
            .Operation.Arguments.Where(static a => IsPlace(a.Parameter?.Name))
            .Select(static a => a.Value)
            .Append(ingestion.Operation.Instance)
            .OfType<IOperation>()
            .All(o => !repetition.Varies(o));

    private static bool IsRecord(ITypeSymbol? type, VectorRecord? declared, Ingestion ingestion) =>
        declared is null
            ? SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, ingestion.Operation.TargetMethod.ContainingAssembly)
            : SymbolEqualityComparer.Default.Equals(type, declared.Type);

    private static bool IsPlace(string? parameter) =>
        parameter is not null
        && (
            parameter.IndexOf("collection", StringComparison.OrdinalIgnoreCase) >= 0
            || parameter.IndexOf("index", StringComparison.OrdinalIgnoreCase) >= 0
        );

    /// <summary>A round compares something with what the key is made of, or asks somebody for it.</summary>
    private bool ChoosesBy(Repetition repetition)
    {
        var names = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        AddNames(Value, repetition, names);
        return repetition
            .Runs.Where(static o => IsEquality(o) || IsAskedFor(o))
            .SelectMany(static o => o.Descendants())
            .Any(o => Named(o) is { } symbol && names.Contains(symbol));
    }

    private static void AddNames(IOperation value, Repetition repetition, HashSet<ISymbol> names)
    {
        foreach (var symbol in value.DescendantsAndSelf().Select(Named).OfType<ISymbol>())
        {
            if (names.Add(symbol) && symbol is IParameterSymbol parameter && repetition.PassedFor(parameter) is { } passed)
            {
                AddNames(passed, repetition, names);
            }
        }
    }

    /// <summary>The write is for one of the rounds only: where something of the round equals something.</summary>
    private bool IsForOne(Repetition repetition)
    {
        foreach (var place in repetition.Entered.Select(static e => (IOperation)e.Call).Append(Place))
        {
            IOperation child = place;
            for (var o = place.Parent; o is not null && !ReferenceEquals(o, repetition.Operation); child = o, o = o.Parent)
            {
                if (
                    o is IConditionalOperation conditional
                    && !ReferenceEquals(conditional.Condition, child)
                    && conditional.Condition.DescendantsAndSelf().Any(c => IsEquality(c) && !IsAbsence(c) && repetition.Varies(c))
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsEquality(IOperation operation) =>
        operation
            is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }
                or IInvocationOperation { TargetMethod.Name: "Equals" };

    /// <summary><c>if (known.Contains(name))</c></summary>
    private static bool IsAskedFor(IOperation operation)
    {
        if (operation is not IInvocationOperation { Instance: { } asked } || asked.Type?.SpecialType == SpecialType.System_String)
        {
            return false;
        }

        IOperation child = operation;
        while (child.Parent is IUnaryOperation or IBinaryOperation or IAwaitOperation or IParenthesizedOperation or IConversionOperation)
        {
            child = child.Parent;
        }

        return child.Parent is IConditionalOperation conditional && ReferenceEquals(conditional.Condition, child);
    }

    /// <summary><c>text != null</c>, <c>text != ""</c>, <c>text.Length != 0</c></summary>
    private static bool IsAbsence(IOperation equality) =>
        equality is IBinaryOperation { LeftOperand: { } left, RightOperand: { } right }
        && right.Unwrapped().ConstantValue is { HasValue: true, Value: var value }
        && (value is null or "" || (value is 0 && left.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Length" or "Count" }));

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
            .Concat(
                creation.Initializer?.Initializers.Select(static i =>
                    i switch
                    {
                        ISimpleAssignmentOperation assignment => assignment.Value,
                        // `Payload = { ["text"] = part }`
                        IMemberInitializerOperation member => member.Initializer,
                        _ => i,
                    }
                ) ?? []
            )
            .Where(v => !ReferenceEquals(v, key));
}
