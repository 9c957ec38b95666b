using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Which element a call puts into a stack, a queue or a list, and which one it takes out again, counted from 0. It can be told where the
/// collection is made empty, and one statement after another puts into it and takes out of it.
/// </summary>
internal static class OrderedElements
{
    /// <summary>The element that the call puts in or takes out; null where it does neither, or where it cannot be told.</summary>
    public static int? At(IInvocationOperation call)
    {
        if (
            call is not { Instance: ILocalReferenceOperation { Local: var local } }
            || KindOf(local.Type) is not { } kind
            || !kind.Has(call)
        )
        {
            return null;
        }

        var references = BodyIndex.Of(call).ReferencesTo(local);
        if (
            references.OfType<IVariableDeclaratorOperation>().ToList() is not [{ } made]
            || made.GetVariableInitializer()?.Value.Unwrapped() is not { } value
            || !IsEmpty(value)
            || made.Parent?.Parent?.Parent is not IBlockOperation block
        )
        {
            return null;
        }

        var calls = new List<IInvocationOperation>();
        foreach (var reference in references.Where(r => !ReferenceEquals(r, made)))
        {
            if (reference.Parent is IInvocationOperation { Instance: { } on } own && ReferenceEquals(on, reference) && kind.Has(own))
            {
                if (!IsRunOnce(own, block))
                {
                    return null;
                }

                calls.Add(own);
            }
            else if (!IsLook(reference))
            {
                return null;
            }
        }

        return kind.Run(calls.OrderBy(static c => c.Syntax.Span.End), call);
    }

    private static Kind? KindOf(ITypeSymbol type) =>
        type.FullNamespace() != "System.Collections.Generic"
            ? null
            : type.Name switch
            {
                "Stack" => new Kind("Push", "Pop", "Peek", IsLastFirst: true),
                "Queue" => new Kind("Enqueue", "Dequeue", "Peek", IsLastFirst: false),
                "List" => new Kind("Add", null, null, IsLastFirst: false),
                _ => null,
            };

    private static bool IsEmpty(IOperation collection) =>
        collection is IObjectCreationOperation { Initializer: null, Arguments: [] }
        || (collection.IsCollectionExpression() && !collection.ChildOperations.Any());

    /// <summary>The call stands in a statement of the block, and runs whenever that does.</summary>
    private static bool IsRunOnce(IOperation call, IBlockOperation block)
    {
        for (var o = call.Parent; o is not null; o = o.Parent)
        {
            if (ReferenceEquals(o, block))
            {
                return true;
            }

            if (
                o
                is not (
                    IExpressionStatementOperation
                    or IInvocationOperation
                    or IArgumentOperation
                    or IConversionOperation
                    or IAwaitOperation
                    or IReturnOperation
                    or IVariableInitializerOperation
                    or IVariableDeclaratorOperation
                    or IVariableDeclarationOperation
                    or IVariableDeclarationGroupOperation
                    or ISimpleAssignmentOperation
                )
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>What is read off the collection leaves its elements where they are.</summary>
    private static bool IsLook(IOperation reference) =>
        reference.Parent switch
        {
            IPropertyReferenceOperation property => property.Parent is not IAssignmentOperation set
                || !ReferenceEquals(set.Target, property),
            IForEachLoopOperation => true,
            IConversionOperation { Parent: IForEachLoopOperation } => true,
            _ => false,
        };

    private sealed record Kind(string Puts, string? Takes, string? Shows, bool IsLastFirst)
    {
        public bool Has(IInvocationOperation call) =>
            call.TargetMethod.Name is { } name && (name == Puts || name == Takes || name == Shows);

        /// <summary>The element that one of the calls puts in or takes out.</summary>
        public int? Run(IEnumerable<IInvocationOperation> calls, IInvocationOperation asked)
        {
            var held = new List<int>();
            var count = 0;
            foreach (var call in calls)
            {
                int element;
                if (call.TargetMethod.Name == Puts)
                {
                    element = count++;
                    held.Add(element);
                }
                else if (held.Count == 0)
                {
                    return null;
                }
                else
                {
                    var at = IsLastFirst ? held.Count - 1 : 0;
                    element = held[at];
                    if (call.TargetMethod.Name == Takes)
                    {
                        held.RemoveAt(at);
                    }
                }

                if (ReferenceEquals(call, asked))
                {
                    return element;
                }
            }

            return null;
        }
    }
}
