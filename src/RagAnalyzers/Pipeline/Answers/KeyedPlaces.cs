using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read from another place of a collection than the one that an answer was put at: under another constant key of a
/// dictionary, at another position of an array, a list, a stack or a queue, in another one of several collections.
/// </summary>
internal static class KeyedPlaces
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(Picture picture, ICollection<IOperation> trail, ICollection<IOperation> way)
    {
        var reads = trail.Select(ReadPlaces.Of).OfType<KeyedPlace>().ToList();
        if (reads.Count == 0)
        {
            return false;
        }

        // A dictionary that is made of a sequence has its elements under keys, wherever they stood before.
        var keying = trail.Where(SelectedKeys.AreIn).OfType<IInvocationOperation>().ToList();
        var puts = (
            keying.Count > 0 ? keying.SelectMany(c => SelectedKeys.Of(c, way)) : way.SelectMany(o => PutPlaces.Of(o, way))
        ).ToList();
        return AreApart(static p => p.Inner is null)
            || puts.Select(static p => p.Inner)
                .OfType<ITypeSymbol>()
                .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
                .Any(inner => AreApart(p => SymbolEqualityComparer.Default.Equals(p.Inner, inner)));

        bool AreApart(Func<KeyedPlace, bool> isOfLevel)
        {
            var read = KeysOf(reads.Where(isOfLevel), trail);
            var put = KeysOf(puts.Where(isOfLevel), way);
            return read.Count > 0
                && put.Count > 0
                && !read.Contains(null)
                && !put.Contains(null)
                && read.TrueForAll(r => put.TrueForAll(p => PlaceKeys.AreApart(p!, r!)));
        }

        List<object?> KeysOf(IEnumerable<KeyedPlace> places, ICollection<IOperation> passed) =>
            places.SelectMany(p => p.Key is null ? new[] { p.Position } : PlaceKeys.Of(picture, p.Key, passed)).ToList();
    }
}
