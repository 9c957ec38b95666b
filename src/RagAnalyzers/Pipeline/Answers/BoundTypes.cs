using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A type parameter in; the types that visible code puts into its place, which may be type parameters again, out.</summary>
internal static class BoundTypes
{
    public static IEnumerable<ITypeSymbol> Of(Picture picture, ITypeParameterSymbol parameter) =>
        parameter switch
        {
            { DeclaringMethod: { } method } => picture
                .CallsThatRun(method)
                .Where(c => parameter.Ordinal < c.TargetMethod.TypeArguments.Length)
                .Select(c => c.TargetMethod.TypeArguments[parameter.Ordinal]),
            { DeclaringType: { } type } => picture
                .BodiesMentioning(type)
                .SelectMany(b => BodyIndex.Of(b).Creations)
                .Select(static c => c.Type)
                .OfType<INamedTypeSymbol>()
                .Where(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type))
                .Select(t => t.TypeArguments[parameter.Ordinal]),
            _ => Enumerable.Empty<ITypeSymbol>(),
        };
}
