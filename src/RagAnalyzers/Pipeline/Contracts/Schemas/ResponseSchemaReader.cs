using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>Finds the schemas that a body puts into response formats, whether they are written out, named by a type, or unknown.</summary>
internal static class ResponseSchemaReader
{
    public static ImmutableArray<ResponseSchema> Read(Body body)
    {
        var mayMake = body.Picture.Mentions.Any<FormatFact>(body);
        if (!mayMake && FormatAssignment.In(body).IsEmpty)
        {
            return ImmutableArray<ResponseSchema>.Empty;
        }

        var found = new List<ResponseSchema>();
        if (mayMake)
        {
            found.AddRange(body.Index.InvocationsAndCreations.Select(o => Made(body.Picture, o)).OfType<ResponseSchema>());
        }

        found.AddRange(
            FormatAssignment.In(body).Where(static a => a.Fact.Sdk == SdkKind.SemanticKernel).SelectMany(a => Assigned(body.Picture, a))
        );
        return found.OrderBy(static s => s.Operation.Syntax.SpanStart).ToImmutableArray();
    }

    private static ResponseSchema? Made(Picture picture, IOperation operation)
    {
        if (
            operation.CalledMethod() is not { } member
            || !picture.Sdks.TryGetFact<FormatFact>(member, out var fact)
            || fact.Strength != FormatStrength.Schema
        )
        {
            return null;
        }

        var text = fact.Schema is { } schema && operation.ArgumentNamed(schema) is { } value ? SchemaTextReader.Read(picture, value) : null;
        var type = fact.SchemaType is { } parameter
            ? operation.ArgumentNamed(parameter) is { } named
                ? TypeOf(picture, named)
                : null
            : fact.Schema is null && member.TypeArguments.Length == 1
                ? member.TypeArguments[0]
                : null;
        var strictness =
            fact.Strict is { } strict && operation.ArgumentNamed(strict) is { } said
                ? StrictnessOf(picture, said)
                : SchemaStrictness.Unknown;
        return new ResponseSchema(fact.Sdk, operation, type, text, strictness, fact.Strict);
    }

    /// <summary>
    /// Semantic Kernel takes a type or a JSON element in the format's place, and sends its schema.
    /// </summary>
    private static IEnumerable<ResponseSchema> Assigned(Picture picture, FormatAssignment assignment)
    {
        var value = assignment.Value.Unwrapped();
        if (ElementFormats.Is(value))
        {
            var text = SchemaTextReader.Read(picture, value);
            return
            [
                new ResponseSchema(
                    assignment.Fact.Sdk,
                    value,
                    Type: null,
                    text is not null && ElementFormats.IsEnvelope(text) ? null : text,
                    ElementFormats.StrictnessOf(picture, value, text)
                ),
            ];
        }

        // A type that is chosen elsewhere is spoken of where it is assigned.
        return picture
            .TraceThroughCallers(value, FlowMode.Value)
            .Origins.Where(static o => o is { Kind: OriginKind.Type, Symbol: ITypeSymbol })
            .Select(o => new ResponseSchema(
                assignment.Fact.Sdk,
                ReferenceEquals(o.Operation.Root(), value.Root()) ? o.Operation : value,
                (ITypeSymbol)o.Symbol!,
                Text: null,
                SchemaStrictness.Unknown
            ));
    }

    private static ITypeSymbol? TypeOf(Picture picture, IOperation value) =>
        picture.TraceThroughCallers(value, FlowMode.Value)
            is { IsTruncated: false, Origins: [{ Kind: OriginKind.Type, Symbol: ITypeSymbol type }] }
            ? type
            : null;

    private static SchemaStrictness StrictnessOf(Picture picture, IOperation value)
    {
        var traced = picture.TraceThroughCallers(value, FlowMode.Value);
        if (traced.IsTruncated || traced.Origins.IsEmpty)
        {
            return SchemaStrictness.Unknown;
        }

        if (
            traced.Origins.All(static o =>
                o.Kind == OriginKind.Null || (o.Kind == OriginKind.Constant && o.Operation.ConstantValue.Value is false)
            )
        )
        {
            return SchemaStrictness.NotStrict;
        }

        return traced.Origins.All(static o => o.Kind == OriginKind.Constant && o.Operation.ConstantValue.Value is true)
            ? SchemaStrictness.Strict
            : SchemaStrictness.Unknown;
    }
}
