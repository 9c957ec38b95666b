using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Finds the calls of a lambda that a private field or property keeps.</summary>
internal sealed class KeptLambdas
{
    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IInvocationOperation>> _calls = new(SymbolEqualityComparer.Default);

    public KeptLambdas(OperationSource source) => _source = source;

    /// <summary>The calls that may run it; default when nothing private keeps it, or what keeps it is handed on.</summary>
    public ImmutableArray<IInvocationOperation> CallsOf(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation creation && KeeperOf(creation) is { } keeper
            ? _calls.GetOrAdd(keeper.OriginalDefinition, Find)
            : default;

    private static ISymbol? KeeperOf(IDelegateCreationOperation creation) =>
        creation.ParentOf(out var child) switch
        {
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                when ReferenceEquals(assignment.Value, child) && target.Instance is null or IInstanceReferenceOperation => target.Member,
            _ => null,
        };

    private ImmutableArray<IInvocationOperation> Find(ISymbol keeper)
    {
        if (keeper is not { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type })
        {
            return default;
        }

        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        foreach (
            var reference in _source
                .RootsMentioning(keeper.Name, type)
                .Distinct()
                .SelectMany(static r => r.Descendants())
                .OfType<IMemberReferenceOperation>()
                .Where(r => SymbolEqualityComparer.Default.Equals(r.Member.OriginalDefinition, keeper))
        )
        {
            if (HeldFunctions.CallOf(reference) is { } call)
            {
                calls.Add(call);
            }
            else if (reference.ParentOf(out var child) is not IAssignmentOperation assignment || !ReferenceEquals(assignment.Target, child))
            {
                return default;
            }
        }

        return calls.Count == 0 ? default : calls.ToImmutable();
    }
}
