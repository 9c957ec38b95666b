using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Uploads;
using RagAnalyzers.Text.Prose;
using RagAnalyzers.Text.Sql;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// Judges whether training data comes from frequently changing documents: one strong sign or two weak ones, and no labelled
/// examples. The signs are those of the rule's page.
/// </summary>
internal static class ChangingDocuments
{
    private static readonly char[] Separators = { '/', '\\' };

    /// <summary>What a file of examples is named for.</summary>
    private static readonly ImmutableHashSet<string> TrainingWords = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "train",
        "training",
        "finetune",
        "finetuning",
        "tuning",
        "dataset",
        "validation"
    );

    /// <summary>What speaks for changing documents; empty when it is not enough.</summary>
    public static ChangingSigns SignsIn(FileUpload upload, KnowledgeTerms knowledge)
    {
        var data = upload.ReadData();
        if (LabelledExamples.AreIn(data))
        {
            return ChangingSigns.None;
        }

        var strong = StrongSigns(data, knowledge).Distinct().ToImmutableArray();
        var weak = KnowledgeNames.SignsIn(data, knowledge);
        if (QueryIn(data) is { } query)
        {
            weak = weak.Insert(0, query);
        }

        return strong.IsEmpty && weak.Length < 2 ? ChangingSigns.None : new ChangingSigns(strong, weak);
    }

    private static IEnumerable<string> StrongSigns(TrainingData data, KnowledgeTerms knowledge)
    {
        foreach (var call in data.IndexCalls)
        {
            yield return $"a source that is indexed too, by '{call.TargetMethod.Name}'";
        }

        var readsFiles = data.Trail.Any(static o => MethodOf(o) is { } method && DocumentSources.IsFileSystem(method));
        foreach (var address in data.Addresses.Where(a => IsDocument(a, knowledge) && (readsFiles || a[0] != '.')))
        {
            yield return $"document files '{address}'";
        }

        if (data.Addresses.Any(SqlTimeWindow.IsIn))
        {
            yield return "rows chosen by a time window in a query";
        }

        // Where a training file is fetched from is no source of documents.
        var isPrepared = data.Addresses.Any(static a => a.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase));
        foreach (var operation in data.Trail)
        {
            if (MethodOf(operation) is not { } method)
            {
                continue;
            }

            if (!isPrepared && DocumentSources.IsDownload(method))
            {
                yield return $"a web download by '{method.Name}'";
            }

            if (!isPrepared && DocumentSources.IsDocumentStore(method))
            {
                yield return $"a document store, '{method.ContainingType.Name}'";
            }

            if (operation is IInvocationOperation call && TimeWindow.Selects(call))
            {
                yield return $"rows chosen by a time window in '{method.Name}'";
            }
        }
    }

    /// <summary>A document; a text that is named for training is the training file, in a form that training does not take.</summary>
    private static bool IsDocument(string address, KnowledgeTerms knowledge) =>
        DocumentSources.IsDocumentFile(address)
        && !(NameWords.Of(FileName(address)).Any(TrainingWords.Contains) && !knowledge.In(FileName(address)).Any());

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(Separators) + 1);

    /// <summary>The database query that the data comes from, in words; null when there is none.</summary>
    private static string? QueryIn(TrainingData data)
    {
        var methods = data.Trail.OfType<IInvocationOperation>().Select(static c => c.TargetMethod).ToList();
        var queries = methods.FindAll(DocumentSources.IsDatabase).ConvertAll(static m => m.Name);
        if (
            queries.Find(static n =>
                n.StartsWith("Execute", StringComparison.Ordinal) || n.StartsWith("Query", StringComparison.Ordinal)
            ) is
            { } execution
        )
        {
            return $"a database query by '{execution}'";
        }

        if (
            data
                .Trail.OfType<IMemberReferenceOperation>()
                .FirstOrDefault(static m => m.Type is { } type && DocumentSources.IsTable(type)) is
            { } table
        )
        {
            return $"a database query on '{table.Member.Name}'";
        }

        // A query provider stands for a database, unless it was made for objects in memory. The last call stands next to the source.
        if (!methods.Exists(static m => m.Name == "AsQueryable"))
        {
            queries.AddRange(methods.FindAll(DocumentSources.IsQuery).ConvertAll(static m => m.Name));
        }

        return queries.Count > 0 ? $"a database query by '{queries[queries.Count - 1]}'" : null;
    }

    private static IMethodSymbol? MethodOf(IOperation operation) =>
        operation is IMethodReferenceOperation reference ? reference.Method : operation.CalledMethod();
}
