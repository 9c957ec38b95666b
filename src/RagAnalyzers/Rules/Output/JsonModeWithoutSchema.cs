using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2004: an answer in JSON mode is parsed into a type with members of its own.</summary>
public sealed class JsonModeWithoutSchema : ParsedAnswerRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.JsonModeWithoutSchema;

    private protected override ParsedAnswerMistake Mistake => ParsedAnswerMistake.JsonModeAlone;

    private protected override string Remedy(ModelCall call, string? typed, ITypeSymbol target)
    {
        // What is listed is told its format elsewhere, where a type may not be known at all.
        if (call.Fact.Listed is not null)
        {
            return base.Remedy(call, typed, target);
        }

        if (ExpectedShapes.TakesAnything(target))
        {
            // There is no type yet whose members the schema could list.
            return typed is not null ? $"Declare a type and call {typed}<T> with it"
                : call.Fact.Sdk == SdkKind.SemanticKernel ? "Declare a type and set ResponseFormat to it"
                : "Set a JSON schema as response format";
        }

        var name = target.ShownName();
        if (typed is null && JsonRoots.Of(target) != JsonRoot.Unknown)
        {
            // The schema of a list is refused: its root is no object. A typed call wraps it by itself.
            return call.Fact.Sdk == SdkKind.SemanticKernel
                ? $"Set ResponseFormat to a type that has {name} as a property"
                : $"Set the schema of a type that has {name} as a property";
        }

        return typed is not null ? $"Call {typed}<{name}>"
            : call.Fact.Sdk == SdkKind.SemanticKernel ? $"Set ResponseFormat to typeof({name})"
            : $"Set the JSON schema of {name} as response format";
    }
}
