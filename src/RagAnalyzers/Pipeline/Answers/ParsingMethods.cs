using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>Which methods of the compilation parse text that is passed to them, and which parameter it is.</summary>
internal sealed class ParsingMethods
{
    /// <summary>How many methods an answer may be handed on through before it is parsed.</summary>
    private const int MaximumDepth = 1;

    // Names by tree and set of parsers: a tree outlives compilations, the parsers' names do not change with it.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Candidates = new();

    private readonly Picture _picture;
    private readonly System.Lazy<HashSet<string>> _names;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<ParameterParse>> _parses = new(SymbolEqualityComparer.Default);

    private ParsingMethods(Picture picture)
    {
        _picture = picture;
        _names = new(() => Names(picture.Compilation), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public static ParsingMethods Of(Picture picture) => picture.Once(static p => new ParsingMethods(p));

    /// <summary>The body calls something that has the name of a method that may parse its parameters.</summary>
    public bool AreMentionedIn(IOperation root) => IdentifierIndex.IsMentionedIn(root.Syntax, _names.Value);

    /// <summary>
    /// The parses that a call's arguments reach; empty when the method is not of this compilation or has several implementations.
    /// </summary>
    public ImmutableArray<ParameterParse> Of(IMethodSymbol method) =>
        MayParse(method) ? _parses.GetOrAdd(method.OriginalDefinition, m => Find(m, MaximumDepth)) : ImmutableArray<ParameterParse>.Empty;

    private bool MayParse(IMethodSymbol method) =>
        method.IsInSource()
        && _names.Value.Contains(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name);

    private ImmutableArray<ParameterParse> Find(IMethodSymbol method, int depth)
    {
        if (method.MethodKind == MethodKind.LocalFunction || _picture.Tracer.Bodies.BodiesOf(method) is not { Length: 1 } bodies)
        {
            return ImmutableArray<ParameterParse>.Empty;
        }

        var here = AnswerUseReader
            .ParsesIn(_picture, bodies[0])
            .SelectMany(p =>
                AnswerUseReader
                    .Inputs(p.Operation, p.Fact)
                    .SelectMany(input => Reaching(input, AccessPath.Empty, p, p.Operation, null, bodies[0]))
            );
        var further =
            depth == 0 || !AreMentionedIn(bodies[0])
                ? Enumerable.Empty<ParameterParse>()
                : BodyIndex
                    .Of(bodies[0])
                    .Invocations.Where(c =>
                        MayParse(c.TargetMethod) && !SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method)
                    )
                    .SelectMany(c =>
                        Find(c.TargetMethod.OriginalDefinition, depth - 1)
                            .SelectMany(p =>
                                c.Arguments.Where(a => a.Parameter?.Ordinal == p.Ordinal)
                                    .SelectMany(a =>
                                        Reaching(
                                            a.Value,
                                            p.Path,
                                            p.Parse with
                                            {
                                                Target = AnswerUseReader.TargetFor(p.Parse.Target, c.TargetMethod),
                                            },
                                            c,
                                            p,
                                            bodies[0]
                                        )
                                    )
                            )
                    );
        return here.Concat(further).Distinct().ToImmutableArray();
    }

    /// <summary>The parameters of the method around a text that the text is the value of.</summary>
    private IEnumerable<ParameterParse> Reaching(
        IOperation text,
        AccessPath path,
        Parse parse,
        IOperation site,
        ParameterParse? inner,
        IOperation body
    ) =>
        _picture
            .TraceThroughLocalFunctions(text, FlowMode.Value, path)
            .Origins.Select(o => (Origin: o, Parameter: CallTracer.PassedParameter(o, body)))
            .Where(static p => p.Parameter is not null)
            .Select(p => new ParameterParse(p.Parameter!.Ordinal, p.Origin.Path, parse, site, inner));

    /// <summary>The names of methods that mention a parser, and of those that mention such a method, a few steps far.</summary>
    private HashSet<string> Names(Compilation compilation)
    {
        var names = new HashSet<string>(compilation.SyntaxTrees.SelectMany(CandidatesIn));
        NamesAround.Spread(names, names, MaximumDepth, compilation, MethodAround);
        return names;
    }

    private IEnumerable<string> CandidatesIn(SyntaxTree tree)
    {
        var parsers = _picture.Mentions.NamesOf<ParseFact>();
        return IdentifierIndex.MayMentionAny(tree, parsers)
            ? Candidates.GetValue(tree, t => new HashSet<string>(NamesAround.In(t, parsers, MethodAround)))
            : Enumerable.Empty<string>();
    }

    private static string? MethodAround(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            _ => null,
        };
}
