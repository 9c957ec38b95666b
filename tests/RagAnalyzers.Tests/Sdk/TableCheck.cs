using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>
/// Compares tables with the real libraries. What comes out is one line for everything that a row names and no library has.
/// </summary>
internal static class TableCheck
{
    public static IEnumerable<string> Problems(ImmutableArray<SdkEntry> table, IReadOnlyCollection<Compilation> libraries)
    {
        for (var index = 0; index < table.Length; index++)
        {
            foreach (var problem in Problems(table[index], table.Take(index), libraries))
            {
                yield return $"{table[index].Type}.{table[index].Member} ({table[index].Fact.GetType().Name}): {problem}";
            }
        }
    }

    /// <summary>The types of this name in a compilation's references; there can be several.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesNamed(string metadataName, Compilation compilation) =>
        compilation
            .SourceModule.ReferencedAssemblySymbols.Select(assembly => SdkMembers.TypeNamed(metadataName, assembly))
            .OfType<INamedTypeSymbol>();

    private static IEnumerable<string> Problems(SdkEntry row, IEnumerable<SdkEntry> rowsBefore, IReadOnlyCollection<Compilation> libraries)
    {
        var types = libraries.SelectMany(library => TypesNamed(row.Type, library)).ToList();
        if (types.Count == 0)
        {
            return ["no such type"];
        }

        var members = types
            .SelectMany(type => type.GetMembers(row.Member))
            .Where(member => row.Arity is null || (member as IMethodSymbol)?.Arity == row.Arity)
            .ToList();
        if (members.Count == 0)
        {
            return ["no such member"];
        }

        var known = members.SelectMany(member => member.Parameters()).Select(parameter => parameter.Name).ToHashSet();
        var problems = ParametersOf(row.Fact).Where(name => !known.Contains(name)).Select(name => $"no parameter '{name}'").ToList();
        if (
            members.All(member =>
                member.DeclaredAccessibility != Accessibility.Public
                && !(row.Fact is HandedAnswerFact && (member.IsAbstract || member.IsVirtual))
            )
        )
        {
            problems.Add("not public");
        }

        if (!types.Any(type => Counts(row, rowsBefore, type)))
        {
            problems.Add("holds for no overload that an earlier row has not taken");
        }

        if (
            row.Fact is ResponseFormatFact { HoldsFormatIn: { } inner }
            && !members.OfType<IPropertySymbol>().Any(property => property.Type.GetMembers(inner).Any())
        )
        {
            problems.Add($"its value has no property '{inner}'");
        }

        if (row.Fact is FineTuningJobFact { Options: { } options } job)
        {
            var holders = members
                .SelectMany(member => member.Parameters())
                .Where(parameter => parameter.Name == options)
                .Select(parameter => parameter.Type);
            problems.AddRange(
                new[] { job.TrainingMember, job.ValidationMember }
                    .OfType<string>()
                    .Where(name => !holders.Any(holder => holder.GetMembers(name).OfType<IPropertySymbol>().Any()))
                    .Select(name => $"'{options}' has no property '{name}'")
            );
        }

        return problems;
    }

    private static IEnumerable<string> ParametersOf(SdkFact fact)
    {
        var names = new List<string>();
        fact.WithParameters(name =>
        {
            names.Add(name);
            return name;
        });
        return names;
    }

    /// <summary>The first row of a kind counts, so a row whose every overload has such a row before it is dead.</summary>
    private static bool Counts(SdkEntry row, IEnumerable<SdkEntry> rowsBefore, INamedTypeSymbol type)
    {
        var taken = rowsBefore
            .Where(before => before.Type == row.Type && before.Member == row.Member && before.Fact.GetType() == row.Fact.GetType())
            .SelectMany(before => SdkMembers.In(type, before))
            .Select(found => found.Member)
            .ToHashSet(SymbolEqualityComparer.Default);
        return SdkMembers.In(type, row).Any(found => !taken.Contains(found.Member));
    }
}
