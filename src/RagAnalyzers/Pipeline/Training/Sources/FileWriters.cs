using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Sources;

/// <summary>Finds what is written to a file or into a stream.</summary>
internal sealed class FileWriters
{
    private static readonly ImmutableArray<string> Writing = ImmutableArray.Create(
        "Download",
        "Save",
        "Export",
        "Write",
        "Serialize",
        "CopyTo",
        "Encode"
    );

    private readonly Picture _picture;

    public FileWriters(Picture picture) => _picture = picture;

    /// <summary>The argument says which file is meant.</summary>
    public static bool IsPath(IArgumentOperation argument) =>
        argument.Parameter
            is { Name: "path" or "fileName" or "filename" or "filePath" or "sourceFileName", Type.SpecialType: SpecialType.System_String };

    /// <summary>
    /// The values that are written to the file of that path, in its own body or in one that the path comes from; calls that fill the
    /// file stand for what they fetch. Empty when nothing is seen to be written.
    /// </summary>
    public ImmutableArray<IOperation> Of(IOperation path)
    {
        var trail = new HashSet<IOperation> { path };
        _picture.TraceWithinBody(path, FlowMode.Content, trail: trail);
        return trail.Select(BodyIndex.Of).Distinct().SelectMany(body => Of(path, body)).ToImmutableArray();
    }

    private ImmutableArray<IOperation> Of(IOperation path, BodyIndex body)
    {
        var written = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var (call, isFile) in WritersIn(body))
        {
            if (isFile)
            {
                written.AddRange(ByFile(call, path));
            }
            else if (call.Arguments.Any(a => IsString(a) && IsSameFile(path, a.Value)))
            {
                written.Add(call);
            }
        }

        foreach (var creation in body.Creations)
        {
            if (
                creation.Type?.FullName() is "System.IO.StreamWriter" or "System.IO.FileStream"
                && creation.Arguments.FirstOrDefault(IsPath) is { } argument
                && IsSameFile(path, argument.Value)
            )
            {
                written.AddRange(IntoOpened(creation));
            }
        }

        return written.ToImmutable();
    }

    /// <summary>The calls of a body that may write to a file, and whether they are those of <c>File</c>; listed once for all paths.</summary>
    private ImmutableArray<(IInvocationOperation Call, bool IsFile)> WritersIn(BodyIndex body) =>
        _picture
            .Once(static _ => new ConcurrentDictionary<BodyIndex, ImmutableArray<(IInvocationOperation, bool)>>())
            .GetOrAdd(
                body,
                b =>
                    b.Invocations.Where(c =>
                            !c.TargetMethod.IsInSource() && !_picture.Sdks.TryGetFact<FileUploadFact>(c.TargetMethod, out var _)
                        )
                        .Select(static c => (Call: c, IsFile: c.TargetMethod.ContainingType.HasFullName("System.IO.File")))
                        .Where(static w =>
                            w.IsFile ? !IsReading(w.Call.TargetMethod) : IsWriting(w.Call.TargetMethod) && w.Call.Arguments.Any(IsString)
                        )
                        .ToImmutableArray()
            );

    private static bool IsReading(IMethodSymbol method) =>
        method.Name.StartsWith("Read", StringComparison.Ordinal) || method.Name is "Exists" or "Delete";

    /// <summary>The values that calls put into the stream which a variable holds, when they take it as an argument.</summary>
    public IEnumerable<IOperation> IntoStream(ILocalReferenceOperation reference) => IntoStream(reference.Local, BodyIndex.Of(reference));

    /// <summary>The values that a library's object is loaded from: <c>page.LoadHtml(text)</c>.</summary>
    public static IEnumerable<IOperation> LoadedInto(ILocalReferenceOperation reference) =>
        reference.Local.Type.IsInSource()
            ? Enumerable.Empty<IOperation>()
            : BodyIndex
                .Of(reference)
                .Invocations.Where(c =>
                    !c.TargetMethod.IsInSource()
                    && c.TargetMethod.Name.StartsWith("Load", StringComparison.Ordinal)
                    && c.Instance is { } loaded
                    && IsReferenceTo(loaded, reference.Local)
                )
                .SelectMany(static c => c.Arguments.Where(static a => (a.Value.Type.IsText() || IsStream(a.Value.Type)) && !IsPath(a)))
                .Select(static a => a.Value);

    private static IEnumerable<IOperation> IntoStream(ILocalSymbol variable, BodyIndex body)
    {
        if (!IsStream(variable.Type))
        {
            yield break;
        }

        foreach (var call in body.Invocations)
        {
            if (
                !IsWriting(call.TargetMethod)
                || call.TargetMethod.IsInSource()
                || !call.Arguments.Any(a => IsReferenceTo(a.Value, variable))
            )
            {
                continue;
            }

            yield return call;
            foreach (var argument in call.Arguments.Where(a => !IsReferenceTo(a.Value, variable) && !IsString(a)))
            {
                yield return argument.Value;
            }

            if (call.Instance is { } instance && IsStream(instance.Type))
            {
                yield return instance;
            }
        }
    }

    private IEnumerable<IOperation> ByFile(IInvocationOperation call, IOperation path)
    {
        var name = call.TargetMethod.Name;
        if (name is "Copy" or "Move" or "Replace")
        {
            if (call.ArgumentNamed(name == "Replace" ? "destinationFileName" : "destFileName") is { } copy && IsSameFile(path, copy))
            {
                yield return call;
            }

            yield break;
        }

        if (call.ArgumentNamed("path") is not { } written || !IsSameFile(path, written))
        {
            yield break;
        }

        if (
            name.StartsWith("Write", StringComparison.Ordinal)
            || (name.StartsWith("Append", StringComparison.Ordinal) && name != "AppendText")
        )
        {
            foreach (
                var argument in call.Arguments.Where(a => !ReferenceEquals(a.Value, written) && a.ArgumentKind != ArgumentKind.DefaultValue)
            )
            {
                yield return argument.Value;
            }
        }
        else
        {
            foreach (var value in IntoOpened(call))
            {
                yield return value;
            }
        }
    }

    /// <summary>What is written to the stream or writer that an operation opens.</summary>
    private IEnumerable<IOperation> IntoOpened(IOperation opened) =>
        IntoOpened(opened, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <param name="passed">The variables that it has been followed into; in half-typed code a stream may wrap itself.</param>
    private IEnumerable<IOperation> IntoOpened(IOperation opened, HashSet<ISymbol> passed)
    {
        var use = NextUse.Of(opened);
        switch (use)
        {
            case { Operation: IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } wrapper } }:
                return IsStream(type) ? IntoOpened(wrapper, passed) : Enumerable.Empty<IOperation>();
            case { Operation: IAwaitOperation await }:
                return IntoOpened(await, passed);
            case { Operation: IVariableDeclaratorOperation or ISimpleAssignmentOperation, Into: ILocalSymbol variable }
                when passed.Add(variable):
                var body = BodyIndex.Of(opened);
                var wrappers = _picture.Tracer.Writes.WritesTo(variable, body).Where(static w => w.Kind == FlowWriteKind.Wrap);
                return _picture
                    .Tracer.ValuesPutInto(variable, body)
                    .Concat(IntoStream(variable, body))
                    .Concat(wrappers.SelectMany(w => IntoOpened(w.Value, passed)));
            default:
                return Enumerable.Empty<IOperation>();
        }
    }

    private bool IsSameFile(IOperation a, IOperation b) => FileIdentity.AreSame(_picture, a, b);

    private static bool IsWriting(IMethodSymbol method) => Writing.Any(w => method.Name.StartsWith(w, StringComparison.Ordinal));

    private static bool IsString(IArgumentOperation argument) => argument.Parameter?.Type.SpecialType == SpecialType.System_String;

    private static bool IsReferenceTo(IOperation value, ILocalSymbol variable) =>
        value.Unwrapped() is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable);

    private static bool IsStream(ITypeSymbol? type) =>
        type.AndBaseTypes()
            .Any(static t => t.FullName() is "System.IO.Stream" or "System.IO.TextWriter" or "System.Text.Json.Utf8JsonWriter");
}
