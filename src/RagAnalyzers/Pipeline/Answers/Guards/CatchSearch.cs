using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>
/// Looks for a catch between an operation that throws and the outermost code that can be seen. The way leads out of lambdas and
/// local functions to where they are called, and out of methods to all visible callers. One that may run inside a catch out of
/// sight (a lambda handed to a retry helper) counts as caught.
/// </summary>
internal sealed class CatchSearch
{
    /// <summary>How many functions the way leads out of.</summary>
    private const int MaximumDepth = 8;

    private readonly Picture _picture;
    private readonly ThrownExceptions _thrown;
    private readonly bool _isOfAskedType;
    private readonly HashSet<ISymbol> _left = new(SymbolEqualityComparer.Default);

    /// <param name="target">What the answer is read as.</param>
    public CatchSearch(Picture picture, ThrownExceptions thrown, ITypeSymbol? target = null)
    {
        _picture = picture;
        _thrown = thrown;
        _isOfAskedType = target is ITypeParameterSymbol;
    }

    /// <summary>What the operation throws may be caught, here or by a caller.</summary>
    public bool MayCatch(IOperation site) =>
        site is IMethodReferenceOperation ? ReceiverMayCatch(site, MaximumDepth) : MayCatch(site, IsDeferred(site), MaximumDepth);

    /// <summary>What the operation throws is caught in its own body, or may be where its function is called there.</summary>
    public bool MayCatchWithin(IOperation site) => IsTried(site) || site.EnclosingFunction().Parent is not null;

    /// <summary>The operation stands in a try that catches what it throws.</summary>
    public bool IsTried(IOperation site)
    {
        for (var child = site; child.Parent is { } parent; child = parent)
        {
            if (IsCatching(parent, child))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayCatch(IOperation site, bool isDeferred, int depth)
    {
        if (depth == 0)
        {
            return true;
        }

        // What runs later throws wherever it is awaited or enumerated.
        if (isDeferred && site.Root().Descendants().OfType<ITryOperation>().Any(_thrown.AreCaughtBy))
        {
            return true;
        }

        for (IOperation child = site; ; child = child.Parent!)
        {
            switch (child.Parent)
            {
                case null:
                    return CallersMayCatch(child, depth);
                case IAnonymousFunctionOperation lambda:
                    return ReceiverMayCatch(lambda, depth);
                case ILocalFunctionOperation function:
                    return UsesMayCatch(LocalUsesOf(function), function.Symbol, depth);
                case { } parent when IsCatching(parent, child):
                    return true;
            }
        }
    }

    private bool IsCatching(IOperation operation, IOperation child) =>
        operation is ITryOperation @try && ReferenceEquals(@try.Body, child) && _thrown.AreCaughtBy(@try);

    private bool CallersMayCatch(IOperation root, int depth)
    {
        // An initializer or a constructor runs where no name shows it.
        if (_picture.MethodAround(root) is not { } method)
        {
            return true;
        }

        if (method.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName)
        {
            return false;
        }

        var uses = _picture.UsesOf(method);
        return TestMethods.Contain(method) || IsAskedOutOfSight(method, uses) || UsesMayCatch(uses, method, depth);
    }

    /// <summary>Whoever names the type that an answer is read as knows what to do without one, and is in another project.</summary>
    private bool IsAskedOutOfSight(IMethodSymbol method, ImmutableArray<IOperation> uses) =>
        _isOfAskedType
        && uses is { IsDefault: false, IsEmpty: true }
        && (method.IsGenericMethod || method.ContainingType is { IsGenericType: true });

    private bool UsesMayCatch(ImmutableArray<IOperation> uses, ISymbol function, int depth)
    {
        if (uses.IsDefault)
        {
            return true;
        }

        // Through a function that leads to itself nothing new is found.
        return _left.Add(function.OriginalDefinition)
            && uses.Any(u => u is IMethodReferenceOperation ? ReceiverMayCatch(u, depth) : MayCatch(u, IsDeferred(u), depth - 1));
    }

    /// <summary>Whether what a function throws may be caught where it is handed to.</summary>
    private bool ReceiverMayCatch(IOperation function, int depth)
    {
        var holder = function;
        while (holder.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            holder = holder.Parent;
        }

        return holder.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } argument => CallMayCatch(call, argument, depth),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => HolderMayCatch(declarator, depth),

            // Whoever raises the event is not to be seen.
            IEventAssignmentOperation => false,
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoked => MayCatch(
                invoked,
                IsDeferred(invoked),
                depth - 1
            ),
            _ => true,
        };
    }

    private bool CallMayCatch(IInvocationOperation call, IArgumentOperation argument, int depth)
    {
        if (Receivers.AreEndpoints(call.TargetMethod))
        {
            return false;
        }

        if (Receivers.LetThrough(call.TargetMethod))
        {
            return MayCatch(call, isDeferred: true, depth - 1);
        }

        if (argument.Parameter is not { } parameter)
        {
            return true;
        }

        var bodies = _picture.Tracer.Bodies.BodiesOf(call.TargetMethod);
        return bodies.IsEmpty || bodies.Any(b => MayCatchIn(b, parameter.Ordinal)) || MayCatch(call, IsDeferred(call), depth - 1);
    }

    /// <summary>A function that is given as a parameter may run inside a catch of the body.</summary>
    private bool MayCatchIn(IOperation body, int ordinal)
    {
        var index = BodyIndex.Of(body);
        return index.ParameterAt(ordinal) is { } parameter
            && index
                .ReferencesTo(parameter)
                .Any(r =>
                    HeldFunctions.CallOf(r) is not { } call
                    || MayCatchWithin(call)
                    || (IsDeferred(call) && body.Descendants().OfType<ITryOperation>().Any(_thrown.AreCaughtBy))
                );
    }

    /// <summary>A lambda that a local holds runs where the local is invoked, or where it is handed to.</summary>
    private bool HolderMayCatch(IVariableDeclaratorOperation holder, int depth) =>
        _left.Add(holder.Symbol)
        && BodyIndex
            .Of(holder)
            .ReferencesTo(holder.Symbol)
            .OfType<ILocalReferenceOperation>()
            .Any(r => HeldFunctions.CallOf(r) is { } call ? MayCatch(call, IsDeferred(call), depth - 1) : ReceiverMayCatch(r, depth - 1));

    private static ImmutableArray<IOperation> LocalUsesOf(ILocalFunctionOperation function)
    {
        var references = function
            .Root()
            .Descendants()
            .OfType<IMethodReferenceOperation>()
            .Where(r => SymbolEqualityComparer.Default.Equals(r.Method.OriginalDefinition, function.Symbol));
        return BodyIndex.Of(function).CallsOf(function.Symbol).Concat<IOperation>(references).ToImmutableArray();
    }

    /// <summary>The operation yields a task or a sequence that is not awaited or enumerated on the spot.</summary>
    private static bool IsDeferred(IOperation operation)
    {
        if (operation.Type is not { SpecialType: not SpecialType.System_String } type || !IsTaskOrSequence(type))
        {
            return false;
        }

        return operation.ParentOf(out var child) switch
        {
            IAwaitOperation => false,
            IForEachLoopOperation loop => !ReferenceEquals(loop.Collection, child),
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => IsDeferred(configured),
            IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "Wait" } => false,
            IPropertyReferenceOperation { Property.Name: "Result" } => false,
            _ => true,
        };
    }

    private static bool IsTaskOrSequence(ITypeSymbol type) =>
        type.FullNamespace() is "System.Threading.Tasks" or "System.Runtime.CompilerServices"
        || type.TypeKind == TypeKind.Interface && type.Name is "IEnumerable" or "IAsyncEnumerable" or "IQueryable";
}
