using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>Tells the tracer what the SDK tables know about flow; base class library calls are answered by <see cref="BclFlow"/>.</summary>
internal sealed class SdkFlow : IFlowKnowledge
{
    private static readonly CallFlow Source = new() { IsSource = true, LeavesArgumentsAlone = true };

    private static readonly CallFlow Setting = new() { LeavesArgumentsAlone = true };

    private readonly AiSdks _sdks;
    private readonly CallMeanings? _meanings;
    private readonly BclFlow _library = new();
    private readonly ConcurrentDictionary<ISymbol, CallFlow?> _flows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _parts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _keyed = new(SymbolEqualityComparer.Default);

    /// <param name="meanings">What calls mean by what they are given; null where that is not asked.</param>
    public SdkFlow(AiSdks sdks, CallMeanings? meanings)
    {
        _sdks = sdks;
        _meanings = meanings;
    }

    // A function is made only where nothing is known yet: these are asked for every step of every trace.
    public CallFlow? OfCall(IMethodSymbol method) =>
        _flows.TryGetValue(method.OriginalDefinition, out var known) ? known : _flows.GetOrAdd(method.OriginalDefinition, Find(method));

    public bool IsSource(IInvocationOperation call) =>
        _meanings is not null && (_meanings.TryGetFact<RetrievalFact>(call, out _) || _meanings.IsLookUp(call));

    public bool IsPartOfItsOwner(ISymbol member) =>
        _parts.TryGetValue(member.OriginalDefinition, out var known)
            ? known
            : _parts.GetOrAdd(
                member.OriginalDefinition,
                _sdks.TryGetFact<PassFact>(member, out var _)
                    || _sdks.TryGetFact<OptionsHolderFact>(member, out var _)
                    || _library.IsPartOfItsOwner(member)
            );

    /// <summary>A dictionary that holds options beside its entries (<c>KernelArguments</c>): an entry is none of the options.</summary>
    public bool KeepsElementsApart(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: false } named
        && _keyed.GetOrAdd(
            named,
            _ =>
                named.AllInterfaces.Any(static i => i is { Name: "IDictionary", TypeArguments.Length: 2 })
                && named.InstanceConstructors.Any(c => _sdks.TryGetFact<OptionsHolderFact>(c, out var _))
        );

    private CallFlow? Find(IMethodSymbol method)
    {
        if (
            (method.MethodKind != MethodKind.Constructor && _sdks.TryGetFact<ModelCallFact>(method, out var _))
            || _sdks.TryGetFact<RetrievalFact>(method, out var _)
            || _sdks.TryGetFact<PromptFunctionFact>(method, out var _)
            || _sdks.TryGetFact<FileUploadFact>(method, out var _)
            || _sdks.TryGetFact<FineTuningJobFact>(method, out var _)
            || _sdks.TryGetFact<IngestionFact>(method, out var _)
            || _sdks.TryGetFact<EmbeddingFact>(method, out var _)
            || _sdks.TryGetFact<FormatFact>(method, out var _)
        )
        {
            return Source;
        }

        if (_sdks.TryGetFact<OtherSettingFact>(method, out var _))
        {
            return Setting;
        }

        if (_sdks.TryGetFact<ToolFact>(method, out var tool))
        {
            // `builder.Plugins.AddFromType<A>().AddFromType<B>()`: some go on with what they add to.
            return Source with
            {
                ToReceiver = tool.AddsTo is { } receiver ? ImmutableArray.Create(receiver) : ImmutableArray<string>.Empty,
                ToResult =
                    tool.AddsTo is not null
                    && SymbolEqualityComparer.Default.Equals(
                        method.ReturnType,
                        method.Parameters.FirstOrDefault(p => p.Name == tool.AddsTo)?.Type
                    )
                        ? ImmutableArray.Create(SdkFact.Receiver)
                        : ImmutableArray<string>.Empty,
            };
        }

        // One member can mean several things: an agent's constructor speaks its instructions and holds its options.
        var isPart = _sdks.TryGetFact<PromptPartFact>(method, out var part);
        var passes = _sdks.TryGetFact<PassFact>(method, out var pass);
        var holds = _sdks.TryGetFact<OptionsHolderFact>(method, out var holder);
        if (isPart || passes || holds)
        {
            var content = part?.Content ?? ImmutableArray<string>.Empty;
            var carried = pass?.From ?? ImmutableArray<string>.Empty;
            var held = holder?.From ?? ImmutableArray<string>.Empty;
            var appends = part is { AppendsToReceiver: true };
            return new CallFlow
            {
                IsPart = isPart,
                ToResult = carried.AddRange(held).AddRange(appends ? ImmutableArray<string>.Empty : content).Distinct().ToImmutableArray(),

                // What a message is made of is its text, not what is read off the message.
                MembersFrom =
                    holds ? held
                    : isPart && !passes && !appends ? ImmutableArray<string>.Empty
                    : null,
                ToReceiver =
                    appends ? content
                    : method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: true } ? held
                    : ImmutableArray<string>.Empty,
                LeavesArgumentsAlone = true,
            };
        }

        // What is read out of a structure is contained in the text it was parsed from; it is not that text.
        // What returns nothing fills an object that it is given.
        if (_sdks.TryGetFact<ParseFact>(method, out var parse))
        {
            return new CallFlow { IntoResult = parse.Input, LeavesArgumentsAlone = !method.ReturnsVoid };
        }

        return DelegatingAgents.InnerOf(method) is { } inner
            ? new CallFlow { ToResult = ImmutableArray.Create(inner), LeavesArgumentsAlone = true }
            : _library.OfCall(method);
    }
}
