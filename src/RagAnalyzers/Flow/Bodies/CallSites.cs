using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Finds every call of a method in the compilation, and says whether that is every call there can be.</summary>
internal sealed class CallSites
{
    /// <summary>A method called from more places is a utility whose callers say nothing together.</summary>
    private const int MaximumSites = 20;

    private readonly OperationSource _source;
    private readonly BoundNames _names;
    private readonly ConcurrentDictionary<IMethodSymbol, Sites> _sites = new(SymbolEqualityComparer.Default);
    private readonly ConstructionSites _constructions;
    private readonly KeptLambdas _lambdas;

    public CallSites(OperationSource source, BoundNames names)
    {
        _source = source;
        _names = names;
        _constructions = new ConstructionSites(source);
        _lambdas = new KeptLambdas(source);
    }

    /// <summary>The calls; default when others may exist that cannot be seen.</summary>
    public ImmutableArray<IInvocationOperation> Of(IMethodSymbol method) =>
        _sites.GetOrAdd(method.OriginalDefinition, Find) is { AreAll: true, Calls: { IsEmpty: false } calls }
        && WithoutUnusedOverloads(method, calls) is { IsEmpty: false } used
            ? used
            : default;

    /// <summary>What runs a constructor; default when it may be run by what cannot be seen.</summary>
    public ImmutableArray<IOperation> OfConstructor(IMethodSymbol constructor) => _constructions.Of(constructor);

    /// <inheritdoc cref="ConstructionSites.Visible"/>
    public ImmutableArray<IOperation> VisibleOfConstructor(IMethodSymbol constructor) => _constructions.Visible(constructor);

    /// <inheritdoc cref="KeptLambdas.CallsOf"/>
    public ImmutableArray<IInvocationOperation> OfKept(IAnonymousFunctionOperation lambda) => _lambdas.CallsOf(lambda);

    /// <summary>The calls that can be seen, whether or not there may be others; empty when there are too many of them.</summary>
    public ImmutableArray<IInvocationOperation> Visible(IMethodSymbol method) => _sites.GetOrAdd(method.OriginalDefinition, Find).Calls;

    /// <summary>The places at which the method is handed over instead of called; empty when it is mentioned too often.</summary>
    public ImmutableArray<IMethodReferenceOperation> References(IMethodSymbol method) =>
        _sites.GetOrAdd(method.OriginalDefinition, Find).References;

    private Sites Find(IMethodSymbol method)
    {
        var isApplication = IsApplication(_source.Compilation);
        if (!_source.Declares(method))
        {
            return Sites.Unknown;
        }

        var targets = InheritedMembers.WithItself(method);
        var areAll = !targets.Any(t => !t.IsInSource() || (!isApplication && IsPublic(t)));
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var references = ImmutableArray.CreateBuilder<IMethodReferenceOperation>();

        // What is private is named in its own type alone, however many members of that name there are elsewhere.
        var names =
            method.DeclaredAccessibility == Accessibility.Private && targets.Count == 1
                ? _names.Of(method.Name, targets, method.ContainingType.OriginalDefinition)
                : _names.Of(method.Name, targets);
        foreach (var name in names)
        {
            // A method group may be called by anyone.
            var called = name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name;
            if (
                called.Parent is not InvocationExpressionSyntax invocation
                || _source.OperationOf(invocation) is not IInvocationOperation call
            )
            {
                areAll = false;
                if (_source.OperationOf(called) is IMethodReferenceOperation reference)
                {
                    references.Add(reference);
                }

                continue;
            }

            calls.Add(call);
            if (calls.Count + references.Count > MaximumSites)
            {
                return Sites.Unknown;
            }
        }

        return new Sites(calls.ToImmutable(), references.ToImmutable(), areAll);
    }

    /// <summary>An overload that hands on to this one, and that nobody calls itself, passes nothing.</summary>
    private ImmutableArray<IInvocationOperation> WithoutUnusedOverloads(IMethodSymbol method, ImmutableArray<IInvocationOperation> calls)
    {
        var overloads = method.ContainingType.GetMembers(method.Name).Length;
        return overloads == 1 ? calls : calls.RemoveAll(c => _source.MethodAround(c) is { } around && IsUnusedOverload(around, method));
    }

    private bool IsUnusedOverload(IMethodSymbol around, IMethodSymbol method) =>
        around.Name == method.Name
        && SymbolEqualityComparer.Default.Equals(around.ContainingType.OriginalDefinition, method.ContainingType.OriginalDefinition)
        && !SymbolEqualityComparer.Default.Equals(around.OriginalDefinition, method.OriginalDefinition)
        && _sites.GetOrAdd(around.OriginalDefinition, Find) is { AreAll: true, Calls.IsEmpty: true, References.IsEmpty: true };

    public static bool IsApplication(Compilation compilation) =>
        compilation.Options.OutputKind
            is OutputKind.ConsoleApplication
                or OutputKind.WindowsApplication
                or OutputKind.WindowsRuntimeApplication;

    /// <summary>Code of other assemblies can name it.</summary>
    public static bool IsPublic(ISymbol symbol)
    {
        for (var s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingSymbol)
        {
            if (s.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Sites
    {
        public static readonly Sites Unknown = new(
            ImmutableArray<IInvocationOperation>.Empty,
            ImmutableArray<IMethodReferenceOperation>.Empty,
            areAll: false
        );

        public Sites(ImmutableArray<IInvocationOperation> calls, ImmutableArray<IMethodReferenceOperation> references, bool areAll)
        {
            Calls = calls;
            References = references;
            AreAll = areAll;
        }

        public ImmutableArray<IInvocationOperation> Calls { get; }

        public ImmutableArray<IMethodReferenceOperation> References { get; }

        public bool AreAll { get; }
    }
}
