using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Finds every operation of the compilation that runs a method or property accessor, or hands it over as a delegate: calls,
/// reads, method groups, through interfaces and base members too.
/// </summary>
internal sealed class FunctionUses
{
    /// <summary>What is used in more places is a utility; nobody reads all of them.</summary>
    private const int MaximumUses = 40;

    private readonly OperationSource _source;
    private readonly BoundNames _names;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _uses = new(SymbolEqualityComparer.Default);

    public FunctionUses(OperationSource source, BoundNames names)
    {
        _source = source;
        _names = names;
    }

    /// <summary>
    /// The invocations, property references and method references; default when there are too many, when uses of such a member have no
    /// name, or when what one of them calls is not settled.
    /// </summary>
    public ImmutableArray<IOperation> Of(IMethodSymbol function) =>
        function.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet
            ? _uses.GetOrAdd((function.AssociatedSymbol ?? function).OriginalDefinition, Find)
            : default;

    private ImmutableArray<IOperation> Find(ISymbol member)
    {
        var targets = InheritedMembers.WithItself(member);
        var uses = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var group in targets.GroupBy(static t => t.Name))
        {
            foreach (var name in _names.Of(group.Key, targets))
            {
                SyntaxNode used =
                    name.Parent is MemberAccessExpressionSyntax access && access.Name == name
                    || name.Parent is MemberBindingExpressionSyntax
                        ? name.Parent
                        : name;
                var operation = _source.OperationOf(
                    used.Parent is InvocationExpressionSyntax invocation && invocation.Expression == used ? invocation : used
                );
                switch (operation)
                {
                    case IInvocationOperation or IPropertyReferenceOperation or IMethodReferenceOperation:
                        uses.Add(operation);
                        break;

                    // What is called is settled when the program runs, or when the line is complete.
                    case IInvalidOperation
                    or IDynamicInvocationOperation:
                        return default;
                }

                if (uses.Count > MaximumUses)
                {
                    return default;
                }
            }
        }

        return uses.ToImmutable();
    }
}
