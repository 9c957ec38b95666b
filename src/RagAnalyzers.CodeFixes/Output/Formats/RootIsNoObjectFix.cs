using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>RAG2007: what is no object is put into one, by the typed call or in a record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RootIsNoObjectFix))]
public sealed class RootIsNoObjectFix() : CombinedCodeFixProvider(new TypedRootFix(), new WrapRootFix())
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2007");

    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2010", "RAG2011", "RAG2013");
}
