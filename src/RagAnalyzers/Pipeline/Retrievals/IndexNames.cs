using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>What the indexes are called that a program writes to.</summary>
internal static class IndexNames
{
    /// <summary>The name of the index is put together, of a version or a tenant: with another one comes another index, which is filled.</summary>
    public static bool ArePutTogether(Ingestion ingestion) =>
        NamesOf(ingestion)
            .Any(name =>
            {
                var passed = new HashSet<IOperation>();
                ingestion.Route.TraceThroughCallers(name, FlowMode.Content, trail: passed);
                return passed.Any(static o =>
                    o is IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }
                    && o.Type?.SpecialType == SpecialType.System_String
                    && !o.ConstantValue.HasValue
                );
            });

    /// <summary>What names the index: an argument of the write, or of the call that opens the collection which is written to.</summary>
    private static IEnumerable<IOperation> NamesOf(Ingestion ingestion)
    {
        var passed = new HashSet<IOperation> { ingestion.Operation };
        if (ingestion.Operation.Instance is { } collection)
        {
            ingestion.Route.TraceThroughCallers(collection, FlowMode.Value, trail: passed);
        }

        return passed
            .OfType<IInvocationOperation>()
            .Where(c => c == ingestion.Operation || ingestion.Picture.Sdks.TryGetFact<VectorCollectionFact>(c.TargetMethod, out _))
            .SelectMany(static c => c.Arguments)
            .Where(static a => a.Parameter is { Ordinal: 0, Type.SpecialType: SpecialType.System_String })
            .Select(static a => a.Value);
    }
}
