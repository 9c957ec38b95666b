using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Which names of the SDK tables a body mentions at all. Reading tokens costs a fraction of walking operations, and most
/// bodies mention none; so they cost next to nothing.
/// </summary>
internal sealed class BodyMentions
{
    private readonly ConcurrentDictionary<Type, bool> _anywhere = new();
    private readonly AiSdks _sdks;
    private readonly CallMeanings _meanings;
    private readonly Compilation _compilation;

    public BodyMentions(AiSdks sdks, CallMeanings meanings, Compilation compilation)
    {
        _compilation = compilation;
        _sdks = sdks;
        _meanings = meanings;
    }

    /// <summary>The body calls, or constructs, something of that name; what it is bound to remains to be seen.</summary>
    public bool Any<TFact>(Body body)
        where TFact : SdkFact => Anywhere<TFact>() && IdentifierIndex.IsMentionedIn(DeclaredBodies.WithHead(body.Syntax), NamesOf<TFact>());

    /// <summary>Something of that name stands anywhere in the compilation; most compilations have no use for most of the tables.</summary>
    public bool Anywhere<TFact>()
        where TFact : SdkFact =>
        _anywhere.TryGetValue(typeof(TFact), out var known) ? known : _anywhere.GetOrAdd(typeof(TFact), AreAnywhere(NamesOf<TFact>()));

    private bool AreAnywhere(HashSet<string> names) =>
        names.Count > 0 && _compilation.SyntaxTrees.Any(t => IdentifierIndex.MentionsAnyOf(t, names));

    /// <summary>The names of everything with this meaning.</summary>
    public HashSet<string> NamesOf<TFact>()
        where TFact : SdkFact => _meanings.Names<TFact>(_sdks.NamesWith<TFact>());
}
