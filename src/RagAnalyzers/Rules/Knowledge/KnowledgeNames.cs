using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// Finds the names on the way of training data (variables, members, types, paths, queries) that say it is knowledge which changes.
/// </summary>
internal static class KnowledgeNames
{
    /// <summary>One sign for each name, in words for the message; a term counts once, however many names repeat it.</summary>
    public static ImmutableArray<string> SignsIn(TrainingData data, KnowledgeTerms knowledge)
    {
        var signs = ImmutableArray.CreateBuilder<string>();
        var known = new HashSet<string>();
        foreach (var name in data.Trail.SelectMany(NamesOf).Concat(data.FileNames.Concat(data.Addresses).Where(IsName)))
        {
            var terms = knowledge.In(name).ToList();
            if (terms.Count > 0 && !known.Overlaps(terms))
            {
                signs.Add($"the name '{name}'");
            }

            known.UnionWith(terms);
        }

        return signs.ToImmutable();
    }

    private static IEnumerable<string> NamesOf(IOperation operation)
    {
        var name = operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IFieldReferenceOperation field => field.Field.Name,
            IPropertyReferenceOperation { Property: var property } when property.IsInSource() => property.Name,
            _ => null,
        };
        return name is null
            ? Enumerable.Empty<string>()
            : TypesIn(operation.Type).Where(static t => t.IsInSource()).Select(static t => t.Name).Prepend(name);
    }

    /// <summary>The type and what it is a collection of, however wrapped.</summary>
    private static IEnumerable<ITypeSymbol> TypesIn(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => TypesIn(array.ElementType),
            INamedTypeSymbol { IsAnonymousType: false } named => named.TypeArguments.SelectMany(TypesIn).Prepend(named),
            _ => Enumerable.Empty<ITypeSymbol>(),
        };

    /// <summary>A path, a table, an address or a query; not the prose of a prompt and no piece of JSON.</summary>
    private static bool IsName(string text) =>
        text.Length is > 2 and < 300
        && (text.All(static c => char.IsLetterOrDigit(c) || "_-./\\:*?&=%~+@".IndexOf(c) >= 0) || IsQuery(text));

    private static bool IsQuery(string text)
    {
        var words = text.TrimStart();
        return words.StartsWith("select ", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("with ", StringComparison.OrdinalIgnoreCase);
    }
}
