using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>
/// A response format in options that go to typed calls alone. Those copy the options and set the format of the copy
/// (<c>ChatClientStructuredOutputExtensions.GetResponseAsync&lt;T&gt;</c>, with or without a native schema;
/// <c>AIAgent.RunAsync&lt;T&gt;</c>, whose run options also go before the chat options that they carry). So nothing ever reads this one.
/// </summary>
/// <param name="Calls">The typed calls that get the options.</param>
internal sealed record OverwrittenFormat(ImmutableArray<IInvocationOperation> Calls)
{
    /// <summary>Reads an assignment; null when the format may serve a purpose, or none is set.</summary>
    public static OverwrittenFormat? Of(Picture picture, FormatAssignment assignment)
    {
        if (
            assignment.Fact.Sdk is not (SdkKind.ExtensionsAI or SdkKind.AgentFramework)
            || assignment.Value.ConstantValue is { HasValue: true, Value: null }
            || assignment.Value.Unwrapped() is IDefaultValueOperation
        )
        {
            return null;
        }

        return OptionsUses.Of(picture, assignment, static (_, fact) => fact.Typed) is { Count: > 0 } calls
            ? new OverwrittenFormat(calls.OrderBy(static c => c.Syntax.SpanStart).ToImmutableArray())
            : null;
    }
}
