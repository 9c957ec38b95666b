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

    /// <summary>A rule may have a fix for each SDK; the one that was asked for is tried first.</summary>
    public static IEnumerable<RuleCodeFixProvider> InBulk(string id, RuleCodeFixProvider first) =>
        InBulk(id).Where(fix => fix.GetType() != first.GetType()).Prepend(first);

    public static IEnumerable<RuleCodeFixProvider> InBulk(string id) => All.Value.Where(fix => fix.FixableDiagnosticIds.Contains(id));
}
