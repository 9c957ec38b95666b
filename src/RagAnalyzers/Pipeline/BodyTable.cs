using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// The bodies of a compilation that somebody asked for, by their declarations. One lives as long as the model that binds it, with what was
/// read off it.
/// </summary>
internal sealed class BodyTable
{
    private readonly ConditionalWeakTable<SemanticModel, ConcurrentDictionary<SyntaxNode, Body>> _files = new();
    private readonly Picture _picture;

    public BodyTable(Picture picture) => _picture = picture;

    /// <summary>The body with a root.</summary>
    public Body Of(IOperation root)
    {
        if (root.SemanticModel is not { } model)
        {
            return new Body(_picture, root.Syntax, root);
        }

        var bodies = In(model);
        return bodies.TryGetValue(root.Syntax, out var known) ? known : bodies.GetOrAdd(root.Syntax, new Body(_picture, root.Syntax, root));
    }

    /// <summary>The body of a declaration, bound or not.</summary>
    public Body At(SyntaxNode declaration)
    {
        var bodies = In(_picture.SemanticModelOf(declaration.SyntaxTree));
        return bodies.TryGetValue(declaration, out var known)
            ? known
            : bodies.GetOrAdd(declaration, new Body(_picture, declaration, root: null));
    }

    private ConcurrentDictionary<SyntaxNode, Body> In(SemanticModel model) => _files.GetValue(model, static _ => new());
}
