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
/// Finds the functions that members keep, and the calls that run them: handlers of events and what raises these, delegates in fields and
/// properties, and in the parameters of primary constructors.
/// </summary>
internal sealed class KeptFunctions
{
    /// <summary>A member that is mentioned in more places is a utility.</summary>
    private const int MaximumMentions = 40;

    /// <summary>How often a function is handed on before a member keeps it.</summary>
    private const int MaximumSteps = 2;

    private readonly OperationSource _source;
    private readonly BoundNames _names;
    private readonly CallSites _sites;
    private readonly ConcurrentDictionary<ISymbol, KeptFunction> _kept = new(SymbolEqualityComparer.Default);

    public KeptFunctions(OperationSource source, BoundNames names, CallSites sites)
    {
        _source = source;
        _names = names;
        _sites = sites;
    }

    /// <summary>What a member keeps, and what calls it; nothing for one of another assembly.</summary>
    public KeptFunction Of(ISymbol member) =>
        _source.Declares(member) ? _kept.GetOrAdd(member.OriginalDefinition, Find) : KeptFunction.None;

    /// <summary>The member whose function a call runs; null for any other call.</summary>
    public static ISymbol? MemberCalledBy(IInvocationOperation call) =>
        call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } ? MemberOf(instance, MaximumSteps) : null;

    /// <summary>The expression that names a member: its name, and what stands before it.</summary>
    public static SyntaxNode Used(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
        : name.Parent is MemberBindingExpressionSyntax binding ? binding
        : name;

    private KeptFunction Find(ISymbol member)
    {
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var functions = ImmutableArray.CreateBuilder<IOperation>();
        if (_source.InitializerOf(member) is { } initializer)
        {
            functions.AddRange(FunctionsIn(initializer.Value, MaximumSteps));
        }

        if (GivenTo(member) is { } given)
        {
            functions.AddRange(PassedFor(given, MaximumSteps));
        }

        foreach (var family in FamilyOf(member).GroupBy(static m => m.Name))
        {
            var members = new HashSet<ISymbol>(family, SymbolEqualityComparer.Default);
            var mentions = 0;
            foreach (var name in NamesOf(family.First(), members))
            {
                if (++mentions > MaximumMentions)
                {
                    return KeptFunction.None;
                }

                if (_source.OperationOf(Used(name)) is { } reference and (IMemberReferenceOperation or IParameterReferenceOperation))
                {
                    Follow(reference, calls, functions, MaximumSteps);
                }
            }
        }

        return new KeptFunction(calls.Distinct().ToImmutableArray(), functions.Distinct().ToImmutableArray());
    }

    private IEnumerable<SimpleNameSyntax> NamesOf(ISymbol member, HashSet<ISymbol> members) =>
        members.Count == 1 && member is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type }
            ? _names.Of(member.Name, members, type.OriginalDefinition)
        : member is IParameterSymbol { ContainingType: { } owner } ? _names.Of(member.Name, members, owner.OriginalDefinition)
        : _names.Of(member.Name, members);

    /// <summary>The member itself, what it overrides or implements, and what overrides or implements it.</summary>
    private IEnumerable<ISymbol> FamilyOf(ISymbol member)
    {
        yield return member;
        for (var m = Overridden(member); m is not null; m = Overridden(m))
        {
            yield return m.OriginalDefinition;
        }

        if (member is not (IEventSymbol or IPropertySymbol) || member.ContainingType is not { } type)
        {
            yield break;
        }

        var accessor = (member as IEventSymbol)?.AddMethod ?? (member as IPropertySymbol)?.GetMethod;
        if ((member.IsAbstract || member.IsVirtual) && accessor is not null)
        {
            foreach (var implementation in _source.Types.ImplementationsOf(accessor))
            {
                if (implementation.AssociatedSymbol is { } implementing && !SymbolEqualityComparer.Default.Equals(implementing, member))
                {
                    yield return implementing;
                }
            }
        }

        foreach (var face in type.AllInterfaces.SelectMany(i => i.GetMembers(member.Name)))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(face), member))
            {
                yield return face.OriginalDefinition;
            }
        }
    }

    private static ISymbol? Overridden(ISymbol member) =>
        (member as IEventSymbol)?.OverriddenEvent ?? (ISymbol?)(member as IPropertySymbol)?.OverriddenProperty;

    /// <summary>Reads one mention of a member, or of a local that has its function.</summary>
    private void Follow(
        IOperation reference,
        ImmutableArray<IInvocationOperation>.Builder calls,
        ImmutableArray<IOperation>.Builder functions,
        int steps
    )
    {
        if (HeldFunctions.CallOf(reference) is { } call)
        {
            calls.Add(call);
            return;
        }

        switch (reference.ParentOf(out var child))
        {
            case IEventAssignmentOperation { Adds: true } added when ReferenceEquals(added.EventReference, child):
                functions.AddRange(FunctionsIn(added.HandlerValue, MaximumSteps));
                break;
            case IAssignmentOperation assignment when ReferenceEquals(assignment.Target, child):
                functions.AddRange(FunctionsIn(assignment.Value, MaximumSteps));
                break;

            // `var handler = Answered; handler?.Invoke(this, answer);`
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when steps > 0:
                FollowLocal(local);
                break;
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } } when steps > 0:
                FollowLocal(local);
                break;
            case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } } when steps > 0:
                FollowLocal(local);
                break;
        }

        void FollowLocal(ILocalSymbol local)
        {
            foreach (var use in BodyIndex.Of(reference).ReferencesTo(local).OfType<ILocalReferenceOperation>())
            {
                Follow(use, calls, functions, steps - 1);
            }
        }
    }

    /// <summary>The lambdas and referenced methods that a value hands over, here or where the method around it is called.</summary>
    private IEnumerable<IOperation> FunctionsIn(IOperation value, int steps) =>
        value.HandedFunction() is { } function ? [function]
        : steps == 0 ? []
        : value.Unwrapped() switch
        {
            ILocalReferenceOperation { Local: var local } => BodyIndex
                .Of(value)
                .ReferencesTo(local)
                .OfType<IVariableDeclaratorOperation>()
                .Select(static d => d.Initializer?.Value)
                .OfType<IOperation>()
                .SelectMany(v => FunctionsIn(v, steps - 1)),
            IParameterReferenceOperation { Parameter: var parameter } => PassedFor(parameter, steps),
            _ => [],
        };

    /// <summary>The parameter of a primary constructor that the member is, or that a record makes it of.</summary>
    private static IParameterSymbol? GivenTo(ISymbol member) =>
        member as IParameterSymbol
        ?? (
            member is IPropertySymbol { ContainingType: { IsRecord: true } record }
                ? record.InstanceConstructors.SelectMany(static c => c.Parameters).FirstOrDefault(p => p.Name == member.Name)
                : null
        );

    private IEnumerable<IOperation> PassedFor(IParameterSymbol parameter, int steps) =>
        parameter.ContainingSymbol is IMethodSymbol method
            ? SitesOf(method)
                .SelectMany(static s => s.PassedArguments())
                .Where(a => a.Parameter?.Ordinal == parameter.Ordinal)
                .SelectMany(a => FunctionsIn(a.Value, steps - 1))
            : [];

    private IEnumerable<IOperation> SitesOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? _sites.VisibleOfConstructor(method)
        : method.MethodKind == MethodKind.Ordinary ? _sites.Visible(method)
        : Enumerable.Empty<IOperation>();

    private static ISymbol? MemberOf(IOperation value, int steps) =>
        value.Unwrapped() switch
        {
            IConditionalAccessInstanceOperation instance => instance.ConditionalAccess() is { } access
                ? MemberOf(access.Operation, steps)
                : null,
            ILocalReferenceOperation { Local: var local } when steps > 0 => BodyIndex
                .Of(value)
                .ReferencesTo(local)
                .Select(r =>
                    r switch
                    {
                        IVariableDeclaratorOperation { Initializer.Value: { } made } => MemberOf(made, steps - 1),
                        IPatternOperation { Parent: IIsPatternOperation { Value: { } matched } } => MemberOf(matched, steps - 1),
                        _ => null,
                    }
                )
                .FirstOrDefault(static m => m is not null),
            var direct => MemberIn(direct),
        };

    /// <summary>The member that an expression names, or the parameter of a primary constructor; null for anything else.</summary>
    public static ISymbol? MemberIn(IOperation reference) =>
        reference switch
        {
            IEventReferenceOperation { Event: var member } => member,
            IFieldReferenceOperation { Field: { Type.TypeKind: TypeKind.Delegate } field } => field,
            IPropertyReferenceOperation { Property: { Type.TypeKind: TypeKind.Delegate } property } => property,
            IParameterReferenceOperation
            {
                Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter
            } => parameter,
            _ => null,
        };
}
