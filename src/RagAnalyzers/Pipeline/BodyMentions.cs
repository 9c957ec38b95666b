using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Which names of the SDK tables a body mentions at all. Reading tokens costs a fraction of walking operations, and most
/// bodies mention none; so they cost next to nothing.
/// </summary>
internal sealed class BodyMentions
{
    private readonly ConcurrentDictionary<Type, HashSet<string>> _names = new();
    private readonly AiSdks _sdks;

    public BodyMentions(AiSdks sdks) => _sdks = sdks;

    /// <summary>The body calls, or constructs, something of that name; what it is bound to remains to be seen.</summary>
    public bool Any<TFact>(IOperation root)
        where TFact : SdkFact
    {
        var names = _names.GetOrAdd(typeof(TFact), _ => new HashSet<string>(_sdks.SymbolsWith<TFact>().Select(NameOf), StringComparer.Ordinal));
        return names.Count > 0 && root.Syntax.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && names.Contains(t.ValueText));
    }

    private static string NameOf(ISymbol symbol)
        => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;
}
