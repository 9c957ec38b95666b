using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
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
            : AtSamePlace(operation, kept) ?? operation;
    }

    /// <summary>By the way there: several operations can stand for one place in the code, such as the conversions of one value.</summary>
    private static IOperation? AtSamePlace(IOperation operation, IOperation root)
    {
        var way = new Stack<int>();
        for (var at = operation; at.Parent is { } parent; at = parent)
        {
            way.Push(parent.ChildOperations.TakeWhile(sibling => !ReferenceEquals(sibling, at)).Count());
        }

        IOperation? found = root;
        while (way.Count > 0)
        {
            found = found?.ChildOperations.ElementAtOrDefault(way.Pop());
        }

        return found?.IsSameAs(operation) == true ? found : null;
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
