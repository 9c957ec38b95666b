using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Whether code relies on which members an answer has: the type that it is parsed into says so, or they are read off a document by name.
/// </summary>
internal static class ExpectedShapes
{
    /// <summary>How many generic methods hand a type on to each other.</summary>
    private const int MaximumDepth = 3;

    private static readonly string[] Readers = { "GetString", "CopyString" };

    /// <summary>The parse expects members of certain names.</summary>
    public static bool AreOf(Picture picture, AnswerUse use) =>
        IsNamedBy(use.Target, p => IsBoundToShape(picture, p, MaximumDepth)) || (TakesAnything(use.Target) && AreReadByName(picture, use));

    /// <summary>The type says which members there are; a node, a document or a dictionary of texts takes whatever comes.</summary>
    public static bool IsNamedBy(ITypeSymbol target) => IsNamedBy(target, static _ => false);

    /// <summary>The members are up to the code that reads the result.</summary>
    public static bool TakesAnything(ITypeSymbol target) =>
        target.WithoutNull() switch
        {
            IArrayTypeSymbol array => TakesAnything(array.ElementType),
            IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object } => true,
            INamedTypeSymbol named => DocumentReads.IsDocument(named)
                || (IsCollection(named) && named.TypeArguments is [.., { } element] && TakesAnything(element)),
            _ => false,
        };

    private static bool IsNamedBy(ITypeSymbol target, Func<ITypeParameterSymbol, bool> isBound) =>
        target.WithoutNull() switch
        {
            IArrayTypeSymbol array => IsNamedBy(array.ElementType, isBound),
            ITypeParameterSymbol parameter => isBound(parameter),
            INamedTypeSymbol { SpecialType: not SpecialType.None } => false,
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named => IsCollection(named)
                ? named.TypeArguments is [.., { } element] && IsNamedBy(element, isBound)
                : !IsLibrary(named),
            _ => false,
        };

    /// <summary>Some visible code puts a type with members into the place of a type parameter.</summary>
    private static bool IsBoundToShape(Picture picture, ITypeParameterSymbol parameter, int depth) =>
        depth > 0
        && BoundTypes
            .Of(picture, parameter)
            .Any(t => IsNamedBy(t, p => !SymbolEqualityComparer.Default.Equals(p, parameter) && IsBoundToShape(picture, p, depth - 1)));

    private static bool AreReadByName(Picture picture, AnswerUse use) =>
        picture.Uses.Of(use.Parse.Operation, u => IsNamed(picture, u)).Uses.Any(u => IsNamed(picture, u.Use));

    private static bool IsNamed(Picture picture, ValueUse use) =>
        DocumentReads.NameReadBy(use.Operation) is { Length: > 0 }
        || (use is { Kind: UseKind.Read, Operation: IInvocationOperation read } && IsComparedName(picture, read))
        || (
            FurtherParse(use) is { } further
            && picture.Sdks.TryGetFact<ParseFact>(further.TargetMethod, out var fact)
            && IsNamedBy(ParseTarget.Of(further, further.TargetMethod, fact))
        );

    private static IInvocationOperation? FurtherParse(ValueUse use) =>
        use switch
        {
            { Kind: UseKind.Passed, Operation: IArgumentOperation { Parent: IInvocationOperation further } } => further,
            { Kind: UseKind.Read, Operation: IInvocationOperation further } => further,
            _ => null,
        };

    /// <summary>What a reader comes to is compared with a text: <c>switch (reader.GetString())</c>.</summary>
    private static bool IsComparedName(Picture picture, IInvocationOperation read) =>
        Readers.Contains(read.TargetMethod.Name)
        && read.TargetMethod.ContainingType.HasFullName("System.Text.Json.Utf8JsonReader")
        && picture
            .UsesWithinBody.Of(read)
            .Uses.Any(static u =>
                u.Use.Kind == UseKind.Tested
                && u.Use.Operation.DescendantsAndSelf()
                    .Any(static o => o.ConstantValue is { HasValue: true, Value: string { Length: > 0 } })
            );

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.FullNamespace().StartsWith("System.Collections", StringComparison.Ordinal);

    private static bool IsLibrary(INamedTypeSymbol type) =>
        type.FullNamespace() is var space
        && (
            space == "System"
            || space.StartsWith("System.", StringComparison.Ordinal)
            || space.StartsWith("Newtonsoft.", StringComparison.Ordinal)
            || space.StartsWith("YamlDotNet", StringComparison.Ordinal)
        );
}
