using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>A file that a fine-tuning job is given: whether it is given one at all, and where its id comes from.</summary>
internal sealed class FileOfJob
{
    public static readonly FileOfJob Unknown = new(FilePresence.Unknown, static (_, _) => TraceResult.Truncated);
    public static readonly FileOfJob Absent = new(FilePresence.Absent, static (_, _) => TraceResult.Nothing);

    private readonly Func<FlowMode, ISet<IOperation>?, TraceResult> _trace;

    private FileOfJob(FilePresence presence, Func<FlowMode, ISet<IOperation>?, TraceResult> trace)
    {
        Presence = presence;
        _trace = trace;
    }

    public FilePresence Presence { get; }

    /// <summary>A file whose id is seen to be given.</summary>
    public static FileOfJob At(Func<FlowMode, ISet<IOperation>?, TraceResult> trace) => new(FilePresence.Given, trace);

    /// <summary>Where the id comes from.</summary>
    /// <param name="mode">By value alone, or also through what a response of the service is read into.</param>
    /// <param name="trail">Receives every operation that the trace passes before it leaves for other bodies.</param>
    public TraceResult Trace(FlowMode mode, ISet<IOperation>? trail = null) => _trace(mode, trail);
}
