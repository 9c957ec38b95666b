using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>The way of an answer's text from the model call to its comparisons, when it is used for nothing else.</summary>
/// <param name="Reads">Where the text is read off the response.</param>
/// <param name="Types">Explicitly written types of the locals that hold the text.</param>
/// <param name="Responses">Explicitly written types of the local that holds the response.</param>
/// <param name="Locals">The locals that hold the text.</param>
internal sealed record LabelReading(
    ImmutableArray<LabelRead> Reads,
    ImmutableArray<TypeSyntax> Types,
    ImmutableArray<TypeSyntax> Responses,
    ImmutableArray<(ExpressionSyntax Cleaned, ExpressionSyntax Local)> Compared,
    ImmutableArray<ILocalSymbol> Locals
)
{
    /// <summary>What can be asked of a typed response and means the same there.</summary>
    private static readonly ImmutableHashSet<string> Facts = ImmutableHashSet.Create(
        "Usage",
        "FinishReason",
        "ModelId",
        "ResponseId",
        "CreatedAt",
        "ConversationId",
        "AgentId",
        "Id",
        "Model",
        "Role",
        "Refusal",
        "Status",
        "IncompleteStatusDetails"
    );

    /// <summary>Follows the compared texts back to the call; null when one comes another way or is used otherwise.</summary>
    public static LabelReading? Find(ComparedText found, CancellationToken cancellationToken) =>
        new Search(found.Call, found.Sdk, found.Model, cancellationToken).Run(found.Tests);

    private sealed class Search(InvocationExpressionSyntax call, SdkKind sdk, SemanticModel model, CancellationToken cancellationToken)
    {
        private readonly List<LabelRead> _reads = [];
        private readonly List<(ExpressionSyntax Cleaned, ExpressionSyntax Local)> _compared = [];
        private readonly List<ExpressionSyntax> _responses = [];
        private readonly HashSet<ILocalSymbol> _texts = new(SymbolEqualityComparer.Default);

        public LabelReading? Run(IReadOnlyCollection<LabelTest> tests)
        {
            if (!tests.All(test => Visit(test.Text)))
            {
                return null;
            }

            var pending = new Queue<ILocalSymbol>(_texts);
            while (pending.Count > 0)
            {
                // A local is followed to its one value; another assignment would need another conversion.
                var local = pending.Dequeue();
                var known = _texts.Count;
                if (LocalValues.Of(local, model, cancellationToken).ToList() is not [var value] || !Visit(value))
                {
                    return null;
                }

                foreach (var found in _texts.Skip(known))
                {
                    pending.Enqueue(found);
                }
            }

            var holders = _responses
                .OfType<IdentifierNameSyntax>()
                .Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol)
                .OfType<ILocalSymbol>()
                .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)
                .ToList();
            if (_reads.Count == 0 || !_texts.All(IsOnlyCompared) || !holders.All(IsOnlyRead))
            {
                return null;
            }

            return new LabelReading(
                _reads.ToImmutableArray(),
                _texts.SelectMany(WrittenType).ToImmutableArray(),
                holders.SelectMany(WrittenType).ToImmutableArray(),
                _compared.ToImmutableArray(),
                _texts.ToImmutableArray()
            );
        }

        private bool Visit(ExpressionSyntax text)
        {
            var bare = CleanedText.Bare(text);
            if (
                bare is IdentifierNameSyntax name
                && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_String } local
            )
            {
                _texts.Add(local);
                _compared.Add((text, name));
                return true;
            }

            // A call may return the text and nothing else.
            var isText = model.GetTypeInfo(bare, cancellationToken).Type?.SpecialType == SpecialType.System_String && IsResponse(bare);
            var response = isText ? bare : ResponseText.ResponseOf(bare, sdk);
            if (response is null || !IsResponse(response))
            {
                return false;
            }

            _reads.Add(new LabelRead(text, bare, response));
            _responses.Add(response);
            return true;
        }

        /// <summary>The awaited call, or a local whose one value it is.</summary>
        private bool IsResponse(ExpressionSyntax expression)
        {
            expression = PlainSyntax.WithoutParentheses(expression);
            if (
                expression == call
                || expression is CastExpressionSyntax cast && IsResponse(cast.Expression)
                || expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } wrapped
                    && IsResponse(wrapped.Expression)
            )
            {
                return true;
            }

            if (expression is AwaitExpressionSyntax await)
            {
                return await.Expression == call
                    || (
                        await.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                        && IsConfigured(access)
                    );
            }

            return expression is IdentifierNameSyntax name
                && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local
                && LocalValues.Of(local, model, cancellationToken).ToList() is [var value]
                && PlainSyntax.WithoutParentheses(value) is not IdentifierNameSyntax
                && IsResponse(value);
        }

        private bool IsConfigured(MemberAccessExpressionSyntax access) =>
            access.Name.Identifier.ValueText == "ConfigureAwait" && access.Expression == call;

        private bool IsOnlyCompared(ILocalSymbol local) =>
            LocalValues
                .Uses(local, model, cancellationToken)
                .All(use => _compared.Any(c => c.Local == use) || _reads.Any(r => r.Cleaned.Span.Contains(use.Span)));

        private bool IsOnlyRead(ILocalSymbol local) =>
            LocalValues
                .Uses(local, model, cancellationToken)
                .All(use =>
                    _responses.Contains(use)
                    || use.Parent is MemberAccessExpressionSyntax access && access.Expression == use && IsFact(access)
                );

        private static bool IsFact(MemberAccessExpressionSyntax access) =>
            Facts.Contains(access.Name.Identifier.ValueText)
            || access.Parent is MemberAccessExpressionSyntax of
                && of.Expression == access
                && (
                    access.Name.Identifier.ValueText == "Value" && IsFact(of)
                    || access.Name.Identifier.ValueText == "Content" && of.Name.Identifier.ValueText == "Count"
                );

        private IEnumerable<TypeSyntax> WrittenType(ILocalSymbol local) =>
            local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).Parent
                is VariableDeclarationSyntax { Type: { IsVar: false } type }
                ? [type]
                : [];
    }
}
