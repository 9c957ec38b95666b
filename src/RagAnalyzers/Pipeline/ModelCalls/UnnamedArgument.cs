using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Retrievals.Uses;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>Passages that are an argument of templates none of which names it.</summary>
internal static class UnnamedArgument
{
    /// <summary>The argument's name; null where a template names it, or that cannot be told.</summary>
    public static string? Of(Picture picture, FoundPassages found, IReadOnlyCollection<PassageUse> sent)
    {
        var keys = sent.Select(static u => KeyOf(u.Operation)).Distinct().ToList();
        if (keys is not [{ } key] || PromptMiddleware.Of(picture).MayAddPassages)
        {
            return null;
        }

        var calls = found.Uses.Bodies.Select(picture.BodyOf).SelectMany(b => Taking(picture, b)).ToList();
        return calls.Count > 0 && calls.TrueForAll(static c => c is { Prompt: { ShowsItsTemplates: true, ContainsPassages: false } })
            ? key
            : null;
    }

    /// <summary>The key of the element that a value is put under.</summary>
    private static string? KeyOf(IOperation use) =>
        use switch
        {
            IAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] }
            } => key,
            IArgumentOperation
            {
                Parent: IInvocationOperation
                {
                    TargetMethod.Name: "Add" or "TryAdd",
                    Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, _]
                }
            } => key,
            _ => null,
        };

    /// <summary>What is given arguments of templates in a body: model calls, or null for what may do anything with them.</summary>
    private static IEnumerable<ModelCall?> Taking(Picture picture, Body body) =>
        body
            .Index.InvocationsAndCreations.Where(c =>
                c.PassedArguments().Any(a => a.Value.Unwrapped().Type is { } type && picture.Tracer.Knowledge.KeepsElementsApart(type))
            )
            .Select(c => ModelCall.At(body, c));
}
