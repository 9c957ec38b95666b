using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>
/// Methods of the compilation that do nothing but return what retrievals find: their own ones, or those of such a method that they call. What they
/// make of the hits (a list, a text, objects of the code's own types) does not matter.
/// </summary>
internal sealed class RetrievingMethods
{
    /// <summary>A store, a service before it, and one before that.</summary>
    public const int MaximumLayers = 3;

    private readonly Picture _picture;
    private readonly ImmutableHashSet<string> _names;

    // By how many layers may be below: each method is read once, however often it is called.
    private readonly ImmutableArray<ConcurrentDictionary<ISymbol, Inside?>> _read = Enumerable
        .Range(0, MaximumLayers)
        .Select(static _ => new ConcurrentDictionary<ISymbol, Inside?>(SymbolEqualityComparer.Default))
        .ToImmutableArray();

    private RetrievingMethods(Picture picture)
    {
        _picture = picture;
        _names = NamesAroundRetrievals(picture);
    }

    /// <summary>The names that they may have; nothing is bound to find out.</summary>
    public static ImmutableHashSet<string> NamesIn(Picture picture) => In(picture)._names;

    /// <summary>What a call of such a method finds; null where it is none.</summary>
    /// <param name="body">The body of the call.</param>
    public static FoundPassages? At(Body body, IInvocationOperation call) => In(body.Picture).At(call, MaximumLayers);

    private static RetrievingMethods In(Picture picture) => picture.Once(static p => new RetrievingMethods(p));

    private FoundPassages? At(IInvocationOperation call, int layers)
    {
        var method = call.TargetMethod;
        if (!method.IsInSource() || method.ReturnsVoid)
        {
            return null;
        }

        return
            _read[layers - 1].GetOrAdd(method, m => Read((IMethodSymbol)m, layers)) is { } inside && !MayReturnAnswer(call, inside.Bodies)
            ? new FoundPassages(call, call.Arguments.Select(static a => a.Value).ToImmutableArray(), inside.Retrievals, inside.Part)
            : null;
    }

    /// <summary>What a method does nothing but return, or null.</summary>
    private Inside? Read(IMethodSymbol method, int layers)
    {
        var bodies = _picture.Tracer.Bodies.BodiesOf(method).Select(_picture.BodyOf).ToImmutableArray();
        var found = bodies.SelectMany(b => In(b, layers - 1)).Where(static f => f.Uses.Any(PassageEnd.Returned)).ToList();
        var parts = found.SelectMany(static f => f.Uses.At(PassageEnd.Returned)).Select(static u => u.Part).ToImmutableHashSet();
        return parts.Overlaps([PassagePart.Whole, PassagePart.Text, PassagePart.Name]) && found.All(static f => f.Uses.AreOnlyReturned)
            ? new Inside(
                bodies,
                found.SelectMany(static f => f.Retrievals).Distinct().ToImmutableArray(),
                parts.All(static p => p == PassagePart.Name) ? PassagePart.Name : PassagePart.Whole
            )
            : null;
    }

    private IEnumerable<FoundPassages> In(Body body, int layers)
    {
        var own = FoundPassages.OfRetrievalsIn(body);
        return layers == 0 || !IdentifierIndex.IsMentionedIn(body.Syntax, _names)
            ? own
            : own.Concat(
                body.Index.Invocations.Where(c => _names.Contains(c.TargetMethod.Name)).Select(c => At(c, layers)).OfType<FoundPassages>()
            );
    }

    /// <summary>
    /// What is returned with the passages, an answer say, may be all that is wanted. What an object is made of is not traced, so none may be asked
    /// for where it is made.
    /// </summary>
    private bool MayReturnAnswer(IInvocationOperation call, ImmutableArray<Body> bodies)
    {
        var origins = _picture.TraceWithinBody(call, FlowMode.Content).Origins;
        return origins.Any(o => o.Symbol is IMethodSymbol from && _picture.Sdks.TryGetFact<ModelCallFact>(from, out _))
            || (!origins.Any(o => Passages.AreAt(_picture, o)) && bodies.Any(_picture.Mentions.Any<ModelCallFact>));
    }

    /// <summary>
    /// Something that is called like a retrieval stands in a method of this name, or in one that calls something of such a name, a few layers
    /// deep.
    /// </summary>
    private static ImmutableHashSet<string> NamesAroundRetrievals(Picture picture)
    {
        var names = new HashSet<string>();
        var retrievals = new HashSet<string>(picture.Mentions.NamesOf<RetrievalFact>());
        NamesAround.Spread(names, retrievals, MaximumLayers, picture.Compilation, ReturningMethodAround);
        return names.ToImmutableHashSet();
    }

    private static string? ReturningMethodAround(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && !ReturnsNothing(method.ReturnType)
            ? method.Identifier.ValueText
            : null;

    private static bool ReturnsNothing(TypeSyntax type) =>
        type
            is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
                or IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" };

    /// <summary>What a method returns of what is found in it.</summary>
    private sealed record Inside(ImmutableArray<Body> Bodies, ImmutableArray<Retrieval> Retrievals, PassagePart Part);
}
