using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// The names of methods and properties that may compare a text, themselves or by what they call. To look for a comparison in a method, and
/// for what the method is given, binds code; most methods compare nothing.
/// </summary>
internal sealed class ComparingNames
{
    // A tree outlives compilations, and what compares does not change.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Comparing = new();

    private static readonly HashSet<string> Tokens = [IdentifierIndex.Comparison, .. TextComparisons.Comparers];

    private readonly Compilation _compilation;
    private readonly Lazy<HashSet<string>>[] _names;

    private ComparingNames(Compilation compilation)
    {
        _compilation = compilation;
        _names = new Lazy<HashSet<string>>[ComparingMethods.MaximumDepth + 1];
        for (var depth = 0; depth < _names.Length; depth++)
        {
            var steps = depth;
            _names[depth] = new(() => Names(steps), LazyThreadSafetyMode.ExecutionAndPublication);
        }
    }

    public static ComparingNames Of(Picture picture) => picture.Once(static p => new ComparingNames(p.Compilation));

    /// <summary>A method or accessor may compare a text, or hand one on to what does, through so many methods at most.</summary>
    public bool MayCompare(IMethodSymbol method, int depth) => _names[depth].Value.Contains((method.AssociatedSymbol ?? method).Name);

    private HashSet<string> Names(int depth)
    {
        if (depth == 0)
        {
            return new HashSet<string>(
                _compilation
                    .SyntaxTrees.Where(static t => IdentifierIndex.MentionsAnyOf(t, Tokens))
                    .SelectMany(static t =>
                        Comparing.GetValue(t, static tree => new HashSet<string>(NamesAround.In(tree, Tokens, MemberComparing)))
                    )
            );
        }

        var nearer = _names[depth - 1].Value;
        var names = new HashSet<string>(nearer);
        NamesAround.Spread(
            names,
            depth == 1 ? nearer : new HashSet<string>(nearer.Except(_names[depth - 2].Value)),
            steps: 1,
            _compilation,
            NamesAround.MethodOrProperty
        );
        return names;
    }

    /// <summary>How many elements there are is asked everywhere; how often a pattern occurs, by a call.</summary>
    private static string? MemberComparing(SyntaxToken token) =>
        token.ValueText == "Count" && !token.GetNextToken().IsKind(SyntaxKind.OpenParenToken) ? null : NamesAround.MethodOrProperty(token);
}
