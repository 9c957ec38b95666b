using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// The base of the fixes for SDKs whose call can be generic in the answer type: the call gets the type argument, and the
/// typed response's result takes the place of the parse.
/// </summary>
internal abstract class TypedCallFix : ParsedAnswerFix
{
    private const string Placeholder = "__response";

    /// <summary>The metadata name of the untyped response.</summary>
    private protected abstract string ResponseType { get; }

    /// <summary>The generic methods that may take the place of the call's, their type parameter still open.</summary>
    private protected abstract IEnumerable<IMethodSymbol> TypedMethods(TargetedCall answer);

    /// <summary>The expression that takes the place of the parse, or null when the failure cannot be dealt with as before.</summary>
    /// <param name="response">Stands for the response.</param>
    /// <param name="isLocal">The response is a local, so that it may be mentioned more than once.</param>
    private protected abstract string? Result(string response, bool isLocal, ParsedAnswer answer, ParseFailure failure, TypeNames names);

    /// <summary>The condition that holds when there is a result, which the variable then is; null where the SDK has none.</summary>
    private protected virtual string? Asked(string response, string variable) => null;

    internal sealed override Task<ProposedFix?> ProposeAsync(TargetedCall answer, CancellationToken cancellationToken) =>
        answer switch
        {
            ParsedAnswer parsed => ReplaceParseAsync(parsed, cancellationToken),
            EvidentAnswer evident => Task.FromResult(MakeGeneric(evident)),
            _ => Task.FromResult<ProposedFix?>(null),
        };

    /// <summary>Nothing parses: the typed response derives from the untyped one, so that whatever reads it stays as it is.</summary>
    private ProposedFix? MakeGeneric(EvidentAnswer answer)
    {
        var names = new TypeNames(answer.Model, answer.Call.SpanStart);
        var options = new TypedCallOptions(answer.SerializerOptions, NeedsResolver: null);
        if (!answer.CanPassOptions || TypedCall.Make(answer, TypedMethods(answer), options, names) is not { } typedCall)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var root = answer.Root.ReplaceNode(answer.Call, typedCall.WithAdditionalAnnotations(mark));
        return new ProposedFix(
            TitleFor(answer),
            answer.Document.WithSyntaxRoot(UsingDirectives.Add(root, names.Imports, answer.Layout)),
            mark
        );
    }

    private async Task<ProposedFix?> ReplaceParseAsync(ParsedAnswer answer, CancellationToken cancellationToken)
    {
        var model = answer.Model;
        if (
            answer.IsParsedElsewhere
            || model.Compilation.GetTypeByMetadataName(ResponseType) is not { } responseType
            || AnswerReading.Find(answer, responseType, cancellationToken) is not { } reading
            || ParseFailure.Of(answer.Parse, model, cancellationToken) is not { } failure
            || TypedCallOptions.For(answer) is not { } options
            || !CanRemoveFormat(answer, cancellationToken)
            || ResponseHolder.For(reading.Response, answer.Call, failure.Replaced) is not { } holder
        )
        {
            return null;
        }

        var names = new TypeNames(model, answer.Call.SpanStart);
        if (TypedCall.Make(answer, TypedMethods(answer), options, names) is not { } typedCall)
        {
            return null;
        }

        // The typed call sets the format itself; the one that it overwrites goes.
        var format = answer.FormatAssignment;
        if (format is not null && answer.Call.Span.Contains(format.Span))
        {
            var inCall = typedCall.DescendantNodes().OfType<AssignmentExpressionSyntax>().First(node => node.IsEquivalentTo(format));
            typedCall = (InvocationExpressionSyntax)Assignments.Remove(typedCall, inCall, answer.Layout);
            format = null;
        }

        var mark = new SyntaxAnnotation();
        var typeNames = reading.Responses.SelectMany(local => UntypedNames(local, responseType, model, cancellationToken)).ToList();
        var declarators = reading
            .Texts.Select(local => local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken))
            .OfType<VariableDeclaratorSyntax>()
            .ToList();
        if (answer.FormatAssignment is not null)
        {
            declarators.AddRange(LocalValues.DeclaratorsIn(answer.FormatAssignment.Right, model, cancellationToken));
        }

        var formats = format is null ? Enumerable.Empty<SyntaxNode>() : [format];
        SyntaxNode root = answer.Root.TrackNodes([
            .. formats,
            answer.Call,
            reading.Response,
            failure.Replaced,
            .. typeNames,
            .. declarators,
            .. holder.Nodes,
            .. options.Nodes,
        ]);

        root = options.AddResolver(root, answer, names);
        root = root.ReplaceNode(root.GetCurrentNode(answer.Call)!, typedCall.WithAdditionalAnnotations(mark));
        if (format is not null)
        {
            root = Assignments.Remove(root, root.GetCurrentNode(format)!, answer.Layout);
        }

        foreach (var name in typeNames)
        {
            var generic = SyntaxFactory.ParseTypeName($"{name.Identifier.Text}<{answer.TargetName}>");
            root = root.ReplaceNode(root.GetCurrentNode(name)!, generic.WithTriviaFrom(name));
        }

        (root, var response) = holder.Extract(root, answer.Layout);
        var replaced = root.GetCurrentNode(failure.Replaced)!;
        if (Returning(replaced, failure, answer.Layout) is { } returning)
        {
            var statement = replaced.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
            root = root.ReplaceNode(statement, Statements.LikeLineOf(statement, With(returning, response)).WithTriviaFrom(statement));
        }
        else if (Result(Placeholder, response is IdentifierNameSyntax, answer, failure, names) is { } text)
        {
            var result = With(SyntaxFactory.ParseExpression(text), response);
            var place = new SyntaxAnnotation();
            root = root.ReplaceNode(replaced, Parenthesized(result, failure).WithTriviaFrom(replaced).WithAdditionalAnnotations(place));
            root =
                failure.Returned is null
                || response is not IdentifierNameSyntax
                || result is not ConditionalExpressionSyntax
                || result.DescendantNodes().OfType<ThrowExpressionSyntax>().Any()
                    ? root
                    : IdleTry.Remove(root, root.GetAnnotatedNodes(place).Single(), answer.Layout);
        }
        else
        {
            return null;
        }

        root = await LeftoverLocals.RemoveAsync(answer.Document, root, declarators, answer.Layout, cancellationToken).ConfigureAwait(false);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, answer.Layout);
        return new ProposedFix(TitleFor(answer), answer.Document.WithSyntaxRoot(root), mark);
    }

    /// <summary>Where the parse gives a local its value, and a catch would return another: the statement that declares the one or returns the other.</summary>
    private StatementSyntax? Returning(ExpressionSyntax replaced, ParseFailure failure, Layout layout)
    {
        if (
            failure.Returned is not { } returned
            || replaced.Parent
                is not EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax
                    {
                        Parent: VariableDeclarationSyntax
                        {
                            Variables.Count: 1,
                            Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement
                        }
                    } local
                }
            || !Statements.IsInList(statement)
            || Asked(Placeholder, local.Identifier.Text) is not { } asked
        )
        {
            return null;
        }

        return SyntaxFactory.ParseStatement(
            layout.Indented($"if (!{asked})\n{layout.Unit}return {returned.WithoutTrivia()};", Statements.IndentOf(statement, layout))
        );
    }

    /// <summary>The code with the response where it is spoken of.</summary>
    private static TNode With<TNode>(TNode code, ExpressionSyntax response)
        where TNode : SyntaxNode =>
        code.ReplaceNodes(
            code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(static name => name.Identifier.ValueText == Placeholder),
            (_, _) => response
        );

    private static string TitleFor(TargetedCall answer) => $"Ask for '{answer.TargetName}' with {answer.Method.Name}<{answer.TargetName}>";

    private static bool CanRemoveFormat(ParsedAnswer answer, CancellationToken cancellationToken) =>
        answer.FormatAssignment is not { } assignment
        || (
            Assignments.AreRemovable(assignment, answer.Model, cancellationToken)
            && LeftoverLocals.HasNoEffect(assignment.Right, answer.Model, cancellationToken)
        );

    private static ExpressionSyntax Parenthesized(ExpressionSyntax result, ParseFailure failure) =>
        result is not ConditionalExpressionSyntax
        || failure.Replaced.Parent
            is EqualsValueClauseSyntax
                or ReturnStatementSyntax
                or ArrowExpressionClauseSyntax
                or ArgumentSyntax
                or ParenthesizedExpressionSyntax
        || failure.Replaced.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }
            ? result
            : PlainSyntax.Parenthesized(result);

    /// <summary>The mentions of the untyped response in an explicitly written type of the local.</summary>
    private static IEnumerable<IdentifierNameSyntax> UntypedNames(
        ILocalSymbol local,
        INamedTypeSymbol responseType,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).Parent
            is VariableDeclarationSyntax { Type: { IsVar: false } type }
            ? type.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, responseType))
            : [];
}
