using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Rules.Knowledge;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>
/// Documents that the next run does not write again: they are moved away, or the code asks what it knows already. The code is that of the write
/// and of the calls that are seen to come to it.
/// </summary>
internal static class ReadOnce
{
    private static readonly ImmutableHashSet<string> Removing = ImmutableHashSet.Create("Move", "MoveTo", "Delete");

    private static readonly ImmutableHashSet<string> Knowing = ImmutableHashSet.Create("Contains", "ContainsKey", "TryAdd", "TryGetValue");

    private static readonly string[] Reading = { "Get", "Retrieve", "Scroll", "Count", "Query", "Exists" };

    private static readonly string[] Changed = { "GetLastWriteTime", "LastWriteTime", "LastModified" };

    public static bool MayBe(Ingestion ingestion) =>
        ingestion
            .Picture.VisibleCallersOf(ingestion.Operation)
            .Prepend(ingestion.Operation)
            .Any(write =>
                write.Root().Descendants().Any(o => IsMove(o) || (IsBefore(o, write) && (AsksWhatIsKnown(ingestion, o) || AsksWhen(o))))
            );

    private static bool IsBefore(IOperation operation, IOperation write) => operation.Syntax.SpanStart < write.Syntax.SpanStart;

    private static bool IsMove(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: var name } method }
        && (
            (Removing.Contains(name) && method.ContainingType.FullNamespace() == "System.IO")
            || (name.StartsWith("Delete", StringComparison.Ordinal) && DocumentSources.IsDocumentStore(method))
        );

    private static bool AsksWhatIsKnown(Ingestion ingestion, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { } type } } call)
        {
            return false;
        }

        var isRead = Reading.Any(r => name.StartsWith(r, StringComparison.Ordinal));
        return (
                isRead
                && SymbolEqualityComparer.Default.Equals(
                    type.OriginalDefinition,
                    ingestion.Operation.TargetMethod.ContainingType.OriginalDefinition
                )
            )
            || (
                type.FullNamespace() == "Microsoft.EntityFrameworkCore"
                && !name.StartsWith("Save", StringComparison.Ordinal)
                && IsOfOne(call)
            )
            || (call.Instance is { } kept && IsKept(kept) && (Knowing.Contains(name) || (name == "Add" && IsUsed(call))));
    }

    /// <summary>The set or dictionary lasts, and is no list of the program's own constants, of endings of files for example.</summary>
    private static bool IsKept(IOperation set) =>
        set.Type is { SpecialType: not SpecialType.System_String } type
        && type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
        && set.Unwrapped()
            is not (IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true });

    private static bool IsUsed(IInvocationOperation call) =>
        call is { Type.SpecialType: SpecialType.System_Boolean, Parent: not IExpressionStatementOperation };

    /// <summary>A row is looked for: the file's own.</summary>
    private static bool IsOfOne(IInvocationOperation call) =>
        call.TargetMethod.Name is "AnyAsync" or "FirstOrDefaultAsync" or "SingleOrDefaultAsync" or "FindAsync"
        && call.Arguments.Any(static a =>
            a.Value.Unwrapped() is IDelegateCreationOperation or IAnonymousFunctionOperation or IArrayCreationOperation
        );

    private static bool AsksWhen(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod.Name,
            IPropertyReferenceOperation read => read.Property.Name,
            _ => null,
        }
            is { } name
        && Changed.Any(c => name.StartsWith(c, StringComparison.Ordinal));
}
