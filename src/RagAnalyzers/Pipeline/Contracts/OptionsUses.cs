using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>
/// Follows an options object through the body that makes it, or through the type that keeps it to itself: an assignment of its format in, the
/// model calls that get it out, or null when one use of it is something else (it is returned, stored, copied, handed on, or its format is
/// read). Run options, arguments and the like that only carry it are followed like the object itself.
/// </summary>
internal sealed class OptionsUses
{
    private readonly Picture _picture;
    private readonly Func<IInvocationOperation, ModelCallFact, bool> _accepts;
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IInvocationOperation> _calls = new();

    private OptionsUses(Picture picture, Func<IInvocationOperation, ModelCallFact, bool> accepts)
    {
        _picture = picture;
        _accepts = accepts;
    }

    /// <param name="accepts">Whether a model call may get the options.</param>
    public static IReadOnlyCollection<IInvocationOperation>? Of(
        Picture picture,
        FormatAssignment assignment,
        Func<IInvocationOperation, ModelCallFact, bool> accepts
    )
    {
        var search = new OptionsUses(picture, accepts);
        var isSeen = assignment.Creation is { } creation ? search.Follow(creation) : search.FollowOwner(assignment.Options);
        return isSeen ? search._calls : null;
    }

    /// <summary>
    /// The options of a statement: a local, or what a local holds one step away (<c>options.TextOptions.TextFormat = ...</c>).
    /// </summary>
    private bool FollowOwner(IOperation? options) =>
        options switch
        {
            ILocalReferenceOperation { Local: var local } => FollowLocal(local, options),
            IPropertyReferenceOperation { Instance: { } instance, Property: var property } when HoldsFormat(property) => FollowOwner(
                instance
            ),
            _ => false,
        };

    private bool FollowLocal(ILocalSymbol local, IOperation use)
    {
        if (!_variables.Add(local))
        {
            return true;
        }

        if (local.IsRef)
        {
            return false;
        }

        foreach (var reference in BodyIndex.Of(use).ReferencesTo(local))
        {
            if (!(reference is IVariableDeclaratorOperation declarator ? IsMadeHere(declarator) : FollowUse(reference)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The object, or the variable that holds it, as an expression.</summary>
    private bool Follow(IOperation options) => Follow(NextUse.Of(options));

    private bool Follow(ValueUse use) =>
        use switch
        {
            { Operation: IArgumentOperation argument } => FollowArgument(argument),
            { Kind: UseKind.Assigned, Operation: IVariableDeclaratorOperation or ISimpleAssignmentOperation, Into: ILocalSymbol local } =>
                FollowLocal(local, use.Value),
            { Kind: UseKind.Assigned, Into: IFieldSymbol or IPropertySymbol } when IsOwn(use.Into) => FollowMember(use.Into),
            { Kind: UseKind.Assigned, Operation: ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment }
                when IsHolder(target.Property) || HoldsFormat(target.Property) => assignment.Parent
                is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation outer }
                ? Follow(outer)
                : FollowOwner(target.Instance),
            _ => false,
        };

    /// <summary>A member that its type alone sees: its code shows all that is done with the options.</summary>
    private bool FollowMember(ISymbol member)
    {
        if (!_variables.Add(member))
        {
            return true;
        }

        return _picture
            .BodiesOf(member.ContainingType, [member.Name])
            .SelectMany(static b => b.Root.DescendantsAndSelf())
            .OfType<IMemberReferenceOperation>()
            .Where(r => SymbolEqualityComparer.Default.Equals(r.Member, member))
            .All(FollowUse);
    }

    private static bool IsOwn(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Private
        && member.IsInSource()
        && (member is not IPropertySymbol property || CompilationBodies.IsAuto(property));

    private bool FollowUse(IOperation reference)
    {
        var use = NextUse.Of(reference);
        return use switch
        {
            // `options.Temperature = 0`, `options.Tools.Add(tool)`, `arguments["name"] = value`.
            { Kind: UseKind.Read, Operation: IPropertyReferenceOperation property } => !_picture.Sdks.TryGetFact<ResponseFormatFact>(
                property.Property,
                out var _
            )
                || IsSet(property)
                || (HoldsFormat(property.Property) && IsSet(property.Parent)),
            { Kind: UseKind.Replaced, Operation: ISimpleAssignmentOperation assignment } => assignment.Parent
                is IExpressionStatementOperation
                && assignment.Value.Unwrapped() is IObjectCreationOperation,
            { Kind: UseKind.Read, Operation: IInvocationOperation { TargetMethod.Name: "Add" } } => true,
            _ => Follow(use),
        };
    }

    /// <summary>The property is given a value, and nothing is done with that.</summary>
    private static bool IsSet(IOperation? property) =>
        property?.Parent is IAssignmentOperation { Parent: IExpressionStatementOperation } set && ReferenceEquals(set.Target, property);

    private bool FollowArgument(IArgumentOperation argument)
    {
        switch (argument.Parent)
        {
            case IInvocationOperation call when _picture.Sdks.TryGetFact<ModelCallFact>(call.TargetMethod, out var fact):
                if (argument.Parameter is not { } parameter || !fact.Options.Contains(parameter.Name) || !_accepts(call, fact))
                {
                    return false;
                }

                _calls.Add(call);
                return true;
            case IObjectCreationOperation { Constructor: { } constructor } holder:
                return IsHolder(constructor) && Follow(holder);
            default:
                return false;
        }
    }

    /// <summary>What carries the options of one run. The options of an agent serve every run of it.</summary>
    private bool IsHolder(ISymbol member) =>
        _picture.Sdks.TryGetFact<OptionsHolderFact>(member, out var _)
        && member.ContainingType.FullName()
            is "Microsoft.Agents.AI.ChatClientAgentRunOptions"
                or "Microsoft.SemanticKernel.KernelArguments";

    private bool HoldsFormat(IPropertySymbol property) =>
        _picture.Sdks.TryGetFact<ResponseFormatFact>(property, out var fact) && fact.HoldsFormatIn is not null;

    private bool IsMadeHere(IVariableDeclaratorOperation declarator) =>
        declarator.Initializer?.Value.Unwrapped() switch
        {
            null or IObjectCreationOperation => declarator.Parent is not IForEachLoopOperation,
            ILocalReferenceOperation { Local: var other } value => FollowLocal(other, value),
            _ => false,
        };
}
