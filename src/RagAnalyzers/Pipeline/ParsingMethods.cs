using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>Which methods of the compilation parse text that is passed to them, and which parameter it is.</summary>
internal sealed class ParsingMethods
{
    // Names by tree and set of parsers: a tree outlives compilations, the parsers' names do not change with it.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Candidates = new();

    private readonly PipelineModel _model;
    private readonly System.Lazy<HashSet<string>> _names;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<ParameterParse>> _parses = new(SymbolEqualityComparer.Default);

    public ParsingMethods(PipelineModel model, Compilation compilation)
    {
        _model = model;
        _names = new(() => new HashSet<string>(compilation.SyntaxTrees.SelectMany(CandidatesIn)), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>The body calls something that has the name of a method that may parse its parameters.</summary>
    public bool AreMentionedIn(IOperation root)
        => IdentifierIndex.IsMentionedIn(root.Syntax, _names.Value);

    /// <summary>The parses that a call's arguments reach; empty when the method is not of this compilation or has several implementations.</summary>
    public ImmutableArray<ParameterParse> Of(IMethodSymbol method)
        => method.IsInSource() && _names.Value.Contains(method.Name)
            ? _parses.GetOrAdd(method.OriginalDefinition, Find)
            : ImmutableArray<ParameterParse>.Empty;

    private ImmutableArray<ParameterParse> Find(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction || _model.Tracer.Bodies.BodiesOf(method) is not { Length: 1 } bodies)
            return ImmutableArray<ParameterParse>.Empty;
        return AnswerUseReader.ParsesIn(_model, bodies[0])
            .SelectMany(p => AnswerUseReader.Inputs(p.Operation, p.Fact).SelectMany(input => _model.Tracer.Trace(input, FlowMode.Value).Origins)
                .Where(static o => o is { Kind: OriginKind.Parameter, Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.Constructor) } } })
                .Select(o => new ParameterParse(((IParameterSymbol)o.Symbol!).Ordinal, o.Path, p)))
            .Distinct()
            .ToImmutableArray();
    }

    private IEnumerable<string> CandidatesIn(SyntaxTree tree)
    {
        var parsers = _model.Mentions.NamesOf<ParseFact>();
        return IdentifierIndex.MayMentionAny(tree, parsers)
            ? Candidates.GetValue(tree, t => new HashSet<string>(t.GetRoot().DescendantTokens()
                .Where(k => k.IsKind(SyntaxKind.IdentifierToken) && parsers.Contains(k.ValueText))
                .Select(static k => k.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText)
                .OfType<string>()))
            : Enumerable.Empty<string>();
    }
}
