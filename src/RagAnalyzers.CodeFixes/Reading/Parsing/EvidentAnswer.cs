using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Findings;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// What RAG2003 found, read back from the diagnostic: a model call whose prompt takes the shape of the answer from a type; nothing in sight
/// parses the answer.
/// </summary>
/// <param name="SerializerOptions">The options with which the prompt's schema is made, as an expression for the call, or null for none.</param>
/// <param name="CanPassOptions">The serializer options can be named at the call, or there are none.</param>
internal sealed record EvidentAnswer(
    Document Document,
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    InvocationExpressionSyntax Call,
    IMethodSymbol Method,
    ITypeSymbol Target,
    JsonReading? Reading,
    string? SerializerOptions,
    bool CanPassOptions
) : TargetedCall(Document, Root, Model, Layout, Call, Method, Target, Reading)
{
    /// <summary>
    /// Reads the finding that sits on the model call, or returns null when no type is evident, it cannot be named at the call, or its JSON is no object.
    /// </summary>
    public static async Task<EvidentAnswer?> ReadAsync(
        Document document,
        Location called,
        RequestedFormatNotEnforcedHandOver found,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || found.Target is null
            || DocumentationCommentId.GetFirstSymbolForReferenceId(found.Target, model.Compilation) is not INamedTypeSymbol target
            || CalledBy(root, called.SourceSpan) is not { } call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || SchemaGenerator.WhyNoObject(target) is not null
            || !model.IsAccessible(call.SpanStart, target)
        )
        {
            return null;
        }

        // The name of a type says nothing about how its JSON is read; that is what the serializer does unasked.
        JsonReading? reading = JsonReading.Default;
        var (serializerOptions, canPassOptions) = ((string?)null, true);
        if (found.SchemaExport is { } place)
        {
            // What makes the prompt may stand in another file.
            if (
                place.SourceTree is not { } tree
                || !model.Compilation.ContainsSyntaxTree(tree)
                || At<InvocationExpressionSyntax>(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false), place.SourceSpan)
                    is not { } export
            )
            {
                return null;
            }

            var there = tree == root.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree);
            var options = OptionsOf(export, there, cancellationToken);
            reading = options is null
                ? JsonReading.ExtensionsAIDefault
                : new SerializerSettingsReader(there, cancellationToken).Read(options, newtonsoft: false).Reading;
            serializerOptions = options is null ? null : NameAt(call, options, model, there, cancellationToken);
            canPassOptions = options is null || serializerOptions is not null;
        }

        return new EvidentAnswer(
            document,
            root,
            model,
            Layout.Of(root, document),
            call,
            method,
            target,
            reading,
            serializerOptions,
            canPassOptions
        )
        {
            PassesNoOptions = found.PassesNoOptions,
            OptionsCreation =
                found.OptionsCreation is { } creation && creation.SourceTree == root.SyntaxTree
                    ? At<BaseObjectCreationExpressionSyntax>(root, creation.SourceSpan)
                    : null,
        };
    }

    /// <summary>The options as an expression for the call, or null where they cannot be named there.</summary>
    private static string? NameAt(
        InvocationExpressionSyntax call,
        ExpressionSyntax options,
        SemanticModel here,
        SemanticModel there,
        CancellationToken cancellationToken
    )
    {
        var symbol = there.GetSymbolInfo(options, cancellationToken).Symbol;
        var isMember = symbol is IFieldSymbol or IPropertySymbol { IsStatic: true };
        if (here == there)
        {
            var isNear = options.FirstAncestorOrSelf<MemberDeclarationSyntax>() == call.FirstAncestorOrSelf<MemberDeclarationSyntax>();
            return isMember || isNear ? options.WithoutTrivia().ToString() : null;
        }

        return isMember && symbol is { IsStatic: true, ContainingType: { } type } && here.IsAccessible(call.SpanStart, symbol)
            ? $"{type.ToMinimalDisplayString(here, call.SpanStart)}.{symbol.Name}"
            : null;
    }

    /// <summary>
    /// The serializer options that an exporter is passed or called on. Without any it is Microsoft.Extensions.AI's, which has its own.
    /// </summary>
    private static ExpressionSyntax? OptionsOf(
        InvocationExpressionSyntax export,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        export
            .ArgumentList.Arguments.Select(static a => a.Expression)
            .Append((export.Expression as MemberAccessExpressionSyntax)?.Expression)
            .OfType<ExpressionSyntax>()
            .FirstOrDefault(e =>
                model.GetSymbolInfo(e, cancellationToken).Symbol is not ITypeSymbol
                && model.GetTypeInfo(e, cancellationToken).Type is { Name: "JsonSerializerOptions" }
            );
}
