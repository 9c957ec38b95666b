using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2007: the response schema's root is not an object.</summary>
public sealed class SchemaRootIsNoObject : ResponseSchemaRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.SchemaRootIsNoObject;

    private protected override ResponseSchemaMistake Mistake => ResponseSchemaMistake.RootIsNoObject;

    /// <summary>One of the fixes changes the call as well.</summary>
    private protected override ResponseSchemaHandOver HandOver(Body body, ResponseSchema schema)
    {
        var handOver = base.HandOver(body, schema);
        return TypedCall(body, schema) is var (call, assignment)
            ? handOver with
            {
                ModelCall = CallLocation.Of(call.Operation),
                FormatAssignment = assignment.Operation.Syntax.GetLocation(),
            }
            : handOver;
    }

    /// <summary>The call that can be made <c>GetResponseAsync&lt;T&gt;</c> and its format, or null.</summary>
    private static (ModelCall Call, FormatAssignment Assignment)? TypedCall(Body body, ResponseSchema schema) =>
        schema is { Sdk: SdkKind.ExtensionsAI, Type: not null }
        && FormattedAnswers.OnlyCall(body, schema) is { Call.Fact: { Sdk: SdkKind.ExtensionsAI, Typed: false } } found
            ? found
            : null;

    private protected override object[] Arguments(Body body, ResponseSchema schema)
    {
        var name = schema.Type?.ShownName();
        var root = ResponseSchemaMistakes.RootOf(schema) switch
        {
            JsonRoot.Array => "an array",
            JsonRoot.Dictionary => "a dictionary",
            JsonRoot.Text => "a string",
            JsonRoot.Number => "a number",
            JsonRoot.Truth => "a boolean",
            _ => "an enum value",
        };
        return
        [
            name is null ? $"has {root} as its root" : $"of '{name}' has {root} as its root",
            (name, schema.Sdk) switch
            {
                (not null, SdkKind.ExtensionsAI) => $"Call GetResponseAsync<{name}>, which wraps it",
                (not null, _) => "Name a type that has it as a property",
                _ => "Make it a property of an object",
            },
        ];
    }
}
