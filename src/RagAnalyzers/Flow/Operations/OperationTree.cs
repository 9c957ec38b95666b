using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Walks around an operation that more than one part of the tracer needs.</summary>
internal static class OperationTree
{
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>
    /// The two stand at the same place. A body that is bound once for the analyzer and once for a trace has two operations for everything
    /// in it.
    /// </summary>
    public static bool IsSameAs(this IOperation operation, IOperation other) =>
        ReferenceEquals(operation, other)
        || (
            operation.Kind == other.Kind
            && operation.Syntax.SyntaxTree == other.Syntax.SyntaxTree
            && operation.Syntax.Span == other.Syntax.Span
        );

    /// <summary>The lambda, local function or root that an operation runs in.</summary>
    public static IOperation EnclosingFunction(this IOperation operation)
    {
        for (var o = operation; ; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation || o.Parent is null)
            {
                return o;
            }
        }
    }

    /// <summary>The operation without the conversions and parentheses around it.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>
    /// The lambda, or the reference to a method, that a value hands over as a delegate or an expression tree; null for any other value.
    /// </summary>
    public static IOperation? HandedFunction(this IOperation value) =>
        value.Unwrapped() switch
        {
            IDelegateCreationOperation creation => creation.Target,
            IAnonymousFunctionOperation lambda => lambda,
            _ => null,
        };

    /// <summary>The argument that a lambda, or what holds one, is handed over in, or null.</summary>
    public static IArgumentOperation? ArgumentOf(this IOperation function)
    {
        var parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent as IArgumentOperation;
    }

    /// <summary>The nearest parent that is more than a conversion or parentheses around the operation.</summary>
    public static IOperation? ParentOf(this IOperation operation, out IOperation child)
    {
        child = operation;
        while (child.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            child = child.Parent;
        }

        return child.Parent;
    }

    /// <summary>The conditional access that a <c>?.</c> member is read off.</summary>
    public static IConditionalAccessOperation? ConditionalAccess(this IConditionalAccessInstanceOperation instance)
    {
        IOperation child = instance;
        for (var o = instance.Parent; o is not null; child = o, o = o.Parent)
        {
            if (o is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, child))
            {
                return access;
            }
        }

        return null;
    }

    /// <summary>The values that a function body may return or yield, its nested functions aside.</summary>
    public static IEnumerable<IOperation> ReturnedValues(this IOperation body)
    {
        var pending = new Stack<IOperation>();
        pending.Push(body);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                yield return value;
            }

            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>The method that a call calls, or the constructor that a creation runs; null of anything else.</summary>
    public static IMethodSymbol? CalledMethod(this IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };

    /// <summary>The arguments of a call or a creation; none of anything else.</summary>
    public static ImmutableArray<IArgumentOperation> PassedArguments(this IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };

    /// <summary>What a call is made on: its receiver, or what a static method, as one that extends another type is, gets first.</summary>
    public static IOperation? CalledOn(this IInvocationOperation call) => call.Instance ?? call.ArgumentNamed("0");

    /// <summary>The argument that a call or a creation passes for a parameter, by name; "this" is the receiver, "0" the first parameter.</summary>
    public static IOperation? ArgumentNamed(this IOperation operation, string name) =>
        name == "this" ? (operation as IInvocationOperation)?.Instance : ArgumentNamed(operation.PassedArguments(), name);

    private static IOperation? ArgumentNamed(ImmutableArray<IArgumentOperation> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && (parameter.Name == name || (name == "0" && parameter.Ordinal == 0)))
            {
                return argument.Value;
            }
        }

        return null;
    }
}
