using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// What a rule about a parsed answer found, read back from the diagnostic: the model call, its options, and the parse of its answer.
/// </summary>
/// <param name="Parse">The parse of the answer.</param>
/// <param name="Settings">What the parse was told about reading JSON.</param>
internal sealed record ParsedAnswer(
    Document Document,
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    InvocationExpressionSyntax Call,
    IMethodSymbol Method,
    string Sdk,
    JsonParse Parse,
    SerializerSettings Settings
) : TargetedCall(Document, Root, Model, Layout, Call, Method, Sdk, Parse.Target, Settings.Reading)
{
    /// <summary>
    /// Reads a diagnostic that sits on the model call, or returns null when no fix can do anything with it: the parse is elsewhere or into
    /// no type of the user's, the type cannot be named at the call, or its JSON is no object.
    /// </summary>
    public static async Task<ParsedAnswer?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.Options, out var options) || diagnostic.AdditionalLocations.Count == 0)
        {
            return null;
        }

        var answer = await ReadAsync(document, diagnostic, diagnostic.Location, diagnostic.AdditionalLocations[0], cancellationToken)
            .ConfigureAwait(false);
        return answer is null
            ? null
            : answer with
            {
                PassesNoOptions = options == DiagnosticProperties.OptionsAbsent,
                OptionsCreation =
                    options == DiagnosticProperties.OptionsCreated && diagnostic.AdditionalLocations.Count > 1
                        ? At<BaseObjectCreationExpressionSyntax>(answer.Root, diagnostic.AdditionalLocations[1].SourceSpan)
                        : null,
                IsInJsonMode = diagnostic.Id == "RAG2004",
                FormatAssignment =
                    diagnostic.Properties.TryGetValue(DiagnosticProperties.FormatAssignment, out var index)
                    && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    && at < diagnostic.AdditionalLocations.Count
                        ? At<AssignmentExpressionSyntax>(answer.Root, diagnostic.AdditionalLocations[at].SourceSpan)
                        : null,
            };
    }

    /// <summary>Reads a diagnostic that says elsewhere than in its own place where the call and the parse are.</summary>
    public static async Task<ParsedAnswer?> ReadAsync(
        Document document,
        Diagnostic diagnostic,
        Location called,
        Location parsed,
        CancellationToken cancellationToken
    ) =>
        diagnostic.Properties.TryGetValue(DiagnosticProperties.Sdk, out var sdk)
        && await ReadAnyAsync(document, diagnostic, sdk!, called, parsed, cancellationToken).ConfigureAwait(false) is { } answer
        && SchemaGenerator.WhyNoObject(answer.Parse.Target) is null
            ? answer
            : null;

    /// <summary>The same for a type of any JSON, an array or a number among them.</summary>
    public static async Task<ParsedAnswer?> ReadAnyAsync(
        Document document,
        Diagnostic diagnostic,
        string sdk,
        Location called,
        Location parsed,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || diagnostic.AdditionalLocations.Any(location => location.SourceTree != root.SyntaxTree)
            || CalledBy(root, called.SourceSpan) is not { } call
            || At<InvocationExpressionSyntax>(root, parsed.SourceSpan) is not { } parseCall
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || JsonParse.Read(parseCall, model, cancellationToken) is not { } parse
            || !model.IsAccessible(call.SpanStart, parse.Target)
        )
        {
            return null;
        }

        return new ParsedAnswer(
            document,
            root,
            model,
            Layout.Of(root),
            call,
            method,
            sdk,
            parse,
            new SerializerSettingsReader(model, cancellationToken).Read(parse)
        );
    }
}
