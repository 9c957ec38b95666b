using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>
/// Follows the settings of a serializer to where they are made: the settings go in; how names and enums are read and written comes out,
/// or null when one of them cannot be seen.
/// </summary>
internal sealed class SerializerReadings
{
    private const string Options = "System.Text.Json.JsonSerializerOptions";
    private const string NewtonsoftSettings = "Newtonsoft.Json.JsonSerializerSettings";

    private static readonly string[] Resolvers = { "TypeInfoResolver", "TypeInfoResolverChain" };

    private readonly Route _route;
    private readonly IOperation _settings;

    private SerializerReadings(Route route, IOperation settings)
    {
        _route = route;
        _settings = settings;
    }

    /// <param name="settings">The settings, or null when none are passed.</param>
    /// <param name="none">How it is read without settings.</param>
    public static JsonReading? Of(Route route, IOperation? settings, JsonReading none)
    {
        if (settings is null || IsNothing(settings))
        {
            return none;
        }

        if (SerializerContexts.MayBe(settings))
        {
            return SerializerContexts.ReadingOf(route.Picture, settings);
        }

        var trace = route.TraceThroughCallers(settings, FlowMode.Value);
        return trace is { IsTruncated: false, Origins: [{ Path.IsEmpty: true } origin] }
            ? origin switch
            {
                { Kind: OriginKind.Null } => none,
                { Kind: OriginKind.StaticMember } => KnownSettings.Shared(origin.Symbol),
                { Kind: OriginKind.Creation, Symbol: ITypeSymbol type } when type.HasFullName(Options) => new SerializerReadings(
                    route,
                    settings
                ).OfOptions(),
                { Kind: OriginKind.Creation, Symbol: ITypeSymbol type } when type.HasFullName(NewtonsoftSettings) => new SerializerReadings(
                    route,
                    settings
                ).OfNewtonsoftSettings(),
                _ => origin.Operation.ConstantValue is { HasValue: true, Value: null } ? none : null,
            }
            : null;
    }

    private static bool IsNothing(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: null } || value.Unwrapped() is IDefaultValueOperation;

    private JsonReading? OfOptions()
    {
        if (
            Setting("PropertyNamingPolicy", static r => r.Naming, NamingOf) is { } naming
            && Setting("PropertyNameCaseInsensitive", static r => r.IgnoresCase, TruthOf) is { } ignoresCase
            && Setting("IncludeFields", static r => r.Fields, TruthOf) is { } fields
            && Resolvers.All(ResolvesByReflection)
            && Converters(static r => r.StringEnums) is { } converters
        )
        {
            return new JsonReading(
                Naming: naming,
                IgnoresCase: ignoresCase,
                StringEnums: converters.StringEnums,
                EnumNaming: converters.EnumNaming,
                Fields: fields
            );
        }

        return null;
    }

    private JsonReading? OfNewtonsoftSettings() =>
        Origins("ContractResolver") is { } resolvers
        && resolvers.All(static o =>
            o.IsNothing
            || o
                is {
                    Kind: OriginKind.Creation,
                    Path.IsEmpty: true,
                    Operation: IObjectCreationOperation { Initializer: null },
                    Symbol: ITypeSymbol type
                }
                && KnownSettings.IsPlainNewtonsoftResolver(type.FullName())
        )
        && Origins("Converters") is { } converters
        && converters.All(static o =>
            o.Kind == OriginKind.Unset
            || (
                o
                    is {
                        Kind: OriginKind.Creation,
                        Operation: IObjectCreationOperation { Arguments.IsEmpty: true },
                        Symbol: ITypeSymbol type
                    }
                && type.HasFullName(JsonSymbols.NewtonsoftStringEnumConverter)
            )
        )
            ? JsonReading.NewtonsoftDefault
            : null;

    /// <summary>A resolver of another kind may name members as it likes.</summary>
    private bool ResolvesByReflection(string member) =>
        Origins(member) is { } origins
        && origins.All(static o =>
            o.IsNothing
            || (o.Kind == OriginKind.StaticMember && !o.Path.IsEmpty)
            || (
                o is { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Initializer: null }, Symbol: ITypeSymbol type }
                && type.HasFullName(KnownSettings.DefaultResolver)
            )
        );

    /// <summary>The converters of the options: none but one for enums, wherever they are added.</summary>
    private (bool StringEnums, JsonNaming EnumNaming)? Converters(Func<JsonReading, bool> shared)
    {
        if (Origins("Converters") is not { } origins)
        {
            return null;
        }

        (bool StringEnums, JsonNaming EnumNaming) found = (false, JsonNaming.AsDeclared);
        foreach (var origin in origins)
        {
            if (Inherited(origin) is { } start)
            {
                found.StringEnums |= shared(start);
            }
            else if (
                origin
                    is { Kind: OriginKind.Creation, Path.IsEmpty: true, Operation: IObjectCreationOperation made, Symbol: ITypeSymbol type }
                && type.HasFullName(JsonSymbols.StringEnumConverter)
                && type is INamedTypeSymbol { Arity: 0 }
                && NamingOf(made.ArgumentNamed("namingPolicy")) is { } naming
            )
            {
                found = (true, naming);
            }
            else if (!IsCollection(origin))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>The list that a creation of options brings along for its converters.</summary>
    private static bool IsCollection(Origin origin) =>
        origin is { Kind: OriginKind.Creation, Symbol: ITypeSymbol type }
        && type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>The one value of a setting, wherever it is set; null when it has several, or one that cannot be seen.</summary>
    private T? Setting<T>(string member, Func<JsonReading, T> inherited, Func<IOperation?, T?> valueOf)
        where T : struct
    {
        if (Origins(member) is not { } origins)
        {
            return null;
        }

        var values = origins
            .Select(o =>
                Inherited(o) is { } start ? inherited(start)
                : o.Path.IsEmpty ? valueOf(o.Operation)
                : null
            )
            .Distinct();
        return values.ToList() is [{ } only] ? only : null;
    }

    private IReadOnlyList<Origin>? Origins(string member) =>
        _route.TraceThroughCallers(_settings, FlowMode.Value, AccessPath.Empty.Push(member))
            is { IsTruncated: false, Origins: { IsEmpty: false } all }
            ? all
            : null;

    /// <summary>What the member is when nothing sets it: the options begin as those that they were made from.</summary>
    private static JsonReading? Inherited(Origin origin) =>
        origin switch
        {
            { Kind: OriginKind.StaticMember, Path.IsEmpty: false } => KnownSettings.Shared(origin.Symbol),
            { Kind: OriginKind.Unset, Operation: IObjectCreationOperation { Arguments: var arguments } } => arguments switch
            {
                [] => JsonReading.Default,
                [{ Value: var defaults }] when defaults.Unwrapped() is IFieldReferenceOperation { Field: var field } =>
                    KnownSettings.Defaults(field.Name),
                _ => null,
            },
            _ => null,
        };

    private static bool? TruthOf(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: bool truth } ? truth : null;

    private static JsonNaming? NamingOf(IOperation? value) =>
        value is null || IsNothing(value) ? JsonNaming.AsDeclared
        : value.Unwrapped() is IPropertyReferenceOperation { Property: var policy } ? KnownSettings.Naming(policy)
        : null;
}
