using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>A made-up analyzer for the tests of the verifiers: it finds the integer 42, and says in which method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "TEST0001";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "42",
        "42 in '{0}'",
        "Test",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Literal);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is ILiteralOperation { ConstantValue.Value: 42 } literal)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    s_descriptor,
                    literal.Syntax.GetLocation(),
                    [context.ContainingSymbol.Locations[0]],
                    context.ContainingSymbol.Name
                )
            );
        }
    }
}
