using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A call or construction that turns text into a structure.</summary>
internal sealed record Parse(IOperation Operation, ParseFact Fact, ITypeSymbol Target)
{
    /// <summary>The text that is read.</summary>
    public IEnumerable<IOperation> Inputs => Fact.Input.Select(Operation.ArgumentNamed).OfType<IOperation>();

    /// <summary>The parses that stand in a body.</summary>
    public static ImmutableArray<Parse> In(Body body) => body.Once(static b => AllIn(b).RemoveAll(p => IsProbe(b.Picture, p.Operation)));

    /// <summary>Those and the parses that only probe whether a text is JSON.</summary>
    public static ImmutableArray<Parse> AllIn(Body body) =>
        body.Once(static b =>
            b.Picture.Mentions.Any<ParseFact>(b)
                ? b.Index.InvocationsAndCreations.Select(o => At(b.Picture, o)).OfType<Parse>().ToImmutableArray()
                : ImmutableArray<Parse>.Empty
        );

    private static Parse? At(Picture picture, IOperation operation) =>
        operation.CalledMethod() is { } method && picture.Sdks.TryGetFact<ParseFact>(method, out var fact)
            ? new Parse(operation, fact, ParseTarget.Of(operation, method, fact))
            : null;

    /// <summary>A parse whose result nobody looks at asks whether the text is JSON at all; it expects no shape.</summary>
    private static bool IsProbe(Picture picture, IOperation parse)
    {
        // What returns nothing fills its receiver or an argument.
        var result = parse;
        while (result.ParentOf(out _) is IAwaitOperation await)
        {
            result = await;
        }

        return !result.Type.IsNothing()
            && picture
                .UsesWithinBody.Of(parse, static use => use.Kind is not (UseKind.Same or UseKind.Assigned))
                .Reaches(static use => use.Kind != UseKind.ThrownAway && use is not { Kind: UseKind.Assigned, Into: ILocalSymbol })
                == Reach.Never;
    }
}
