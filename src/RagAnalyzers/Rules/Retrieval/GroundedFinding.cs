using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>A finding about passages that reach models: it stands on the retrieval, and names the model calls beside it.</summary>
internal static class GroundedFinding
{
    /// <param name="further">What the message says behind the name of the retrieval.</param>
    public static Diagnostic Of(DiagnosticDescriptor descriptor, GroundedPassages grounded, params object[] further) =>
        Diagnostic.Create(
            descriptor,
            CallLocation.Of(grounded.Found.Call),
            grounded.Calls.Select(static c => CallLocation.Of(c.Operation)),
            further.Prepend(Passages.NameOf(grounded.Found.Call.TargetMethod)).ToArray()
        );
}
