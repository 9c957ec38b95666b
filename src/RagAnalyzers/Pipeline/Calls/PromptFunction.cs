using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>A function of a prompt: the call that makes it.</summary>
internal sealed class PromptFunction : ReachedInvocation<PromptFunctionFact>
{
    private PromptFunction(Route route, IInvocationOperation factory, PromptFunctionFact fact)
        : base(route, factory, fact) { }

    /// <summary>The settings that the function is made with.</summary>
    public IEnumerable<OptionsCarrier> Options => Fact.Options.SelectMany(p => OptionsCarrier.At(this, p));

    /// <summary>The prompt functions that a call may invoke; none when it may invoke anything else as well.</summary>
    public static ImmutableArray<PromptFunction> Of(ReachedCall<ModelCallFact> call)
    {
        if (call.Argument(call.Fact.Function) is not { } function)
        {
            return ImmutableArray<PromptFunction>.Empty;
        }

        var trace = call.TraceThroughCallers(function, FlowMode.Value);
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
                || !call.Picture.Sdks.TryGetFact<PromptFunctionFact>(method, out var made)
            )
            {
                return ImmutableArray<PromptFunction>.Empty;
            }

            functions.Add(new PromptFunction(call.Route.Then(origin.Via), factory, made));
        }

        return trace.IsTruncated ? ImmutableArray<PromptFunction>.Empty : functions.ToImmutable();
    }
}
