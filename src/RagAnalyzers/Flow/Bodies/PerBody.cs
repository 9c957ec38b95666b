using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// What is known of each body, by its root operation. It lives as long as the model that bound the root; one weak entry for each file, because
/// the runtime pays for every one of them at every collection.
/// </summary>
internal sealed class PerBody<T>
{
    private readonly ConditionalWeakTable<SemanticModel, ConcurrentDictionary<IOperation, T>> _files = new();
    private readonly Func<IOperation, T> _make;

    /// <param name="make">Makes what is known of the body with a root.</param>
    public PerBody(Func<IOperation, T> make) => _make = make;

    /// <summary>What is known of the body with a root: made once, as long as anybody holds an operation of its file.</summary>
    public T Of(IOperation root) =>
        root.SemanticModel is { } model ? _files.GetValue(model, static _ => new()).GetOrAdd(root, _make) : _make(root);
}
