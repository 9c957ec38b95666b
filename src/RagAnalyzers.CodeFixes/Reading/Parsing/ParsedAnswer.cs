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
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// What a rule about a parsed answer found, read back: the model call, its options, and the parse of its answer.
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
    JsonParse Parse,
    SerializerSettings Settings
) : TargetedCall(Document, Root, Model, Layout, Call, Method, Parse.Target, Settings.Reading)
{
    /// <summary>The parse stands in another file: it can be read, and not be changed.</summary>
    public bool IsParsedElsewhere => Parse.Invocation.SyntaxTree != Root.SyntaxTree;

    /// <summary>
    /// Reads a finding, or returns null when no fix can do anything with it: the parse is into no type of the user's, the type cannot be named
    /// at the call, its JSON is neither an object nor a list of them, or the call stands in a helper that others call, too. The document of what is read is the call's.
    /// </summary>
    /// <param name="document">The document of the finding.</param>
    /// <param name="called">Where the finding sits.</param>
    /// <param name="isInJsonMode">JSON mode is in force.</param>
    public static async Task<ParsedAnswer?> ReadAsync(
        Document document,
        Location called,
        ParsedAnswerHandOver found,
        bool isInJsonMode,
        CancellationToken cancellationToken
    )
    {
        var ofCall = found.ModelCall is { } asked ? document.Project.GetDocument(asked.SourceTree) : document;
        var answer = ofCall is null
            ? null
            : await ReadAnyAsync(ofCall, found, found.ModelCall ?? called, found.Parse, true, cancellationToken).ConfigureAwait(false);
        if (answer is null || !HasSchema(answer.Parse.Target))
        {
            return null;
        }

        var isForOthers =
            found.ModelCall is not null
            && !await OnlyCaller
                .IsAtAsync(answer.Document, answer.Call, document, called.SourceSpan, cancellationToken)
                .ConfigureAwait(false);
        return isForOthers
            ? null
            : answer with
            {
                PassesNoOptions = found.PassesNoOptions,
                OptionsCreation = found.OptionsCreation is { } creation
                    ? At<BaseObjectCreationExpressionSyntax>(answer.Root, creation.SourceSpan)
                    : null,
                IsInJsonMode = isInJsonMode,
                FormatAssignment = found.FormatAssignment is { } assignment
                    ? At<AssignmentExpressionSyntax>(answer.Root, assignment.SourceSpan)
                    : null,
            };
    }

    /// <summary>Reads a finding that may sit elsewhere than on the model call.</summary>
    /// <param name="found">What the finding carries; all of it has to be in the document.</param>
    /// <param name="called">The called expression of the model call.</param>
    /// <param name="parsed">The parse.</param>
    public static async Task<ParsedAnswer?> ReadAsync(
        Document document,
        HandOver found,
        Location called,
        Location parsed,
        CancellationToken cancellationToken
    ) =>
        await ReadAnyAsync(document, found, called, parsed, cancellationToken).ConfigureAwait(false) is { } answer
        && SchemaGenerator.WhyNoObject(answer.Parse.Target) is null
            ? answer
            : null;

    /// <summary>The same for a type of any JSON, an array or a number among them.</summary>
    public static Task<ParsedAnswer?> ReadAnyAsync(
        Document document,
        HandOver found,
        Location called,
        Location parsed,
        CancellationToken cancellationToken
    ) => ReadAnyAsync(document, found, called, parsed, maybeElsewhere: false, cancellationToken);

    private static async Task<ParsedAnswer?> ReadAnyAsync(
        Document document,
        HandOver found,
        Location called,
        Location parsed,
        bool maybeElsewhere,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || !(maybeElsewhere ? found.IsWithin(root.SyntaxTree, but: parsed) : found.IsWithin(root.SyntaxTree))
            || parsed.SourceTree is not { } tree
            || !model.Compilation.ContainsSyntaxTree(tree)
            || CalledBy(root, called.SourceSpan) is not { } call
            || At<InvocationExpressionSyntax>(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false), parsed.SourceSpan)
                is not { } parseCall
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
        )
        {
            return null;
        }

        var there = tree == root.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree);
        if (JsonParse.Read(parseCall, there, cancellationToken) is not { } parse || !IsNameable(parse.Target, model, call.SpanStart))
        {
            return null;
        }

        // What the parse is told in its file has no name in this one.
        var settings = new SerializerSettingsReader(there, cancellationToken).Read(parse);
        settings = there == model ? settings : new SerializerSettings(settings.Reading);
        return new ParsedAnswer(document, root, model, Layout.Of(root, document), call, method, parse, settings);
    }

    /// <summary>A schema can be made of the type, if not by this assembly: of objects, of lists of them, and of what a generic helper is called with.</summary>
    private static bool HasSchema(ITypeSymbol target) =>
        target is ITypeParameterSymbol
        || SchemaGenerator.WhyNoObject(target) is null
        || (
            Collections.IsSequence(target)
                ? Collections.ElementOf(target) is { } element && !Collections.IsSequence(element) && HasSchema(element)
                : target is INamedTypeSymbol named
                    && !Collections.IsDictionary(target)
                    && named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol)
        );

    /// <summary>The type's name means the type at the place: a type parameter is its method's own.</summary>
    private static bool IsNameable(ITypeSymbol type, SemanticModel model, int position) =>
        type switch
        {
            ITypeParameterSymbol => model.LookupSymbols(position, name: type.Name).Contains(type, SymbolEqualityComparer.Default),
            IArrayTypeSymbol array => IsNameable(array.ElementType, model, position),
            INamedTypeSymbol named => model.IsAccessible(position, named)
                && named.TypeArguments.All(argument => IsNameable(argument, model, position)),
            _ => false,
        };
}
