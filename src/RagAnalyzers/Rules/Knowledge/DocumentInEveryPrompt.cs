using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Rules.Retrieval;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1006: a whole document is put into every prompt that asks about it.</summary>
public sealed class DocumentInEveryPrompt : RagRule
{
    /// <summary>What one asks of a document as a whole: then it is the task, and no knowledge for an answer.</summary>
    private static readonly ImmutableArray<string> Tasks = ImmutableArray.Create(
        "summar",
        "translat",
        "extract",
        "review",
        "classif",
        "categor",
        "rewrite",
        "analy",
        "proofread",
        "compare",
        "convert",
        "evaluat",
        "generate",
        "format",
        "improve",
        "tag"
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.DocumentInEveryPrompt);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            var prompt = call.Prompt;
            if (prompt.ContainsPassages || prompt.IsTruncated)
            {
                continue;
            }

            var document = prompt.Parts.Select(p => DocumentFile.ReadAt(body.Picture, p.Origin)).OfType<string>().FirstOrDefault();
            if (
                document is not null
                && prompt.Parts.Any(static p => IsAsked(p.Origin))
                && prompt.Parts.Any(static p => p.Text is not null)
                && !prompt.Parts.Any(static p => p.Text is { } text && Tasks.Any(t => Mentions(text, t)))
                && !IsCut(body.Picture, call)
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DocumentInEveryPrompt, CallLocation.Of(call.Operation), document));
            }
        }
    }

    /// <summary>A question that somebody asks: of a parameter, or typed into the console.</summary>
    private static bool IsAsked(Origin origin) =>
        origin.Kind == OriginKind.Parameter
        || origin is { Kind: OriginKind.Call, Symbol: IMethodSymbol { Name: "ReadLine", ContainingType: { } type } }
            && type.FullName() == "System.Console";

    /// <summary>Something of what is sent is cut to size on the way.</summary>
    private static bool IsCut(Picture picture, ModelCall call)
    {
        var passed = new HashSet<IOperation>();
        foreach (var argument in call.Fact.Prompt.Select(call.Operation.ArgumentNamed).OfType<IOperation>())
        {
            picture.TraceThroughCallers(argument, FlowMode.Content, trail: passed);
        }

        return passed.Any(TextCuts.IsCut);
    }

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
