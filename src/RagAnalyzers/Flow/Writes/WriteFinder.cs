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
    public ImmutableArray<FlowWrite> WritesTo(ISymbol variable, BodyIndex index) => index.Writes.GetOrAdd(variable, v => Find(v, index));

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
        return writes.ToImmutable();
    }

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
                return MatchedValue(pattern, out var path) is { } matched ? Assign(pattern, matched, path) : null;
            default:
                return null;
        }
    }

    /// <summary>The value a pattern is matched against, and what is read off it on the way to the pattern.</summary>
    private IOperation? MatchedValue(IOperation pattern, out AccessPath path)
    {
        path = AccessPath.Empty;
        var child = pattern;
        for (var o = pattern.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: { } member } }:
                    if (!_knowledge.IsPartOfItsOwner(member))
                    {
                        path = path.Push(member.MemberName());
                    }

                    break;
                case IRecursivePatternOperation recursive
                    when child is IPatternOperation element && recursive.DeconstructionSubpatterns.IndexOf(element) is var i and >= 0:
                    path = path.Push("Item" + (i + 1));
                    break;
                case IIsPatternOperation isPattern:
                    return isPattern.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation switchExpression }:
                    return switchExpression.Value;
                case ICaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation switchStatement } }:
                    return switchStatement.Value;
                case IPatternOperation or IPropertySubpatternOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
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
            case ISimpleAssignmentOperation { Target: var other } assignment when !target.IsEmpty || IsChangeable(reference.Type):
                // The same object has a second name now. Writes through a local are the tracer's to find; others are out of sight.
                if (other is not IDiscardOperation)
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
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when IsChangeable(reference.Type):
                writes.Add(new FlowWrite(FlowWriteKind.Escape, declarator, reference, target, AccessPath.Empty));
                break;
            case IDeclarationExpressionOperation declaration:
                Follow(declaration, target, writes, isPart);
                break;
            case ITupleOperation tuple when DeconstructedValue(tuple, out var outer) is { } value:
                var path = Append(outer, "Item" + (tuple.Elements.IndexOf(child) + 1));

                // In `(a, b) = (b, a)` the right side is read before the left side is written.
                var site = value.Parent is IDeconstructionAssignmentOperation deconstruction ? deconstruction : (IOperation)tuple;
                writes.Add(new FlowWrite(FlowWriteKind.Assign, site, value, target, IsPairs(value.Type) ? path.Rest : path));
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
            case IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation when IsChangeable(reference.Type):
                writes.Add(new FlowWrite(FlowWriteKind.Escape, parent, reference, target, AccessPath.Empty));
                break;
            case not null
                when IsChangeable(reference.Type) && HandedOn.IsOutOfSight(parent, child, (reference as IMemberReferenceOperation)?.Member):
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
                else if (
                    IsKept(argument, flow)
                    || (
                        flow is not { LeavesArgumentsAlone: true }
                        && IsChangeable(argument.Value.Unwrapped().Type)
                        && !TakesOnlyLooks(argument)
                    )
                )
                {
                    writes.Add(new FlowWrite(FlowWriteKind.Escape, argument, call, target, AccessPath.Empty));
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
                    && IsChangeable(argument.Value.Unwrapped().Type)
                    && (constructor.IsInSource() || HandedOn.IsCollection(argument.Value.Unwrapped().Type))
                )
                {
                    writes.Add(new FlowWrite(FlowWriteKind.Escape, argument, creation, target, AccessPath.Empty));
                }

                break;
        }
    }

    /// <summary>A collection is stored as an element of another one.</summary>
    private static bool IsKept(IArgumentOperation argument, CallFlow? flow) =>
        flow is { ToReceiver.IsEmpty: false }
        && argument.Parameter?.OriginalDefinition.Type is ITypeParameterSymbol
        && HandedOn.IsCollection(argument.Value.Unwrapped().Type);

    /// <summary>
    /// A library's parameter of type <c>object</c> or a type parameter is for looking at (logging, comparing), unless the method is named
    /// for writing to it. A collection that is passed as what the caller says it is (a cache's value) is kept.
    /// </summary>
    private static bool TakesOnlyLooks(IArgumentOperation argument) =>
        argument.Parameter is { } parameter
        && (
            parameter.OriginalDefinition.Type.SpecialType == SpecialType.System_Object
            || (parameter.OriginalDefinition.Type is ITypeParameterSymbol && !HandedOn.IsCollection(argument.Value.Unwrapped().Type))
        )
        && !parameter.IsInSource()
        && parameter.ContainingSymbol
            is not (
                IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
                or { Name: "Bind" or "Populate" or "PopulateObject" or "SetValue" or "Map" or "CopyTo" }
            );

    private static bool IsChangeable(ITypeSymbol? type) =>
        type
            is { IsReferenceType: true, SpecialType: not (SpecialType.System_String or SpecialType.System_Object) }
                and not { TypeKind: TypeKind.Delegate };

    private static FlowWrite Assign(IOperation site, IOperation value, AccessPath read) =>
        new(FlowWriteKind.Assign, site, value, AccessPath.Empty, read);

    private static AccessPath Append(AccessPath path, string member) =>
        path.IsEmpty ? AccessPath.Empty.Push(member) : Append(path.Rest, member).Push(path.Head);

    /// <summary>A key-value pair, or a collection of them, whose keys and values stand for the whole.</summary>
    private static bool IsPairs(ITypeSymbol? type) =>
        type is not null && (IsPair(type) || type.AllInterfaces.Any(static i => i.TypeArguments.Length == 1 && IsPair(i.TypeArguments[0])));

    private static bool IsPair(ITypeSymbol type) => type.FullName() == "System.Collections.Generic.KeyValuePair";

    /// <summary>The value that a tuple on the left of a deconstruction takes apart, and the path to it; null for any other tuple.</summary>
    private static IOperation? DeconstructedValue(ITupleOperation tuple, out AccessPath path)
    {
        path = AccessPath.Empty;
        IOperation child = tuple;
        for (var o = tuple.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case ITupleOperation outer:
                    path = path.Push("Item" + (outer.Elements.IndexOf(child) + 1));
                    break;
                case IDeclarationExpressionOperation or IConversionOperation:
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    return ReferenceEquals(deconstruction.Target, child) ? deconstruction.Value : null;
                case IForEachLoopOperation loop:
                    return ReferenceEquals(loop.LoopControlVariable, child) ? loop.Collection : null;
                default:
                    return null;
            }
        }

        return null;
    }
}
