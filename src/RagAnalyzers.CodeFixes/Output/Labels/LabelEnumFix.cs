using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
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
internal sealed class LabelEnumFix : RuleFix
{
    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            await ComparedText.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { HasTypedCalls: true, Property: null, Method.Arity: 0 } found
            || LabelReading.Find(found, cancellationToken) is not { } reading
        )
        {
            return null;
        }

        var layout = Layout.Of(found.Root, document);
        var names = new TypeNames(found.Model, found.Call.SpanStart);
        if (
            LabelEnum.For(found, reading, names) is not { Name: var name } labels
            || TypedCall.Make(found.Call, found.Method, name, TypedMethods(found), new TypedCallOptions(null, null), names, layout)
                is not { } typedCall
        )
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var root = Edited(found, reading, labels, typedCall.WithAdditionalAnnotations(mark));
        root = EnumDeclarations.Add(root, root.GetAnnotatedNodes(mark).First(), labels, layout);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, layout);
        return new ProposedFix($"Ask for an enum '{name}' with {found.Method.Name}<{name}>", document.WithSyntaxRoot(root), mark);
    }

    private static SyntaxNode Edited(ComparedText found, LabelReading reading, LabelEnum labels, InvocationExpressionSyntax typedCall)
    {
        var root = LabelTests.Track(found, reading, [found.Call, .. reading.Responses]);
        root = LabelTests.WithMembers(root, found, reading, labels);
        root = root.ReplaceNode(root.GetCurrentNode(found.Call)!, typedCall);
        foreach (var read in reading.Reads)
        {
            var result = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                root.GetCurrentNode(read.Response)!,
                PlainSyntax.Token(SyntaxKind.DotToken),
                PlainSyntax.Name("Result")
            );
            root = root.ReplaceNode(root.GetCurrentNode(read.Cleaned)!, result.WithTriviaFrom(read.Cleaned));
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
}
