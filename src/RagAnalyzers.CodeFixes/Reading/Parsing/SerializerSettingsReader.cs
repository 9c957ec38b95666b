using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>Reads what a parse was told from its settings argument: the creation it comes from, wherever that is visible.</summary>
internal sealed class SerializerSettingsReader(SemanticModel model, CancellationToken cancellationToken)
{
    public SerializerSettings Read(JsonParse parse) => Read(parse.Settings, parse.Newtonsoft);

    /// <param name="settings">The expression of the settings, or null for none.</param>
    /// <param name="newtonsoft">They are Newtonsoft.Json's.</param>
    public SerializerSettings Read(ExpressionSyntax? settings, bool newtonsoft)
    {
        if (settings is null)
        {
            return new SerializerSettings(newtonsoft ? JsonReading.NewtonsoftDefault : JsonReading.Default);
        }

        var type = model.GetTypeInfo(settings, cancellationToken).Type;
        if (Inherits(type, "JsonTypeInfo") || Inherits(type, "JsonSerializerContext"))
        {
            return new SerializerSettings(Reading: null, $"{settings.WithoutTrivia()}.Options", HasResolver: true);
        }

        // Newtonsoft.Json takes converters in the settings' place.
        if (newtonsoft && !Inherits(type, "JsonSerializerSettings"))
        {
            return new SerializerSettings(Reading: null);
        }

        var text = newtonsoft ? null : settings.WithoutTrivia().ToString();
        if (Shared(settings) is { } known)
        {
            return new SerializerSettings(known, text, HasResolver: true);
        }

        if (VisibleCreation.Find(settings, model, cancellationToken) is not { } visible)
        {
            return new SerializerSettings(Reading: null, text);
        }

        var (reading, hasResolver) = ReadCreation(visible, newtonsoft);
        return new SerializerSettings(reading, text, hasResolver, visible.Creation);
    }

    private JsonReading? Shared(ExpressionSyntax settings) => KnownSettings.Shared(model.GetSymbolInfo(settings, cancellationToken).Symbol);

    private (JsonReading? Reading, bool HasResolver) ReadCreation(VisibleCreation visible, bool newtonsoft)
    {
        var reading = newtonsoft ? JsonReading.NewtonsoftDefault : Start(visible.Creation);
        var hasResolver = false;
        foreach (var (member, value) in visible.Members)
        {
            if (member == "TypeInfoResolver" && value is not null)
            {
                hasResolver = true;
                if (TypeOf(value) != KnownSettings.DefaultResolver)
                {
                    reading = null;
                }
            }
            else if (reading is not null)
            {
                reading = Apply(reading, member, value);
            }
        }

        return (reading, hasResolver);
    }

    private JsonReading? Start(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: [var only] })
        {
            return creation.ArgumentList is null or { Arguments.Count: 0 } ? JsonReading.Default : null;
        }

        if (only.Expression is MemberAccessExpressionSyntax access && TypeOf(access) == "System.Text.Json.JsonSerializerDefaults")
        {
            return KnownSettings.Defaults(access.Name.Identifier.ValueText);
        }

        return Shared(only.Expression);
    }

    private JsonReading? Apply(JsonReading reading, string member, ExpressionSyntax? value)
    {
        if (KnownSettings.LeavesShapeAlone(member))
        {
            return reading;
        }

        switch (member)
        {
            case "PropertyNamingPolicy":
                return Naming(value) is { } naming ? reading with { Naming = naming } : null;
            case "PropertyNameCaseInsensitive":
                return Constant(value) is bool ignoresCase ? reading with { IgnoresCase = ignoresCase } : null;
            case "IncludeFields":
                return Constant(value) is bool fields ? reading with { Fields = fields } : null;
            case "Converters" when value is BaseObjectCreationExpressionSyntax converter:
                return Apply(reading, converter);
            case "ContractResolver" when value is BaseObjectCreationExpressionSyntax { Initializer: null } resolver:
                // Newtonsoft.Json matches names in any case; a naming strategy beyond that would have to be read out of the resolver.
                return KnownSettings.IsPlainNewtonsoftResolver(TypeOf(resolver)) ? reading : null;
            default:
                return null;
        }
    }

    private JsonReading? Apply(JsonReading reading, BaseObjectCreationExpressionSyntax converter)
    {
        var type = TypeOf(converter);
        if (reading.Newtonsoft)
        {
            return type == JsonSymbols.NewtonsoftStringEnumConverter && converter.ArgumentList is null or { Arguments.Count: 0 }
                ? reading
                : null;
        }

        if (type != JsonSymbols.StringEnumConverter)
        {
            return null;
        }

        var policy = converter.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameColon is null or { Name.Identifier.ValueText: "namingPolicy" }
        );
        return Naming(policy?.Expression) is { } naming ? reading with { StringEnums = true, EnumNaming = naming } : null;
    }

    private JsonNaming? Naming(ExpressionSyntax? value)
    {
        if (value is null || value.IsKind(SyntaxKind.NullLiteralExpression))
        {
            return JsonNaming.AsDeclared;
        }

        return KnownSettings.Naming(Semantics(value).GetSymbolInfo(value, cancellationToken).Symbol);
    }

    private object? Constant(ExpressionSyntax? value) =>
        value is null ? null : Semantics(value).GetConstantValue(value, cancellationToken).Value;

    private string? TypeOf(ExpressionSyntax? value) =>
        value is null ? null : Semantics(value).GetTypeInfo(value, cancellationToken).Type?.ToDisplayString(NullableFlowState.None);

    private SemanticModel Semantics(SyntaxNode node) =>
        node.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(node.SyntaxTree);

    private static bool Inherits(ITypeSymbol? type, string name) => type.AndBaseTypes().Any(t => t.Name == name);
}
