using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Keys;

/// <summary>What the value of a key does from one record to the next. What cannot be seen is neither fixed, nor new, nor counted.</summary>
internal static class KeyValue
{
    private const int MaximumDepth = 6;

    private static readonly ImmutableHashSet<string> PureTypes = ImmutableHashSet.Create(
        "System.String",
        "System.IO.Path",
        "System.Convert",
        "System.BitConverter",
        "System.Uri",
        "System.Text.Encoding",
        "System.Text.RegularExpressions.Regex",
        "System.Security.Cryptography.SHA256",
        "System.Security.Cryptography.SHA1",
        "System.Security.Cryptography.MD5",
        "System.MemoryExtensions",
        "System.Int32",
        "System.Int64",
        "System.Guid"
    );

    private static readonly ImmutableHashSet<string> FixedOwners = ImmutableHashSet.Create(
        "System.String",
        "System.Uri",
        "System.IO.FileInfo",
        "System.IO.FileSystemInfo",
        "System.IO.DirectoryInfo",
        "System.Collections.Generic.KeyValuePair"
    );

    private static readonly ImmutableHashSet<string> NewEachTime = ImmutableHashSet.Create(
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.IO.Path.GetRandomFileName",
        "System.IO.Path.GetTempFileName",
        "System.Random.Next",
        "System.Random.NextInt64"
    );

    /// <summary>The value is the same in every round.</summary>
    public static bool IsFixed(IOperation value, Repetition repetition, int depth = MaximumDepth)
    {
        bool Rest(IOperation? o) => o is null || IsFixed(o, repetition, depth - 1);

        if (depth == 0)
        {
            return false;
        }

        if (value.ConstantValue.HasValue)
        {
            return true;
        }

        switch (value)
        {
            case IConversionOperation conversion when IsPlain(conversion):
                return Rest(conversion.Operand);
            case IObjectCreationOperation made when Made(made) is { IsEmpty: false } parts:
                return parts.All(Rest);
            case IParenthesizedOperation parenthesized:
                return Rest(parenthesized.Operand);
            case IInterpolatedStringOperation text:
                return text.Parts.OfType<IInterpolationOperation>().All(p => Rest(p.Expression));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Rest(sum.LeftOperand) && Rest(sum.RightOperand);
            case ICoalesceOperation either:
                return Rest(either.Value) && Rest(either.WhenNull);
            case IInstanceReferenceOperation itself:
                return Rest(repetition.CalledOn(itself));
            case ILocalReferenceOperation { Local: var local }:
                return !repetition.Elements.Contains(local, SymbolEqualityComparer.Default)
                    && !repetition.Writes(local)
                    && (!repetition.Declares(local) || (repetition.InitializerOf(value, local) is { } initial && Rest(initial)));
            case IParameterReferenceOperation { Parameter: var parameter } when repetition.PassedFor(parameter) is { } passed:
                return !repetition.Writes(parameter) && Rest(passed);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return !repetition.Declares(parameter) && !repetition.Writes(parameter);
            case IFieldReferenceOperation { Field: { } field } member:
                return (field.IsReadOnly || IsTupleElement(field)) && Rest(member.Instance);
            case IPropertyReferenceOperation { Property: var property, Arguments.IsEmpty: true } member:
                return Stays(property, repetition) && Rest(member.Instance);
            case IInvocationOperation { TargetMethod: var method } call:
                return PureTypes.Contains(method.ContainingType.FullName())
                    && !NewEachTime.Contains($"{method.ContainingType.FullName()}.{method.Name}")
                    && Rest(call.Instance)
                    && call.Arguments.All(a => Rest(a.Value));
            default:
                return false;
        }
    }

    /// <summary>A part of the value is certainly another one each time that the program runs.</summary>
    public static bool IsNew(IOperation value, int depth = MaximumDepth)
    {
        bool Rest(IOperation? o) => o is not null && IsNew(o, depth - 1);

        return depth > 0
            && value switch
            {
                IConversionOperation conversion when IsPlain(conversion) => Rest(conversion.Operand),
                IObjectCreationOperation made => Made(made).Any(Rest),
                IParenthesizedOperation parenthesized => Rest(parenthesized.Operand),
                IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(p => Rest(p.Expression)),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Rest(sum.LeftOperand) || Rest(sum.RightOperand),
                ILocalReferenceOperation { Local: var local } => OnlyValueOf(value, local) is { } initial && Rest(initial),
                IPropertyReferenceOperation { Property.Name: "Ticks", Instance: IPropertyReferenceOperation { Property: var clock } } =>
                    clock is { Name: "Now" or "UtcNow", ContainingType.SpecialType: SpecialType.System_DateTime },
                IInvocationOperation { TargetMethod: var method } call => IsNewEachTime(method)
                    || (!method.IsInSource() && method.Name is "ToString" or "Replace" or "Substring" && Rest(call.Instance)),
                _ => false,
            };
    }

    /// <summary>The method gives another value each time that it is called.</summary>
    public static bool IsNewEachTime(IMethodSymbol method) =>
        !method.IsInSource() && NewEachTime.Contains($"{method.ContainingType.FullName()}.{method.Name}");

    /// <summary>
    /// The value is a number that counts the records, and constant text: of what the record is made it says nothing.
    /// </summary>
    public static bool IsCounter(IOperation value, Repetition repetition, int depth = MaximumDepth)
    {
        bool Rest(IOperation? o) => o is not null && IsCounter(o, repetition, depth - 1);

        bool OneOf(params IOperation[] parts) => parts.Any(Rest) && parts.All(p => p.ConstantValue.HasValue || Rest(p));

        return depth > 0
            && value switch
            {
                IConversionOperation conversion when IsPlain(conversion) => Rest(conversion.Operand),
                IObjectCreationOperation made => OneOf(Made(made).ToArray()),
                IParenthesizedOperation parenthesized => Rest(parenthesized.Operand),
                IInterpolatedStringOperation text => OneOf(
                    text.Parts.OfType<IInterpolationOperation>().Select(static p => p.Expression).ToArray()
                ),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => OneOf(sum.LeftOperand, sum.RightOperand),
                IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => Rest(instance),
                IIncrementOrDecrementOperation { Target: ILocalReferenceOperation or IFieldReferenceOperation } => true,
                ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } local } =>
                    repetition.Operation is IForLoopOperation && repetition.Elements.Contains(local, SymbolEqualityComparer.Default)
                        || (!repetition.Declares(local) && Counts(repetition, local)),
                ILocalReferenceOperation { Local: var local } => OnlyValueOf(value, local) is { } initial && Rest(initial),
                IParameterReferenceOperation { Parameter: var parameter } when repetition.PassedFor(parameter) is { } passed =>
                    !repetition.Writes(parameter) && Rest(passed),
                IParameterReferenceOperation { Parameter: { Ordinal: 1, Type.SpecialType: SpecialType.System_Int32 } index } =>
                    repetition.Elements.Contains(index, SymbolEqualityComparer.Default)
                        && repetition.Operation is IAnonymousFunctionOperation lambda
                        && lambda.ArgumentOf()?.Parent is IInvocationOperation { TargetMethod.Name: "Select" or "SelectMany" },
                _ => false,
            };
    }

    /// <summary>Nothing but the type changes; so it is with a library's conversions (<c>PointId id = Guid.NewGuid()</c>).</summary>
    private static bool IsPlain(IConversionOperation conversion) => conversion.OperatorMethod?.IsInSource() != true;

    /// <summary>What a library's key is made of: <c>new PointId { Uuid = id }</c>; nothing for other objects.</summary>
    private static ImmutableArray<IOperation> Made(IObjectCreationOperation creation) =>
        creation.Constructor?.IsInSource() != false
            ? ImmutableArray<IOperation>.Empty
            : creation
                .Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit)
                .Select(static a => a.Value)
                .Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(static a => a.Value) ?? [])
                .ToImmutableArray();

    private static bool Counts(Repetition repetition, ILocalSymbol local) =>
        repetition
            .Runs.OfType<IIncrementOrDecrementOperation>()
            .Any(i => i.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local));

    /// <summary>What a local is declared with, when nothing else is ever put into it.</summary>
    private static IOperation? OnlyValueOf(IOperation reference, ILocalSymbol local)
    {
        var root = Repetition.Of(reference.Root(), ImmutableArray<ISymbol>.Empty);
        return root.Writes(local) ? null : root.InitializerOf(reference, local);
    }

    private static bool IsTupleElement(IFieldSymbol field) => field.ContainingType.IsTupleType;

    /// <summary>The property of one object does not change while the rounds run.</summary>
    private static bool Stays(IPropertySymbol property, Repetition repetition) =>
        property.IsInSource()
            ? IsAuto(property) && (property.SetMethod is null or { IsInitOnly: true } || !MayChange(property, repetition))
            : FixedOwners.Contains(property.ContainingType.FullName());

    /// <summary>Something in the rounds sets the property, or hands its owner to code that might.</summary>
    private static bool MayChange(IPropertySymbol property, Repetition repetition) =>
        repetition.Writes(property)
        || repetition
            .Runs.OfType<IInvocationOperation>()
            .Any(c =>
                Owns(c.Instance?.Type, property)
                || c.Arguments.Any(a => Owns(a.Value.Unwrapped().Type, property) && c.TargetMethod.IsInSource())
            );

    private static bool Owns(ITypeSymbol? type, IPropertySymbol property) =>
        type.AndBaseTypes()
            .Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, property.ContainingType.OriginalDefinition));

    private static bool IsAuto(IPropertySymbol property) =>
        property
            .ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property))
        || property.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax);
}
