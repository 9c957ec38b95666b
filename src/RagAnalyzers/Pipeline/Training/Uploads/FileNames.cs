using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Training.Requests;

namespace RagAnalyzers.Pipeline.Training.Uploads;

/// <summary>Reads how a file's name ends, where its path is put together in sight.</summary>
internal static class FileNames
{
    private const int MaximumSteps = 8;

    /// <summary>The constant texts that the path or name can end with; null when one of them cannot be seen.</summary>
    public static IReadOnlyCollection<string>? EndsOf(FileUpload upload, IOperation path)
    {
        var ends = new HashSet<string>(StringComparer.Ordinal);
        return Add(upload, path, ends, MaximumSteps) && ends.Count > 0 ? ends : null;
    }

    private static bool Add(FileUpload upload, IOperation path, ISet<string> ends, int steps)
    {
        if (steps == 0)
        {
            return false;
        }

        var last = Last(path.Unwrapped());
        if (TextShape.TextOf(last) is { } text)
        {
            ends.Add(text);
            return true;
        }

        if (!ReferenceEquals(last, path.Unwrapped()))
        {
            return Add(upload, last, ends, steps - 1);
        }

        // A variable: what it holds, the whole text where a piece of one was found.
        var trace = upload.Trace(last, FlowMode.Value);
        var values = trace.Origins.Select(static o => TextShape.WholeOf(o.Operation)).Distinct().ToList();
        return !trace.IsTruncated
            && values.Count > 0
            && !trace.Origins.Any(static o =>
                o.Kind is OriginKind.Parameter or OriginKind.State or OriginKind.StaticMember or OriginKind.Unknown or OriginKind.Creation
            )
            && values.TrueForAll(v => !ReferenceEquals(v, last) && Add(upload, v, ends, steps - 1));
    }

    /// <summary>The part of an expression that the path ends with; the expression itself when it has no parts.</summary>
    private static IOperation Last(IOperation path)
    {
        switch (path)
        {
            case IInvocationOperation { TargetMethod: { } method } call
                when method.ContainingType.HasFullName("System.IO.Path") && !method.IsInSource():
                var arguments = call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue).ToList();
                if (arguments.Count == 0 || method.Name is not ("Combine" or "Join" or "GetFullPath" or "GetFileName" or "ChangeExtension"))
                {
                    return path;
                }

                var last = method.Name is "GetFullPath" or "GetFileName" ? arguments[0].Value : arguments[arguments.Count - 1].Value;
                return last.Unwrapped() is IArrayCreationOperation { Initializer.ElementValues: [.., var element] } ? element : last;
            case IInterpolatedStringOperation or IBinaryOperation when TextShape.PiecesOf(path) is [.., var piece]:
                return piece;
            default:
                return path;
        }
    }
}
