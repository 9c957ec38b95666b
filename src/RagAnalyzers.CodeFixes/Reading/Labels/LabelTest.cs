using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>A comparison in a form that can be written with the members of an enum as well.</summary>
/// <param name="Node">The comparison.</param>
/// <param name="Text">The expression that is compared.</param>
/// <param name="Constants">The constant texts in it.</param>
/// <param name="IsCall">A call of <c>Equals</c>, which becomes an operator.</param>
internal sealed record LabelTest(SyntaxNode Node, ExpressionSyntax Text, ImmutableArray<ExpressionSyntax> Constants, bool IsCall)
{
    /// <summary>Reads a comparison; null when it has another form.</summary>
    public static LabelTest? Read(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node switch
        {
            SwitchStatementSyntax { Expression: { } value } statement => OfSwitch(statement, value),
            SwitchExpressionSyntax expression => OfSwitch(expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary => OfTwo(
                binary,
                binary.Left,
                binary.Right,
                model,
                isCall: false
            ),
            IsPatternExpressionSyntax test => ConstantsOf(test.Pattern) is { } constants
                ? new LabelTest(test, test.Expression, constants, IsCall: false)
                : null,
            InvocationExpressionSyntax call => OfCall(call, model, cancellationToken),
            _ => null,
        };

    private static LabelTest? OfSwitch(SwitchStatementSyntax statement, ExpressionSyntax value)
    {
        var constants = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        foreach (var label in statement.Sections.SelectMany(section => section.Labels))
        {
            switch (label)
            {
                case CaseSwitchLabelSyntax simple:
                    constants.Add(simple.Value);
                    break;
                case CasePatternSwitchLabelSyntax { WhenClause: null } pattern when ConstantsOf(pattern.Pattern) is { } found:
                    constants.AddRange(found);
                    break;
                case DefaultSwitchLabelSyntax:
                    break;
                default:
                    return null;
            }
        }

        return new LabelTest(statement, value, constants.ToImmutable(), IsCall: false);
    }

    private static LabelTest? OfSwitch(SwitchExpressionSyntax expression)
    {
        var constants = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        foreach (var arm in expression.Arms)
        {
            if (arm.WhenClause is not null || ConstantsOf(arm.Pattern) is not { } found)
            {
                return null;
            }

            constants.AddRange(found);
        }

        return new LabelTest(expression, expression.GoverningExpression, constants.ToImmutable(), IsCall: false);
    }

    private static LabelTest? OfTwo(
        ExpressionSyntax node,
        ExpressionSyntax left,
        ExpressionSyntax right,
        SemanticModel model,
        bool isCall
    ) =>
        model.GetConstantValue(right) is { HasValue: true, Value: string } ? new LabelTest(node, left, ImmutableArray.Create(right), isCall)
        : model.GetConstantValue(left) is { HasValue: true, Value: string }
            ? new LabelTest(node, right, ImmutableArray.Create(left), isCall)
        : null;

    /// <summary><c>text.Equals("a", comparison)</c> and <c>string.Equals(text, "a", comparison)</c>.</summary>
    private static LabelTest? OfCall(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            call.Expression is not MemberAccessExpressionSyntax { Expression: { } receiver }
            || model.GetSymbolInfo(call, cancellationToken).Symbol
                is not IMethodSymbol { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } method
        )
        {
            return null;
        }

        var arguments = call.ArgumentList.Arguments;
        return method.IsStatic
            ? arguments.Count >= 2
                ? OfTwo(call, arguments[0].Expression, arguments[1].Expression, model, isCall: true)
                : null
            : arguments.Count >= 1
                ? OfTwo(call, receiver, arguments[0].Expression, model, isCall: true)
                : null;
    }

    /// <summary>The two operands of a call of <c>Equals</c> as an equation.</summary>
    public static ExpressionSyntax Operands(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        var isStatic = receiver is PredefinedTypeSyntax || receiver.ToString() is "String" or "System.String";
        var (left, right) = isStatic ? (arguments[0].Expression, arguments[1].Expression) : (receiver, arguments[0].Expression);
        var equation = SyntaxFactory.BinaryExpression(
            SyntaxKind.EqualsExpression,
            left.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
            PlainSyntax.Token(SyntaxKind.EqualsEqualsToken, SyntaxFactory.Space),
            right.WithoutTrivia()
        );
        var needsParentheses =
            call.Parent
            is PrefixUnaryExpressionSyntax
                or MemberAccessExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression };
        return (needsParentheses ? (ExpressionSyntax)PlainSyntax.Parenthesized(equation) : equation).WithTriviaFrom(call);
    }

    /// <summary>The constants of a pattern that is made of constants alone; null for any other.</summary>
    private static ImmutableArray<ExpressionSyntax>? ConstantsOf(PatternSyntax pattern) =>
        pattern switch
        {
            DiscardPatternSyntax => ImmutableArray<ExpressionSyntax>.Empty,
            ConstantPatternSyntax constant => ImmutableArray.Create(constant.Expression),
            ParenthesizedPatternSyntax parenthesized => ConstantsOf(parenthesized.Pattern),
            UnaryPatternSyntax negated => ConstantsOf(negated.Pattern),
            BinaryPatternSyntax binary => ConstantsOf(binary.Left) is { } left && ConstantsOf(binary.Right) is { } right
                ? left.AddRange(right)
                : null,
            _ => null,
        };
}
