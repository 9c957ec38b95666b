using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Finds the members that keep a function: the events that it handles, the delegates that it is.</summary>
internal sealed class FunctionKeepers
{
    /// <summary>How often a function is handed on before a member keeps it.</summary>
    private const int MaximumSteps = 2;

    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _keepers = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public FunctionKeepers(OperationSource source) => _source = source;

    /// <summary>A type, or one that it derives from, has an event, or a member that is a delegate.</summary>
    public bool MayBeIn(INamedTypeSymbol type) =>
        _types.GetOrAdd(
            type.OriginalDefinition,
            static t =>
                t.AndBaseTypes()
                    .SelectMany(static b => b.GetMembers())
                    .Any(static m =>
                        m
                            is IEventSymbol
                                or IFieldSymbol { Type.TypeKind: TypeKind.Delegate }
                                or IPropertySymbol { Type.TypeKind: TypeKind.Delegate }
                    )
        );

    /// <summary>The members that keep a lambda, a local function or a method; none when somebody else gets it as well.</summary>
    /// <param name="use">An operation in the body of the lambda or local function.</param>
    public ImmutableArray<ISymbol> Of(IMethodSymbol function, IOperation use) =>
        _keepers.GetOrAdd(function.OriginalDefinition, f => FindKeepers((IMethodSymbol)f, use));

    private ImmutableArray<ISymbol> FindKeepers(IMethodSymbol function, IOperation use)
    {
        var keepers = FindReferences(function, use)
            .Where(static r => !IsTakenAway(r))
            .Select(r => KeepersOf(r, MaximumSteps).ToList())
            .ToList();
        return keepers.Exists(k => k.Count == 0 || k.Exists(m => !_source.Declares(m)))
            ? ImmutableArray<ISymbol>.Empty
            : keepers.SelectMany(static k => k).Distinct(SymbolEqualityComparer.Default).ToImmutableArray();
    }

    private static bool IsTakenAway(IOperation function) =>
        function.Parent is IDelegateCreationOperation && function.Parent.ParentOf(out _) is IEventAssignmentOperation { Adds: false };

    private IEnumerable<IOperation> FindReferences(IMethodSymbol function, IOperation use)
    {
        switch (function.MethodKind)
        {
            case MethodKind.AnonymousFunction:
                return BodyIndex.Of(use).FunctionOf(function) is { } lambda ? [lambda] : [];
            case MethodKind.LocalFunction:
                return use.Root()
                    .Descendants()
                    .OfType<IMethodReferenceOperation>()
                    .Where(r => SymbolEqualityComparer.Default.Equals(r.Method.OriginalDefinition, function));
            case MethodKind.Ordinary:
                // What is called is bound by others; here counts what is handed over, and that is rare.
                var names =
                    function.DeclaredAccessibility == Accessibility.Private
                        ? _source.NamesOf(function.Name, function.ContainingType.OriginalDefinition)
                        : _source.NamesOf(function.Name);
                return names
                    .Select(KeptFunctions.Used)
                    .Where(static u => u.Parent is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax)
                    .Select(_source.OperationOf)
                    .OfType<IMethodReferenceOperation>()
                    .Where(r => SymbolEqualityComparer.Default.Equals(r.Method.OriginalDefinition, function));
            default:
                return [];
        }
    }

    private IEnumerable<ISymbol> KeepersOf(IOperation function, int steps)
    {
        var held = function;
        while (held.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            held = held.Parent;
        }

        switch (held.Parent)
        {
            case IEventAssignmentOperation { Adds: true } added
                when ReferenceEquals(added.HandlerValue, held) && KeptFunctions.MemberIn(added.EventReference) is { } @event:
                return [@event];
            case IAssignmentOperation assignment
                when ReferenceEquals(assignment.Value, held) && KeptFunctions.MemberIn(assignment.Target) is { } member:
                return [member];
            case IFieldInitializerOperation { InitializedFields: [var field] }:
                return [field];
            case IPropertyInitializerOperation { InitializedProperties: [var property] }:
                return [property];
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when steps > 0:
                return BodyIndex.Of(held).ReferencesTo(local).OfType<ILocalReferenceOperation>().SelectMany(r => KeepersOf(r, steps - 1));
            case IArgumentOperation { Parameter: { } parameter } when steps > 0 && parameter.Type.TypeKind == TypeKind.Delegate:
                return KeepersOf(parameter.OriginalDefinition, steps - 1);
            default:
                return [];
        }
    }

    /// <summary>The members in which a method or constructor puts a function that it is given.</summary>
    private IEnumerable<ISymbol> KeepersOf(IParameterSymbol parameter, int steps)
    {
        if (
            parameter.ContainingSymbol is not IMethodSymbol { DeclaringSyntaxReferences: [var declared] } method
            || !_source.Declares(method)
        )
        {
            return [];
        }

        if (declared.GetSyntax() is TypeDeclarationSyntax)
        {
            return method.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                ? [property]
                : _source
                    .NamesOf(parameter.Name, method.ContainingType)
                    .Where(static n => n.Parent is EqualsValueClauseSyntax)
                    .Select(_source.OperationOf)
                    .OfType<IParameterReferenceOperation>()
                    .SelectMany(r => KeepersOf(r, steps))
                    .Append(parameter);
        }

        return _source.BodyOf(method) is { } body
            ? BodyIndex
                .Of(body)
                .ReferencesTo((method.PartialImplementationPart ?? method).Parameters[parameter.Ordinal])
                .SelectMany(r => KeepersOf(r, steps))
            : [];
    }
}
