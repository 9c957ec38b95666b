using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Branches;

/// <summary>
/// The names that one way of a branching has to mention in order to come to a model call: that of the call, of a method that it is in, of a
/// class that has such a method, and of what mentions those. Told before anything is bound, because most branchings have nothing to do with a model.
/// </summary>
internal static class ArmNames
{
    /// <summary>A body mentions such a name.</summary>
    public static bool AreIn(Body body) =>
        IdentifierIndex.IsMentionedIn(body.Syntax, body.Picture.Once(static p => Find(p.Mentions.NamesOf<ModelCallFact>(), p.Compilation)));

    private static HashSet<string> Find(HashSet<string> calls, Compilation compilation)
    {
        var names = new HashSet<string>(calls);
        NamesAround.Spread(names, calls, ArmReader.MaximumDepth, compilation, NamesAround.MethodOrProperty, TypeAround);
        return names;
    }

    private static string? TypeAround(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
}
