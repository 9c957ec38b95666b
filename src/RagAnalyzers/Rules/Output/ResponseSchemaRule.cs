using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// What the rules about the schema of a response format share. Which of them speaks is up to <see cref="ResponseSchemaMistakes"/>.
/// </summary>
public abstract class ResponseSchemaRule : RagRule
{
    private protected abstract DiagnosticDescriptor Descriptor { get; }

    private protected abstract ResponseSchemaMistake Mistake { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected sealed override void Analyze(Body body, RuleContext context)
    {
        foreach (var schema in ResponseSchema.In(body).Where(s => ResponseSchemaMistakes.Of(body, s) == Mistake))
        {
            context.ReportDiagnostic(Diagnose(body, schema));
        }
    }

    /// <summary>The arguments of the message.</summary>
    private protected abstract object[] Arguments(Body body, ResponseSchema schema);

    /// <summary>Where the reader has to look, too: the text of the schema, when it can be seen, and what else the fix needs.</summary>
    private protected virtual ImmutableArray<Location> Locations(Body body, ResponseSchema schema) =>
        schema.Text is { } text ? ImmutableArray.Create(text.Syntax.GetLocation()) : ImmutableArray<Location>.Empty;

    private protected virtual ImmutableDictionary<string, string?> Properties(Body body, ResponseSchema schema)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (schema.StrictParameter is { } strict)
        {
            properties = properties.Add(DiagnosticProperties.StrictParameter, strict);
        }

        return schema.Text is { } text
            ? properties.Add(
                DiagnosticProperties.SchemaText,
                StrictSchemaCheck.Problems(text.Value).IsEmpty ? DiagnosticProperties.SchemaFits : DiagnosticProperties.SchemaWritten
            )
            : properties;
    }

    private Diagnostic Diagnose(Body body, ResponseSchema schema) =>
        Diagnostic.Create(
            Descriptor,
            FormatLocation.Of(schema.Operation),
            Locations(body, schema),
            Properties(body, schema),
            Arguments(body, schema)
        );
}
