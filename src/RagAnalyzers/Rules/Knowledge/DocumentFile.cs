using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>A document file of a fixed name that is read whole: at once, through a reader or a stream, or from a store of blobs.</summary>
internal static class DocumentFile
{
    /// <summary>Files that hold a part of the prompt itself, or what was said before.</summary>
    private static readonly ImmutableArray<string> PromptFiles = ImmutableArray.Create(
        "prompt",
        "instruction",
        "system",
        "template",
        "persona",
        "example",
        "skill",
        "question",
        "input",
        "guideline",
        "rules",
        "style",
        "role",
        "behavior",
        "behaviour",
        "character",
        "memory",
        "memories",
        "conversation",
        "schema"
    );

    /// <summary>The parts of a download that are all of what is downloaded.</summary>
    private static readonly ImmutableHashSet<string> Downloaded = ImmutableHashSet.Create("Value", "Content");

    /// <summary>The name of the document file whose text an origin is, or null when the text comes from elsewhere.</summary>
    public static string? ReadAt(Picture picture, Origin origin)
    {
        if (origin is not { Kind: OriginKind.Call, Operation: var read, Symbol: IMethodSymbol method } || method.IsInSource())
        {
            return null;
        }

        var isRead =
            origin.Path.IsEmpty && (FileReads.ReadText(method) || FileReads.Open(method) && IsReadToEnd(picture, read))
            || IsDownload(method) && IsAll(origin.Path);
        var route = new Route(picture, origin.Via);
        var names = isRead
            ? Names(route, read.PassedArguments().FirstOrDefault()?.Value)
                .Concat(Names(route, (read as IInvocationOperation)?.Instance))
                .ToList()
            : new List<string>();
        return names.Exists(static n => PromptFiles.Any(p => n.IndexOf(p, StringComparison.OrdinalIgnoreCase) >= 0))
            ? null
            : names.LastOrDefault(static n => DocumentSources.IsDocumentFile(n) && !IsExtension(n));
    }

    /// <summary>What <c>$"{name}.md"</c> says of a file is no name.</summary>
    private static bool IsExtension(string name) => name.LastIndexOf('.') == 0;

    private static bool IsDownload(IMethodSymbol method) =>
        method.Name.StartsWith("DownloadContent", StringComparison.Ordinal) && DocumentSources.IsDocumentStore(method);

    private static bool IsAll(AccessPath path) => path.IsEmpty || (Downloaded.Contains(path.Head) && IsAll(path.Rest));

    /// <summary>Where the file is opened, somebody reads all of it, and nobody line by line.</summary>
    private static bool IsReadToEnd(Picture picture, IOperation opened)
    {
        var calls = picture.BodyOf(opened).Index.Invocations;
        return calls.Any(static c => c.TargetMethod.Name is "ReadToEnd" or "ReadToEndAsync")
            && !calls.Any(static c => c.TargetMethod.Name is "ReadLine" or "ReadLineAsync");
    }

    /// <summary>The texts that a path is put together of, or that what is read was named with.</summary>
    private static IEnumerable<string> Names(Route route, IOperation? from) =>
        from is null
            ? Enumerable.Empty<string>()
            : route
                .TraceThroughCallers(from, FlowMode.Content)
                .Origins.SelectMany(static o =>
                    o.Kind == OriginKind.Constant ? new[] { o.Operation } : o.Operation.PassedArguments().Select(static a => a.Value)
                )
                .Select(static o => o.ConstantValue.Value as string)
                .OfType<string>();
}
