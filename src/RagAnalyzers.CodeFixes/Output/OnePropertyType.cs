using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// A type with one property that an answer is parsed into: a record, <c>sealed record SongList([property: JsonPropertyName("items")] Song[]
/// Items);</c>, or a class where the language has no records.
/// </summary>
/// <param name="Name">The type's name.</param>
/// <param name="Type">The type of its property, as it is written where the type is declared.</param>
/// <param name="Property">The name of its property.</param>
internal sealed record OnePropertyType(string Name, string Type, string Property)
{
    /// <summary>The property's attribute, without brackets; empty where it needs none.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The property is of a type that may be null, so that the compiler asks who fills it.</summary>
    public bool IsReference { get; init; }

    /// <summary>The declaration, its lines separated by "\n".</summary>
    /// <param name="modifiers">What stands before "sealed", with a space behind it; empty where nothing does.</param>
    /// <param name="unit">One step of indentation.</param>
    /// <param name="model">Says which C# it is.</param>
    /// <param name="position">Where the type is used: null is warned of there or not.</param>
    public string Declaration(string modifiers, string unit, SemanticModel model, int position)
    {
        if (((CSharpParseOptions)model.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9)
        {
            return $"{modifiers}sealed record {Name}({(Attribute.Length == 0 ? "" : $"[property: {Attribute}] ")}{Type} {Property});";
        }

        var attribute = Attribute.Length == 0 ? "" : $"{unit}[{Attribute}]\n";
        var filled = IsReference && model.GetNullableContext(position).WarningsEnabled() ? " = null!;" : "";
        return $"{modifiers}sealed class {Name}\n{{\n{attribute}{unit}public {Type} {Property} {{ get; set; }}{filled}\n}}";
    }
}
