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
        "create"
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
                && HasQuestion(prompt.Parts)
                && prompt.Parts.Any(static p => p.Text is not null)
                && !prompt.Parts.Any(static p => p.Text is { } text && Tasks.Any(t => Mentions(text, t)))
                && !IsCut(body.Picture, call)
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DocumentInEveryPrompt, CallLocation.Of(call.Operation), document));
            }
        }
    }

    /// <summary>A question that somebody asks: typed into the console, or a parameter that is one by its name or by what the prompt says.</summary>
    private static bool HasQuestion(ImmutableArray<PromptPart> parts)
    {
        var given = parts.Select(static p => p.Origin).Where(static o => o.Kind == OriginKind.Parameter).ToList();
        return parts.Any(static p => IsTyped(p.Origin))
            || given.Any(static o => QuestionRequest.IsNamedBy(NameOf(o)))
            || (given.Count > 0 && QuestionRequest.IsIn(parts.Select(static p => p.Text).OfType<string>()));
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
