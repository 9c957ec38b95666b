using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>Collects what the driver hands out to an action on operation blocks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HandedOutBodies : DiagnosticAnalyzer
{
    /// <summary>The code of each root, and whether it is a constant that stands in a declaration.</summary>
    public ConcurrentBag<IOperation> Roots { get; } = [];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [new("TEST0004", "Never reported", "Never reported", "Test", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(blocks =>
        {
            foreach (var block in blocks.OperationBlocks)
            {
                Roots.Add(block.Root());
            }
        });
    }
}
