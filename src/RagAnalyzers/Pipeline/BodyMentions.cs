using System.Collections.Generic;
using Microsoft.CodeAnalysis;
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
    private readonly AiSdks _sdks;
    private readonly CallMeanings _meanings;

    public BodyMentions(AiSdks sdks, CallMeanings meanings)
    {
        _sdks = sdks;
        _meanings = meanings;
    }

    /// <summary>The body calls, or constructs, something of that name; what it is bound to remains to be seen.</summary>
    public bool Any<TFact>(IOperation root)
        where TFact : SdkFact => IdentifierIndex.IsMentionedIn(root.Syntax, NamesOf<TFact>());

    /// <summary>The names of everything with this meaning.</summary>
    public HashSet<string> NamesOf<TFact>()
        where TFact : SdkFact => _meanings.Names<TFact>(_sdks.NamesWith<TFact>());
}
