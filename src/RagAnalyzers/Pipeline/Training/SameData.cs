using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Training.Uploads;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>
/// Finds out whether a job is certainly trained and validated on the same data: one file for both, or one source uploaded twice.
/// </summary>
internal static class SameData
{
    /// <summary>What both are, in words for a message; null when they differ or cannot be seen.</summary>
    public static string? In(FineTuningJob job)
    {
        if (job.TrainingFile.Presence != FilePresence.Given || job.ValidationFile.Presence != FilePresence.Given)
        {
            return null;
        }

        return OneFile(job) ?? OneSource(job);
    }

    private static string? OneFile(FineTuningJob job)
    {
        var trail = new HashSet<IOperation>();
        if (
            Only(job.TrainingFile.Trace(FlowMode.Value, trail)) is not { } training
            || Only(job.ValidationFile.Trace(FlowMode.Value, trail)) is not { } validation
        )
        {
            return null;
        }

        if (training.Kind == OriginKind.Constant && validation.Kind == OriginKind.Constant)
        {
            return Text(training) is { Length: > 0 } id && id == Text(validation) ? $"the file '{id}'" : null;
        }

        // Elements of one collection have the same origin and are different files.
        if (
            trail.Any(IsElement)
            || training.Kind != validation.Kind
            || !training.Path.Equals(validation.Path)
            || !Equals(training.Via, validation.Via)
        )
        {
            return null;
        }

        return training.Kind switch
        {
            OriginKind.Source or OriginKind.Call when ReferenceEquals(training.Operation, validation.Operation) && RunsOnce(training) =>
                NameOf(job) ?? $"what '{training.Symbol?.Name}' returned",
            OriginKind.Parameter or OriginKind.State when AreOneVariable(training, validation) => $"'{training.Symbol!.Name}'",
            _ => null,
        };
    }

    /// <summary>The same path, or the same content, is uploaded twice.</summary>
    private static string? OneSource(FineTuningJob job)
    {
        if (job.TrainingUploads is not [var training] || job.ValidationUploads is not [var validation])
        {
            return null;
        }

        var (paths, others) = (PathsOf(training), PathsOf(validation));
        if (paths.IsEmpty != others.IsEmpty)
        {
            return null;
        }

        if (paths.IsEmpty)
        {
            return OneVariable(training, validation, training.Content, validation.Content);
        }

        return Constants(training, paths) is { } path && Constants(validation, others) is { } other && path.SequenceEqual(other)
            ? $"the file '{string.Join("/", path)}' is uploaded twice"
            : OneVariable(training, validation, paths, others);
    }

    /// <summary>What says which file is uploaded, be it by its path or as a stream of it; empty where it is no file that is seen to be read.</summary>
    private static ImmutableArray<IOperation> PathsOf(FileUpload upload) =>
        upload.Content.IsEmpty ? upload.Paths
        : upload.Content is [var content]
        && Only(upload.TraceWithinBody(content, new HashSet<IOperation>())) is { Path.IsEmpty: true, Operation: var read }
        && PathOf(read) is { } path
            ? ImmutableArray.Create(path)
        : ImmutableArray<IOperation>.Empty;

    private static IOperation? PathOf(IOperation read) =>
        read switch
        {
            IInvocationOperation { TargetMethod.ContainingType: var type } call when type.HasFullName("System.IO.File") =>
                call.ArgumentNamed("path"),
            IObjectCreationOperation { Type: var type } stream when type.HasFullName("System.IO.FileStream") => stream.ArgumentNamed(
                "path"
            ),
            _ => null,
        };

    private static string? OneVariable(
        FileUpload training,
        FileUpload validation,
        ImmutableArray<IOperation> a,
        ImmutableArray<IOperation> b
    )
    {
        if (a.Length != 1 || b.Length != 1)
        {
            return null;
        }

        if (training.Via is not null && validation.Via is not null)
        {
            return PassedTwice(training, validation, a[0], b[0]);
        }

        if (
            training.Via is not null
            || validation.Via is not null
            || ReferenceEquals(training.Operation, validation.Operation)
            || !ReferenceEquals(training.Operation.Root(), validation.Operation.Root())
            || a[0].LocalOrParameter() is not { } variable
            || !SymbolEqualityComparer.Default.Equals(variable, b[0].LocalOrParameter())
        )
        {
            return null;
        }

        return IsWrittenOnce(variable, training.WritesTo(variable, training.Operation)) ? $"'{variable.Name}' is uploaded twice" : null;
    }

    /// <summary>One variable of the job's own body, which a helper is given for both uploads.</summary>
    private static string? PassedTwice(FileUpload training, FileUpload validation, IOperation a, IOperation b) =>
        PassedFor(training, a) is { } first
        && PassedFor(validation, b) is { } second
        && !ReferenceEquals(first, second)
        && ReferenceEquals(first.Root(), second.Root())
        && first.LocalOrParameter() is { } variable
        && SymbolEqualityComparer.Default.Equals(variable, second.LocalOrParameter())
        && IsWrittenOnce(variable, training.WritesTo(variable, first))
            ? $"'{variable.Name}' is uploaded twice"
            : null;

    /// <summary>What the one call that leads to the upload passes for the parameter that a value of the upload is; null when it is none.</summary>
    private static IOperation? PassedFor(FileUpload upload, IOperation value)
    {
        var trail = new HashSet<IOperation>();
        return
            upload.Via is { Inner: null, Call: IInvocationOperation call }
            && Only(upload.TraceWithinBody(value, trail)) is { Kind: OriginKind.Parameter, Path.IsEmpty: true } origin
            && !trail.Any(IsElement)
            && origin.Symbol is IParameterSymbol parameter
            ? call.Arguments.FirstOrDefault(p => p.Parameter?.Ordinal == parameter.Ordinal)?.Value
            : null;
    }

    private static bool IsWrittenOnce(ISymbol variable, int writes) => writes <= (variable is ILocalSymbol ? 1 : 0);

    private static Origin? Only(TraceResult trace) => !trace.IsTruncated && trace.Origins.Length == 1 ? trace.Origins[0] : null;

    private static string? Text(Origin origin) => origin.Operation.ConstantValue.Value as string;

    private static bool AreOneVariable(Origin a, Origin b) =>
        a.Symbol is { } symbol
        && SymbolEqualityComparer.Default.Equals(symbol, b.Symbol)
        && ReferenceEquals(a.Operation.Root(), b.Operation.Root())
        && (symbol as IParameterSymbol)?.Type is not IArrayTypeSymbol;

    /// <summary>In a loop or a lambda, one call makes several files.</summary>
    private static bool RunsOnce(Origin origin)
    {
        for (var o = origin.Operation; o is not null; o = o.Parent)
        {
            if (o is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsElement(IOperation operation) =>
        operation
            is IArrayElementReferenceOperation
                or IImplicitIndexerReferenceOperation
                or IPropertyReferenceOperation { Arguments.IsEmpty: false }
                or IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" };

    private static string? NameOf(FineTuningJob job) =>
        job.TrainingUploads is [{ Paths: [var path] } upload] && FileNames.EndsOf(upload, path) is { Count: 1 } ends
            ? $"the file '{ends.First()}'"
            : null;

    /// <summary>The pieces of a path that is constant through and through; null for any other.</summary>
    private static List<string>? Constants(FileUpload upload, ImmutableArray<IOperation> values)
    {
        var origins = values.SelectMany(v => upload.Trace(v, FlowMode.Content).Origins).ToList();
        return origins.Count > 0 && origins.TrueForAll(static o => o.Kind == OriginKind.Constant && Text(o) is not null)
            ? origins.ConvertAll(static o => Text(o)!)
            : null;
    }
}
