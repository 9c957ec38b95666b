using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// Reads the references to a variable as writes: to the variable, to members of its object, into its object, or out of sight.
/// </summary>
internal sealed class WriteFinder
{
    private readonly IFlowKnowledge _knowledge;

    public WriteFinder(IFlowKnowledge knowledge) => _knowledge = knowledge;

    /// <summary>The writes in source order. Cached in the index.</summary>
    public ImmutableArray<FlowWrite> WritesTo(ISymbol variable, BodyIndex index) =>
        index.Writes.TryGetValue(variable, out var known) ? known : index.Writes.GetOrAdd(variable, Find(variable, index));

    private ImmutableArray<FlowWrite> Find(ISymbol variable, BodyIndex index)
    {
        var writes = ImmutableArray.CreateBuilder<FlowWrite>();
        foreach (var reference in index.ReferencesTo(variable))
        {
            if (Declared(reference) is { } declared)
            {
                writes.Add(declared);
            }
            else if (reference is not (IVariableDeclaratorOperation or IPatternOperation))
            {
                Follow(reference, AccessPath.Empty, writes);
            }
        }

        writes.Sort(static (a, b) => a.Site.Syntax.SpanStart.CompareTo(b.Site.Syntax.SpanStart));
        return writes.ToImmutable().RemoveAll(w => IsToItself(w, variable));
    }

    /// <summary><c>settings = settings ?? new()</c> gives the object no second name.</summary>
    private static bool IsToItself(FlowWrite write, ISymbol variable) =>
        write is { Kind: FlowWriteKind.Escape, Target.IsEmpty: true, Site: ISimpleAssignmentOperation { Target: var target } }
        && target switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => SymbolEqualityComparer.Default.Equals(
                member.Member,
                variable
            ),
            _ => false,
        };

    /// <summary>The writes to a field or property, and into what it holds, of code that is not its type's own.</summary>
    public ImmutableArray<FlowWrite> WritesFromOutside(ISymbol member, IOperation root)
    {
        var writes = ImmutableArray.CreateBuilder<FlowWrite>();
        foreach (
            var reference in root.DescendantsAndSelf()
                .OfType<IMemberReferenceOperation>()
                .Where(r => SymbolEqualityComparer.Default.Equals(r.Member.OriginalDefinition, member.OriginalDefinition))
        )
        {
            if (reference.Parent is IMemberInitializerOperation initializer)
            {
                writes.Add(new FlowWrite(FlowWriteKind.Escape, initializer, reference, AccessPath.Empty, AccessPath.Empty));
            }
            else
            {
                Follow(reference, AccessPath.Empty, writes);
            }
        }

        return writes.ToImmutable();
    }

    private FlowWrite? Declared(IOperation reference)
    {
        switch (reference)
        {
            case IVariableDeclaratorOperation declarator:
                // `foreach (var x in xs)` declares x without an initializer; the loop supplies it.
                if (declarator.Parent is IForEachLoopOperation loop && ReferenceEquals(loop.LoopControlVariable, declarator))
                {
                    return Assign(declarator, loop.Collection, AccessPath.Empty);
                }

                var value = declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;
                return value is null ? null : Assign(declarator, value, AccessPath.Empty);
            case IPatternOperation pattern:
                return TakenApart.Matched(_knowledge, pattern, out var path) is { } matched ? Assign(pattern, matched, path) : null;
            default:
                return null;
        }
    }

    /// <summary>Classifies one use of an object that is reached from the variable through <paramref name="target"/>.</summary>
    /// <param name="isPart">An element, or a member that stands for the object: writing it leaves the rest as it was.</param>
    private void Follow(IOperation reference, AccessPath target, ImmutableArray<FlowWrite>.Builder writes, bool isPart = false)
    {
        var parent = reference.ParentOf(out var child);
        switch (parent)
        {
            case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, child):
                writes.Add(
                    new FlowWrite(isPart ? FlowWriteKind.Add : FlowWriteKind.Assign, assignment, assignment.Value, target, AccessPath.Empty)
                );
                break;
            case ISimpleAssignmentOperation { Target: var other } assignment when PassedOn.IsChangeable(reference.Type):
                // The same object has a second name now. Writes through a local are the tracer's to find; others are out of sight.
                if (other is not IDiscardOperation && !PassedOn.IsInitial(assignment))
                {
                    writes.Add(new FlowWrite(FlowWriteKind.Escape, assignment, reference, target, AccessPath.Empty));
                }

                break;
            case ICompoundAssignmentOperation compound when ReferenceEquals(compound.Target, child):
                writes.Add(new FlowWrite(FlowWriteKind.Add, compound, compound.Value, target, AccessPath.Empty));
                break;
            case ICoalesceAssignmentOperation coalesce when ReferenceEquals(coalesce.Target, child):
                writes.Add(new FlowWrite(FlowWriteKind.Add, coalesce, coalesce.Value, target, AccessPath.Empty));

                // `(options.Properties ??= new()).Add(...)`: what is done with the result is done to the member.
                Follow(coalesce, target, writes, isPart);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                when PassedOn.IsChangeable(reference.Type):
                writes.Add(new FlowWrite(FlowWriteKind.Escape, declarator, reference, target, AccessPath.Empty));
                break;
            case IDeclarationExpressionOperation declaration:
                Follow(declaration, target, writes, isPart);
                break;
            case ITupleOperation tuple when TakenApart.Deconstructed(tuple, out var outer) is { } value:
                var path = Append(outer, "Item" + (tuple.Elements.IndexOf(child) + 1));

                // In `(a, b) = (b, a)` the right side is read before the left side is written.
                var site = value.Parent is IDeconstructionAssignmentOperation deconstruction ? deconstruction : (IOperation)tuple;
                writes.Add(new FlowWrite(FlowWriteKind.Assign, site, value, target, PairEntries.Deconstructed(value.Type, path)));
                break;
            case IPropertyReferenceOperation { Arguments.Length: 1 } element
                when ReferenceEquals(element.Instance, child) && KeyedElements.AreKept(_knowledge, child):
                OfElement(element, element.Arguments[0].Value, target, writes);
                break;
            case IPropertyReferenceOperation property when ReferenceEquals(property.Instance, child):
                // An element of a collection stands for the collection; a member is a step of the path.
                var standsForIt = !property.Arguments.IsEmpty || _knowledge.IsPartOfItsOwner(property.Property);
                Follow(property, standsForIt ? target : Append(target, property.Property.Name), writes, isPart || standsForIt);
                break;
            case IFieldReferenceOperation field when ReferenceEquals(field.Instance, child):
                Follow(field, Append(target, field.Field.MemberName()), writes, isPart);
                break;
            case IArrayElementReferenceOperation element when ReferenceEquals(element.ArrayReference, child):
                Follow(element, target, writes, isPart: true);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation element } loop
                when ReferenceEquals(loop.Collection, child):
                writes.AddRange(LoopElements.WritesTo(element.Symbol, BodyIndex.Of(loop), target));
                break;
            case IConditionalAccessOperation access when ReferenceEquals(access.Operation, child):
                foreach (
                    var instance in access
                        .WhenNotNull.DescendantsAndSelf()
                        .OfType<IConditionalAccessInstanceOperation>()
                        .Where(i => ReferenceEquals(i.ConditionalAccess(), access))
                )
                {
                    Follow(instance, target, writes, isPart);
                }

                break;
            case IMemberInitializerOperation member when ReferenceEquals(member.InitializedMember, child):
                break;
            case IInvocationOperation call
                when ReferenceEquals(call.Instance, child) && KeyedElements.AddedBy(_knowledge, call) is { } added:
                writes.Add(
                    KeyedElements.StepOf(added.Key) is { } step
                        ? new FlowWrite(FlowWriteKind.Assign, call, added.Value, Append(target, step), AccessPath.Empty)
                        : new FlowWrite(FlowWriteKind.Escape, call, call, target, AccessPath.Empty)
                );
                break;
            case IInvocationOperation call when ReferenceEquals(call.Instance, child):
                OfReceiver(call, _knowledge.OfCall(call.TargetMethod), target, writes);
                break;
            case IArgumentOperation argument:
                OfArgument(argument, target, writes);
                break;
            // What a call does that does not bind, or binds when it runs, nobody knows.
            case IInvalidOperation
            or IDynamicInvocationOperation
            or IDynamicObjectCreationOperation when PassedOn.IsChangeable(reference.Type):
                writes.Add(new FlowWrite(FlowWriteKind.Escape, parent, reference, target, AccessPath.Empty));
                break;
            case not null
                when PassedOn.IsChangeable(reference.Type)
                    && HandedOn.IsOutOfSight(parent, child, (reference as IMemberReferenceOperation)?.Member):
                writes.Add(new FlowWrite(FlowWriteKind.Escape, parent, reference, target, AccessPath.Empty));
                break;
            case not null when HandedOn.IsSame(parent, child):
                Follow(parent, target, writes, isPart);
                break;
        }
    }

    /// <summary>An element that is told apart by its key; a key that cannot be seen may be any.</summary>
    private void OfElement(IPropertyReferenceOperation element, IOperation key, AccessPath target, ImmutableArray<FlowWrite>.Builder writes)
    {
        if (KeyedElements.StepOf(key) is { } step)
        {
            Follow(element, Append(target, step), writes);
        }
        else if (element.ParentOf(out var written) is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, written))
        {
            writes.Add(new FlowWrite(FlowWriteKind.Escape, assignment, element, target, AccessPath.Empty));
        }
    }

    private void OfReceiver(IInvocationOperation call, CallFlow? flow, AccessPath target, ImmutableArray<FlowWrite>.Builder writes)
    {
        if (flow is { ToReceiver.IsEmpty: false })
        {
            writes.Add(new FlowWrite(FlowWriteKind.Accumulate, call, call, target, AccessPath.Empty));
        }
        else if (flow is null && (!target.IsEmpty || call.TargetMethod.IsInSource()))
        {
            writes.Add(new FlowWrite(FlowWriteKind.Escape, call, call, target, AccessPath.Empty));
        }

        // `text.Append(a).Append(b)`: the chain goes on with the same object.
        if (flow is not null && flow.ToResult.Contains("this") && !flow.ToReceiver.IsEmpty)
        {
            Follow(call, target, writes);
        }
    }

    private void OfArgument(IArgumentOperation argument, AccessPath target, ImmutableArray<FlowWrite>.Builder writes)
    {
        var isByReference = argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref;
        switch (argument.Parent)
        {
            case IInvocationOperation call:
                var flow = _knowledge.OfCall(call.TargetMethod);
                if (isByReference)
                {
                    writes.Add(new FlowWrite(FlowWriteKind.OutArgument, argument, call, target, AccessPath.Empty));
                }
                else if (call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0 && flow is { ToReceiver.IsEmpty: false })
                {
                    OfReceiver(call, flow, target, writes);
                }
                else if (PassedOn.MayChange(argument, flow))
                {
                    writes.Add(new FlowWrite(FlowWriteKind.Escape, argument, call, target, AccessPath.Empty));
                }

                // `options.Cooled().Shaped()`: an extension of the program's own most often returns what it is called on.
                if (PassedOn.GoesOn(argument, call))
                {
                    Follow(call, target, writes);
                }

                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                if (
                    _knowledge.OfCall(constructor) is { ToResult.IsEmpty: false }
                    && creation.Type?.FullName()
                        is "System.IO.StreamWriter"
                            or "System.IO.BufferedStream"
                            or "System.Text.Json.Utf8JsonWriter"
                )
                {
                    writes.Add(new FlowWrite(FlowWriteKind.Wrap, creation, creation, target, AccessPath.Empty));
                }
                else if (
                    _knowledge.OfCall(constructor) is not { LeavesArgumentsAlone: true }
                    && PassedOn.IsChangeable(argument.Value.Unwrapped().Type)
                    && (constructor.IsInSource() || HandedOn.IsCollection(argument.Value.Unwrapped().Type))
                )
                {
                    writes.Add(new FlowWrite(FlowWriteKind.Escape, argument, creation, target, AccessPath.Empty));
                }

                break;
        }
    }

    private static FlowWrite Assign(IOperation site, IOperation value, AccessPath read) =>
        new(FlowWriteKind.Assign, site, value, AccessPath.Empty, read);

    private static AccessPath Append(AccessPath path, string member) =>
        path.IsEmpty ? AccessPath.Empty.Push(member) : Append(path.Rest, member).Push(path.Head);
}
