using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Which methods of the compilation parse text that is passed to them, and which parameter it is; and which methods and properties parse a
/// text that their object has.
/// </summary>
internal sealed class ParsingMethods
{
    /// <summary>How many methods a text may be handed on through before it is parsed, wherever it comes from.</summary>
    private const int NearDepth = 1;

    /// <summary>The same where answers of models are at hand. Texts are handed on everywhere, so only there it is worth the search.</summary>
    private const int FarDepth = 4;

    // Names by tree and set of parsers: a tree outlives compilations, the parsers' names do not change with it.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Candidates = new();

    private readonly Picture _picture;
    private readonly System.Lazy<HashSet<string>> _near;
    private readonly System.Lazy<HashSet<string>> _far;
    private readonly ConcurrentDictionary<(IMethodSymbol, int Depth), ImmutableArray<ParameterParse>> _parses = new();

    private ParsingMethods(Picture picture)
    {
        _picture = picture;
        _near = new(() => Names(picture.Compilation, NearDepth), LazyThreadSafetyMode.ExecutionAndPublication);
        _far = new(() => Names(picture.Compilation, FarDepth), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public static ParsingMethods Of(Picture picture) => picture.Once(static p => new ParsingMethods(p));

    /// <summary>The body calls something that has the name of a method that may parse its parameters.</summary>
    public bool AreMentionedIn(SyntaxNode body) =>
        IdentifierIndex.IsMentionedIn(body, AnsweringCode.Of(_picture).MayBeIn(body) ? _far.Value : _near.Value);

    /// <summary>
    /// The parses that the arguments of a call in a body reach, or the object that it is called on; empty when the method is not of this compilation or has several
    /// implementations.
    /// </summary>
    public ImmutableArray<ParameterParse> Of(IMethodSymbol method, SyntaxNode body) =>
        Of(method, AnsweringCode.Of(_picture).MayBeIn(body) ? FarDepth : NearDepth);

    /// <summary>The method parses a text that it is passed, or that its object has; who calls it is looked for only then.</summary>
    public bool MayBeGiven(IMethodSymbol method) => !Of(method, FarDepth).IsEmpty;

    private ImmutableArray<ParameterParse> Of(IMethodSymbol method, int depth) =>
        MayParse(method, depth)
            ? _parses.GetOrAdd((method.OriginalDefinition, depth), key => Find(key.Item1, key.Depth))
            : ImmutableArray<ParameterParse>.Empty;

    private bool MayParse(IMethodSymbol method, int depth) =>
        method.IsInSource()
        && (depth > NearDepth ? _far : _near).Value.Contains(
            method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : (method.AssociatedSymbol ?? method).Name
        );

    private ImmutableArray<ParameterParse> Find(IMethodSymbol method, int depth)
    {
        if (method.MethodKind == MethodKind.LocalFunction || _picture.Tracer.Bodies.BodiesOf(method) is not { Length: 1 } bodies)
        {
            return ImmutableArray<ParameterParse>.Empty;
        }

        var here = Parse
            .In(_picture.BodyOf(bodies[0]))
            .SelectMany(p => p.Inputs.SelectMany(input => Reaching(input, AccessPath.Empty, p, p.Operation, null, (method, bodies[0]))));
        var further =
            depth == 0 || !IdentifierIndex.IsMentionedIn(bodies[0].Syntax, (depth > NearDepth ? _far : _near).Value)
                ? Enumerable.Empty<ParameterParse>()
                : BodyIndex
                    .Of(bodies[0])
                    .Invocations.Where(c => !SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method))
                    .SelectMany(c => Of(c.TargetMethod, depth - 1).SelectMany(p => HandedOn(c, p, (method, bodies[0]))));
        return here.Concat(further).Distinct().ToImmutableArray();
    }

    private IEnumerable<ParameterParse> HandedOn(IInvocationOperation call, ParameterParse parse, (IMethodSymbol, IOperation) around) =>
        parse.GivenBy(call.Arguments, call.Instance) is { } given
            ? Reaching(
                given,
                parse.Path,
                parse.Parse with
                {
                    Target = ParseTarget.For(parse.Parse.Target, call.TargetMethod),
                },
                call,
                parse,
                around
            )
            : [];

    /// <summary>The parameters of the method around a text that the text is the value of, and the parts of its object.</summary>
    private IEnumerable<ParameterParse> Reaching(
        IOperation text,
        AccessPath path,
        Parse parse,
        IOperation site,
        ParameterParse? inner,
        (IMethodSymbol Method, IOperation Body) around
    )
    {
        foreach (var origin in _picture.TraceThroughLocalFunctions(text, FlowMode.Value, path).Origins)
        {
            if (PassedParameters.Of(origin, around.Body) is { } parameter)
            {
                yield return new ParameterParse(parameter.Ordinal, origin.Path, parse, site, inner);
            }
            else if (ObjectParts.At(origin, around.Method) is { } part)
            {
                yield return new ParameterParse(null, part, parse, site, inner);
            }
        }
    }

    /// <summary>The names of methods and properties that mention a parser, and of those that mention such a one, a few steps far.</summary>
    private HashSet<string> Names(Compilation compilation, int depth)
    {
        var names = new HashSet<string>(compilation.SyntaxTrees.SelectMany(CandidatesIn));
        NamesAround.Spread(names, names, depth, compilation, MemberAround);
        return names;
    }

    private IEnumerable<string> CandidatesIn(SyntaxTree tree)
    {
        var parsers = _picture.Mentions.NamesOf<ParseFact>();
        return IdentifierIndex.MentionsAnyOf(tree, parsers)
            ? Candidates.GetValue(tree, t => new HashSet<string>(NamesAround.In(t, parsers, MemberAround)))
            : Enumerable.Empty<string>();
    }

    private static string? MemberAround(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax constructor
            ? constructor.Identifier.ValueText
            : NamesAround.MethodOrProperty(token);
}
