using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Keeps one semantic model for each file, and with it one tree of operations for each body. The driver drops its model of a file when it is
/// done with it; who asks later gets the file bound anew, with other objects for the same code, and what compares operations by reference
/// would depend on who came first.
/// </summary>
/// <remarks>
/// A model is kept as long as anybody holds one of its operations: without one, there is nothing to compare. Those that were asked for last
/// are held in any case, because the next file's rules will ask for them again, and to bind a body a second time costs more than all rules.
/// </remarks>
internal sealed class KeptModels
{
    /// <summary>So many files are held; what they take is let go with them.</summary>
    private const int MostHeld = 64;

    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> _models = new();
    private readonly Queue<SemanticModel> _held = new();
    private readonly Compilation _compilation;

    public KeptModels(Compilation compilation) => _compilation = compilation;

    /// <summary>The model of a file of the compilation.</summary>
    public SemanticModel Of(SyntaxTree tree)
    {
        var reference = _models.GetOrAdd(tree, static _ => new WeakReference<SemanticModel>(null!));
        if (reference.TryGetTarget(out var kept))
        {
            return kept;
        }

        lock (reference)
        {
            if (!reference.TryGetTarget(out kept))
            {
#pragma warning disable RS1030 // The driver's cached model is what is wanted, so that every other analyzer shares it.
                kept = _compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
                reference.SetTarget(kept);
                Hold(kept);
            }

            return kept;
        }
    }

    private void Hold(SemanticModel model)
    {
        lock (_held)
        {
            _held.Enqueue(model);
            if (_held.Count > MostHeld)
            {
                _held.Dequeue();
            }
        }
    }
}
