using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Sdk;

/// <summary>The SDK tables resolved into the symbols of one compilation.</summary>
internal sealed class AiSdks
{
    private AiSdks()
    {
    }

    /// <summary>Resolves the tables, or returns false when the compilation references no AI SDK. Cached per compilation.</summary>
    public static bool TryCreate(Compilation compilation, [NotNullWhen(true)] out AiSdks? sdks)
    {
        sdks = null;
        return false;
    }

    /// <summary>
    /// The facts about a method, constructor, property or field: of the symbol itself, of what it was reduced from (extension
    /// methods), of what it overrides, or of the interface member it implements. Empty when the tables do not know it.
    /// </summary>
    public bool TryGetFact<TFact>(ISymbol symbol, [NotNullWhen(true)] out TFact? fact)
        where TFact : SdkFact
    {
        fact = null;
        return false;
    }
}
