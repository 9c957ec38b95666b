using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>Whether Semantic Kernel runs what a model calls, or leaves it to the program.</summary>
internal static class AutoInvoke
{
    private const string Parameter = "autoInvoke";

    /// <summary>What a choice behaviour says of it; null when it cannot be seen.</summary>
    public static bool? IsSetBy(IOperation choice) =>
        choice switch
        {
            IPropertyReferenceOperation { Property.Name: "AutoInvokeKernelFunctions" } => true,
            IPropertyReferenceOperation { Property.Name: "EnableKernelFunctions" } => false,
            IInvocationOperation call => call.ArgumentNamed(Parameter)?.ConstantValue is { HasValue: true, Value: bool truth }
                ? truth
                : null,
            _ => null,
        };
}
