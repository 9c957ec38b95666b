using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
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
    private static readonly PerBody<BodyIndex> Indexes = new(static root => new BodyIndex(root));

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IInvocationOperation>> _calls = new(SymbolEqualityComparer.Default);

    private ConcurrentDictionary<ISymbol, ImmutableArray<FlowWrite>>? _writes;

    private BodyIndex(IOperation root) => Index(root);

    /// <summary>Every operation of the body, parents first: to walk the tree again takes longer than to look at each of them.</summary>
    public ImmutableArray<IOperation> Operations { get; private set; }

    /// <summary>Every call of the body, in source order.</summary>
    public ImmutableArray<IInvocationOperation> Invocations { get; private set; }

    /// <summary>Every object creation of the body.</summary>
    public ImmutableArray<IObjectCreationOperation> Creations { get; private set; }

    /// <summary>Both: the calls, and behind them the creations.</summary>
    public IEnumerable<IOperation> InvocationsAndCreations => Invocations.Concat<IOperation>(Creations);

    /// <summary>Every return, branch and throw of the body and its functions, in source order.</summary>
    public ImmutableArray<IOperation> Jumps { get; private set; }

    /// <summary>
    /// Every operation of the body by which a value may decide something, parents first: a call, an equation, a pattern, a switch, a lookup,
    /// a method that is handed over.
    /// </summary>
    public ImmutableArray<IOperation> Decisions { get; private set; }

    /// <summary>Writes by variable and knowledge; filled by <see cref="WriteFinder"/>.</summary>
    public ConcurrentDictionary<ISymbol, ImmutableArray<FlowWrite>> Writes =>
        LazyInitializer.EnsureInitialized(ref _writes, static () => new(concurrencyLevel: 1, capacity: 7, SymbolEqualityComparer.Default))!;

    public static BodyIndex Of(IOperation operation) => Indexes.Of(operation.Root());

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

    private void Index(IOperation root)
    {
        var jumps = ImmutableArray.CreateBuilder<IOperation>();
        var decisions = ImmutableArray.CreateBuilder<IOperation>();
        var invocations = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var creations = ImmutableArray.CreateBuilder<IObjectCreationOperation>();
        Operations = root.DescendantsAndSelf().ToImmutableArray();
        foreach (var operation in Operations)
        {
            // By kind: to ask an operation for one interface after the other costs more than all that is done here.
            switch (operation.Kind)
            {
                case OperationKind.LocalReference:
                    Add(((ILocalReferenceOperation)operation).Local, operation);
                    break;
                case OperationKind.ParameterReference:
                    Add(((IParameterReferenceOperation)operation).Parameter, operation);
                    break;
                case OperationKind.FieldReference:
                    if (operation is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field)
                    {
                        Add(field.Field, operation);
                    }

                    break;
                case OperationKind.PropertyReference:
                    var property = (IPropertyReferenceOperation)operation;
                    if (property is { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true })
                    {
                        Add(property.Property, operation);
                    }
                    else if (property.Arguments.Length == 1)
                    {
                        decisions.Add(operation);
                    }

                    break;
                case OperationKind.VariableDeclarator:
                    Add(((IVariableDeclaratorOperation)operation).Symbol, operation);
                    break;
                case OperationKind.DeclarationPattern or OperationKind.RecursivePattern or OperationKind.ListPattern:
                    if (Declared(operation) is { } declared)
                    {
                        Add(declared, operation);
                    }

                    break;
                case OperationKind.AnonymousFunction:
                    _functions[((IAnonymousFunctionOperation)operation).Symbol] = operation;
                    break;
                case OperationKind.LocalFunction:
                    _functions[((ILocalFunctionOperation)operation).Symbol] = operation;
                    break;
                case OperationKind.Return
                or OperationKind.YieldReturn
                or OperationKind.YieldBreak
                or OperationKind.Branch
                or OperationKind.Throw:
                    jumps.Add(operation);
                    break;
                case OperationKind.ObjectCreation:
                    creations.Add((IObjectCreationOperation)operation);
                    break;
                case OperationKind.Invocation:
                    var invocation = (IInvocationOperation)operation;
                    invocations.Add(invocation);
                    decisions.Add(operation);
                    AddTo(_calls, invocation.TargetMethod.OriginalDefinition, invocation);
                    break;
                case OperationKind.Binary:
                    if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals })
                    {
                        decisions.Add(operation);
                    }

                    break;
                case OperationKind.IsPattern or OperationKind.Switch or OperationKind.SwitchExpression or OperationKind.MethodReference:
                    decisions.Add(operation);
                    break;
            }
        }

        Invocations = InSourceOrder(invocations);
        Creations = creations.ToImmutable();
        Jumps = InSourceOrder(jumps);
        Decisions = decisions.ToImmutable();
    }

    private static ISymbol? Declared(IOperation pattern) =>
        pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };

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
