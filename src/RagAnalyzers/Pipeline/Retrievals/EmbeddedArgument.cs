using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    public static IEnumerable<EmbeddedArgument> In(Body body)
    {
        var names = body.Picture.Mentions.NamesOf<EmbeddingFact>();
        return IdentifierIndex.IsMentionedIn(body.Syntax, NamesOfEmbeddingMethods(body.Picture))
            ? body
                .Index.Invocations.Where(static c => c.TargetMethod.IsInSource() && c.Arguments.Any(IsText))
                .SelectMany(c => RunBy(body.Picture, c, names).SelectMany(b => HandedTo(b, c)))
            : Enumerable.Empty<EmbeddedArgument>();
    }

    /// <summary>What embeds, and the methods of the compilation in which something of such a name stands.</summary>
    private static HashSet<string> NamesOfEmbeddingMethods(Picture picture) =>
        picture.Once(static p =>
        {
            var names = p.Mentions.NamesOf<EmbeddingFact>();
            return new HashSet<string>(
                names.Concat(p.Compilation.SyntaxTrees.SelectMany(t => NamesAround.In(t, names, NamesAround.MethodAround)))
            );
        });

    private static bool IsText(IArgumentOperation argument) =>
        argument is { Parameter: not null, Value.Type.SpecialType: SpecialType.System_String };

    /// <summary>The bodies that a call runs in which an embedding may be. What does not name one is not bound.</summary>
    private static IEnumerable<Body> RunBy(Picture picture, IInvocationOperation call, HashSet<string> names)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var bodies =
            method.IsAbstract
            || method.IsVirtual
            || method.DeclaringSyntaxReferences.Any(r => IdentifierIndex.IsMentionedIn(r.GetSyntax(), names))
                ? picture.Tracer.Bodies.BodiesOf(call.TargetMethod)
                : ImmutableArray<IOperation>.Empty;

        // Of several implementations nobody knows which one runs.
        return bodies is [var one] ? [picture.BodyOf(one)] : [];
    }

    private static IEnumerable<EmbeddedArgument> HandedTo(Body body, IInvocationOperation call)
    {
        foreach (var embedded in EmbeddingCall.In(body))
        {
            foreach (var input in embedded.Input)
            {
                var passed = new HashSet<IOperation>();
                if (
                    body.Picture.TraceWithinBody(input, FlowMode.Value, trail: passed)
                        is {
                            IsTruncated: false,
                            Origins: [{ Kind: OriginKind.Parameter, Path.IsEmpty: true, Symbol: IParameterSymbol text }]
                        }
                    && SymbolEqualityComparer.Default.Equals(text.ContainingSymbol, body.Picture.MethodAround(embedded.Operation))
                    && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == text.Ordinal)?.Value is { } value
                )
                {
                    yield return new EmbeddedArgument(call, value, embedded, passed.ToImmutableHashSet());
                }
            }
        }
    }
}
