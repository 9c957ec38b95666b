using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>
/// A text as the key of a record: the text itself, or a Guid that is the same whenever the text is. The base class library makes none from a name,
/// so it is the beginning of the text's hash.
/// </summary>
internal sealed class KeyText
{
    private readonly ExpressionSyntax _key;
    private readonly Func<string, string> _write;
    private readonly TypeNames? _names;

    private KeyText(ExpressionSyntax key, Func<string, string> write, TypeNames? names) => (_key, _write, _names) = (key, write, names);

    /// <summary>The namespaces that the key needs.</summary>
    public IEnumerable<string> Imports => _names?.Imports ?? [];

    /// <summary>How keys of the type are written where the key stands; null for any type but a text and a Guid.</summary>
    public static KeyText? For(ExpressionSyntax key, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(key, cancellationToken).Type;
        if (type?.SpecialType == SpecialType.System_String)
        {
            return new KeyText(key, static text => text, names: null);
        }

        var compilation = model.Compilation;
        if (
            type is not INamedTypeSymbol guid
            || !SymbolEqualityComparer.Default.Equals(guid, compilation.GetTypeByMetadataName("System.Guid"))
            || compilation.GetTypeByMetadataName("System.Security.Cryptography.SHA256") is not { } hash
            || compilation.GetTypeByMetadataName("System.Text.Encoding") is not { } encoding
        )
        {
            return null;
        }

        var names = new TypeNames(model, key.SpanStart);
        var (made, hashed, encoded) = (names.Of(guid), names.Of(hash), names.Of(encoding));
        return new KeyText(key, text => $"new {made}({hashed}.HashData({encoded}.UTF8.GetBytes({text})).AsSpan(0, 16))", names);
    }

    public ExpressionSyntax Of(string text) => SyntaxFactory.ParseExpression(_write(text)).WithTriviaFrom(_key);
}
