using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Keeps one semantic model for each file, and with it one tree of operations for each body. The driver drops its model of a file when it is
/// done with it; who asks later gets the file bound anew, with other objects for the same code, and what compares operations by reference
/// would depend on who came first.
/// </summary>
/// <remarks>A model is kept as long as anybody holds one of its operations: without one, there is nothing to compare.</remarks>
internal sealed class KeptModels
{
    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> _models = new();
    private readonly Compilation _compilation;

    public KeptModels(Compilation compilation) => _compilation = compilation;

    /// <summary>The model of a file of the compilation.</summary>
#pragma warning disable RS1030 // The driver's cached model is what is wanted, so that every other analyzer shares it.
    public SemanticModel Of(SyntaxTree tree) =>
        _models.TryGetValue(tree, out var reference) && reference.TryGetTarget(out var kept)
            ? kept
            : Keep(tree, _compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    /// <summary>An operation that somebody else bound, as the model that is kept for its file has it.</summary>
    public IOperation Kept(IOperation operation)
    {
        if (operation.SemanticModel is not { } model)
        {
            return operation;
        }

        var kept = Keep(operation.Syntax.SyntaxTree, model);
        if (ReferenceEquals(kept, model))
        {
            return operation;
        }

        var root = operation.Root();
        return kept.GetOperation(root.Syntax)?.Root() is { } same && same.Kind == root.Kind && same.Syntax == root.Syntax
            ? AtSamePlace(operation, same) ?? operation
            : operation;
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

    private SemanticModel Keep(SyntaxTree tree, SemanticModel model)
    {
        if (!_models.TryGetValue(tree, out var reference))
        {
            reference = _models.GetOrAdd(tree, new WeakReference<SemanticModel>(model));
        }

        lock (reference)
        {
            if (reference.TryGetTarget(out var kept))
            {
                return kept;
            }

            reference.SetTarget(model);
            return model;
        }
    }
}
