using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// The target type of a parse in, the expression that makes a strict response format of its schema out:
/// <c>ChatResponseFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("..."), jsonSchemaIsStrict: true)</c>.
/// </summary>
internal sealed class SchemaFormat
{
    // The service's rule for names: letters, digits, "_" and "-".
    private const int MaxNameLength = 64;

    private readonly string _factory;
    private readonly string _data;
    private readonly string _schema;
    private readonly string _name;
    private readonly Layout _layout;
    private readonly bool _rawLiterals;

    private SchemaFormat(string factory, string data, string schema, TargetedCall answer)
    {
        _factory = factory;
        _data = data;
        _schema = schema;
        _name = NameOf(answer.Target);
        _layout = answer.Layout;
        _rawLiterals = ((CSharpParseOptions)answer.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp11;
    }

    /// <summary>The format, or null when the type has no strict schema or how the parse reads JSON cannot be seen.</summary>
    /// <param name="formatType">The type with the factory method.</param>
    public static SchemaFormat? For(TargetedCall answer, string formatType, TypeNames names)
    {
        var compilation = answer.Model.Compilation;
        if (
            answer.Reading is not { } reading
            || compilation.GetTypeByMetadataName(formatType) is not { } format
            || compilation.GetTypeByMetadataName("System.BinaryData") is not { } data
        )
        {
            return null;
        }

        // Azure OpenAI's strict mode rejects the keywords "format" and "pattern".
        var formats = compilation.ReferencedAssemblyNames.All(assembly => assembly.Name != "Azure.AI.OpenAI");
        return SchemaGenerator.Generate(compilation, answer.Target, reading, formats).Text is { } schema
            ? new SchemaFormat(names.Of(format), names.Of(data), schema, answer)
            : null;
    }

    /// <summary>The expression's text for a line of the given indentation.</summary>
    public string Text(string indent)
    {
        var inner = indent + _layout.Unit;
        var content = inner + _layout.Unit;
        // Three quotes never follow each other in JSON, so that they always delimit it.
        var literal = _rawLiterals
            ? $"\"\"\"{_layout.NewLine}{content}{_layout.Indented(_schema, content)}{_layout.NewLine}{content}\"\"\""
            : $"@\"{_layout.Indented(_schema.Replace("\"", "\"\""), content)}\"";
        var newLine = _layout.NewLine;
        return $"{_factory}.CreateJsonSchemaFormat({newLine}{inner}\"{_name}\",{newLine}{inner}{_data}.FromString({literal}),{newLine}{inner}jsonSchemaIsStrict: true)";
    }

    private static string NameOf(ITypeSymbol type)
    {
        var declared =
            type.Name + (type is INamedTypeSymbol named ? string.Concat(named.TypeArguments.Select(argument => argument.Name)) : "");
        var name = JsonNames.Convert(declared, JsonNaming.SnakeCaseLower);
        var allowed = new string(name.Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' ? c : '_').ToArray());
        return allowed.Length > MaxNameLength ? allowed.Substring(0, MaxNameLength) : allowed;
    }
}
