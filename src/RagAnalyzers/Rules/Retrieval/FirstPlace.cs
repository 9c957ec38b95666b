using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>
/// One mistake that shows at several places of the compilation is one finding, at the first of them. Every file is analyzed by itself, so each
/// has to come to the same.
/// </summary>
internal static class FirstPlace
{
    /// <summary>The places in the order of their files and positions.</summary>
    public static IOrderedEnumerable<T> InOrder<T>(this IEnumerable<T> places, Func<T, IOperation> at) =>
        places.InOrder(static _ => false, at);

    /// <summary>The same, those that are to come last behind the others.</summary>
    public static IOrderedEnumerable<T> InOrder<T>(this IEnumerable<T> places, Func<T, bool> isLast, Func<T, IOperation> at) =>
        places.OrderBy(isLast).ThenBy(p => at(p).Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(p => at(p).Syntax.SpanStart);

    /// <summary>The place is the first of those in order; where they do not hold it, it is the only one.</summary>
    public static bool IsFirst<T>(this IReadOnlyList<T> inOrder, IOperation place, Func<T, IOperation> at) =>
        inOrder.Count == 0 || at(inOrder[0]).IsSameAs(place) || !inOrder.Any(p => at(p).IsSameAs(place));
}
