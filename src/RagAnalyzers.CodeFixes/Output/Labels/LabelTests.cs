using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Labels;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>The tests of a label's text, and what they become when the label is a member of an enum.</summary>
internal static class LabelTests
{
    /// <summary>The texts that are compared with, in source order; null for one that is not known.</summary>
    public static List<string?> TextsOf(ComparedText found) =>
        found
            .Tests.SelectMany(test => test.Constants)
            .OrderBy(constant => constant.SpanStart)
            .Select(constant => found.TextOf(constant))
            .ToList();

    /// <summary>What a root must track before the tests in it are changed.</summary>
    public static IEnumerable<SyntaxNode> Tracked(ComparedText found) => ConstantsOf(found).Concat(CallsOf(found));

    /// <summary>The root of the document, which tracks what is changed when a text becomes an enum.</summary>
    /// <param name="others">What else is to be tracked.</param>
    public static SyntaxNode Track(ComparedText found, LabelReading reading, IEnumerable<SyntaxNode> others) =>
        found.Root.TrackNodes([
            .. Tracked(found),
            .. reading.Reads.SelectMany(read => new SyntaxNode[] { read.Cleaned, read.Text, read.Response }),
            .. reading.Compared.Select(compared => (SyntaxNode)compared.Cleaned),
            .. reading.Types,
            .. others,
        ]);

    /// <summary>Puts the members of the enum where the constants stand, and its name where the locals with the text have a type.</summary>
    public static SyntaxNode WithMembers(SyntaxNode root, ComparedText found, LabelReading reading, LabelEnum labels)
    {
        root = WithMembers(root, found, labels);
        foreach (var (cleaned, local) in reading.Compared.Where(compared => compared.Cleaned != compared.Local))
        {
            root = root.ReplaceNode(root.GetCurrentNode(cleaned)!, local.WithTriviaFrom(cleaned));
        }

        foreach (var type in reading.Types)
        {
            root = root.ReplaceNode(root.GetCurrentNode(type)!, PlainSyntax.Name(labels.Name).WithTriviaFrom(type));
        }

        return root;
    }

    /// <summary>Puts the members of the enum where the constants stand.</summary>
    public static SyntaxNode WithMembers(SyntaxNode root, ComparedText found, LabelEnum labels)
    {
        foreach (var constant in ConstantsOf(found))
        {
            root = root.ReplaceNode(
                root.GetCurrentNode(constant)!,
                labels.Expression(found.TextOf((ExpressionSyntax)constant)!).WithTriviaFrom(constant)
            );
        }

        return root;
    }

    /// <summary>Puts an operator where a method compares; to be done last, since the operands are inside.</summary>
    public static SyntaxNode WithOperators(SyntaxNode root, ComparedText found)
    {
        foreach (var call in CallsOf(found))
        {
            var current = root.GetCurrentNode(call)!;
            root = root.ReplaceNode(current, LabelTest.Operands((InvocationExpressionSyntax)current));
        }

        return root;
    }

    private static IEnumerable<SyntaxNode> ConstantsOf(ComparedText found) => found.Tests.SelectMany(test => test.Constants);

    private static IEnumerable<SyntaxNode> CallsOf(ComparedText found) => found.Tests.Where(test => test.IsCall).Select(test => test.Node);
}
