using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>RAG2012: the labels become an enum that the model has to choose from, in the way of the SDK and of what is compared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelFix))]
public sealed class LabelFix() : CombinedCodeFixProvider(new LabelEnumFix(), new ParsedLabelFix(), new PropertyEnumFix())
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2012");

    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2011", "RAG2013");

    internal override ImmutableArray<string> MayNotRepeat => ParsedLabelFix.Unconstrained;
}
