using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>
/// The places in a body that set the format of options which one model call gets, and nobody else, by that call. Each is followed once: to follow
/// all of them for each call takes the square of their number.
/// </summary>
internal static class AssignedFormats
{
    public static ILookup<IOperation, FormatAssignment> Of(Body body) =>
        body.Once(static b =>
            FormatAssignment
                .In(b)
                .Select(a => (Assignment: a, Calls: OptionsUses.Of(b.Picture, a, static (_, _) => true)))
                .Where(static u => u.Calls is { Count: 1 })
                .ToLookup(static u => (IOperation)u.Calls!.Single(), static u => u.Assignment)
        );
}
