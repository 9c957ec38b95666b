using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Flow.Uses;

/// <summary>One search for the uses of a value: a worklist, so that no code is too deep for it. Not thread-safe.</summary>
internal sealed class UseSearch
{
    private readonly Func<ValueUse, bool>? _endsAt;
    private readonly CallUses _calls;
    private readonly Queue<(IOperation Value, bool IsCertain, int Calls)> _pending = new();
    private readonly HashSet<IOperation> _seen = new();
    private readonly ImmutableArray<(ValueUse, bool)>.Builder _uses = ImmutableArray.CreateBuilder<(ValueUse, bool)>();

    public UseSearch(IFlowKnowledge knowledge, IUseResolver resolver, EnteredBodies entered, Func<ValueUse, bool>? endsAt)
    {
        Knowledge = knowledge;
        Resolver = resolver;
        Entered = entered;
        _endsAt = endsAt;
        _calls = new CallUses(this);
        Variables = new VariableUses(this);
    }

    public IFlowKnowledge Knowledge { get; }

    public EnteredBodies Entered { get; }

    public IUseResolver Resolver { get; }

    public VariableUses Variables { get; }

    /// <summary>Every use so far can be seen.</summary>
    public bool IsComplete { get; set; } = true;

    public ValueUses Run(IEnumerable<IOperation> values)
    {
        foreach (var value in values)
        {
            Add(value, isCertain: true, calls: 0);
        }

        while (_pending.Count > 0)
        {
            if (_seen.Count > TraceBudget.Operations)
            {
                IsComplete = false;
                break;
            }

            var (next, isCertain, calls) = _pending.Dequeue();
            var use = NextUse.Of(next);
            if (use.Kind == UseKind.Replaced)
            {
                continue;
            }

            if (use.Kind != UseKind.Same)
            {
                _uses.Add((use, isCertain));
            }

            if (_endsAt?.Invoke(use) != true)
            {
                Follow(use, isCertain, calls);
            }
        }

        return new ValueUses(_uses.ToImmutable(), IsComplete);
    }

    /// <summary>The value stands at this place too.</summary>
    /// <param name="calls">Through how many calls it came here.</param>
    public void Add(IOperation value, bool isCertain, int calls)
    {
        if (_seen.Add(value))
        {
            _pending.Enqueue((value, isCertain, calls));
        }
    }

    private void Follow(ValueUse use, bool isCertain, int calls)
    {
        switch (use.Kind)
        {
            case UseKind.Same:
                FollowSame(use, isCertain, calls);
                break;
            case UseKind.Assigned:
                Variables.Follow(use, isCertain, calls);
                break;
            case UseKind.Joined:
                FollowJoined(use, isCertain, calls);
                break;
            case UseKind.Passed:
                _calls.FollowPassed(use, isCertain, calls);
                break;
            case UseKind.Returned:
                _calls.FollowReturned(use.Operation, isCertain, calls);
                break;
            case UseKind.Read:
                FollowRead(use, isCertain, calls);
                break;
            case UseKind.Tested:
                FollowPattern(use, calls);
                break;
            case UseKind.Other:
                IsComplete = false;
                break;
        }
    }

    private void FollowSame(ValueUse use, bool isCertain, int calls)
    {
        switch (use.Operation)
        {
            // The value goes on inside, as what the members behind the "?." are read off.
            case IConditionalAccessOperation access when ReferenceEquals(access.Operation, use.Value):
                foreach (var instance in access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>())
                {
                    if (ReferenceEquals(instance.ConditionalAccess(), access))
                    {
                        Add(instance, isCertain: false, calls);
                    }
                }

                break;
            case IConditionalAccessOperation or IAwaitOperation or ITranslatedQueryOperation:
                Add(use.Operation, isCertain, calls);
                break;
            case ISwitchExpressionArmOperation { Parent: { } choice }:
                Add(choice, isCertain: false, calls);
                break;
            default:
                Add(use.Operation, isCertain && use.Operation is ICoalesceOperation, calls);
                break;
        }
    }

    private void FollowJoined(ValueUse use, bool isCertain, int calls)
    {
        if (use.Operation is ICompoundAssignmentOperation)
        {
            Variables.Follow(use, isCertain, calls);
            return;
        }

        var whole = use.Operation switch
        {
            IInterpolationOperation { Parent: { } text } => text,
            IArrayInitializerOperation { Parent: { } array } => array,
            var operation => operation,
        };
        Add(whole, isCertain, calls);
    }

    private void FollowRead(ValueUse use, bool isCertain, int calls)
    {
        switch (use.Operation)
        {
            case IForEachLoopOperation { Locals: [var element] } loop:
                FollowElement(element, loop, calls);
                break;
            case IForEachLoopOperation:
                IsComplete = false;
                break;
            case IMemberReferenceOperation member when Knowledge.IsPartOfItsOwner(member.Member):
                Add(member, isCertain, calls);
                break;
            case IArrayElementReferenceOperation element:
                Add(element, isCertain, calls);
                break;
            case IInvocationOperation call when Knowledge.OfCall(call.TargetMethod) is { } flow:
                if (flow.ToResult.Contains("this") || flow.IntoResult.Contains("this"))
                {
                    Add(call, isCertain, calls);
                }

                if (flow.FeedsFunctions)
                {
                    _calls.FollowFed(call, calls);
                }

                break;
        }
    }

    private void FollowElement(ILocalSymbol element, IForEachLoopOperation loop, int calls)
    {
        foreach (var reference in BodyIndex.Of(loop).ReferencesTo(element))
        {
            if (reference is not IVariableDeclaratorOperation)
            {
                Add(reference, isCertain: false, calls);
            }
        }
    }

    /// <summary>A pattern names what it has tested.</summary>
    private void FollowPattern(ValueUse use, int calls)
    {
        if (use.Operation is not IIsPatternOperation match)
        {
            return;
        }

        foreach (var pattern in match.Pattern.DescendantsAndSelf())
        {
            var declared = pattern switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (declared is not null)
            {
                Variables.FollowReferences(declared, match, isCertain: false, calls);
            }
        }
    }
}
