using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>A literal that holds JSON on one line in, a literal with the same JSON laid out on lines out.</summary>
internal static class JsonLines
{
    /// <summary>The literal, or null when its text is not an object or an array.</summary>
    /// <param name="indent">The indentation of the lines.</param>
    public static ExpressionSyntax? Of(LiteralExpressionSyntax literal, string indent, Layout layout)
    {
        var text = literal.Token.ValueText;
        if (!text.TrimStart().StartsWith("{", StringComparison.Ordinal) && !text.TrimStart().StartsWith("[", StringComparison.Ordinal))
        {
            return null;
        }

        SchemaNode node;
        try
        {
            node = Read(text, JsonTextReader.Read(text));
        }
        catch (JsonTextException)
        {
            return null;
        }

        var lines = SchemaWriter.Write(node);
        var suffix = literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? "u8" : "";
        // Three quotes never follow each other in JSON, so that they always delimit it.
        var written =
            ((CSharpParseOptions)literal.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp11
                ? $"\"\"\"{layout.NewLine}{indent}{layout.Indented(lines, indent)}{layout.NewLine}{indent}\"\"\"{suffix}"
                : $"@\"{layout.Indented(lines.Replace("\"", "\"\""), indent)}\"";
        return SyntaxFactory.ParseExpression(written, options: literal.SyntaxTree.Options);
    }

    private static SchemaNode Read(string text, JsonTextValue value) =>
        value.Kind switch
        {
            JsonTextKind.Object => SchemaNode.Object(value.Properties.Select(p => (p.Name, Read(text, p.Value))).ToArray()),
            JsonTextKind.Array => SchemaNode.Array(value.Items.Select(item => Read(text, item))),
            _ => new SchemaLiteral(text.Substring(value.Start, value.End - value.Start)),
        };
}
