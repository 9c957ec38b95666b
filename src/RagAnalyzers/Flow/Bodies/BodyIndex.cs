using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Where the variables of one body are written and used. A variable is a local, a parameter, or a field or auto-property of
/// the instance (or type) itself. One walk over the body, made when the first trace needs it, kept as long as the body's root.
/// </summary>
internal sealed class BodyIndex
{
    private static readonly ConditionalWeakTable<IOperation, BodyIndex> Indexes = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IInvocationOperation>> _calls = new(SymbolEqualityComparer.Default);

    private BodyIndex(IOperation root)
    {
        (Invocations, Creations, Jumps) = Index(root);
    }

    /// <summary>Every call of the body, in source order.</summary>
    public ImmutableArray<IInvocationOperation> Invocations { get; }

    /// <summary>Every object creation of the body.</summary>
    public ImmutableArray<IObjectCreationOperation> Creations { get; }

    /// <summary>Both: the calls, and behind them the creations.</summary>
    public IEnumerable<IOperation> InvocationsAndCreations => Invocations.Concat<IOperation>(Creations);

    /// <summary>Every return, branch and throw of the body and its functions, in source order.</summary>
    public ImmutableArray<IOperation> Jumps { get; }

    /// <summary>Writes by variable and knowledge; filled by <see cref="WriteFinder"/>.</summary>
    public ConcurrentDictionary<ISymbol, ImmutableArray<FlowWrite>> Writes { get; } = new(SymbolEqualityComparer.Default);

    public static BodyIndex Of(IOperation operation) => Indexes.GetValue(operation.Root(), static root => new BodyIndex(root));

    /// <summary>The references to a variable, in source order; declarations included.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ISymbol variable) =>
        _references.TryGetValue(variable, out var references) ? references : System.Array.Empty<IOperation>();

    /// <summary>The fields and properties of the instance (or type) itself that the body mentions.</summary>
    public IEnumerable<ISymbol> OwnMembers => _references.Keys.Where(static v => v is IFieldSymbol or IPropertySymbol);

    /// <summary>The parameter of the body itself at a position, when the body mentions it.</summary>
    public IParameterSymbol? ParameterAt(int ordinal) =>
        _references
            .Keys.OfType<IParameterSymbol>()
            .FirstOrDefault(p =>
                p.Ordinal == ordinal
                && p.ContainingSymbol
                    is IMethodSymbol
                    {
                        MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction or MethodKind.Constructor)
                    }
            );

    /// <summary>The lambda or local function of a symbol, when it is in this body.</summary>
    public IOperation? FunctionOf(IMethodSymbol function) => _functions.TryGetValue(function, out var operation) ? operation : null;

    /// <summary>The calls of a method (original definition) in this body.</summary>
    public IReadOnlyList<IInvocationOperation> CallsOf(IMethodSymbol method) =>
        _calls.TryGetValue(method.OriginalDefinition, out var calls) ? calls : System.Array.Empty<IInvocationOperation>();

    private (ImmutableArray<IInvocationOperation>, ImmutableArray<IObjectCreationOperation>, ImmutableArray<IOperation>) Index(
        IOperation root
    )
    {
        var jumps = ImmutableArray.CreateBuilder<IOperation>();
        var invocations = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var creations = ImmutableArray.CreateBuilder<IObjectCreationOperation>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Add(local.Local, operation);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(parameter.Parameter, operation);
                    break;
                case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                    Add(field.Field, operation);
                    break;
                case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property:
                    Add(property.Property, operation);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Add(declarator.Symbol, operation);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                    Add(declared, operation);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                    Add(declared, operation);
                    break;
                case IListPatternOperation { DeclaredSymbol: { } declared }:
                    Add(declared, operation);
                    break;
                case IAnonymousFunctionOperation lambda:
                    _functions[lambda.Symbol] = lambda;
                    break;
                case ILocalFunctionOperation function:
                    _functions[function.Symbol] = function;
                    break;
                case IReturnOperation or IBranchOperation or IThrowOperation:
                    jumps.Add(operation);
                    break;
                case IObjectCreationOperation creation:
                    creations.Add(creation);
                    break;
                case IInvocationOperation invocation:
                    invocations.Add(invocation);
                    AddTo(_calls, invocation.TargetMethod.OriginalDefinition, invocation);
                    break;
            }
        }

        return (InSourceOrder(invocations), creations.ToImmutable(), InSourceOrder(jumps));
    }

    /// <summary>By where they begin, the longer of two first; operations mostly come that way.</summary>
    private static ImmutableArray<T> InSourceOrder<T>(ImmutableArray<T>.Builder operations)
        where T : IOperation
    {
        var (start, end) = (-1, -1);
        foreach (var operation in operations)
        {
            var span = operation.Syntax.Span;
            if (span.Start < start || (span.Start == start && span.End > end))
            {
                return operations
                    .OrderBy(static o => o.Syntax.SpanStart)
                    .ThenByDescending(static o => o.Syntax.Span.Length)
                    .ToImmutableArray();
            }

            (start, end) = (span.Start, span.End);
        }

        return operations.ToImmutable();
    }

    private void Add(ISymbol variable, IOperation reference) => AddTo(_references, variable, reference);

    private static void AddTo<T>(Dictionary<ISymbol, List<T>> map, ISymbol key, T value)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = new List<T>();
        }

        list.Add(value);
    }
}
