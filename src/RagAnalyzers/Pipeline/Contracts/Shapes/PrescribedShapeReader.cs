using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Serialization;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>Reads which shape the schemas of a model call prescribe: the call in, the shapes out.</summary>
internal sealed class PrescribedShapeReader
{
    private const string SerializerOptions = "serializerOptions";

    /// <summary>Settings of an export by which a program changes the schema that comes out.</summary>
    private static readonly string[] Transforming = { "TransformSchemaNode", "TransformOptions" };

    private readonly ReachedModelCall _call;
    private readonly Route _route;
    private readonly CallChain? _toSchema;

    /// <param name="toSchema">The calls that lead to what makes the schema.</param>
    private PrescribedShapeReader(ReachedModelCall call, CallChain? toSchema)
    {
        _call = call;
        _route = call.Route.Then(toSchema);
        _toSchema = toSchema;
    }

    /// <summary>The shapes; empty when one of them cannot be seen, or there are none.</summary>
    public static ImmutableArray<PrescribedShape> Read(ReachedModelCall call)
    {
        var shapes = call.Fact.Typed
            ? ImmutableArray.Create(new PrescribedShapeReader(call, toSchema: null).OfTypedCall())
            : SchemasInForce(call).Select(o => new PrescribedShapeReader(call, o.Via).OfSchema(o.Operation)).ToImmutableArray();
        return shapes.Contains(null) ? ImmutableArray<PrescribedShape>.Empty : shapes.OfType<PrescribedShape>().ToImmutableArray();
    }

    private static ImmutableArray<Origin> SchemasInForce(ReachedModelCall call) =>
        OutputContractReader.SchemaOriginsOf(call) is { IsEmpty: false } own ? own : OutputContractReader.SchemaOriginsOfFunctions(call);

    /// <summary>What is no object is wrapped into one, and the text is that of the wrapper.</summary>
    private PrescribedShape? OfTypedCall() =>
        _call.Operation.CalledMethod()?.TypeArguments is [{ } type] && JsonRoots.Of(type) == JsonRoot.Unknown
            ? OfType(type, _call.Operation.ArgumentNamed(SerializerOptions))
            : null;

    private PrescribedShape? OfSchema(IOperation schema)
    {
        if (schema is ITypeOfOperation { TypeOperand: { } named })
        {
            return PrescribedShape.OfType(named, JsonReading.SemanticKernelSchema);
        }

        if (schema.CalledMethod() is not { } method)
        {
            return null;
        }

        if (_call.Picture.Sdks.TryGetFact<FormatFact>(method, out var format))
        {
            return OfFormat(schema, method, format);
        }

        return schema is IInvocationOperation call ? OfElement(call) : null;
    }

    private PrescribedShape? OfFormat(IOperation format, IMethodSymbol method, FormatFact fact)
    {
        if (fact.Schema is { } parameter)
        {
            return format.ArgumentNamed(parameter) is { } value ? OfValue(value) : null;
        }

        var type = fact.SchemaType is null ? method.TypeArguments.SingleOrDefault() : SchemaExport.TypeIn(_route, format, fact.SchemaType);
        return type is null ? null : OfType(type, format.ArgumentNamed(SerializerOptions));
    }

    private PrescribedShape? OfValue(IOperation value)
    {
        if (SchemaTextReader.Read(_call.Picture, value) is { } text)
        {
            return OfText(text);
        }

        var trace = _call.TraceThroughCallers(value, FlowMode.Content);
        var origins = trace.Origins.Where(static o => o.Kind is not (OriginKind.Creation or OriginKind.Null)).ToList();
        return !trace.IsTruncated && origins is [{ Operation: IInvocationOperation call }] ? OfExport(call) : null;
    }

    /// <summary>Semantic Kernel takes a JSON element in the format's place.</summary>
    private PrescribedShape? OfElement(IInvocationOperation call) =>
        SchemaTextReader.Read(_call.Picture, call) is { } text ? OfText(text) : OfExport(call);

    private static PrescribedShape? OfText(SchemaText text)
    {
        try
        {
            var root = JsonTextReader.Read(text.Value);
            return PrescribedShape.OfText(ElementFormats.IsEnvelope(text) ? root["json_schema"]!["schema"] ?? root : root);
        }
        catch (JsonTextException)
        {
            return null;
        }
    }

    private PrescribedShape? OfExport(IInvocationOperation export)
    {
        if (
            !_call.Picture.Sdks.TryGetFact<SchemaExportFact>(export.TargetMethod, out var fact)
            // Which names it writes only its code says.
            || fact.Sdk == SdkKind.Listed
            || export.Arguments.Any(a => Transforms(a))
        )
        {
            return null;
        }

        var settings = export.Arguments.FirstOrDefault(static a => SerializerArguments.Are(a))?.Value;
        var type =
            fact.TypeParameter is { } parameter ? SchemaExport.TypeIn(_route, export, parameter)
            : settings?.Unwrapped().Type is INamedTypeSymbol { Name: "JsonTypeInfo", TypeArguments: [{ } described] } ? described
            : null;
        return type is null ? null : OfType(type, settings);
    }

    private PrescribedShape? OfType(ITypeSymbol type, IOperation? settings) =>
        SerializerReadings.Of(_route, settings, JsonReading.ExtensionsAIDefault) is { } writing
            ? PrescribedShape.OfType(Bound(type), writing)
            : null;

    /// <summary>What the calls that lead to the schema put into the place of a type parameter.</summary>
    private ITypeSymbol Bound(ITypeSymbol type)
    {
        return BoundBy(_toSchema);

        ITypeSymbol BoundBy(CallChain? calls)
        {
            if (calls is null)
            {
                return type;
            }

            var bound = BoundBy(calls.Inner);
            return
                bound is ITypeParameterSymbol { DeclaringMethod: { } method, Ordinal: var ordinal }
                && calls.Call is IInvocationOperation { TargetMethod: var called }
                && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method)
                ? called.TypeArguments[ordinal]
                : bound;
        }
    }

    /// <summary>The options of an export may rename what they like.</summary>
    private bool Transforms(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue
        && argument.Parameter?.Type.Name is "AIJsonSchemaCreateOptions" or "JsonSchemaExporterOptions"
        && Transforming.Any(m =>
            _call.TraceThroughCallers(argument.Value, FlowMode.Value, AccessPath.Empty.Push(m)) is var set
            && (set.IsTruncated || set.Origins.Any(o => !IsUnset(o)))
        );

    private static bool IsUnset(Origin origin) =>
        origin.IsNothing
        || (origin.Kind == OriginKind.StaticMember && !origin.Path.IsEmpty)
        || origin.Operation.ConstantValue is { HasValue: true, Value: null };
}
