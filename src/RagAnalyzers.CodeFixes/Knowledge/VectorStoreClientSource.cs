using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.CodeFixes.Knowledge;

/// <summary>Where a vector store client comes from at the job call.</summary>
/// <param name="Expression">The text of an expression that is the client.</param>
/// <param name="Converted">The local that held the fine-tuning client for this call alone and becomes the vector store client, or
/// null.</param>
internal sealed record VectorStoreClientSource(string Expression, ConvertedLocal? Converted = null)
{
    private const string Getter = "GetFineTuningClient";
    private const string NewGetter = "GetVectorStoreClient";

    /// <summary>The simplest source: a client at hand, then the fine-tuning client's own origin, then another client's.</summary>
    public static VectorStoreClientSource? Find(TrainingRun run, TypeNames names, CancellationToken cancellationToken)
    {
        var compilation = run.Model.Compilation;
        if (
            compilation.GetTypeByMetadataName("OpenAI.VectorStores.VectorStoreClient") is not { } type
            || run.Job.Expression is not MemberAccessExpressionSyntax { Expression: var receiver }
        )
        {
            return null;
        }

        if (InScope(run, type.Name) is { } present)
        {
            return new VectorStoreClientSource(present);
        }

        if (receiver is InvocationExpressionSyntax inline && FromGetter(inline) is { } direct)
        {
            return new VectorStoreClientSource(direct);
        }

        if (Origin(receiver, run, cancellationToken) is { } origin)
        {
            if (
                ConvertedLocal.For(origin.Declarator, run, cancellationToken) is { } converted
                && NewOrigin(origin.Value, type, compilation, names) is { } value
            )
            {
                return new VectorStoreClientSource(converted.Name, converted with { Value = value, Type = names.Of(type) });
            }

            if (IsRepeatable(origin.Value) && NewOrigin(origin.Value, type, compilation, names) is { } again)
            {
                return new VectorStoreClientSource(CodeComments.Without(again).ToString());
            }
        }

        if (InScope(run, "OpenAIClient") is { } client)
        {
            return new VectorStoreClientSource($"{client}.{NewGetter}()");
        }

        return
            run.Upload.Expression is MemberAccessExpressionSyntax { Expression: var files }
            && Origin(files, run, cancellationToken) is { Value: BaseObjectCreationExpressionSyntax creation }
            && IsRepeatable(creation)
            && NewOrigin(creation, type, compilation, names) is { } alike
            ? new VectorStoreClientSource(CodeComments.Without(alike).ToString())
            : null;
    }

    private static (VariableDeclaratorSyntax Declarator, ExpressionSyntax Value)? Origin(
        ExpressionSyntax receiver,
        TrainingRun run,
        CancellationToken cancellationToken
    ) =>
        run.Model.GetSymbolInfo(receiver, cancellationToken).Symbol is ILocalSymbol local
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
            is VariableDeclaratorSyntax { Initializer.Value: var value } declarator
            ? (declarator, value)
            : null;

    /// <summary>A client of the type under a name that can be used at the job call.</summary>
    private static string? InScope(TrainingRun run, string typeName)
    {
        var position = run.Job.SpanStart;
        var isStatic = run.Model.GetEnclosingSymbol(position) is { IsStatic: true };
        return run
            .Model.LookupSymbols(position)
            .FirstOrDefault(symbol =>
                symbol switch
                {
                    ILocalSymbol local => IsClient(local.Type)
                        && local.DeclaringSyntaxReferences.All(reference => reference.Span.End < position),
                    IParameterSymbol parameter => IsClient(parameter.Type),
                    IFieldSymbol field => IsClient(field.Type) && (field.IsStatic || !isStatic),
                    IPropertySymbol property => IsClient(property.Type) && (property.IsStatic || !isStatic),
                    _ => false,
                }
            )
            ?.Name;

        bool IsClient(ITypeSymbol type) =>
            type.AndBaseTypes()
                .Any(t =>
                    t.Name == typeName
                    && t.ContainingNamespace?.ToDisplayString().StartsWith("OpenAI", System.StringComparison.Ordinal) == true
                );
    }

    private static string? FromGetter(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Getter } access
            ? $"{access.Expression.WithoutTrivia()}.{NewGetter}()"
            : null;

    /// <summary>
    /// The vector store client made as another client was made: got from the same client, or constructed with the same arguments.
    /// </summary>
    private static ExpressionSyntax? NewOrigin(ExpressionSyntax value, INamedTypeSymbol type, Compilation compilation, TypeNames names)
    {
        switch (value)
        {
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: Getter } name }
            } call:
                return call.ReplaceNode(name, PlainSyntax.Name(NewGetter).WithTriviaFrom(name));
            case BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments }:
                // From 2.11 on every client has options of its own.
                if (compilation.GetTypeByMetadataName("OpenAI.VectorStores.VectorStoreClientOptions") is { } options)
                {
                    arguments = arguments.ReplaceNodes(
                        arguments.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsTuningOptions),
                        (name, _) => SyntaxFactory.ParseTypeName(names.Of(options)).WithTriviaFrom(name)
                    );
                }

                return SyntaxFactory.ObjectCreationExpression(
                    PlainSyntax.Token(SyntaxKind.NewKeyword, SyntaxFactory.Space),
                    SyntaxFactory.ParseTypeName(names.Of(type)),
                    arguments,
                    initializer: null
                );
            default:
                return null;
        }
    }

    private static bool IsTuningOptions(IdentifierNameSyntax name) =>
        name.Identifier.ValueText == "FineTuningClientOptions" && name.Parent is ObjectCreationExpressionSyntax;

    /// <summary>Evaluating the expression once more gives an equal client and does nothing else.</summary>
    private static bool IsRepeatable(ExpressionSyntax value) =>
        value
            .DescendantNodesAndSelf()
            .All(node =>
                node
                    is IdentifierNameSyntax
                        or MemberAccessExpressionSyntax
                        or LiteralExpressionSyntax
                        or BaseObjectCreationExpressionSyntax
                        or ArgumentListSyntax
                        or ArgumentSyntax
                        or NameColonSyntax
                        or QualifiedNameSyntax
                        or InvocationExpressionSyntax
                        {
                            ArgumentList.Arguments.Count: 0,
                            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Getter }
                        }
                        or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            );
}
