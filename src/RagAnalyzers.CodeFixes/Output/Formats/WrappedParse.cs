using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>A parse <c>Deserialize&lt;Song[]&gt;(text)</c> of an answer that will be wrapped.</summary>
/// <param name="Target">The type that it reads.</param>
/// <param name="Replaced">The call, with the <c>!</c> behind it.</param>
internal sealed record WrappedParse(InvocationExpressionSyntax Call, TypeSyntax TargetSyntax, ITypeSymbol Target, ExpressionSyntax Replaced)
{
    /// <summary>The parses that the diagnostic names; none when one of them has another form, or they read different types.</summary>
    public static ImmutableArray<WrappedParse> ReadAll(FormatExpression format, CancellationToken cancellationToken)
    {
        var parses = format
            .Found.Parses.Select(location =>
                location.SourceTree == format.Root.SyntaxTree ? Read(format, location, cancellationToken) : null
            )
            .ToList();
        return parses.Contains(null) || parses.Select(parse => parse!.Target).Distinct(SymbolEqualityComparer.Default).Count() != 1
            ? ImmutableArray<WrappedParse>.Empty
            : parses.OfType<WrappedParse>().ToImmutableArray();
    }

    /// <summary>The parse of the wrapper, and what is in it.</summary>
    public ExpressionSyntax With(WrapperType wrapper, SemanticModel model)
    {
        var call = Call.ReplaceNode(TargetSyntax, PlainSyntax.Name(wrapper.Name).WithTriviaFrom(TargetSyntax)).WithoutTrivia();

        // What would have been null is null still, unless the code says that it is not.
        var isCertain =
            Replaced != Call
            || Target.IsValueType
            || Replaced.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ForEachStatementSyntax;
        var certain = model.GetNullableContext(Call.SpanStart).WarningsEnabled() ? "!" : "";
        return SyntaxFactory.ParseExpression($"{call}{(isCertain ? certain : "?")}.{wrapper.Property}", options: Call.SyntaxTree.Options);
    }

    private static WrappedParse? Read(FormatExpression format, Location location, CancellationToken cancellationToken)
    {
        if (
            FormatExpression.Exactly<InvocationExpressionSyntax>(format.Root, location.SourceSpan)
                is not {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name: GenericNameSyntax
                        {
                            Identifier.ValueText: "Deserialize" or "DeserializeObject",
                            TypeArgumentList.Arguments: [var target]
                        }
                    }
                } call
            || format.Model.GetTypeInfo(target, cancellationToken).Type is not { TypeKind: not TypeKind.Error } type
        )
        {
            return null;
        }

        var replaced = call.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } certain
            ? certain
            : (ExpressionSyntax)call;
        return new WrappedParse(call, target, type, replaced);
    }
}
