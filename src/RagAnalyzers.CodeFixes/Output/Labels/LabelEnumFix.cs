using System.Collections.Generic;
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
using RagAnalyzers.CodeFixes.Reading.Labels;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>
/// RAG2012 on Microsoft.Extensions.AI and Agent Framework: declares an enum of the labels, asks for it with the typed call, and
/// compares its members. Both libraries put an enum into an object for the service, and take it out again.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelEnumFix))]
public sealed class LabelEnumFix : RuleCodeFixProvider
{
    private const string MemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2012");

    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2011", "RAG2013");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            await ComparedText.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { Property: null, Method.Arity: 0 } found
            || LabelReading.Find(found.Tests, found.Call, found.Model, cancellationToken) is not { } reading
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(found.Root, document);
        var texts = LabelTests.TextsOf(found);
        var name = NameFor(reading, found);
        if (texts.Contains(null) || LabelEnum.For(name, texts!, found.Beside) is not { } labels)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var names = new TypeNames(found.Model, found.Call.SpanStart);
        string? attribute = null;
        if (labels.NeedsLabels)
        {
            if (found.Model.Compilation.GetTypeByMetadataName(MemberName) is not { } type)
            {
                return ImmutableArray<ProposedFix>.Empty;
            }

            attribute = names.Of(type);
            attribute = attribute.Substring(0, attribute.Length - "Attribute".Length);
        }

        if (
            TypedCall.Make(found.Call, found.Method, name, TypedMethods(found), new TypedCallOptions(null, null), names, layout)
            is not { } typedCall
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var mark = new SyntaxAnnotation();
        var root = Edited(found, reading, labels, typedCall.WithAdditionalAnnotations(mark));
        root = EnumDeclarations.Add(root, root.GetAnnotatedNodes(mark).First(), labels, attribute, layout);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, layout);
        return ImmutableArray.Create(
            new ProposedFix($"Ask for an enum '{name}' with {found.Method.Name}<{name}>", document.WithSyntaxRoot(root), mark)
        );
    }

    private static SyntaxNode Edited(ComparedText found, LabelReading reading, LabelEnum labels, InvocationExpressionSyntax typedCall)
    {
        var reads = reading.Reads.Select(read => (SyntaxNode)read.Cleaned);
        var compared = reading.Compared.Select(c => (SyntaxNode)c.Cleaned);
        var responses = reading.Reads.Select(read => (SyntaxNode)read.Response);
        SyntaxNode root = found.Root.TrackNodes([
            found.Call,
            .. reads,
            .. responses,
            .. compared,
            .. LabelTests.Tracked(found),
            .. reading.Types,
            .. reading.Responses,
        ]);

        root = LabelTests.WithMembers(root, found, labels);
        foreach (var (cleaned, local) in reading.Compared.Where(c => c.Cleaned != c.Local))
        {
            root = root.ReplaceNode(root.GetCurrentNode(cleaned)!, local.WithTriviaFrom(cleaned));
        }

        root = root.ReplaceNode(root.GetCurrentNode(found.Call)!, typedCall);
        foreach (var (cleaned, response) in reading.Reads)
        {
            var result = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                root.GetCurrentNode(response)!,
                PlainSyntax.Token(SyntaxKind.DotToken),
                PlainSyntax.Name("Result")
            );
            root = root.ReplaceNode(root.GetCurrentNode(cleaned)!, result.WithTriviaFrom(cleaned));
        }

        foreach (var type in reading.Types)
        {
            root = root.ReplaceNode(root.GetCurrentNode(type)!, PlainSyntax.Name(labels.Name).WithTriviaFrom(type));
        }

        foreach (var type in reading.Responses)
        {
            var current = root.GetCurrentNode(type)!;
            var bare = current is NullableTypeSyntax nullable ? nullable.ElementType : current;
            root = root.ReplaceNode(bare, SyntaxFactory.ParseTypeName($"{bare.WithoutTrivia()}<{labels.Name}>").WithTriviaFrom(bare));
        }

        return LabelTests.WithOperators(root, found);
    }

    private static IEnumerable<IMethodSymbol> TypedMethods(ComparedText found)
    {
        if (found.Sdk == SdkKind.ExtensionsAI)
        {
            return found
                    .Model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions")
                    ?.GetMembers(found.Method.Name)
                    .OfType<IMethodSymbol>()
                    .Where(method => method is { Arity: 1, IsExtensionMethod: true })
                ?? [];
        }

        return found
            .Method.ContainingType.AndBaseTypes()
            .SelectMany(type => type.GetMembers(found.Method.Name))
            .OfType<IMethodSymbol>()
            .Where(method => method.Arity == 1);
    }

    /// <summary>The enum is called like the local that holds the label, where that says more than "text".</summary>
    private static string NameFor(LabelReading reading, ComparedText found)
    {
        var candidates = reading.Locals.Select(local => local.Name).Where(name => !LabelEnumNames.SayNothing.Contains(name));
        return LabelEnumNames.Free(candidates.FirstOrDefault() ?? "label", found.Root, found.Model, found.Call.SpanStart);
    }
}
