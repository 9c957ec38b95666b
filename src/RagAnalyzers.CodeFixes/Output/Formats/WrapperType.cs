using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>
/// A type with one property that wraps another type. It is declared in the type that uses it, where it can name whatever that type can
/// name.
/// </summary>
internal sealed class WrapperType
{
    private readonly string _declaration;

    private WrapperType(string name, string property, SyntaxNode scope, string declaration, IEnumerable<string> imports)
    {
        Name = name;
        Property = property;
        Scope = scope;
        _declaration = declaration;
        Imports = imports;
    }

    public string Name { get; }

    public string Property { get; }

    public string JsonName => JsonNames.Convert(Property, JsonNaming.CamelCase);

    /// <summary>The type declaration, or the compilation unit of top-level statements, that gets the wrapper.</summary>
    public SyntaxNode Scope { get; }

    public IEnumerable<string> Imports { get; }

    /// <summary>The wrapper of a type, or null when it cannot be declared.</summary>
    public static WrapperType? For(FormatExpression format, ITypeSymbol wrapped, CancellationToken cancellationToken)
    {
        var position = format.Expression.SpanStart;
        var compilation = format.Model.Compilation;
        if (compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonPropertyNameAttribute") is not { } attribute)
        {
            return null;
        }

        var type = wrapped.WithNullableAnnotation(NullableAnnotation.None);
        var (stem, property) = Names(type);
        var taken = new HashSet<string>(
            format.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
        );
        var name = Enumerable
            .Range(1, int.MaxValue - 1)
            .Select(number => number == 1 ? stem : stem + number)
            .First(candidate => !taken.Contains(candidate) && format.Model.LookupSymbols(position, name: candidate).IsEmpty);
        var container = format.Expression.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        var scope = (SyntaxNode?)container ?? format.Root;
        var names = new TypeNames(format.Model, position);
        var wrapper = new OnePropertyType(name, type.ToMinimalDisplayString(format.Model, NullableFlowState.None, position), property)
        {
            Attribute = $"{names.OfAttribute(attribute)}(\"{JsonNames.Convert(property, JsonNaming.CamelCase)}\")",
            IsReference = !type.IsValueType,
        };
        var modifiers = container is null ? "internal " : "private ";
        var declaration = wrapper.Declaration(modifiers, format.Layout.Unit, format.Model, position);
        return new WrapperType(name, property, scope, Lines(format, container, declaration), names.Imports);
    }

    public SyntaxNode DeclareIn(SyntaxNode scope)
    {
        var member = SyntaxFactory.ParseMemberDeclaration(_declaration, options: scope.SyntaxTree.Options)!;
        return scope switch
        {
            TypeDeclarationSyntax type => type.AddMembers(member),
            CompilationUnitSyntax unit => unit.AddMembers(member),
            _ => scope,
        };
    }

    private static string Lines(FormatExpression format, TypeDeclarationSyntax? container, string declaration)
    {
        var newLine = format.Layout.NewLine;
        var indent = container is null ? "" : format.Layout.IndentAt(container) + format.Layout.Unit;
        return $"{newLine}{indent}{format.Layout.Indented(declaration, indent)}{newLine}";
    }

    /// <summary>A name for the wrapper, and one for its property, from what is in it.</summary>
    private static (string Stem, string Property) Names(ITypeSymbol type)
    {
        type = type.WithoutNull();
        if (type is INamedTypeSymbol dictionary && Collections.IsDictionary(type))
        {
            return (Short(dictionary.TypeArguments.LastOrDefault() ?? type) + "Map", "Entries");
        }

        if (Collections.IsSequence(type) && type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
        {
            return (
                type is INamedTypeSymbol { Arity: 0 } ? Short(type) + "Answer" : Short(Collections.ElementOf(type) ?? type) + "List",
                "Items"
            );
        }

        return (Short(type) + "Value", "Value");
    }

    private static string Short(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Short(array.ElementType) + "List",
            INamedTypeSymbol { Arity: > 0 } generic => string.Concat(generic.TypeArguments.Select(Short)) + generic.Name,
            _ => type.Name,
        };
}
