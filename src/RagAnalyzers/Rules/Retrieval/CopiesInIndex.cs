using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Keys;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5013: documents that are read again get new keys with every run, or all their chunks the same.</summary>
public sealed class CopiesInIndex : RagRule
{
    private const string NewKeys = "The keys are new with every run, and nothing is deleted, so indexing again adds copies";

    private const string CountedKeys =
        "The keys only count, and nothing is deleted, so indexing again leaves and overwrites others' records";

    // What chooses rows: somebody says which, and the next time it may be others.
    private static readonly string[] Narrowing = { "Where", "Find", "First", "Single", "Last", "Take", "Skip" };

    /// <summary>Text is cut into lines, and these into paragraphs.</summary>
    private const int MaximumCuts = 2;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.CopiesInIndex);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveIngestions(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var ingestion in Ingestion.In(body))
        {
            var written = WrittenKey.Of(ingestion).ToList();
            if (written.Find(w => w.IsSameForAll(ingestion)) is { } same)
            {
                Report(
                    context,
                    DiagnosticSeverity.Warning,
                    ingestion,
                    new CopiesInIndexHandOver(At(same.Value), At(same.Value)),
                    "Every round writes under the same key, so each chunk overwrites the one before",
                    "Make the position of the chunk a part of the key"
                );
            }
            else if (
                !IndexState.MayBeInMemory(body.Picture)
                && !IndexState.IsEverCleared(body.Picture)
                && WhyCopies(ingestion, written) is var (reason, key)
                && IsReadAgain(ingestion)
                && !IndexState.IsGuarded(body.Picture, ingestion.Operation)
                && !IndexNames.ArePutTogether(ingestion)
                && !ReadOnce.MayBe(ingestion)
                && (key is null || IsFirst(ingestion, key))
            )
            {
                Report(
                    context,
                    DiagnosticSeverity.Info,
                    ingestion,
                    new CopiesInIndexHandOver(key is null ? null : At(key), key is null ? null : SourceOf(ingestion, body, key)),
                    reason,
                    "Make the key from the source and the position in it"
                );
            }
        }
    }

    private static void Report(
        RuleContext context,
        DiagnosticSeverity severity,
        Ingestion ingestion,
        CopiesInIndexHandOver handOver,
        string reason,
        string remedy
    ) =>
        context.ReportDiagnostic(
            handOver.Report(Descriptors.CopiesInIndex, severity, CallLocation.Of(ingestion.Operation), reason, remedy)
        );

    /// <summary>Records that one expression makes the keys of are one mistake, wherever they are written.</summary>
    private static bool IsFirst(Ingestion ingestion, IOperation key) =>
        Ingestion
            .InAll(ingestion.Picture)
            .Where(i => WrittenKey.Of(i).Any(w => w.Value.IsSameAs(key)))
            .InOrder(static i => i.Operation)
            .ToList()
            .IsFirst(ingestion.Operation, static i => i.Operation);

    private static Location At(IOperation operation) => operation.Syntax.GetLocation();

    /// <summary>Why the next run adds copies, and the expression that says the keys where it is seen; null where nothing shows it.</summary>
    private static (string Reason, IOperation? Key)? WhyCopies(Ingestion ingestion, List<WrittenKey> written)
    {
        if (written.Find(static w => KeyValue.IsNew(w.Value)) is { } fresh)
        {
            return (NewKeys, fresh.Value);
        }

        if (written.Find(static w => w.Repetition is { } repetition && KeyValue.IsCounter(w.Value, repetition)) is { } counted)
        {
            return (CountedKeys, counted.Value);
        }

        return
            Key(ingestion) is var (key, path)
            && ingestion.Route.TraceThroughCallers(key, FlowMode.Value, path).Origins is { IsEmpty: false } origins
            && origins.All(static o => o is { Kind: OriginKind.Call, Symbol: IMethodSymbol method } && KeyValue.IsNewEachTime(method))
            ? (NewKeys, null)
            : null;
    }

    /// <summary>What names the document that a record is made of, in scope of the key: the loop's file, or the path that is read.</summary>
    private static Location? SourceOf(Ingestion ingestion, Body body, IOperation key)
    {
        // Its keys are letters, digits, dashes and underscores: a path is none.
        if (ingestion.Fact.Sdk == SdkKind.AzureSearch)
        {
            return null;
        }

        for (var o = key.Parent; o is not null; o = o.Parent)
        {
            if (
                o is IForEachLoopOperation { Locals: [{ Type.SpecialType: SpecialType.System_String } file] } loop
                && loop.Collection.Unwrapped() is IInvocationOperation from
                && IsFixedSource(from)
            )
            {
                return body
                    .Root.Descendants()
                    .OfType<ILocalReferenceOperation>()
                    .FirstOrDefault(l => SymbolEqualityComparer.Default.Equals(l.Local, file))
                    ?.Syntax.GetLocation();
            }
        }

        return null;
    }

    /// <summary>The value that holds the key, and where in it.</summary>
    private static (IOperation Value, AccessPath Path)? Key(Ingestion ingestion)
    {
        if (ingestion.Argument(ingestion.Fact.Key) is { } key)
        {
            return (key, AccessPath.Empty);
        }

        return
            VectorCollection.Of(ingestion)?.Record.Properties.FirstOrDefault(static p => p.Kind == RecordPropertyKind.Key) is { } property
            && ingestion.Records.FirstOrDefault() is { } record
            ? (record, AccessPath.Empty.Push(property.Name))
            : null;
    }

    /// <summary>What is written comes from files of a directory, from a file of a fixed name, or from the net.</summary>
    private static bool IsReadAgain(Ingestion ingestion)
    {
        var passed = new HashSet<IOperation>();
        var origins = ingestion
            .Records.SelectMany(r => OriginsOf(ingestion, r, passed, MaximumCuts))
            .Select(static o => o.Operation)
            .ToList();
        return passed.OfType<IInvocationOperation>().Any(IsFixedSource)
            || (passed.Any(IsTable) && !passed.Any(IsOneRow))
            || origins.OfType<IInvocationOperation>().Any(c => IsFixedSource(c) || PathIsFixed(ingestion, c) || IsListed(ingestion, c));
    }

    /// <summary>Where the text of a record comes from; a chunk comes from what is cut.</summary>
    /// <param name="passed">Receives what the text passes.</param>
    private static IEnumerable<Origin> OriginsOf(Ingestion ingestion, IOperation value, HashSet<IOperation> passed, int cuts)
    {
        var picture = ingestion.Picture;
        foreach (var origin in ingestion.Route.TraceThroughCallers(value, FlowMode.Content, trail: passed).Origins)
        {
            yield return origin;
            if (cuts > 0 && Chunking.TextOf(picture, origin.Operation) is { } text)
            {
                foreach (var behind in OriginsOf(ingestion, text, passed, cuts - 1))
                {
                    yield return behind;
                }
            }
        }
    }

    /// <summary>A table of the database, all of which is read.</summary>
    private static bool IsTable(IOperation operation) => operation.Type is { } type && DocumentSources.IsTable(type);

    private static bool IsOneRow(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name }
        && Narrowing.Any(n => name.StartsWith(n, StringComparison.Ordinal));

    private static bool IsFixedSource(IInvocationOperation call) =>
        DocumentSources.IsDownload(call.TargetMethod)
        || call.TargetMethod is { ContainingType.Name: "Directory" or "DirectoryInfo", Name: "GetFiles" or "EnumerateFiles" }
        || (call.TargetMethod.Name is "GetBlobs" or "GetBlobsAsync" && DocumentSources.IsDocumentStore(call.TargetMethod));

    /// <summary>A blob that is downloaded under a name which the container lists.</summary>
    private static bool IsListed(Ingestion ingestion, IInvocationOperation download) =>
        DocumentSources.IsDocumentStore(download.TargetMethod)
        && download.Instance is { } blob
        && ingestion
            .TraceThroughCallers(blob, FlowMode.Value)
            .Origins.SelectMany(static o => o.Operation.PassedArguments())
            .SelectMany(a => ingestion.TraceThroughCallers(a.Value, FlowMode.Content).Origins)
            .Any(static o => o.Operation is IInvocationOperation from && IsFixedSource(from));

    private static bool PathIsFixed(Ingestion ingestion, IInvocationOperation call) =>
        DocumentSources.IsFileSystem(call.TargetMethod)
        && call.Arguments.FirstOrDefault()?.Value is { } path
        && ingestion.TraceThroughCallers(path, FlowMode.Content) is var trace
        && trace.Origins.All(static o =>
            o.Kind == OriginKind.Constant || (o.Operation is IInvocationOperation from && IsFixedSource(from))
        );
}
