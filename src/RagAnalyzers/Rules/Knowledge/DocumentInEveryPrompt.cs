using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;

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

    /// <summary>Files that hold a part of the prompt itself.</summary>
    private static readonly ImmutableArray<string> PromptFiles = ImmutableArray.Create(
        "prompt",
        "instruction",
        "system",
        "template",
        "persona",
        "example",
        "skill",
        "question",
        "input"
    );

    private static readonly string[] Reads = { "ReadAllText", "ReadAllTextAsync" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.DocumentInEveryPrompt);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            var prompt = call.Prompt;
            if (prompt.ContainsPassages || prompt.IsTruncated)
            {
                continue;
            }

            var document = prompt.Parts.Select(p => NameOf(body.Picture, p.Origin)).OfType<string>().FirstOrDefault();
            if (
                document is not null
                && prompt.Parts.Any(static p => p.Origin.Kind == OriginKind.Parameter)
                && prompt.Parts.Any(static p => p.Text is not null)
                && !prompt.Parts.Any(static p => p.Text is { } text && Tasks.Any(t => Mentions(text, t)))
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DocumentInEveryPrompt, CallLocation.Of(call.Operation), document));
            }
        }
    }

    /// <summary>The name of the document file that is read whole, or null when the text comes from elsewhere.</summary>
    private static string? NameOf(Picture picture, Origin origin)
    {
        if (
            origin
                is not {
                    Kind: OriginKind.Call,
                    Path.IsEmpty: true,
                    Operation: IInvocationOperation read,
                    Symbol: IMethodSymbol { ContainingType: { Name: "File" } type } method
                }
            || !Reads.Contains(method.Name)
            || type.ContainingNamespace.ToDisplayString() != "System.IO"
            || read.Arguments.FirstOrDefault()?.Value is not { } path
        )
        {
            return null;
        }

        var name = picture
            .TraceWithinBody(path, FlowMode.Content)
            .Origins.Where(static o => o.Kind == OriginKind.Constant)
            .Select(static o => o.Operation.ConstantValue.Value as string)
            .OfType<string>()
            .LastOrDefault(DocumentSources.IsDocumentFile);
        return name is not null && !PromptFiles.Any(p => Mentions(name, p)) ? name : null;
    }

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
