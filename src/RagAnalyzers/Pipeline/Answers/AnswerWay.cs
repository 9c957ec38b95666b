using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// What an answer goes through, as far as a trace passed it: the operations around it, and those around the variables and parameters that hold it.
/// </summary>
internal static class AnswerWay
{
    /// <param name="trail">Every operation that the trace passed.</param>
    public static HashSet<IOperation> Of(ICollection<IOperation> trail, Origin answer)
    {
        var way = new HashSet<IOperation>();
        var parameters = new Lazy<ILookup<ISymbol?, IOperation>>(() =>
            trail
                .OfType<IParameterReferenceOperation>()
                .ToLookup(static p => (ISymbol?)p.Parameter, static p => (IOperation)p, SymbolEqualityComparer.Default)
        );
        var pending = new Queue<IOperation>();
        pending.Enqueue(answer.Operation);
        for (var via = answer.Via; via is not null; via = via.Inner)
        {
            pending.Enqueue(via.Call);
        }

        while (pending.Count > 0)
        {
            for (IOperation? o = pending.Dequeue(), child = null; o is not null && !IsStatement(o) && way.Add(o); child = o, o = o.Parent)
            {
                foreach (var reference in HeldBy(o, child))
                {
                    pending.Enqueue(reference);
                }
            }
        }

        return way;

        // The trail ends where the trace leaves for callers.
        bool IsPassed(IOperation reference) =>
            trail.Contains(reference)
            || Outwards(reference)
                .OfType<IArgumentOperation>()
                .Any(a => a.Parameter is { } parameter && parameters.Value.Contains(parameter.OriginalDefinition));

        IEnumerable<IOperation> HeldBy(IOperation operation, IOperation? child) =>
            operation is IArgumentOperation { Parameter: { } parameter }
                ? parameters.Value[parameter.OriginalDefinition]
                : HoldersAt(operation, child).SelectMany(v => BodyIndex.Of(operation).ReferencesTo(v).Where(IsPassed));
    }

    /// <summary>The end of the way outwards; what a lambda returns goes on to the call that gets the lambda.</summary>
    private static bool IsStatement(IOperation operation) =>
        operation is IExpressionStatementOperation
        || (operation is IBlockOperation && operation.Parent is not (IAnonymousFunctionOperation or IForEachLoopOperation));

    private static IEnumerable<IOperation> Outwards(IOperation operation)
    {
        for (var o = operation.Parent; o is not null && !IsStatement(o); o = o.Parent)
        {
            yield return o;
        }
    }

    private static IEnumerable<ISymbol> HoldersAt(IOperation operation, IOperation? child) =>
        operation switch
        {
            IVariableDeclaratorOperation declared => new[] { declared.Symbol },
            IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => new[] { local },
            IForEachLoopOperation loop when ReferenceEquals(loop.Collection, child) => loop.Locals,
            // What is put into a builder or a list.
            IInvocationOperation { Instance: { } receiver }
                when !ReferenceEquals(receiver, child) && receiver.Unwrapped() is ILocalReferenceOperation { Local: var holder } => new[]
            {
                holder,
            },
            _ => Enumerable.Empty<ISymbol>(),
        };
}
