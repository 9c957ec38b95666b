using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Findings;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>
/// RAG2007 of Microsoft.Extensions.AI: the call becomes <c>GetResponseAsync&lt;T&gt;</c>, which wraps what is no object by itself, the
/// format goes, and the typed result takes the place of the parse. Offered where one parse reads the answer: the text of the typed response
/// is the wrapped JSON, so that whatever else reads it would read something else than before.
/// </summary>
internal sealed class TypedRootFix : RuleFix
{
    /// <summary>What is the same of a typed response.</summary>
    private static readonly ImmutableHashSet<string> AboutResponse = ImmutableHashSet.Create(
        "Usage",
        "FinishReason",
        "ModelId",
        "ResponseId",
        "ConversationId",
        "CreatedAt"
    );

    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            await FormatExpression.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { NamedType: { } named } format
            || await ReadAsync(document, format.Found, cancellationToken).ConfigureAwait(false) is not { } answer
            || !AreSame(format.Model.GetTypeInfo(named, cancellationToken).Type, answer.Parse.Target)
            || !IsReadByParseAlone(answer, cancellationToken)
            || await new ParsedAnswerFixExtensionsAI().ProposeAsync(answer, cancellationToken).ConfigureAwait(false) is not { } fix
        )
        {
            return null;
        }

        // What was reported is gone with the format.
        return fix with
        {
            Mended = null,
        };
    }

    private static async Task<ParsedAnswer?> ReadAsync(
        Document document,
        ResponseSchemaHandOver found,
        CancellationToken cancellationToken
    ) =>
        found is { Parses: [var parsed], ModelCall: { } called, FormatAssignment: { } assigned }
        && await ParsedAnswer.ReadAnyAsync(document, found, called, parsed, cancellationToken).ConfigureAwait(false) is { } answer
        && ParsedAnswer.At<AssignmentExpressionSyntax>(answer.Root, assigned.SourceSpan) is { } assignment
            ? answer with
            {
                FormatAssignment = assignment,
            }
            : null;

    /// <summary>Nothing but the parse reads the text of the answer; what the response says of itself may be read.</summary>
    private static bool IsReadByParseAlone(ParsedAnswer answer, CancellationToken cancellationToken) =>
        answer.Model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.ChatResponse") is { } responseType
        && AnswerReading.Find(answer, responseType, cancellationToken) is { } reading
        && reading.Texts.All(text => LocalValues.Uses(text, answer.Model, cancellationToken).Take(2).Count() == 1)
        && reading.Responses.All(response =>
            LocalValues
                .Uses(response, answer.Model, cancellationToken)
                .All(use =>
                    reading.Response.Span.Contains(use.Span)
                    || use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member }
                        && AboutResponse.Contains(member)
                )
        );

    /// <summary>
    /// The same type, or two sequences of the same one, so that the typed call asks for the JSON that the format asked for.
    /// </summary>
    private static bool AreSame(ITypeSymbol? asked, ITypeSymbol parsed)
    {
        if (SymbolEqualityComparer.Default.Equals(asked, parsed))
        {
            return true;
        }

        return asked is not null
            && Collections.IsSequence(asked)
            && Collections.IsSequence(parsed)
            && Collections.ElementOf(asked) is { } element
            && SymbolEqualityComparer.Default.Equals(element, Collections.ElementOf(parsed));
    }
}
