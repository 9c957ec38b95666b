using System;
using System.Collections.Generic;
using System.Linq;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>The fixes of this assembly: a rule's id in, those of its fixes out that may be applied in bulk.</summary>
internal static class RuleFixes
{
    private static readonly Lazy<IReadOnlyList<RuleCodeFixProvider>> All = new(() =>
        typeof(RuleFixes)
            .Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(RuleCodeFixProvider).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (RuleCodeFixProvider)Activator.CreateInstance(type)!)
            .Where(static fix => fix.IsSafeInBulk)
            .ToList()
    );

    public static IEnumerable<RuleCodeFixProvider> InBulk(string id) => All.Value.Where(fix => fix.FixableDiagnosticIds.Contains(id));
}
