using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>What a file's .editorconfig says about the code that fixes write: its options in, a yes or no out for each place.</summary>
internal sealed class StyleOptions(AnalyzerConfigOptions options)
{
    private enum Braces
    {
        Unsaid,
        Never,
        OnLines,
        Always,
    }

    public static StyleOptions Of(SyntaxTree tree, Project project) =>
        new(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree));

    /// <summary>The line end, where the file has none to go by.</summary>
    public string? NewLine =>
        Value("end_of_line") switch
        {
            "crlf" => "\r\n",
            "cr" => "\r",
            "lf" => "\n",
            _ => null,
        };

    /// <summary>One level of indentation, where the file has none to go by.</summary>
    public string? Indentation =>
        Value("indent_style") == "tab" ? "\t"
        : int.TryParse(Value("indent_size"), out var size) && size is > 0 and < 17 ? new string(' ', size)
        : null;

    /// <summary>An opening brace of a statement stands on a line of its own.</summary>
    public bool BraceOnNewLine => IsOnNewLine("control_blocks") ?? true;

    /// <summary>So does one of an initializer.</summary>
    public bool InitializerOnNewLine => IsOnNewLine("object_collection_array_initializers") ?? true;

    /// <summary>The statement under an "if" is put in braces; where nothing is said, as the file's first one is.</summary>
    public bool WantsBraces(SyntaxNode before, StatementSyntax embedded) =>
        Preference() switch
        {
            Braces.Always => true,
            Braces.Never => false,
            Braces.OnLines => embedded.ToString().Contains('\n'),
            _ => before.DescendantNodes().OfType<IfStatementSyntax>().FirstOrDefault() is { Statement: BlockSyntax },
        };

    /// <summary>A local of the type, declared with the value, is declared with its type instead of "var".</summary>
    public bool WantsType(ITypeSymbol type, ExpressionSyntax? value) =>
        Says(
            "csharp_style_var_"
                + (
                    IsBuiltIn(type) ? "for_built_in_types"
                    : IsApparent(value) ? "when_type_is_apparent"
                    : "elsewhere"
                )
        ) == false;

    /// <summary>An opening brace of the kind ("methods") stands on a line of its own; null where nothing is said.</summary>
    public bool? IsOnNewLine(string kind) =>
        Value("csharp_new_line_before_open_brace")
            ?.Split(',')
            .Select(static part => part.Trim())
            .Any(part => part == "all" || part == kind);

    /// <summary>The keyword ("catch") stands on a line of its own behind a closing brace; null where nothing is said.</summary>
    public bool? IsKeywordOnNewLine(string keyword) => Says("csharp_new_line_before_" + keyword);

    private Braces Preference() =>
        Value("csharp_prefer_braces") switch
        {
            "true" => Braces.Always,
            "when_multiline" => Braces.OnLines,
            "false" => Braces.Never,
            _ => Braces.Unsaid,
        };

    private static bool IsBuiltIn(ITypeSymbol type) =>
        type.SpecialType
            is SpecialType.System_Object
                or SpecialType.System_String
                or (>= SpecialType.System_Boolean and <= SpecialType.System_Double);

    private static bool IsApparent(ExpressionSyntax? value) =>
        value?.Kind()
            is SyntaxKind.ObjectCreationExpression
                or SyntaxKind.ArrayCreationExpression
                or SyntaxKind.CastExpression
                or SyntaxKind.AsExpression
                or SyntaxKind.DefaultExpression
        || value is LiteralExpressionSyntax;

    private bool? Says(string key) =>
        Value(key) switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    /// <summary>The value without the severity that may follow it.</summary>
    private string? Value(string key) => options.TryGetValue(key, out var value) ? value.Split(':')[0].Trim().ToLowerInvariant() : null;
}
