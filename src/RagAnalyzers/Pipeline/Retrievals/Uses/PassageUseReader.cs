using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>
/// Follows what a retrieval finds forwards, and tells on the way what of a hit it is: each member that is read is followed by itself. What
/// has become a part of a prompt is not followed further.
/// </summary>
internal sealed class PassageUseReader
{
    private static readonly ImmutableHashSet<string> Choosing = ImmutableHashSet.Create(
        "Where",
        "Take",
        "TakeWhile",
        "TakeLast",
        "OrderBy",
        "OrderByDescending",
        "MaxBy",
        "MinBy",
        "DistinctBy",
        "GroupBy",
        "First",
        "FirstOrDefault",
        "FirstAsync",
        "FirstOrDefaultAsync",
        "Single",
        "SingleOrDefault",
        "Sort",
        "RemoveAll",
        "Find"
    );

    /// <summary>By these, one sequence decides what of another goes on.</summary>
    private static readonly ImmutableHashSet<string> Matching = ImmutableHashSet.Create(
        "Join",
        "GroupJoin",
        "LeftJoin",
        "RightJoin",
        "Intersect",
        "IntersectBy",
        "Except",
        "ExceptBy"
    );

    private readonly Picture _picture;

    // One member that is read in many places is followed once: the places get to the same prompt.
    private readonly Dictionary<(PassagePart Part, ISymbol? Member), List<IOperation>> _pending = new();
    private readonly Queue<(PassagePart Part, ISymbol? Member)> _order = new();
    private readonly HashSet<(IOperation, PassagePart)> _seen = new();
    private readonly ImmutableArray<PassageUse>.Builder _uses = ImmutableArray.CreateBuilder<PassageUse>();
    private readonly HashSet<IOperation> _bodies = new();
    private readonly IInvocationOperation _found;
    private readonly IOperation _root;
    private readonly EnteredBodies _entered;
    private bool _isComplete = true;

    /// <param name="found">The call that yields what is found.</param>
    public PassageUseReader(Picture picture, IInvocationOperation found)
    {
        _picture = picture;
        _found = found;
        _root = found.Root();
        _entered = new EnteredBodies(found);
    }

    private IFlowKnowledge Knowledge => _picture.Tracer.Knowledge;

    /// <param name="yielded">What of the hits the call yields.</param>
    public PassageUses Read(PassagePart yielded)
    {
        _bodies.Add(_root);
        Add(_found, yielded, member: null);
        while (_order.Count > 0)
        {
            var (part, member) = _order.Dequeue();
            var values = _pending[(part, member)];
            _pending.Remove((part, member));
            _isComplete &= _picture.Uses.OfAll(values, use => EndsAt(use, part, member), _entered).IsComplete;
        }

        return new PassageUses(_uses.Distinct().ToImmutableArray(), _isComplete) { Bodies = _bodies.ToImmutableArray() };
    }

    private void Add(IOperation value, PassagePart part, ISymbol? member)
    {
        if (!_seen.Add((value, part)))
        {
            return;
        }

        if (!_pending.TryGetValue((part, member), out var values))
        {
            _pending[(part, member)] = values = new List<IOperation>();
            _order.Enqueue((part, member));
        }

        values.Add(value);
    }

    /// <summary>Takes down a use, and says whether the value is not to be followed beyond it.</summary>
    private bool EndsAt(ValueUse use, PassagePart part, ISymbol? member)
    {
        _bodies.Add(use.Operation.Root());
        switch (use.Kind)
        {
            // Which member holds the text of a hit, the names of the members say again.
            case UseKind.Assigned or UseKind.Passed when HitObjects.MadeWith(use) is { } made:
                Add(made, part == PassagePart.Text ? PassagePart.Whole : part, member: null);
                return true;
            case UseKind.Same when use.Operation is ICoalesceOperation:
                return Ends(PassageEnd.Missed);
            case UseKind.Joined:
                return Ends(PassageEnd.Kept);
            case UseKind.Returned when ReferenceEquals(use.Operation.EnclosingFunction(), _root):
                return Stops(PassageEnd.Returned);
            case UseKind.ThrownAway when use.Operation is IAssignmentOperation:
                return Ends(PassageEnd.Discarded);
            case UseKind.Tested when use.Operation.Parent is IForLoopOperation:
                return false;
            // `while (feed.HasMoreResults)`, page after page.
            case UseKind.Tested when use.Operation is IWhileLoopOperation:
                return Ends(PassageEnd.Visited);
            case UseKind.Tested:
                return Ends(part == PassagePart.Number || ComparesWithNothing(use) ? PassageEnd.Missed : PassageEnd.Tested);
            case UseKind.Assigned
                when use.Operation is IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } to }:
                return IsTemplateArguments(to.Instance?.Type) ? Stops(PassageEnd.Sent) : Ends(PassageEnd.Kept);
            case UseKind.Assigned when use.Into is IFieldSymbol or IPropertySymbol:
                return Ends(PassageEnd.Stored);
            case UseKind.Passed when use.Operation is IArgumentOperation argument:
                return OfArgument(argument);
            case UseKind.Read:
                return OfRead(use.Operation);
            default:
                return false;
        }

        bool Ends(PassageEnd end)
        {
            _uses.Add(new PassageUse(end, part, use.Operation, member));
            return false;
        }

        bool Stops(PassageEnd end)
        {
            Ends(end);
            return true;
        }

        bool OfArgument(IArgumentOperation argument)
        {
            var method = argument.Parent?.CalledMethod();
            if (method is null)
            {
                return Ends(PassageEnd.Elsewhere);
            }

            if (
                Has<ModelCallFact>(method)
                || Has<PromptPartFact>(method)
                || Has<PromptFunctionFact>(method)
                || IsTemplateArguments(argument.Parent is IInvocationOperation { Instance.Type: { } owner } ? owner : method.ContainingType)
            )
            {
                return Stops(PassageEnd.Sent);
            }

            if (method.ContainingType.HasFullName("System.Console"))
            {
                return Ends(PassageEnd.Shown);
            }

            if (
                method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Any" or "AnyAsync" or "Count" or "CountAsync" or "DefaultIfEmpty"
                || IsUnseeded(method)
            )
            {
                return Ends(PassageEnd.Missed);
            }

            if (Choosing.Contains(method.Name))
            {
                Ends(PassageEnd.Chosen);
            }
            else if (Matching.Contains(method.Name) && method.ContainingType.SpecialType == SpecialType.None)
            {
                Ends(PassageEnd.Tested);
            }

            // A body that does not mention the parameter is one that gets the passages all the same.
            if (method.IsInSource())
            {
                _bodies.UnionWith(_picture.Tracer.Bodies.BodiesOf(method));
                Ends(PassageEnd.Handed);
            }

            return Knowledge.OfCall(method) switch
            {
                // It is followed into a method of the compilation; what cannot be seen of it makes the uses incomplete.
                null => !method.IsInSource() && Ends(PassageEnd.Elsewhere),
                { IsSource: true } => Ends(PassageEnd.Elsewhere),
                { ToReceiver.IsEmpty: false } => Ends(PassageEnd.Kept),
                { FeedsFunctions: true } or { ReturnsFunctionResult: true } => false,
                { ToResult.IsEmpty: true, IntoResult.IsEmpty: true } => Ends(
                    EmptinessTest.IsLog(method) ? PassageEnd.Logged : PassageEnd.Tested
                ),
                // It says which of other values the call gives: `texts.GetValueOrDefault(id)`.
                { } flow when argument.Parameter is { } parameter && !flow.Takes(parameter) => Ends(PassageEnd.Tested),
                _ => false,
            };
        }

        bool OfRead(IOperation read)
        {
            switch (read)
            {
                case IForEachLoopOperation:
                    return Ends(PassageEnd.Visited);
                case IPropertyReferenceOperation or IFieldReferenceOperation:
                    if (read is IPropertyReferenceOperation { Arguments: [{ Value.Type.SpecialType: SpecialType.System_Int32 }] })
                    {
                        Ends(PassageEnd.Chosen);
                    }

                    var reference = (IMemberReferenceOperation)read;
                    Add(read, PassageParts.Of(_picture, reference, part), reference.Member);
                    return true;
                case IMemberReferenceOperation or IBinaryOperation or IUnaryOperation:
                    return Stops(PassageEnd.Elsewhere);
                case IInvocationOperation call when Knowledge.OfCall(call.TargetMethod) is not { } || call.TargetMethod.Name == "CopyTo":
                    return Stops(PassageEnd.Elsewhere);
                case IInvocationOperation call
                    when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }]
                        && Has<PassFact>(call.TargetMethod):
                    Add(call, part == PassagePart.Whole ? PassageParts.OfName(name) : part, call.TargetMethod);
                    return true;
                // A reader goes from row to row, and looks whether a field of one is empty.
                case IInvocationOperation { TargetMethod.Name: "GetOrdinal" or "IsDBNull" or "IsDBNullAsync" }:
                    return false;
                case IInvocationOperation call when LoopOn(call) is { } loop:
                    _uses.Add(new PassageUse(PassageEnd.Visited, part, loop, member));
                    return false;
                case IInvocationOperation call
                    when Knowledge.OfCall(call.TargetMethod) is { ToResult.IsEmpty: true, IntoResult.IsEmpty: true }:
                    return Ends(Choosing.Contains(call.TargetMethod.Name) ? PassageEnd.Chosen : PassageEnd.Tested);
                case IInvocationOperation call when Choosing.Contains(call.TargetMethod.Name):
                    return Ends(PassageEnd.Chosen);
                default:
                    return false;
            }
        }
    }

    /// <summary>The loop that goes on as long as a call says so: <c>while (await reader.ReadAsync())</c>.</summary>
    private static IOperation? LoopOn(IOperation call)
    {
        var parent = call.ParentOf(out var child);
        return parent is IAwaitOperation awaited ? LoopOn(awaited)
            : parent is IWhileLoopOperation loop && ReferenceEquals(loop.Condition, child) ? loop
            : null;
    }

    private bool Has<TFact>(IMethodSymbol method)
        where TFact : SdkFact => _picture.Sdks.TryGetFact<TFact>(method, out _);

    /// <summary>The members by which they are filled may be those of a base type.</summary>
    private bool IsTemplateArguments(ITypeSymbol? type) => type is not null && Knowledge.KeepsElementsApart(type);

    /// <summary><c>Aggregate(func)</c> throws where there is nothing.</summary>
    private static bool IsUnseeded(IMethodSymbol method) =>
        method is { Name: "Aggregate" or "AggregateAsync", TypeArguments.Length: 1 }
        && !method.Parameters.Any(static p => p.Name == "seed");

    /// <summary><c>== null</c>, <c>is null</c>, <c>== ""</c>, <c>is { Length: 0 }</c>, <c>is []</c></summary>
    private static bool ComparesWithNothing(ValueUse use) =>
        use.Operation switch
        {
            IBinaryOperation comparison => IsNothing(comparison.LeftOperand) || IsNothing(comparison.RightOperand),
            IIsPatternOperation match => match
                .Pattern.DescendantsAndSelf()
                .Any(static p =>
                    p is IConstantPatternOperation { Value: var value }
                        ? IsNothing(value) || value.ConstantValue.Value is int
                        : p is IRelationalPatternOperation or IListPatternOperation or IRecursivePatternOperation
                ),
            _ => false,
        };

    private static bool IsNothing(IOperation value) =>
        value.Unwrapped() is { ConstantValue: { HasValue: true, Value: null or "" } } or IFieldReferenceOperation { Field.Name: "Empty" };
}
