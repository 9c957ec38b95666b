using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>
/// The one type of the user's from which a prompt takes the shape of the answer: it shows the model the type's schema, or its name.
/// </summary>
/// <param name="Type">The type.</param>
/// <param name="Export">The call that makes the schema, or null where the prompt has the name alone.</param>
internal sealed record EvidentTarget(INamedTypeSymbol Type, IInvocationOperation? Export)
{
    // Constants refer to constants; half-typed ones may do so in a circle.
    private const int DeepestConstant = 8;

    /// <summary>
    /// The target, or null when the prompt speaks of no type, of several, or of one that is not known before the program runs.
    /// </summary>
    public static EvidentTarget? Of(Picture picture, Prompt prompt)
    {
        var mentions = prompt
            .Parts.Where(static p => p.Role is not (PromptRole.Assistant or PromptRole.Tool) && p.FileText is null)
            .SelectMany(p => In(picture, p.Origin))
            .Distinct()
            .ToList();
        var exports = mentions.Select(static m => m.Export).OfType<IInvocationOperation>().Distinct().ToList();

        // Two schemas of one type may be made with different options.
        if (mentions.Count == 0 || exports.Count > 1 || mentions[0].Type is not INamedTypeSymbol type || !IsOfTheUsers(type))
        {
            return null;
        }

        return mentions.All(m => SymbolEqualityComparer.Default.Equals(m.Type, type))
            ? new EvidentTarget(type, exports.FirstOrDefault())
            : null;
    }

    /// <summary>The types that a piece of the prompt speaks of; a null among them is one that cannot be seen.</summary>
    private static IEnumerable<(ITypeSymbol? Type, IInvocationOperation? Export)> In(Picture picture, Origin origin)
    {
        switch (origin)
        {
            case { Kind: OriginKind.Constant }:
                return Named(picture, origin.Operation, depth: 0).Select(static t => (t, (IInvocationOperation?)null));
            case { Kind: OriginKind.Type, Symbol: ITypeSymbol type }
                when origin.Path.IsEmpty || (origin.Path.Head is "Name" or "FullName" && origin.Path.Rest.IsEmpty):
                return [(type, null)];
            case { Operation: IInvocationOperation export }
                when picture.Sdks.TryGetFact<SchemaExportFact>(export.TargetMethod, out var fact):
                return [(SchemaExport.TypeOf(new Route(picture, origin.Via), export, fact), export)];
            default:
                return [];
        }
    }

    /// <summary>The types whose names a constant text is made of: <c>nameof</c> leaves no other trace in it.</summary>
    private static IEnumerable<ITypeSymbol?> Named(Picture picture, IOperation constant, int depth)
    {
        if (depth > DeepestConstant)
        {
            return [];
        }

        return constant
            .DescendantsAndSelf()
            .SelectMany(o =>
                o switch
                {
                    INameOfOperation { Argument: { } argument }
                        when argument.SemanticModel?.GetSymbolInfo(argument.Syntax).Symbol is ITypeSymbol type => [type],
                    IFieldReferenceOperation { Field: { IsConst: true } field } => OfConstant(field),
                    ILocalReferenceOperation { Local: { IsConst: true } local } => OfConstant(local),
                    _ => [],
                }
            );

        IEnumerable<ITypeSymbol?> OfConstant(ISymbol symbol) =>
            picture.ValueOf(symbol) is { } value ? Named(picture, value, depth + 1) : [];
    }

    /// <summary>What the framework declares is no shape that a program asks a model for, and a type parameter no shape at all.</summary>
    private static bool IsOfTheUsers(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsUnboundGenericType: false }
        && !IsFrameworks(type.FullNamespace())
        && IsClosed(type);

    private static bool IsFrameworks(string space) =>
        space == "System"
        || space.StartsWith("System.", StringComparison.Ordinal)
        || space.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static bool IsClosed(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named => named.TypeArguments.All(IsClosed) && (named.ContainingType is not { } outer || IsClosed(outer)),
            IArrayTypeSymbol array => IsClosed(array.ElementType),
            _ => false,
        };
}
