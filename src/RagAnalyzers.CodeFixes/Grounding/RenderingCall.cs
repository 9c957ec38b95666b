using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>The call that renders a template, and takes the values of its variables.</summary>
/// <param name="Call">The call: the one that compiles the template, or the one that invokes the function that was made of it.</param>
/// <param name="Method">The method that it calls.</param>
/// <param name="Ordinals">Of each argument, the ordinal of its parameter.</param>
internal sealed record RenderingCall(InvocationExpressionSyntax Call, IMethodSymbol Method, ImmutableArray<int> Ordinals)
{
    private const string Parameter = "arguments";

    public IParameterSymbol Taking => Method.Parameters.First(static p => p.Name == Parameter);

    /// <summary>The call; null where the function that is made is used in more than one place, or elsewhere.</summary>
    /// <param name="compiling">The call that compiles the template.</param>
    public static RenderingCall? Of(InvocationExpressionSyntax compiling, SemanticModel model, CancellationToken cancellationToken) =>
        Read(compiling, model, cancellationToken)
        ?? (Function(compiling, model, cancellationToken) is { } function ? Invoking(function, model, cancellationToken) : null);

    /// <summary>The argument with the values of the variables, or null where the call passes none.</summary>
    public ArgumentSyntax? Arguments(InvocationExpressionSyntax call)
    {
        var at = Ordinals.IndexOf(Taking.Ordinal);
        return at < 0 ? null : call.ArgumentList.Arguments[at];
    }

    /// <summary>
    /// The values are the same in both calls: they are one, or stand in one statement or in two that follow each other, or the values are
    /// variables that nothing changes behind the first.
    /// </summary>
    public bool SeesTheSame(InvocationExpressionSyntax compiling, ImmutableArray<ExpressionSyntax> values)
    {
        if (Call == compiling)
        {
            return true;
        }

        var from = compiling.FirstAncestorOrSelf<StatementSyntax>();
        var to = Call.FirstAncestorOrSelf<StatementSyntax>();
        if (from is null || to is null || Enclosing(compiling) != Enclosing(Call))
        {
            return false;
        }

        var follows =
            from == to
            || (
                from.Parent == to.Parent
                && from.GetLastToken().GetNextToken() == to.GetFirstToken()
                && to is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax
            );
        return follows
            || values.All(v =>
                v is IdentifierNameSyntax name
                && !CompiledTemplate
                    .Around(compiling)
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Any(n => n.SpanStart > from.Span.End && n.Identifier.ValueText == name.Identifier.ValueText && IsWritten(n))
            );
    }

    private static SyntaxNode? Enclosing(SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(static a =>
                a
                    is AnonymousFunctionExpressionSyntax
                        or LocalFunctionStatementSyntax
                        or BaseMethodDeclarationSyntax
                        or CompilationUnitSyntax
            );

    private static bool IsWritten(IdentifierNameSyntax name) =>
        name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } => true,
            PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or TupleExpressionSyntax => true,
            _ => false,
        };

    private static RenderingCall? Read(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
        && method.Parameters.Any(static p => p.Name == Parameter)
        && CallArguments.Ordinals(call.ArgumentList, method) is { } ordinals
            ? new RenderingCall(call, method, ordinals)
            : null;

    /// <summary>The expression that is the function: the call that makes it, or the one mention of the local that it is put into.</summary>
    private static ExpressionSyntax? Function(
        InvocationExpressionSyntax compiling,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        compiling.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local }
            ? CompiledTemplate.OnlyMention(local, model, cancellationToken)
            : compiling;

    private static RenderingCall? Invoking(ExpressionSyntax function, SemanticModel model, CancellationToken cancellationToken) =>
        function.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } => Read(
                call,
                model,
                cancellationToken
            ),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == function => Read(
                call,
                model,
                cancellationToken
            ),
            _ => null,
        };
}
