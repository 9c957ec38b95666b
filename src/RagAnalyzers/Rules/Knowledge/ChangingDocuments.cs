using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// Judges whether training data comes from frequently changing documents: one strong sign or two weak ones, and no labelled
/// examples. The signs are those of the rule's page.
/// </summary>
internal static class ChangingDocuments
{
    private const int MostSignsShown = 4;

    /// <summary>What speaks for changing documents, in words for the message; empty when it is not enough.</summary>
    public static ImmutableArray<string> EvidenceIn(FileUpload upload)
    {
        var data = upload.ReadData();
        if (LabelledExamples.AreIn(data))
            return ImmutableArray<string>.Empty;
        var strong = StrongSigns(data).Distinct().ToImmutableArray();
        var weak = KnowledgeNames.SignsIn(data);
        if (data.Trail.Select(QueryIn).FirstOrDefault(static q => q is not null) is { } query)
            weak = weak.Insert(0, $"a database query by '{query}'");
        return strong.IsEmpty && weak.Length < 2 ? ImmutableArray<string>.Empty : strong.AddRange(weak).Take(MostSignsShown).ToImmutableArray();
    }

    private static IEnumerable<string> StrongSigns(TrainingData data)
    {
        foreach (var call in data.IndexCalls)
            yield return $"a source that is in a vector index too, by '{call.TargetMethod.Name}'";

        var readsFiles = data.Trail.Any(static o => MethodOf(o) is { } method && DocumentSources.IsFileSystem(method));
        foreach (var address in data.Addresses.Where(a => DocumentSources.IsDocumentFile(a) && (readsFiles || a[0] != '.')))
            yield return $"document files '{address}'";

        // Where a training file is fetched from is no source of documents.
        var isPrepared = data.Addresses.Any(static a => a.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase));
        foreach (var operation in data.Trail)
        {
            if (MethodOf(operation) is not { } method)
                continue;
            if (!isPrepared && DocumentSources.IsDownload(method))
                yield return $"a web download by '{method.Name}'";
            if (!isPrepared && DocumentSources.IsDocumentStore(method))
                yield return $"a document store, '{method.ContainingType.Name}'";
            if (operation is IInvocationOperation call && TimeWindow.Selects(call))
                yield return $"rows chosen by a time window in '{method.Name}'";
        }
    }

    /// <summary>The name of the query that an operation is; a table or collection that is enumerated is one.</summary>
    private static string? QueryIn(IOperation operation) => operation switch
    {
        _ when MethodOf(operation) is { MethodKind: not MethodKind.Constructor } method && DocumentSources.IsQuery(method) => method.Name,
        IMemberReferenceOperation { Type: { } type } member when DocumentSources.IsTable(type) => member.Member.Name,
        _ => null,
    };

    private static IMethodSymbol? MethodOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
