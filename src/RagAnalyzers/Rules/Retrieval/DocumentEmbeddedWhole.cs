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

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5008: a whole document becomes one vector.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DocumentEmbeddedWhole : RagRule
{
    private static readonly ImmutableHashSet<string> Readers = ImmutableHashSet.Create(
        "System.IO.File.ReadAllText",
        "System.IO.File.ReadAllTextAsync"
    );

    private static readonly ImmutableHashSet<string> WholeTexts = ImmutableHashSet.Create(
        "FullText",
        "RawText",
        "FullContent",
        "RawContent"
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.DocumentEmbeddedWhole);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in EmbeddingCall.In(body))
        {
            foreach (var text in call.Input)
            {
                var passed = new HashSet<IOperation>();
                var trace = call.Route.TraceThroughCallers(text, FlowMode.Value, trail: passed);
                if (!passed.Any(IsCut) && !trace.IsTruncated && trace.Origins is [var origin] && Whole(origin) is { } document)
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(Descriptors.DocumentEmbeddedWhole, CallLocation.Of(call.Operation), document)
                    );
                    break;
                }
            }
        }
    }

    /// <summary>What shows that the text is a whole document, or null.</summary>
    private static string? Whole(Origin origin)
    {
        if (
            origin is { Kind: OriginKind.Call, Path.IsEmpty: true, Symbol: IMethodSymbol method }
            && !method.IsInSource()
            && Readers.Contains($"{method.ContainingType.FullName()}.{method.Name}")
        )
        {
            return method.Name;
        }

        var last = origin.Path;
        while (!last.IsEmpty && !last.Rest.IsEmpty)
        {
            last = last.Rest;
        }

        if (!last.IsEmpty && WholeTexts.Contains(last.Head))
        {
            return last.Head;
        }

        return
            origin.Symbol is IPropertySymbol property
            && (
                WholeTexts.Contains(property.Name)
                || property is { Name: "Content", ContainingType.Name: var owner } && owner.EndsWith("Document", StringComparison.Ordinal)
            )
            ? property.Name
            : null;
    }

    private static bool IsCut(IOperation operation) =>
        operation is IRangeOperation
        || operation
            is IInvocationOperation
            {
                TargetMethod.Name: "Substring" or "Split" or "Slice" or "AsSpan" or "Take" or "Remove" or "Match" or "Truncate"
            };
}
