using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>Which executor or agent an edge of a workflow begins or ends at.</summary>
internal static class ExecutorBindings
{
    public const string Executor = WorkflowEdges.Space + ".Executor";

    // Bindings in variables, each made of another one.
    private const int MaximumDepth = 3;

    /// <summary>The type of the agent, executor or function that a binding is made of; null where it cannot be seen.</summary>
    public static ITypeSymbol? TypeOf(IOperation binding) => TypeOf(binding, MaximumDepth);

    /// <summary>What a binding is made of: the agent, executor, function or factory; the binding itself where that cannot be seen.</summary>
    public static IOperation BoundBy(IOperation binding)
    {
        var value = binding;
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            value = Converted(value);
            if (MadeOf(value) is not { } made)
            {
                return value;
            }

            value = made;
        }

        return value;
    }

    /// <summary>A binding may be one of an executor of a type; where it certainly is, <paramref name="isCertain"/> is true.</summary>
    public static bool MayBe(IOperation? binding, INamedTypeSymbol executor, out bool isCertain)
    {
        var type = binding is null ? null : TypeOf(binding);
        isCertain = type is not null && type.AndBaseTypes().Any(t => Same(t, executor));
        return isCertain || type is null || executor.AndBaseTypes().Any(t => Same(t, type));
    }

    private static bool Same(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    private static ITypeSymbol? TypeOf(IOperation binding, int depth)
    {
        var value = Converted(binding);
        return value switch
        {
            _ when depth == 0 => null,
            IInvocationOperation { TargetMethod: { Name: "BindExecutor" or "ConfigureFactory", TypeArguments: [{ } made, ..] } } => made,
            _ when MadeOf(value) is { } made => TypeOf(made, depth - 1),
            { Type: { SpecialType: not SpecialType.System_String } type } when !IsBinding(type) => type,
            _ => null,
        };
    }

    private static IOperation Converted(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>What a binding is directly made of, or null.</summary>
    private static IOperation? MadeOf(IOperation binding) =>
        binding switch
        {
            IInvocationOperation { TargetMethod.Name: "BindExecutor" or "BindAsExecutor", Arguments: [{ Value: { } bound }, ..] } => bound,
            ILocalReferenceOperation { Local: var local } when IsBinding(local.Type) => MadeOf(local, binding),
            _ => null,
        };

    private static bool IsBinding(ITypeSymbol type) => type.Name.EndsWith("Binding", StringComparison.Ordinal);

    /// <summary>What a local that is typed as a binding is declared with.</summary>
    private static IOperation? MadeOf(ILocalSymbol local, IOperation use) =>
        BodyIndex
            .Of(use)
            .ReferencesTo(local)
            .OfType<IVariableDeclaratorOperation>()
            .Select(static d => d.Initializer?.Value)
            .FirstOrDefault();
}
