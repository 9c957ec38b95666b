using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Follows a text that was read off a parsed document by a member's name to the answer that was parsed: <c>GetProperty("mood").GetString()</c>.
/// </summary>
internal static class DocumentMembers
{
    /// <summary>How many calls may lead from the text to the document.</summary>
    private const int MaximumSteps = 8;

    /// <summary>The answers whose member a text is, of which a trace came to this origin.</summary>
    public static ImmutableArray<ComparedAnswer> Of(Body body, IOperation text, Origin origin)
    {
        var value = text;
        string? name = null;
        for (var step = 0; step < MaximumSteps; step++)
        {
            var parse = ParseAt(body.Picture, origin);
            var read = ReadAt(origin.Operation);
            if (parse is null && (read is null || !ReferenceEquals(read.Root(), body.Root)))
            {
                break;
            }

            if (name is null)
            {
                // Traced once more, for what is passed on the way; most texts are not of documents and do not come here.
                var trail = new HashSet<IOperation>();
                body.Picture.TraceWithinBody(value, FlowMode.Value, trail: trail);
                name = NameIn(trail.Append(origin.Operation));
            }

            if (parse is not null)
            {
                return name is null
                    ? ImmutableArray<ComparedAnswer>.Empty
                    : AnswerComparisonReader
                        .AnswersParsedBy(body, parse, origin)
                        .Select(p => p.Answer with { Member = name })
                        .ToImmutableArray();
            }

            value = read!;
            if (body.Picture.TraceThroughLocalFunctions(value, FlowMode.Value).Origins is not [{ } next])
            {
                break;
            }

            origin = next;
        }

        return ImmutableArray<ComparedAnswer>.Empty;
    }

    private static IInvocationOperation? ParseAt(Picture picture, Origin origin) =>
        origin is { Kind: OriginKind.Call, Path.IsEmpty: true, Operation: IInvocationOperation call }
        && picture.Sdks.TryGetFact<ParseFact>(call.TargetMethod, out var _)
            ? call
            : null;

    /// <summary>What a call reads its result off, when that is a part of a document.</summary>
    private static IOperation? ReadAt(IOperation operation)
    {
        var call = operation as IInvocationOperation ?? (operation as IArgumentOperation)?.Parent as IInvocationOperation;
        return call is { Instance: { } owner } && DocumentReads.IsDocument(owner.Type) ? owner : null;
    }

    /// <summary>The name of the member that is read last; null when none is, or two are.</summary>
    private static string? NameIn(IEnumerable<IOperation> passed)
    {
        var reads = passed
            .Distinct()
            .Select(static o => (Operation: o, Name: DocumentReads.NameReadBy(o)))
            .Where(static r => r.Name is not null)
            .ToList();
        var last = reads.Where(r => !reads.Any(o => o != r && o.Operation.Descendants().Contains(r.Operation))).ToList();
        return last is [{ Name: { } name }] ? name : null;
    }
}
