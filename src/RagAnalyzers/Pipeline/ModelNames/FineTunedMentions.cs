using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Pipeline.ModelNames;

/// <summary>
/// Whether the text of a compilation names a fine-tuned model anywhere, as far as names say so. Most name none, and then nothing more need
/// be asked.
/// </summary>
internal sealed class FineTunedMentions
{
    // Kept as long as the tree, so that an edit re-reads one file.
    private static readonly ConditionalWeakTable<SyntaxTree, object> Mentions = new();

    private readonly Lazy<bool> _any;

    private FineTunedMentions(Compilation compilation) =>
        _any = new(
            () => compilation.SyntaxTrees.Any(static t => (bool)Mentions.GetValue(t, static k => Mention(k))),
            LazyThreadSafetyMode.ExecutionAndPublication
        );

    public bool Any => _any.Value;

    public static FineTunedMentions Of(Picture picture) => picture.Once(static p => new FineTunedMentions(p.Compilation));

    private static bool Mention(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantTokens()
            .Any(static t =>
                (t.IsKind(SyntaxKind.IdentifierToken) && ModelName.IsCalledFineTuned(t.ValueText))
                || (t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText is "FineTune" or "FineTuneAsync")
                || (t.Value is string text && ModelName.IsFineTuned(text))
            );
}
