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
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>What shows that an embedded text is a whole document: a file that was read, all pages of a PDF, a member that is called so.</summary>
internal static class WholeDocument
{
    private const string Upload = "Microsoft.AspNetCore.Http.IFormFile";
    private const string Pdf = "UglyToad.PdfPig";

    private static readonly ImmutableHashSet<string> WholeTexts = ImmutableHashSet.Create(
        "FullText",
        "RawText",
        "FullContent",
        "RawContent"
    );

    /// <summary>A document in the words of a search service is what was cut already.</summary>
    private static readonly ImmutableHashSet<string> Pieces = ImmutableHashSet.Create(
        "chunk",
        "passage",
        "section",
        "paragraph",
        "page",
        "search",
        "index",
        "indexed",
        "vector",
        "memory"
    );

    /// <summary>The elements that hold all there is of a Word file or a web page.</summary>
    private static readonly ImmutableHashSet<string> WholeElements = ImmutableHashSet.Create("Body", "Document", "DocumentNode");

    /// <summary>What the message calls the document; null when nothing shows that the text is one, or it was cut.</summary>
    /// <param name="call">The call that gets the text.</param>
    public static string? In(Picture picture, IOperation call, IOperation text)
    {
        var passed = new HashSet<IOperation>();
        var trace = picture.TraceThroughCallers(text, FlowMode.Value, trail: passed);
        if (trace.IsTruncated || passed.Any(TextCuts.IsCut))
        {
            return null;
        }

        if (passed.OfType<IInvocationOperation>().FirstOrDefault(IsReadToEnd) is { } read)
        {
            // What one caller reads, and another does not, is the mistake of that one.
            return !IsReadHere(picture, text, read) ? null
                : passed.Concat(trace.Origins.Select(static o => o.Operation)).Any(OpensFile) || trace.Origins.Any(IsOpened)
                    ? read.TargetMethod.Name
                : null;
        }

        return trace.Origins.RemoveAll(IsSeparator) is [var origin]
            ? Read(origin) ?? JoinedPages(picture, call, origin, passed) ?? Member(origin) ?? ContentOfDocument(origin, passed)
            : null;
    }

    /// <summary>The text is read on its way through the body that embeds it, not by those who call that one.</summary>
    private static bool IsReadHere(Picture picture, IOperation text, IOperation read)
    {
        var within = new HashSet<IOperation>();
        picture.TraceWithinBody(text, FlowMode.Value, trail: within);
        return within.Contains(read);
    }

    private static string? Read(Origin origin) =>
        (origin is { Path.IsEmpty: true, Kind: OriginKind.Call, Symbol: IMethodSymbol read } && FileReads.ReadText(read))
        || (IsOpened(origin) && origin.Symbol!.Name.StartsWith("DownloadContent", StringComparison.Ordinal))
            ? origin.Symbol!.Name
            : null;

    /// <summary>A file, a blob, or what somebody uploads.</summary>
    private static bool IsOpened(Origin origin) =>
        origin is { Kind: OriginKind.Call, Symbol: IMethodSymbol { Name: var name } method }
        && !method.IsInSource()
        && (
            FileReads.Open(method)
            || name == "OpenReadStream" && method.ContainingType.HasFullName(Upload)
            || (name.StartsWith("Download", StringComparison.Ordinal) || name.StartsWith("OpenRead", StringComparison.Ordinal))
                && DocumentSources.IsDocumentStore(method)
        );

    private static bool IsReadToEnd(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ReadToEnd" or "ReadToEndAsync", ContainingType: { } type }
        && type.AndBaseTypes().Any(static t => t.HasFullName("System.IO.TextReader"));

    private static bool OpensFile(IOperation operation) =>
        operation is IObjectCreationOperation { Constructor: { } constructor } && FileReads.OpensPath(constructor);

    /// <summary>All pages of a PDF in one text; a page by itself is a chunk.</summary>
    private static string? JoinedPages(Picture picture, IOperation call, Origin origin, ISet<IOperation> passed)
    {
        var reads = origin is { Kind: OriginKind.Call, Symbol: IMethodSymbol method } && !method.IsInSource() ? method : null;
        var space = reads?.FullNamespace() ?? string.Empty;
        var isPages = reads?.Name == "GetPages" && space == Pdf && origin.Path is { Head: "Text", Rest.IsEmpty: true };
        var isText =
            origin.Path.IsEmpty
            && (
                reads?.Name == "GetText" && space.StartsWith(Pdf, StringComparison.Ordinal)
                || reads?.Name == "GetTextFromPage" && space.StartsWith("iText", StringComparison.Ordinal)
            );
        if (!(isPages || isText) || !passed.Any(IsJoin) || (isText && !IsRepeated(origin.Operation)))
        {
            return null;
        }

        // The text of a page, put together in the round that embeds it.
        for (var o = call.Parent; o is not null; o = o.Parent)
        {
            if (
                o is ILoopOperation loop
                && (
                    isText
                        ? ReferenceEquals(loop, Loop(origin.Operation))
                        : loop is IForEachLoopOperation each && Yields(picture, each, origin)
                )
            )
            {
                return null;
            }
        }

        return isPages ? "GetPages" : origin.Symbol!.Name;
    }

    private static bool Yields(Picture picture, IForEachLoopOperation loop, Origin origin) =>
        picture.TraceWithinBody(loop.Collection, FlowMode.Value).Origins.Any(o => o.Operation.IsSameAs(origin.Operation));

    private static bool IsRepeated(IOperation operation) =>
        Loop(operation) is not null || operation.EnclosingFunction() is IAnonymousFunctionOperation;

    private static ILoopOperation? Loop(IOperation operation)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is ILoopOperation loop)
            {
                return loop;
            }
        }

        return null;
    }

    private static bool IsJoin(IOperation operation) =>
        operation
            is IInvocationOperation
                {
                    TargetMethod: { Name: "Join" or "Concat" or "ToString", ContainingType: { Name: "String" or "StringBuilder" } }
                }
                or ICompoundAssignmentOperation
                or IBinaryOperation { Type.SpecialType: SpecialType.System_String };

    /// <summary>A member that says by its name that it is the whole.</summary>
    private static string? Member(Origin origin)
    {
        IPropertySymbol? property = origin.Symbol as IPropertySymbol;
        var (last, owner) = Ending(origin.Path);
        if (last.Length > 0 ? WholeTexts.Contains(last) : property is not null && WholeTexts.Contains(property.Name))
        {
            return last.Length > 0 ? last : property!.Name;
        }

        return last == "InnerText" && WholeElements.Contains(owner)
            || property is { Name: "InnerText", ContainingType.Name: var element } && WholeElements.Contains(element)
                ? "InnerText"
            : property is { Name: "Content", ContainingType: { } type } && IsWhole(type) ? property.Name
            : null;
    }

    /// <summary><c>article.Content</c> of a <c>WikiDocument</c>, whoever made the object.</summary>
    private static string? ContentOfDocument(Origin origin, IEnumerable<IOperation> passed) =>
        Ending(origin.Path).Last == "Content"
        && passed.Any(static o =>
            o is IPropertyReferenceOperation { Property: { Name: "Content", ContainingType: { } type } } && IsWhole(type)
        )
            ? "Content"
            : null;

    /// <summary>A document, and no record of one piece of it, which also says which piece it is (<c>ChunkIndex</c>).</summary>
    private static bool IsWhole(INamedTypeSymbol type) =>
        type.Name.EndsWith("Document", StringComparison.Ordinal)
        && !NameWords.Of(type.Name).Any(Pieces.Contains)
        && !type.GetMembers().OfType<IPropertySymbol>().Any(static p => IsPlaceOfPiece(NameWords.Of(p.Name).ToList()));

    private static bool IsPlaceOfPiece(IReadOnlyList<string> words) =>
        words.Any(Pieces.Contains) && words[words.Count - 1] is "index" or "number" or "no" or "id" or "order";

    private static (string Last, string Owner) Ending(AccessPath path)
    {
        var owner = string.Empty;
        while (!path.IsEmpty && !path.Rest.IsEmpty)
        {
            (owner, path) = (path.Head, path.Rest);
        }

        return (path.Head, owner);
    }

    /// <summary>A line end or a blank between pieces, or the empty text that they are added to.</summary>
    private static bool IsSeparator(Origin origin) =>
        origin is { Kind: OriginKind.Creation, Operation.Type.Name: "StringBuilder" }
        || origin.Kind == OriginKind.StaticMember && origin.Symbol is { Name: "NewLine" or "Empty" }
        || origin is { Kind: OriginKind.Constant, Operation.ConstantValue.Value: string text } && !text.Any(char.IsLetterOrDigit);
}
