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
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5013: documents that are read again get new keys with every run, or all their chunks the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopiesInIndex : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.CopiesInIndex);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var ingestion in Ingestion.In(body))
        {
            if (Key(ingestion) is not var (key, path))
            {
                continue;
            }

            var passed = new HashSet<IOperation>();
            var trace = ingestion.Route.TraceThroughCallers(key, FlowMode.Value, path, passed);
            if (OverwritingLoop(ingestion, trace, passed))
            {
                Report(
                    context,
                    DiagnosticSeverity.Warning,
                    ingestion,
                    "Every round of the loop writes under the same key, so each chunk overwrites the one before",
                    "Make the position of the chunk a part of the key"
                );
            }
            else if (
                trace.Origins.Length > 0
                && trace.Origins.All(static o => IsNewEachTime(o))
                && IsReadAgain(ingestion)
                && !IndexState.IsGuarded(body.Picture, ingestion.Operation)
                && !IndexState.MayBeInMemory(body.Picture)
                && !IndexState.IsEverCleared(body.Picture)
            )
            {
                Report(
                    context,
                    DiagnosticSeverity.Info,
                    ingestion,
                    "The keys are new with every run, and nothing is deleted, so indexing the same documents again adds copies",
                    "Make the key from the source and the position in it"
                );
            }
        }
    }

    private static void Report(RuleContext context, DiagnosticSeverity severity, Ingestion ingestion, string reason, string remedy) =>
        context.ReportDiagnostic(
            Diagnostic.Create(
                Descriptors.CopiesInIndex,
                CallLocation.Of(ingestion.Operation),
                severity,
                additionalLocations: null,
                properties: null,
                reason,
                remedy
            )
        );

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

    private static bool IsNewEachTime(Origin origin) =>
        origin is { Kind: OriginKind.Call, Symbol: IMethodSymbol { Name: var name, ContainingType: { Name: var type } } method }
        && !method.IsInSource()
        && (type, name) is ("Guid", "NewGuid" or "CreateVersion7") or ("Path", "GetRandomFileName") or ("Ulid", "NewUlid");

    /// <summary>What is written comes from files of a directory, from a file of a fixed name, or from the net.</summary>
    private static bool IsReadAgain(Ingestion ingestion)
    {
        var passed = new HashSet<IOperation>();
        foreach (var record in ingestion.Records)
        {
            ingestion.Route.TraceThroughCallers(record, FlowMode.Content, trail: passed);
        }

        return passed.OfType<IInvocationOperation>().Any(IsFixedSource)
            || ingestion
                .Records.SelectMany(r => ingestion.TraceThroughCallers(r, FlowMode.Content).Origins)
                .Select(static o => o.Operation)
                .OfType<IInvocationOperation>()
                .Any(c => IsFixedSource(c) || PathIsFixed(ingestion, c));
    }

    private static bool IsFixedSource(IInvocationOperation call) =>
        DocumentSources.IsDownload(call.TargetMethod)
        || call.TargetMethod is { ContainingType.Name: "Directory", Name: "GetFiles" or "EnumerateFiles" };

    private static bool PathIsFixed(Ingestion ingestion, IInvocationOperation call) =>
        DocumentSources.IsFileSystem(call.TargetMethod)
        && call.Arguments.FirstOrDefault()?.Value is { } path
        && ingestion.TraceThroughCallers(path, FlowMode.Content) is var trace
        && trace.Origins.All(static o =>
            o.Kind == OriginKind.Constant || (o.Operation is IInvocationOperation from && IsFixedSource(from))
        );

    /// <summary>The write stands in a loop, writes something of each round, and takes its key from outside the loop.</summary>
    private static bool OverwritingLoop(Ingestion ingestion, TraceResult key, HashSet<IOperation> passed)
    {
        var loop = ingestion.Operation.Parent;
        while (loop is not null and not ILoopOperation)
        {
            if (loop is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            loop = loop.Parent;
        }

        if (loop is not IForEachLoopOperation { Locals: [var element] } each || key.IsTruncated || key.Origins.IsEmpty)
        {
            return false;
        }

        var isFixed = key.Origins.All(static o =>
            o
                is { Kind: OriginKind.Constant, Operation.ConstantValue.Value: string { Length: > 0 } }
                    or { Kind: OriginKind.Parameter, Via: null }
        );
        return isFixed
            && !passed.Any(o => IsInside(o, each.Body) && o is IInvocationOperation or IIncrementOrDecrementOperation)
            && !passed.OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, element))
            && ingestion.Records.Any(r => UsesElement(ingestion, r, element));
    }

    private static bool UsesElement(Ingestion ingestion, IOperation record, ILocalSymbol element)
    {
        var passed = new HashSet<IOperation>();
        ingestion.Picture.TraceWithinBody(record, FlowMode.Content, trail: passed);
        return passed.OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, element));
    }

    private static bool IsInside(IOperation operation, IOperation outer) =>
        operation.Syntax.SyntaxTree == outer.Syntax.SyntaxTree && outer.Syntax.Span.Contains(operation.Syntax.Span);
}
