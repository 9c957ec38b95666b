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
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Text.Prose;

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
        "tag",
        "write",
        "draft",
        "grade",
        "quiz",
        "propose",
        "continue",
        "create",
        "shorten",
        "condense",
        "correct",
        "spelling",
        "edit",
        "paraphras",
        "rephras",
        "simplif",
        "outline",
        "key point",
        "keyword"
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
            var texts = prompt.Parts.Select(static p => p.Text).OfType<string>().ToList();
            if (
                document is not null
                && texts.Count > 0
                && HasQuestion(prompt.Parts, texts)
                && !texts.Exists(static text => Tasks.Any(t => Mentions(text, t)))
                && !GroundingRequest.HaveOtherTask(texts)
                && !IsCut(body.Picture, call)
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DocumentInEveryPrompt, CallLocation.Of(call.Operation), document));
            }
        }
    }

    /// <summary>
    /// A question that somebody asks: typed into the console, or a parameter, where the prompt says so or can be read and names of parameters say so.
    /// </summary>
    private static bool HasQuestion(ImmutableArray<PromptPart> parts, List<string> texts)
    {
        var given = parts.Select(static p => p.Origin).Where(static o => o.Kind == OriginKind.Parameter).ToList();
        var isTyped = parts.Any(static p => IsTyped(p.Origin));
        return (isTyped || given.Count > 0) && QuestionRequest.IsIn(texts)
            || (isTyped || given.Any(static o => QuestionRequest.IsNamedBy(NameOf(o)))) && GroundingRequest.AreRead(texts);
    }

    private static bool IsTyped(Origin origin) =>
        origin is { Kind: OriginKind.Call, Symbol: IMethodSymbol { Name: "ReadLine", ContainingType: { } type } }
        && type.HasFullName("System.Console");

    /// <summary>That of the parameter, or of the member that is read off it.</summary>
    private static string NameOf(Origin origin)
    {
        var name = origin.Symbol?.Name ?? string.Empty;
        for (var path = origin.Path; !path.IsEmpty; path = path.Rest)
        {
            name = path.Head;
        }

        return name;
    }

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
