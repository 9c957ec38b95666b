using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>RAG2011: the code gets prepared for an answer that is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnguardedAnswerFix))]
public sealed class UnguardedAnswerFix() : CombinedCodeFixProvider(new CatchGuard(), new TypedResultGuard(), new OutcomeGuard())
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2011");
}
