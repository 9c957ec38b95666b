using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>A function of a prompt.</summary>
/// <param name="Factory">The call that makes it.</param>
/// <param name="Via">The calls through which that call was reached, or null.</param>
internal sealed record PromptFunction(IInvocationOperation Factory, PromptFunctionFact Fact, CallChain? Via)
{
    /// <summary>The settings that the function is made with.</summary>
    public IEnumerable<IOperation> Options => Fact.Options.Select(Factory.ArgumentNamed).OfType<IOperation>();

    /// <summary>The call asks a model: it needs no function for that, or the function it invokes is certainly one of a prompt.</summary>
    public static bool IsModelCall(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via) =>
        fact.Function is null || !Of(picture, call, fact, via).IsEmpty;

    /// <summary>The prompt functions that a call may invoke; none when it may invoke anything else as well.</summary>
    public static ImmutableArray<PromptFunction> Of(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        if (fact.Function is not { } name || call.ArgumentNamed(name) is not { } function)
        {
            return ImmutableArray<PromptFunction>.Empty;
        }

        var trace = picture.Trace(function, FlowMode.Value, via);
        var functions = ImmutableArray.CreateBuilder<PromptFunction>();
        foreach (var origin in trace.Origins.Where(static o => o.Kind != OriginKind.Null))
        {
            if (
                origin
                    is not {
                        Kind: OriginKind.Source,
                        Path.IsEmpty: true,
                        Operation: IInvocationOperation factory,
                        Symbol: IMethodSymbol method
                    }
                || !picture.Sdks.TryGetFact<PromptFunctionFact>(method, out var made)
            )
            {
                return ImmutableArray<PromptFunction>.Empty;
            }

            functions.Add(new PromptFunction(factory, made, CallChain.Join(via, origin.Via)));
        }

        return trace.IsTruncated ? ImmutableArray<PromptFunction>.Empty : functions.ToImmutable();
    }
}
