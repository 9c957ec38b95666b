using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// The part of the picture that one method body (or initializer, or top-level program) holds. It names nothing of what is found there: it
/// remembers what each room reads, when a rule first asks.
/// </summary>
internal sealed class Body
{
    private readonly BodyReadings _readings = new();
    private IOperation? _root;

    /// <param name="root">The root operation, or null where nothing has bound the body yet.</param>
    public Body(Picture picture, SyntaxNode syntax, IOperation? root)
    {
        Picture = picture;
        Syntax = syntax;
        _root = root;
    }

    public Picture Picture { get; }

    /// <summary>The declaration. Which names stand in it is told from here: most bodies name nothing that matters and are never bound.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The root operation; the body is bound when it is first asked for.</summary>
    /// <exception cref="UnboundBodyException">The compiler makes no operation of the declaration.</exception>
    public IOperation Root => _root ??= Picture.OperationOf(Syntax)?.Root() ?? throw new UnboundBodyException(Syntax);

    public BodyIndex Index => BodyIndex.Of(Root);

    /// <summary>What a room reads off the body, once.</summary>
    /// <param name="read">A static function; what it makes is kept for it.</param>
    public T Once<T>(Func<Body, T> read) => _readings.Once(this, read);

    /// <summary>
    /// The calls of this body to members with a meaning, in source order. A body that mentions no such name is not walked.
    /// </summary>
    public ImmutableArray<(IInvocationOperation Call, TFact Fact)> CallsWith<TFact>()
        where TFact : SdkFact
    {
        if (!Picture.Mentions.Any<TFact>(this))
        {
            return ImmutableArray<(IInvocationOperation Call, TFact Fact)>.Empty;
        }

        var calls = ImmutableArray.CreateBuilder<(IInvocationOperation Call, TFact Fact)>();
        foreach (var call in Index.Invocations)
        {
            if (Picture.TryGetFact<TFact>(call, out var fact))
            {
                calls.Add((call, fact));
            }
        }

        return calls.ToImmutable();
    }
}
