using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Uses;

/// <summary>Follows a value into what holds it, and on from where that is read.</summary>
internal sealed class VariableUses
{
    private readonly UseSearch _search;

    // A buffer that is appended to in many places is one variable with many writes.
    private readonly Dictionary<(ISymbol Variable, IOperation Function), int> _followedFrom = new();
    private readonly Dictionary<ISymbol, bool> _writtenOnce = new(SymbolEqualityComparer.Default);

    public VariableUses(UseSearch search) => _search = search;

    public void Follow(ValueUse use, bool isCertain, int calls)
    {
        if (use.Operation is IAssignmentOperation { Parent: not IExpressionStatementOperation } expression)
        {
            if (expression.Parent is IObjectOrCollectionInitializerOperation { Parent: { } made })
            {
                // Whoever gets the object can read the value off it.
                _search.Add(made, isCertain: false, calls);
                _search.IsComplete = false;
                return;
            }

            _search.Add(expression, isCertain, calls);
        }

        switch (use.Into)
        {
            case ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None }:
                FollowReferences(use.Into, use.Operation, isCertain, calls);
                break;
            case IFieldSymbol
            or IPropertySymbol when IsOfOwnObject(use.Operation) && _search.Resolver.ReadersOf(use.Into) is { IsDefault: false } roots:
                foreach (var reference in roots.SelectMany(r => BodyIndex.Of(r).ReferencesTo(use.Into)))
                {
                    _search.Add(reference, isCertain: false, calls);
                }

                break;
            default:
                _search.IsComplete = false;
                break;
        }
    }

    /// <summary>The uses of a variable that a write can be seen at.</summary>
    public void FollowReferences(ISymbol variable, IOperation write, bool isCertain, int calls)
    {
        // Whatever a write sees, one before it in the same function sees too.
        var key = (variable, write.EnclosingFunction());
        var start = write.Syntax.SpanStart;
        if (_followedFrom.TryGetValue(key, out var earliest) && earliest <= start)
        {
            return;
        }

        _followedFrom[key] = start;
        var references = BodyIndex.Of(write).ReferencesTo(variable);
        var isWrittenOnce = IsWrittenOnce(variable, references);
        foreach (var reference in references)
        {
            if (reference is not IVariableDeclaratorOperation && MaySee(reference, write))
            {
                _search.Add(reference, isCertain && isWrittenOnce && Certainty.Follows(reference, write), calls);
            }
        }
    }

    private bool IsWrittenOnce(ISymbol variable, IReadOnlyList<IOperation> references)
    {
        if (!_writtenOnce.TryGetValue(variable, out var known))
        {
            known = !references
                .Where(static r => r is IVariableDeclaratorOperation { Initializer: not null } || NextUse.Of(r).Kind == UseKind.Replaced)
                .Skip(1)
                .Any();
            _writtenOnce[variable] = known;
        }

        return known;
    }

    private static bool IsOfOwnObject(IOperation assignment) =>
        assignment
            is not IAssignmentOperation { Target: IMemberReferenceOperation { Instance: not (null or IInstanceReferenceOperation) } };

    /// <summary>What stands before a write sees it only in the next round of a loop, or from a function that runs later.</summary>
    private static bool MaySee(IOperation reference, IOperation write)
    {
        if (
            reference.Syntax.SpanStart >= write.Syntax.SpanStart
            || !ReferenceEquals(reference.EnclosingFunction(), write.EnclosingFunction())
        )
        {
            return true;
        }

        for (var parent = write.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation && parent.Syntax.Span.Contains(reference.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }
}
