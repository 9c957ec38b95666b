using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>
/// RAG2007: a type with one property wraps what is no object. The format gets that type's schema, and the parses read it and take the property.
/// Offered where the parses of the answer are all in the body that makes the format.
/// </summary>
internal sealed class WrapRootFix : RuleFix
{
    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            await FormatExpression.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } format
            || WrappedParse.ReadAll(format, cancellationToken) is not { IsEmpty: false } parses
            || WrapperType.For(format, parses[0].Target, cancellationToken) is not { } wrapper
            || Schema(format, wrapper) is not { } schema
        )
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var edits = parses.ToDictionary(parse => (SyntaxNode)parse.Replaced, parse => (SyntaxNode)parse.With(wrapper, format.Model));
        edits.Add(schema.Old, schema.New);
        // The format may be the edited node itself, or hold it.
        var root = format.Root.ReplaceNodes(
            edits.Keys.Append(format.Expression).Append(wrapper.Scope).Distinct(),
            (original, current) =>
            {
                var changed = edits.TryGetValue(original, out var edit) ? edit.WithTriviaFrom(original) : current;
                if (original == format.Expression)
                {
                    changed = changed.WithAdditionalAnnotations(mark);
                }

                return original == wrapper.Scope ? wrapper.DeclareIn(changed) : changed;
            }
        );
        root = UsingDirectives.Add(root, wrapper.Imports, format.Layout);
        return new ProposedFix($"Wrap it in a type '{wrapper.Name}'", document.WithSyntaxRoot(root), mark);
    }

    /// <summary>What names the schema, and what names the wrapper's in its place.</summary>
    private static (SyntaxNode Old, SyntaxNode New)? Schema(FormatExpression format, WrapperType wrapper)
    {
        if (format.Found.SchemaText is not null)
        {
            return
                format.Literal is { } literal
                && LiteralText.Of(literal) is { } text
                && WrappedRoot.Edits(text.Value, wrapper.JsonName) is { IsEmpty: false } edits
                && text.With(edits) is { } wrapped
                ? (literal, wrapped)
                : null;
        }

        return format.NamedType is { } type ? (type, PlainSyntax.Name(wrapper.Name)) : null;
    }
}
