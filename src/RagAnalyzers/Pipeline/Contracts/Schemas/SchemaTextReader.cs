using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>
/// Finds the text of a schema behind the value that carries it: <c>BinaryData.FromString("...")</c>,
/// <c>JsonDocument.Parse(Schema).RootElement</c>. A text that is put together, or that comes from elsewhere, is none.
/// </summary>
internal static class SchemaTextReader
{
    // A parse of a parse of a parse is nobody's schema.
    private const int MaximumParses = 2;

    public static SchemaText? Read(Picture picture, IOperation value) => Read(picture, value, MaximumParses);

    private static SchemaText? Read(Picture picture, IOperation value, int parses)
    {
        if (OnlyOrigin(picture, value, FlowMode.Value) is not { } origin)
        {
            return null;
        }

        if (origin.Kind == OriginKind.Constant)
        {
            // Of a text that is put together, the value alone would show no more than the constant parts.
            return
                OnlyOrigin(picture, value, FlowMode.Content) is { Kind: OriginKind.Constant } contained
                && ReferenceEquals(contained.Operation, origin.Operation)
                ? Of(origin.Operation)
                : null;
        }

        return
            parses > 0
            && origin is { Kind: OriginKind.Call, Operation: IInvocationOperation call }
            && picture.Sdks.TryGetFact<ParseFact>(call.TargetMethod, out var parse)
            && parse.Sdk == SdkKind.SystemTextJson
            && IsJson(call.Type)
            && HasNoOptions(call)
            && parse.Input.Select(call.ArgumentNamed).OfType<IOperation>().FirstOrDefault() is { } input
            ? Read(picture, input, parses - 1)
            : null;
    }

    private static Origin? OnlyOrigin(Picture picture, IOperation value, FlowMode mode)
    {
        var traced = picture.TraceThroughCallers(value, mode);

        // The container of the bytes is made here, too; what counts is what is in it.
        var origins = traced
            .Origins.Where(static o =>
                !(o.Kind == OriginKind.Creation && o.Symbol is ITypeSymbol type && type.HasFullName("System.BinaryData"))
            )
            .ToList();
        return !traced.IsTruncated && origins.Count == 1 && origins[0].Path.IsEmpty ? origins[0] : null;
    }

    /// <summary>Comments and trailing commas that the options allow would look malformed.</summary>
    private static bool HasNoOptions(IInvocationOperation call) =>
        call.Arguments.All(static a =>
            a.ArgumentKind == ArgumentKind.DefaultValue
            || a.Parameter?.Type is not { } type
            || type.Name is not ("JsonDocumentOptions" or "JsonSerializerOptions")
        );

    private static bool IsJson(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "JsonElement" or "JsonDocument" or "JsonNode" } named
        && named.FullNamespace().StartsWith("System.Text.Json", System.StringComparison.Ordinal);

    private static SchemaText? Of(IOperation constant) =>
        constant switch
        {
            IUtf8StringOperation utf8 => new SchemaText(utf8.Value, utf8.Syntax),
            { ConstantValue.Value: string text } => new SchemaText(text, Written(constant)),
            _ => null,
        };

    /// <summary>Where the constant is written: a const field or local, at its declaration.</summary>
    private static SyntaxNode Written(IOperation constant)
    {
        ISymbol? holder = constant switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        return
            holder?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var written }
            ? written
            : constant.Syntax;
    }
}
