using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// The format of Microsoft.Extensions.AI for a parsed answer: <c>ChatResponseFormat.ForJsonSchema&lt;Verdict&gt;(...)</c>, with the serializer
/// options that the parse reads with, so that the schema prescribes what it expects.
/// </summary>
internal static class ExtensionsFormat
{
    private const string Format = "Microsoft.Extensions.AI.ChatResponseFormat";
    private const string Factory = "ForJsonSchema";

    /// <summary>The format, or null when the SDK is too old for it, or the parse's options cannot make a schema.</summary>
    public static NewFormat? For(TargetedCall answer, TypeNames names)
    {
        var compilation = answer.Model.Compilation;
        if (
            compilation.GetTypeByMetadataName(Format) is not { } format
            || !format.GetMembers(Factory).OfType<IMethodSymbol>().Any(method => method.Arity == 1)
            || OptionsOf(answer, names) is not { } options
        )
        {
            return null;
        }

        var text = $"{names.Of(format)}.{Factory}<{answer.TargetName}>({options})";
        return new NewFormat($"Set ResponseFormat to the JSON schema of '{answer.TargetTitle}'", _ => text);
    }

    /// <summary>The serializer options for the schema, empty where those of Microsoft.Extensions.AI prescribe what is read.</summary>
    private static string? OptionsOf(TargetedCall answer, TypeNames names)
    {
        if (SchemaAgreement.Holds(answer, JsonReading.ExtensionsAIDefault))
        {
            return "";
        }

        switch (answer)
        {
            case ParsedAnswer { Settings: { OptionsExpression: { } expression, HasResolver: true } }:
                return expression;
            case ParsedAnswer { Settings: { OptionsExpression: null, Reading: { Newtonsoft: false } reading } }
                when reading == JsonReading.Default
                    && answer.Model.Compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializerOptions") is { } options:
                return $"{names.Of(options)}.Default";
            case EvidentAnswer { CanPassOptions: true } evident:
                return evident.SerializerOptions ?? "";
            default:
                return null;
        }
    }
}
