using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>One write to a variable, or into the object it holds.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Site">Where.</param>
/// <param name="Value">The value, or the call for <see cref="FlowWriteKind.Accumulate"/> and
/// <see cref="FlowWriteKind.OutArgument"/>.</param>
/// <param name="Target">The member path that is written; empty for the variable itself.</param>
/// <param name="Read">The member path read off the value (deconstruction and patterns).</param>
internal sealed record FlowWrite(FlowWriteKind Kind, IOperation Site, IOperation Value, AccessPath Target, AccessPath Read)
{
    /// <summary>The lambda, local function or root that it runs in.</summary>
    public IOperation Function { get; } = Site.EnclosingFunction();

    /// <summary>It writes what stands at the path, or something in it.</summary>
    public bool Concerns(AccessPath path) => path.After(Target) is not null || Target.After(path) is not null;
}

/// <summary>How a variable, or the object it holds, is written.</summary>
internal enum FlowWriteKind
{
    /// <summary>The old value is gone.</summary>
    Assign,

    /// <summary>The value is added to the old one (<c>+=</c>), or replaces it under a condition (<c>??=</c>).</summary>
    Add,

    /// <summary>A call puts values into the object.</summary>
    Accumulate,

    /// <summary>A call assigns it through an out or ref argument.</summary>
    OutArgument,

    /// <summary>The object goes where it may be changed unseen.</summary>
    Escape,

    /// <summary>Another object is made over it, and what is written to that one arrives here (a writer over a stream).</summary>
    Wrap,
}
