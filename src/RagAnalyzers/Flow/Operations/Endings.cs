using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Statements behind which nothing of the same method, or of the same turn of a loop, runs.</summary>
internal static class Endings
{
    /// <summary>The statement returns or throws.</summary>
    public static bool ReturnsOrThrows(this IOperation? statement) =>
        statement
            is IReturnOperation { Kind: OperationKind.Return }
                or IThrowOperation
                or IExpressionStatementOperation { Operation: IThrowOperation };

    /// <summary>The statement ends the method: it returns or throws, or ends an iterator.</summary>
    public static bool EndsMethod(this IOperation? statement) =>
        statement.ReturnsOrThrows() || statement is IReturnOperation { Kind: OperationKind.YieldBreak };

    /// <summary>The last statement of a block; any other statement itself.</summary>
    public static IOperation? LastStatement(this IOperation statement) =>
        statement is IBlockOperation block ? block.Operations.LastOrDefault() : statement;
}
