using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>A model call whose answer is to have the shape of a type.</summary>
/// <param name="Call">The model call.</param>
/// <param name="Method">The method it calls.</param>
/// <param name="Target">The type.</param>
/// <param name="Reading">How the JSON is read, or null when that cannot be seen.</param>
internal abstract record TargetedCall(
    Document Document,
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    InvocationExpressionSyntax Call,
    IMethodSymbol Method,
    ITypeSymbol Target,
    JsonReading? Reading
)
{
    /// <summary>The call passes no options.</summary>
    public bool PassesNoOptions { get; init; }

    /// <summary>The creation of the options that this call alone uses, or null.</summary>
    public BaseObjectCreationExpressionSyntax? OptionsCreation { get; init; }

    /// <summary>JSON mode is in force, and a schema has to take its place.</summary>
    public bool IsInJsonMode { get; init; }

    /// <summary>What sets the format that the new one replaces, in options that go to this call alone, or null.</summary>
    public AssignmentExpressionSyntax? FormatAssignment { get; init; }

    /// <summary>The name of the target type at the model call.</summary>
    public string TargetName => Target.ToMinimalDisplayString(Model, Call.SpanStart);

    /// <summary>The name of the target type for the user to read, who may be in another file.</summary>
    public string TargetTitle => Target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The node of that kind that the span is exactly, or null.</summary>
    public static TNode? At<TNode>(SyntaxNode root, TextSpan span)
        where TNode : SyntaxNode =>
        root.FindNode(span, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .TakeWhile(node => node.Span == span)
            .OfType<TNode>()
            .FirstOrDefault();

    /// <summary>The call whose called expression the span is, or null.</summary>
    private protected static InvocationExpressionSyntax? CalledBy(SyntaxNode root, TextSpan called) =>
        root.FindNode(called, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(invocation => invocation.Expression.Span == called);
}
