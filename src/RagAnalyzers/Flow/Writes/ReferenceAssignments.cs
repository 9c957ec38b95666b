using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>What functions do to the variables that they are passed by <c>ref</c>.</summary>
internal sealed class ReferenceAssignments
{
    private readonly IBodyResolver _bodies;

    public ReferenceAssignments(IBodyResolver bodies) => _bodies = bodies;

    /// <summary>However the call ends, it has assigned the variable; false where the code of what is called cannot be seen.</summary>
    public bool AreCertainIn(IArgumentOperation argument)
    {
        if (argument is not { Parameter: { RefKind: RefKind.Ref, Ordinal: var ordinal }, Parent: IInvocationOperation call })
        {
            return false;
        }

        var method = call.TargetMethod.OriginalDefinition;
        var bodies = BodyIndex.Of(call).FunctionOf(method) is { } local ? ImmutableArray.Create(local) : _bodies.BodiesOf(method);
        return !bodies.IsEmpty && bodies.All(b => IsAssigned(method.Parameters[ordinal], b));
    }

    private static bool IsAssigned(IParameterSymbol parameter, IOperation body)
    {
        var flow = body.Syntax switch
        {
            BaseMethodDeclarationSyntax { Body: { } block } => Analyze(block),
            BaseMethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => Analyze(expression),
            LocalFunctionStatementSyntax { Body: { } block } => Analyze(block),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => Analyze(expression),
            _ => null,
        };
        return flow is { Succeeded: true } && flow.AlwaysAssigned.Contains(parameter, SymbolEqualityComparer.Default);

        DataFlowAnalysis? Analyze(SyntaxNode node) => body.SemanticModel?.AnalyzeDataFlow(node);
    }
}
