using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Records;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5008: a whole document becomes one vector.</summary>
public sealed class DocumentEmbeddedWhole : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.DocumentEmbeddedWhole);

    private protected override bool MayFindIn(Picture picture) =>
        Ingredients.HaveEmbeddings(picture) || Ingredients.HaveIngestions(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in EmbeddingCall.In(body))
        {
            if (DocumentIn(call) is { } document)
            {
                Report(context, call.Operation, document);
            }
        }

        foreach (var (write, text) in StoreEmbeddedText.In(body))
        {
            if (WholeDocument.In(body.Picture, write, text) is { } document)
            {
                Report(context, write, document);
            }
        }

        // A method that embeds what anybody hands over is right; where a document is handed over whole is the mistake.
        foreach (var argument in EmbeddedArgument.In(body))
        {
            if (
                !argument.Passed.Any(TextCuts.IsCut)
                && WholeDocument.In(body.Picture, argument.Call, argument.Text) is { } document
                && DocumentIn(argument.Embedded) is null
            )
            {
                Report(context, argument.Call, document);
            }
        }
    }

    private static string? DocumentIn(EmbeddingCall call) =>
        call.Input.Select(t => WholeDocument.In(call.Picture, call.Operation, t)).FirstOrDefault(static d => d is not null);

    private static void Report(RuleContext context, IInvocationOperation call, string document) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DocumentEmbeddedWhole, CallLocation.Of(call), document));
}
