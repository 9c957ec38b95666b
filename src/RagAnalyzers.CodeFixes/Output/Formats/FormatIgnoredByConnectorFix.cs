using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>
/// RAG2006: what Semantic Kernel's OpenAI connector drops becomes what it takes: the type of the answer where that is known, or
/// else the same format in the OpenAI client's terms.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FormatIgnoredByConnectorFix))]
public sealed class FormatIgnoredByConnectorFix : RuleCodeFixProvider
{
    private const string Format = "OpenAI.Chat.ChatResponseFormat";

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2006");

    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2010", "RAG2011", "RAG2013");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || FormatIgnoredByConnectorHandOver.Read(diagnostic) is not { } found
            || ParsedAnswer.At<AssignmentExpressionSyntax>(root, diagnostic.Location.SourceSpan) is not { } assignment
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var names = new TypeNames(model, assignment.SpanStart);
        var format = found switch
        {
            { ModelCall: { } called, Parse: { } parsed } => await ParsedAnswer
                .ReadAsync(document, found, called, parsed, cancellationToken)
                .ConfigureAwait(false)
                is { } answer
                ? ConnectorFormat.For(answer, names)
                : null,
            { TypeSource: { } source } => Named(root, model, assignment, source, cancellationToken),
            _ => Equivalent(model, assignment, found.Equivalent, names),
        };
        if (format is null)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(root, document);
        var mark = new SyntaxAnnotation();
        var declarators = LocalValues.DeclaratorsIn(assignment.Right, model, cancellationToken);
        var (old, mended) = Replace(assignment, format, layout, mark);
        SyntaxNode changed = root.TrackNodes(declarators.Append(old));
        changed = changed.ReplaceNode(changed.GetCurrentNode(old)!, mended);
        changed = await LeftoverLocals.RemoveAsync(document, changed, declarators, layout, cancellationToken).ConfigureAwait(false);
        changed = UsingDirectives.Add((CompilationUnitSyntax)changed, names.Imports, layout);
        return ImmutableArray.Create(new ProposedFix(format.Title, document.WithSyntaxRoot(changed), mark));
    }

    /// <summary>
    /// The assignment with the new value; a member of an initializer together with it, because a long value needs lines of its own.
    /// </summary>
    private static (SyntaxNode Old, SyntaxNode New) Replace(
        AssignmentExpressionSyntax assignment,
        NewFormat format,
        Layout layout,
        SyntaxAnnotation mark
    )
    {
        if (
            assignment is
            {
                Left: IdentifierNameSyntax member,
                Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } initializer
            }
        )
        {
            var set = ObjectInitializers.Set(creation, member.Identifier.ValueText, format.Value, layout);
            var changed = set.Initializer!.Expressions[initializer.Expressions.IndexOf(assignment)];
            return (creation, set.ReplaceNode(changed, changed.WithAdditionalAnnotations(mark)));
        }

        var value = SyntaxFactory.ParseExpression(format.Value(layout.IndentAt(assignment)), options: assignment.SyntaxTree.Options);
        return (assignment, assignment.WithRight(value.WithTriviaFrom(assignment.Right)).WithAdditionalAnnotations(mark));
    }

    /// <summary>The type that <c>ForJsonSchema&lt;T&gt;()</c> or <c>ForJsonSchema(typeof(T))</c> names.</summary>
    private static NewFormat? Named(
        SyntaxNode root,
        SemanticModel model,
        SyntaxNode assignment,
        Location source,
        CancellationToken cancellationToken
    )
    {
        if (source.SourceTree != root.SyntaxTree)
        {
            return null;
        }

        var type = root.FindNode(source.SourceSpan, getInnermostNodeForTie: true) switch
        {
            TypeOfExpressionSyntax typeOf => model.GetTypeInfo(typeOf.Type, cancellationToken).Type,
            InvocationExpressionSyntax call => (
                model.GetSymbolInfo(call, cancellationToken).Symbol as IMethodSymbol
            )?.TypeArguments.FirstOrDefault(),
            _ => null,
        };
        return
            type is INamedTypeSymbol named && SchemaGenerator.WhyNoObject(named) is null && model.IsAccessible(assignment.SpanStart, named)
            ? ConnectorFormat.OfType(
                named.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, assignment.SpanStart)
            )
            : null;
    }

    private static NewFormat? Equivalent(
        SemanticModel model,
        AssignmentExpressionSyntax assignment,
        FormatStrength? equivalent,
        TypeNames names
    )
    {
        if (model.Compilation.GetTypeByMetadataName(Format) is not { } type)
        {
            return null;
        }

        var isLiteral = assignment.Right.IsKind(SyntaxKind.StringLiteralExpression);
        return equivalent switch
        {
            FormatStrength.JsonMode => isLiteral ? Of("\"json_object\"") : Of($"{names.Of(type)}.CreateJsonObjectFormat()"),
            FormatStrength.Text => isLiteral ? Of("\"text\"") : Of($"{names.Of(type)}.CreateTextFormat()"),
            FormatStrength.Schema when model.Compilation.GetTypeByMetadataName("System.BinaryData") is { } data => new NewFormat(
                "Set ResponseFormat to the schema, with CreateJsonSchemaFormat",
                _ =>
                    $"{names.Of(type)}.CreateJsonSchemaFormat(\"answer\", {names.Of(data)}.FromString({assignment.Right.WithoutTrivia().ToFullString()}))"
            ),
            _ => null,
        };

        static NewFormat Of(string value) => new($"Set ResponseFormat to {value.Substring(value.IndexOf('.') + 1)}", _ => value);
    }
}
