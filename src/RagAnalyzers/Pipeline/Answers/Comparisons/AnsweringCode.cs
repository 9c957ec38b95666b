using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Which bodies may hold a model's answer at all: those that mention a model call, or a method that mentions one, a few steps
/// far. Texts are compared everywhere, so only these bodies are looked at.
/// </summary>
internal sealed class AnsweringCode
{
    /// <summary>How many methods an answer may be handed up through.</summary>
    private const int MaximumSteps = 2;

    // Names by tree and set of calls: a tree outlives compilations, the names of the SDKs' calls do not change with it.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Callers = new();

    private readonly BodyMentions _mentions;
    private readonly Lazy<HashSet<string>> _names;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, bool> _beside = new();

    private AnsweringCode(Picture picture)
    {
        _mentions = picture.Mentions;
        _compilation = picture.Compilation;
        _names = new(Names, LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public static AnsweringCode Of(Picture picture) => picture.Once(static p => new AnsweringCode(p));

    /// <summary>The body may hold an answer.</summary>
    public bool MayBeIn(SyntaxNode body) => IdentifierIndex.IsMentionedIn(body, _names.Value);

    /// <summary>A body that may hold an answer may call a method of that name. To see which one it calls would cost a binding.</summary>
    public bool MayCall(string name) =>
        _beside.GetOrAdd(
            name,
            n =>
                _compilation
                    .SyntaxTrees.SelectMany(t => IdentifierIndex.Tokens(t, n))
                    .Select(static token => token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>())
                    .Select(static member => member is GlobalStatementSyntax ? member.Parent : member)
                    .OfType<SyntaxNode>()
                    .Any(member => IdentifierIndex.IsMentionedIn(member, _names.Value))
        );

    private HashSet<string> Names()
    {
        var calls = new HashSet<string>(_mentions.NamesOf<ModelCallFact>().Concat(_mentions.NamesOf<HandedAnswerFact>()));
        var callers = new HashSet<string>(
            _compilation
                .SyntaxTrees.Where(t => IdentifierIndex.MentionsAny(t, calls))
                .SelectMany(t =>
                    Callers.GetValue(t, tree => new HashSet<string>(NamesAround.In(tree, calls, NamesAround.MethodOrProperty)))
                )
        );
        var names = new HashSet<string>(calls);
        names.UnionWith(callers);
        NamesAround.Spread(names, callers, MaximumSteps, _compilation, NamesAround.MethodOrProperty);
        return names;
    }
}
