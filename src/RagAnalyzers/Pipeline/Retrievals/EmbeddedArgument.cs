using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A text that is embedded by a method of the program: a service that several use, for documents as for questions.</summary>
/// <param name="Call">The call that hands the text over.</param>
/// <param name="Text">The text.</param>
/// <param name="Embedded">The call in that method which embeds it.</param>
/// <param name="Passed">What the text passes there before.</param>
internal sealed record EmbeddedArgument(
    IInvocationOperation Call,
    IOperation Text,
    EmbeddingCall Embedded,
    ImmutableHashSet<IOperation> Passed
)
{
    /// <summary>The texts that a body hands to such methods.</summary>
    public static IEnumerable<EmbeddedArgument> In(Body body) =>
        body.Picture.Mentions.NamesOf<EmbeddingFact>().Count == 0
            ? Enumerable.Empty<EmbeddedArgument>()
            : All(body.Picture)[body.Root.Syntax];

    private static ILookup<SyntaxNode, EmbeddedArgument> All(Picture picture) =>
        picture
            .Once(static p => new Lazy<ILookup<SyntaxNode, EmbeddedArgument>>(
                // Nothing is locked while other bodies are read: what is read twice is the same.
                () =>
                    p.BodiesMentioningAny(p.Mentions.NamesOf<EmbeddingFact>())
                        .SelectMany(static b => EmbeddingCall.In(b))
                        .SelectMany(static c => HandedTo(c))
                        .ToLookup(static a => a.Call.Root().Syntax),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value;

    private static IEnumerable<EmbeddedArgument> HandedTo(EmbeddingCall embedded)
    {
        if (embedded.Picture.MethodAround(embedded.Operation) is not { } method)
        {
            yield break;
        }

        foreach (var input in embedded.Input)
        {
            var passed = new HashSet<IOperation>();
            if (
                embedded.Picture.TraceWithinBody(input, FlowMode.Value, trail: passed)
                    is { IsTruncated: false, Origins: [{ Kind: OriginKind.Parameter, Path.IsEmpty: true, Symbol: IParameterSymbol text }] }
                && SymbolEqualityComparer.Default.Equals(text.ContainingSymbol, method)
            )
            {
                foreach (var call in embedded.Picture.CallsThatRun(method))
                {
                    if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == text.Ordinal)?.Value is { } value)
                    {
                        yield return new EmbeddedArgument(call, value, embedded, passed.ToImmutableHashSet());
                    }
                }
            }
        }
    }
}
