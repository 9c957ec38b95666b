using System.Collections.Generic;
using System.Linq;
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
        var last = calls;
        for (var step = 0; step < ArmReader.MaximumDepth && last.Count > 0; step++)
        {
            var mentioning = compilation.SyntaxTrees.Where(t => IdentifierIndex.MentionsAny(t, last)).ToList();
            var next = new HashSet<string>(mentioning.SelectMany(t => NamesAround.In(t, last, NamesAround.MethodOrProperty)));
            next.UnionWith(mentioning.SelectMany(t => NamesAround.In(t, last, TypeAround)));
            next.ExceptWith(names);
            names.UnionWith(next);
            last = next;
        }

        return names;
    }

    private static string? TypeAround(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
}
