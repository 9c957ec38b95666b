using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>RAG6006: what comes from outside is kept out of the text that is compiled, or read for message tags.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompiledTextFix))]
public sealed class CompiledTextFix() : CombinedCodeFixProvider(new TextCompiledAsTemplateFix(), new TextReadAsMessagesFix())
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6006");
}
