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
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>
/// Reads the output contract of a model call from the options it passes. What cannot be seen completely counts as "perhaps".
/// </summary>
internal static class OutputContractReader
{
    private const string PlainSettings = "Microsoft.SemanticKernel.PromptExecutionSettings";

    public static OutputContract Read(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        if (fact.Typed)
        {
            return new OutputContract(OutputContractKind.Schema, OptionsPlace.Other);
        }

        var (place, creation) = PlaceOf(picture, call, fact);
        if (fact.Protocol)
        {
            return new OutputContract(OutputContractKind.Perhaps, place, creation);
        }

        var kinds = fact
            .Options.Select(call.ArgumentNamed)
            .OfType<IOperation>()
            .SelectMany(c => KindsOf(picture, c, fact.Sdk, via))
            .ToList();

        // A format in the options of a run goes before that of the agent.
        var isSet = kinds.Count > 0 && kinds.All(static k => k is OutputContractKind.Schema or OutputContractKind.JsonMode);
        if (!isSet && fact.Configured is { } configured && call.ArgumentNamed(configured) is { } agent)
        {
            kinds.AddRange(KindsOf(picture, agent, fact.Sdk, via));
        }

        foreach (var function in PromptFunction.Of(picture, call, fact, via))
        {
            kinds.AddRange(
                function
                    .Options.SelectMany(o => KindsOf(picture, o, fact.Sdk, function.Via))
                    .Concat(PromptFileContracts.Of(picture, function))
            );
        }

        var kind = Strongest(kinds);
        if (
            kind is OutputContractKind.None or OutputContractKind.JsonMode
            && fact.Sdk is (SdkKind.ExtensionsAI or SdkKind.AgentFramework)
            && ConfiguredClients.Of(picture).MaySetFormats
        )
        {
            kind = OutputContractKind.Perhaps;
        }

        return new OutputContract(kind, place, creation, kind == OutputContractKind.JsonMode ? AssignmentFor(picture, call) : null);
    }

    private static FormatAssignment? AssignmentFor(Picture picture, IInvocationOperation call)
    {
        var assignments = FormatAssignment
            .In(picture.BodyOf(call))
            .Where(a => OptionsUses.Of(picture, a, (other, _) => ReferenceEquals(other, call)) is { Count: > 0 })
            .ToList();
        return assignments.Count == 1 ? assignments[0] : null;
    }

    /// <summary>
    /// What makes the schemas among the formats of the options that a call passes; those of a prompt function are not among them.
    /// </summary>
    public static ImmutableArray<IOperation> SchemasOf(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        var carriers = fact
            .Options.Concat(fact.Configured is { } configured ? new[] { configured } : Enumerable.Empty<string>())
            .Select(call.ArgumentNamed)
            .OfType<IOperation>();
        return carriers
            .SelectMany(c => FormatPaths(picture, fact.Sdk).SelectMany(p => picture.Trace(c, FlowMode.Value, via, p).Origins))
            .Where(o => KindOf(picture, o, fact.Sdk) == OutputContractKind.Schema)
            .Select(static o => o.Operation)
            .Distinct()
            .ToImmutableArray();
    }

    private static OutputContractKind Strongest(IReadOnlyCollection<OutputContractKind> kinds) =>
        kinds.Contains(OutputContractKind.Schema) ? OutputContractKind.Schema
        : kinds.Contains(OutputContractKind.Perhaps) ? OutputContractKind.Perhaps
        : kinds.Contains(OutputContractKind.JsonMode) ? OutputContractKind.JsonMode
        : OutputContractKind.None;

    private static IEnumerable<OutputContractKind> KindsOf(Picture picture, IOperation carrier, SdkKind sdk, CallChain? via)
    {
        foreach (var path in FormatPaths(picture, sdk))
        {
            var format = picture.Trace(carrier, FlowMode.Value, via, path);
            if (format.IsTruncated)
            {
                yield return OutputContractKind.Perhaps;
            }

            foreach (var origin in format.Origins)
            {
                yield return KindOf(picture, origin, sdk);
            }
        }

        // A format may also come through extension data, raw requests and the like: then it cannot be seen.
        foreach (var backdoor in picture.Sdks.SymbolsWith<FormatBackdoorFact>().Where(b => IsOf(b, carrier, picture, via)))
        {
            var hidden = picture.Trace(carrier, FlowMode.Value, via, AccessPath.Empty.Push(backdoor.Name));
            if (hidden.IsTruncated || hidden.Origins.Any(MayHoldFormat))
            {
                yield return OutputContractKind.Perhaps;
            }
        }
    }

    /// <summary>A dictionary whose every entry can be seen holds a format only if an entry names one.</summary>
    private static bool MayHoldFormat(Origin origin) =>
        origin.Kind switch
        {
            OriginKind.Unset or OriginKind.Null => false,

            // A factory makes whatever it likes when it is called.
            OriginKind.Creation => origin.Operation is IAnonymousFunctionOperation or IMethodReferenceOperation,
            OriginKind.Constant => origin.Operation.ConstantValue.Value is string text
                && text.IndexOf("format", System.StringComparison.OrdinalIgnoreCase)
                    + text.IndexOf("json", System.StringComparison.OrdinalIgnoreCase)
                    > -2,
            _ => true,
        };

    private static bool IsOf(ISymbol member, IOperation carrier, Picture picture, CallChain? via) =>
        picture.Trace(carrier, FlowMode.Value, via).Origins.Any(o => o.Symbol is ITypeSymbol type && Inherits(type, member.ContainingType));

    private static OutputContractKind KindOf(Picture picture, Origin origin, SdkKind sdk)
    {
        switch (origin.Kind)
        {
            case OriginKind.Null:
                return OutputContractKind.None;
            case OriginKind.Unset:
                return CarriesNoFormat(picture, origin.Symbol as ITypeSymbol) ? OutputContractKind.Perhaps : OutputContractKind.None;
            case OriginKind.Type:
                return OutputContractKind.Schema;
            case OriginKind.Constant when !origin.Path.IsEmpty:
                return OutputContractKind.None;
            case OriginKind.Constant:
                // Semantic Kernel takes the format's name as a string; any other string is RAG2006's business.
                return origin.Operation.ConstantValue.Value switch
                {
                    "json_object" => OutputContractKind.JsonMode,
                    "text" => OutputContractKind.None,
                    _ => OutputContractKind.Perhaps,
                };
            default:
                // A format of Microsoft.Extensions.AI means nothing to Semantic Kernel's connector; that is RAG2006's business, too.
                return
                    origin.Symbol is not null
                    && !(sdk == SdkKind.SemanticKernel && origin.Symbol.FullNamespace() == "Microsoft.Extensions.AI")
                    && picture.Sdks.TryGetFact<FormatFact>(origin.Symbol, out var format)
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
        if (type is null || type.FullName() == PlainSettings)
        {
            return false;
        }

        if (type is INamedTypeSymbol named && named.InstanceConstructors.Any(c => picture.Sdks.TryGetFact<OptionsHolderFact>(c, out var _)))
        {
            return false;
        }

        var properties = picture
            .Sdks.SymbolsWith<ResponseFormatFact>()
            .Concat(picture.Sdks.SymbolsWith<OptionsHolderFact>())
            .OfType<IPropertySymbol>();
        return !properties.Any(p => Inherits(type, p.ContainingType) || type.FullName() == FormatHolder(p));
    }

    /// <summary>The type whose property is the format itself when the options hold it one step away (Responses API).</summary>
    private static string? FormatHolder(IPropertySymbol property) => property.Type.FullName();

    private static bool Inherits(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, ancestor.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<AccessPath> FormatPaths(Picture picture, SdkKind sdk)
    {
        // An agent is configured with the options of the chat client it wraps.
        var paths = ImmutableHashSet.CreateBuilder<AccessPath>();
        foreach (var property in picture.Sdks.SymbolsWith<ResponseFormatFact>())
        {
            if (
                !picture.Sdks.TryGetFact<ResponseFormatFact>(property, out var fact)
                || (fact.Sdk != sdk && !(sdk == SdkKind.AgentFramework && fact.Sdk == SdkKind.ExtensionsAI))
            )
            {
                continue;
            }

            var path = fact.HoldsFormatIn is { } inner ? AccessPath.Empty.Push(inner) : AccessPath.Empty;
            paths.Add(path.Push(property.Name));
        }

        return paths;
    }

    private static (OptionsPlace Place, IObjectCreationOperation? Creation) PlaceOf(
        Picture picture,
        IInvocationOperation call,
        ModelCallFact fact
    )
    {
        // A prompt function has settings of its own, and those in the arguments would replace them all.
        if (fact.Function is not null)
        {
            return (OptionsPlace.Other, null);
        }

        var values = fact.Options.Select(call.ArgumentNamed).OfType<IOperation>().ToList();
        if (values.Count == 0)
        {
            return (OptionsPlace.Absent, null);
        }
        // A parameter that is certainly null holds no options; another one may.
        var origins = values
            .Select(v => picture.Tracer.Trace(v, FlowMode.Value).Origins)
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
        var others = ModelCall
            .In(picture.BodyOf(call))
            .Where(c => !ReferenceEquals(c.Operation, call))
            .SelectMany(c => c.Fact.Options.Select(c.Operation.ArgumentNamed).OfType<IOperation>())
            .SelectMany(v => picture.Tracer.Trace(v, FlowMode.Value).Origins);
        return others.Any(o => ReferenceEquals(o.Operation, creation)) ? (OptionsPlace.Other, null) : (OptionsPlace.Created, creation);
    }
}
