using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>
/// Reads the output contract of a model call from the options it passes. What cannot be seen completely counts as "perhaps".
/// </summary>
internal static class OutputContractReader
{
    private const string PlainSettings = "Microsoft.SemanticKernel.PromptExecutionSettings";

    public static OutputContract Read(ReachedModelCall call)
    {
        if (call.Fact.Typed)
        {
            return new OutputContract(OutputContractKind.Schema, OptionsPlace.Other);
        }

        if (call.Fact.Listed is { } listed)
        {
            return new OutputContract(KindOf(listed.Format), OptionsPlace.Other);
        }

        var (place, creation) = PlaceOf(call);
        if (call.Fact.Protocol)
        {
            return new OutputContract(OutputContractKind.Perhaps, place, creation);
        }

        var kinds = call.Options.Passed.SelectMany(o => KindsOf(call, o)).ToList();

        // A format in the options of a run goes before that of the agent.
        var isSet = kinds.Count > 0 && kinds.All(static k => k is OutputContractKind.Schema or OutputContractKind.JsonMode);
        if (!isSet)
        {
            kinds.AddRange(call.Options.OfAgent.SelectMany(o => KindsOf(call, o)));
        }

        kinds.AddRange(call.Options.OfFunctions.SelectMany(o => KindsOf(call, o)));
        kinds.AddRange(call.Functions.SelectMany(PromptFileContracts.Of));
        var kind = Strongest(kinds);
        if (
            kind is OutputContractKind.None or OutputContractKind.JsonMode
            && call.Fact.Sdk is (SdkKind.ExtensionsAI or SdkKind.AgentFramework)
            && ConfiguredClients.Of(call.Picture).MaySetFormats
        )
        {
            kind = OutputContractKind.Perhaps;
        }

        if (
            kind is OutputContractKind.None or OutputContractKind.JsonMode
            && call.Fact.Sdk == SdkKind.SemanticKernel
            && ConfiguredClients.Of(call.Picture).MaySetKernelFormats
        )
        {
            kind = OutputContractKind.Perhaps;
        }

        // Settings of no connector that the project knows have a format.
        if (
            kind == OutputContractKind.None
            && call.Fact.Sdk == SdkKind.SemanticKernel
            && (FormatPaths(call).IsEmpty || FormatlessConnectors.Of(call.Picture).AreAlone)
        )
        {
            kind = OutputContractKind.Perhaps;
        }

        return new OutputContract(kind, place, creation, kind == OutputContractKind.JsonMode ? AssignmentFor(call) : null);
    }

    private static OutputContractKind KindOf(FormatStrength? stated) =>
        stated switch
        {
            FormatStrength.Schema => OutputContractKind.Schema,
            FormatStrength.JsonMode => OutputContractKind.JsonMode,
            FormatStrength.Text => OutputContractKind.None,
            _ => OutputContractKind.Perhaps,
        };

    /// <summary>The one in the body of the call, else the one in the other bodies of its type: a field is made once for the call.</summary>
    private static FormatAssignment? AssignmentFor(ReachedModelCall call)
    {
        var picture = call.Picture;
        var body = picture.BodyOf(call.Operation);
        var assignments = AssignedFormats.Of(body)[call.Operation].ToList();
        if (assignments.Count == 0 && picture.MethodAround(call.Operation) is { ContainingType: { } type })
        {
            assignments = picture
                .BodiesOf(type, picture.Mentions.NamesOf<ResponseFormatFact>())
                .SelectMany(b => AssignedFormats.Of(b)[call.Operation])
                .ToList();
        }

        return assignments.Count == 1 ? assignments[0] : null;
    }

    /// <summary>
    /// What makes the schemas among the formats of the options that a call passes; those of a prompt function are not among them.
    /// </summary>
    public static ImmutableArray<IOperation> SchemasOf(ReachedModelCall call) =>
        SchemaOriginsOf(call).Select(static o => o.Operation).Distinct().ToImmutableArray();

    /// <summary>The same, with the calls that lead to each.</summary>
    public static ImmutableArray<Origin> SchemaOriginsOf(ReachedModelCall call) =>
        SchemaOriginsIn(call, call.Options.Passed.Concat(call.Options.OfAgent));

    /// <summary>
    /// What makes the schemas that the settings of the call's prompt functions hold: they are in force where the call passes none of its own.
    /// </summary>
    public static ImmutableArray<Origin> SchemaOriginsOfFunctions(ReachedModelCall call) => SchemaOriginsIn(call, call.Options.OfFunctions);

    private static ImmutableArray<Origin> SchemaOriginsIn(ReachedModelCall call, IEnumerable<OptionsCarrier> options) =>
        options
            .SelectMany(o => FormatPaths(call).SelectMany(p => o.TraceThroughCallers(FlowMode.Value, p).Origins))
            .Where(o => KindOf(call, o) == OutputContractKind.Schema)
            .Distinct()
            .ToImmutableArray();

    private static OutputContractKind Strongest(IReadOnlyCollection<OutputContractKind> kinds) =>
        kinds.Contains(OutputContractKind.Schema) ? OutputContractKind.Schema
        : kinds.Contains(OutputContractKind.Perhaps) ? OutputContractKind.Perhaps
        : kinds.Contains(OutputContractKind.JsonMode) ? OutputContractKind.JsonMode
        : OutputContractKind.None;

    private static IEnumerable<OutputContractKind> KindsOf(ReachedModelCall call, OptionsCarrier options)
    {
        foreach (var path in FormatPaths(call))
        {
            var format = options.TraceThroughCallers(FlowMode.Value, path);
            if (format.IsTruncated)
            {
                yield return OutputContractKind.Perhaps;
            }

            foreach (var origin in format.Origins)
            {
                yield return KindOf(call, origin);
            }
        }

        if (HiddenFormats.MayBeIn(call.Picture, options))
        {
            yield return OutputContractKind.Perhaps;
        }
    }

    private static OutputContractKind KindOf(ReachedModelCall call, Origin origin)
    {
        switch (origin.Kind)
        {
            case OriginKind.Null:
                return OutputContractKind.None;
            case OriginKind.Unset:
                return CarriesNoFormat(call.Picture, origin.Symbol as ITypeSymbol) ? OutputContractKind.Perhaps : OutputContractKind.None;
            case OriginKind.Type:
                return OutputContractKind.Schema;
            case OriginKind.Constant when !origin.Path.IsEmpty:
                return OutputContractKind.None;
            case OriginKind.Constant:
                // Semantic Kernel takes the format's name as a string; any other string is RAG2006's business.
                return origin.Operation.ConstantValue.Value switch
                {
                    "json_object" => OutputContractKind.JsonMode,
                    "json" when call.Fact.Sdk == SdkKind.OllamaSharp => OutputContractKind.JsonMode,
                    "text" => OutputContractKind.None,
                    _ => OutputContractKind.Perhaps,
                };
            default:
                if (call.Fact.Sdk == SdkKind.SemanticKernel && ElementFormats.IsSchema(call.Picture, origin))
                {
                    return OutputContractKind.Schema;
                }

                // A format of Microsoft.Extensions.AI means nothing to Semantic Kernel's connector; that is RAG2006's business, too.
                return
                    origin.Symbol is not null
                    && !(call.Fact.Sdk == SdkKind.SemanticKernel && origin.Symbol.FullNamespace() == "Microsoft.Extensions.AI")
                    && call.Picture.Sdks.TryGetFact<FormatFact>(origin.Symbol, out var format)
                    ? format.Strength switch
                    {
                        FormatStrength.Schema => OutputContractKind.Schema,
                        FormatStrength.JsonMode => OutputContractKind.JsonMode,
                        _ => OutputContractKind.None,
                    }
                    : OutputContractKind.Perhaps;
        }
    }

    /// <summary>Settings of a connector that has no response format at all: nothing the reader could set, so nothing to ask for.</summary>
    private static bool CarriesNoFormat(Picture picture, ITypeSymbol? type)
    {
        if (type is null || type.HasFullName(PlainSettings))
        {
            return false;
        }

        if (type is INamedTypeSymbol named && named.InstanceConstructors.Any(c => picture.Sdks.TryGetFact<OptionsHolderFact>(c, out var _)))
        {
            return false;
        }

        var properties = picture
            .Sdks.SymbolsWith<ResponseFormatFact>()
            .Concat(picture.Sdks.SymbolsWith<OptionsHolderFact>().Where(static p => !p.ContainingType.IsAbstract))
            .OfType<IPropertySymbol>();
        return !properties.Any(p => type.IsOrInherits(p.ContainingType) || type.FullName() == FormatHolder(p));
    }

    /// <summary>The type whose property is the format itself when the options hold it one step away (Responses API).</summary>
    private static string? FormatHolder(IPropertySymbol property) => property.Type.FullName();

    /// <summary>Where the options of a call hold the format.</summary>
    private static ImmutableHashSet<AccessPath> FormatPaths(ReachedModelCall call) =>
        call
            .Picture.Once(static _ => new ConcurrentDictionary<SdkKind, ImmutableHashSet<AccessPath>>())
            .GetOrAdd(
                call.Fact.Sdk,
                _ =>
                    call.Options.Members<ResponseFormatFact>()
                        .Select(static m =>
                            (m.Fact.HoldsFormatIn is { } inner ? AccessPath.Empty.Push(inner) : AccessPath.Empty).Push(m.Member.Name)
                        )
                        .ToImmutableHashSet()
            );

    private static (OptionsPlace Place, IObjectCreationOperation? Creation) PlaceOf(ReachedModelCall call)
    {
        // Where a prompt function has settings of its own, those in the arguments would replace them all.
        if (call.Fact.Function is not null && !HasNoSettings(call))
        {
            return (OptionsPlace.Other, null);
        }

        var values = call.Options.Passed.Select(static o => o.Value).ToList();
        if (values.Count == 0)
        {
            return (OptionsPlace.Absent, null);
        }
        // A parameter that is certainly null holds no options; another one may.
        var origins = values
            .Select(v => OptionsAmong(call.Picture.TraceWithinBody(v, FlowMode.Value).Origins, v, call.Picture))
            .Where(static all => all.Any(static o => o.Kind != OriginKind.Null))
            .SelectMany(static all => all)
            .ToList();
        if (origins.All(static o => o.Kind == OriginKind.Null))
        {
            return (OptionsPlace.Absent, null);
        }

        if (origins.Count != 1 || origins[0] is not { Kind: OriginKind.Creation, Operation: IObjectCreationOperation creation })
        {
            return (OptionsPlace.Other, null);
        }

        // Options that a second model call uses as well would change that call too.
        return CallsByOptions(call.Picture.BodyOf(call.Operation))[creation].Any(c => !ReferenceEquals(c, call.Operation))
            ? (OptionsPlace.Other, null)
            : (OptionsPlace.Created, creation);
    }

    /// <summary>The prompt functions that the call invokes are known, and made without settings.</summary>
    private static bool HasNoSettings(ReachedModelCall call) =>
        !call.Functions.IsEmpty
        && call.Options.OfFunctions.All(o =>
            call.Picture.TraceWithinBody(o.Value, FlowMode.Value) is { IsTruncated: false } settings
            && settings.Origins.All(static origin => origin.Kind == OriginKind.Null)
        );

    /// <summary>Options may be made of what is sent; the texts in it are no options.</summary>
    private static IReadOnlyList<Origin> OptionsAmong(ImmutableArray<Origin> origins, IOperation options, Picture picture)
    {
        var fitting = origins
            .Where(o =>
                o.Operation.Type is not { } made
                || options.Type is not { } type
                || picture.Compilation.ClassifyCommonConversion(made, type).Exists
            )
            .ToList();
        return fitting.Count > 0 ? fitting : origins;
    }

    /// <summary>The model calls of a body by what makes the options that they pass.</summary>
    private static ILookup<IOperation, IOperation> CallsByOptions(Body body) =>
        body.Once(static b =>
            ReachedModelCall
                .In(b)
                .SelectMany(c =>
                    c.Options.Passed.SelectMany(o => b.Picture.TraceWithinBody(o.Value, FlowMode.Value).Origins)
                        .Select(o => (Made: o.Operation, Call: (IOperation)c.Operation))
                )
                .ToLookup(static p => p.Made, static p => p.Call)
        );
}
