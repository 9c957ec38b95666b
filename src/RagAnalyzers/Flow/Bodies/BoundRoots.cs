using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Keeps one tree of operations for each body. The driver drops its model of a file when it is done with it; who asks later gets the body
/// bound anew, with other objects for the same code, and what compares operations by reference would depend on who came first.
/// </summary>
/// <remarks>A tree is kept as long as anybody holds one of its operations: without one, there is nothing to compare.</remarks>
internal sealed class BoundRoots
{
    private readonly ConcurrentDictionary<(SyntaxNode, OperationKind), WeakReference<IOperation>> _roots = new();

    /// <summary>The operation at the same place in the tree that is kept for its body.</summary>
    public IOperation Kept(IOperation operation)
    {
        var root = operation.Root();
        var kept = KeptRoot(root);
        return ReferenceEquals(kept, root) ? operation
            : ReferenceEquals(operation, root) ? kept
            : kept.DescendantsAndSelf().FirstOrDefault(o => o.IsImplicit == operation.IsImplicit && o.IsSameAs(operation)) ?? operation;
    }

    private IOperation KeptRoot(IOperation root)
    {
        var reference = _roots.GetOrAdd((root.Syntax, root.Kind), _ => new WeakReference<IOperation>(root));
        lock (reference)
        {
            if (reference.TryGetTarget(out var kept))
            {
                return kept;
            }

            reference.SetTarget(root);
            return root;
        }
    }
}
