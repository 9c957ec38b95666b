using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Prompts.Templates;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6006: text that is not the program's own is compiled as a part of a prompt template.</summary>
public sealed class TextCompiledAsTemplate : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.TextCompiledAsTemplate);

    private protected override bool MayFindIn(Picture picture) =>
        Ingredients.HaveAnswers(picture) || Ingredients.HavePromptFunctions(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (
            var text in CompiledText
                .In(body)
                .Where(static t => !t.IsDisarmed)
                .GroupBy(static t => t.Text.Syntax)
                .Select(static g => g.First())
        )
        {
            var foreign = text
                .Origins.Origins.Select(o => ForeignText.At(body.Picture, o))
                .Concat(text.Passed.Select(ForeignText.At))
                .OfType<ForeignText>()
                .Where(f => IsMistake(text, f))
                .OrderBy(static f => f.Kind)
                .ToList();
            if (foreign.Count == 0)
            {
                continue;
            }

            context.ReportDiagnostic(
                new TextCompiledAsTemplateHandOver(
                    CallLocation.Of(text.Call),
                    foreign.Select(static f => f.Source.Syntax.GetLocation()).Distinct().ToImmutableArray(),
                    text.IsTemplate
                ).Report(
                    Descriptors.TextCompiledAsTemplate,
                    foreign[0].Kind == ForeignTextKind.Passages ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                    text.Text.Syntax.GetLocation(),
                    foreign[0].Name,
                    text.IsTemplate ? "'{{...}}' in it runs functions" : "message tags in it become messages",
                    text.IsTemplate ? "Pass the text as an argument" : "Send it in a ChatHistory"
                )
            );
        }
    }

    private static bool IsMistake(CompiledText text, ForeignText foreign) =>
        foreign.Kind switch
        {
            ForeignTextKind.Passages => true,

            // A file that is all of the text is the template.
            ForeignTextKind.File => text.IsTemplate && HasOtherWords(text),

            // Who sits at the keyboard opens messages in a conversation of his own.
            ForeignTextKind.Typed => text.IsTemplate,
            _ => text.IsTemplate || HasOtherWords(text),
        };

    private static bool HasOtherWords(CompiledText text) =>
        text.Origins.Origins.Any(static o =>
            o.Kind == OriginKind.Constant && o.Operation.ConstantValue.Value is string words && words.Any(char.IsLetter)
        );
}
