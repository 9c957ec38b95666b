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
    private static readonly ImmutableHashSet<string> DocumentExtensions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, ".md", ".txt", ".pdf", ".docx", ".html", ".htm", ".rst", ".adoc", ".pptx", ".xlsx");

    private static readonly ImmutableArray<string> DocumentStores = ImmutableArray.Create(
        "Azure.Storage.Blobs", "Azure.Storage.Files", "Amazon.S3", "Google.Apis.Drive", "Google.Cloud.Storage", "Microsoft.Graph",
        "Microsoft.SharePoint", "PnP.Core", "Contentful", "Umbraco", "WikiClientLibrary", "Dropbox.Api");

    private static readonly ImmutableArray<string> Databases = ImmutableArray.Create(
        "Microsoft.EntityFrameworkCore", "Dapper", "System.Data", "Microsoft.Data.SqlClient", "Microsoft.Data.Sqlite", "Npgsql",
        "MySqlConnector", "MongoDB.Driver", "Microsoft.Azure.Cosmos", "LinqToDB", "NHibernate");

    /// <summary>What speaks for changing documents, in words for the message; empty when it is not enough.</summary>
    public static ImmutableArray<string> EvidenceIn(TrainingData data)
    {
        if (LabelledExamples.AreIn(data))
            return ImmutableArray<string>.Empty;
        var strong = StrongSigns(data).Distinct().ToImmutableArray();
        var weak = WeakSigns(data);
        return strong.IsEmpty && weak.Length < 2 ? ImmutableArray<string>.Empty : strong.AddRange(weak).Take(4).ToImmutableArray();
    }

    private static IEnumerable<string> StrongSigns(TrainingData data)
    {
        var readsFiles = data.Trail.Any(static o => MethodOf(o)?.ContainingType.FullName() is "System.IO.File" or "System.IO.Directory" or "System.IO.DirectoryInfo" or "System.IO.FileInfo" or "System.IO.StreamReader" or "System.IO.FileStream");
        foreach (var operation in data.Trail)
        {
            if (readsFiles && TextOf(operation) is { } text && IsDocumentFile(text))
                yield return $"document files '{text}'";
            if (MethodOf(operation) is not { } method)
                continue;
            if (IsDownload(method))
                yield return $"a web download by '{method.Name}'";
            if (IsIn(method, DocumentStores))
                yield return $"a document store read by '{method.ContainingType.Name}.{method.Name}'";
            if (operation is IInvocationOperation call && TimeWindow.Selects(call))
                yield return $"rows chosen by a time window in '{method.Name}'";
        }
    }

    /// <summary>A database query counts once, and each knowledge term once, however many names repeat it.</summary>
    private static ImmutableArray<string> WeakSigns(TrainingData data)
    {
        var signs = ImmutableArray.CreateBuilder<string>();
        if (data.Trail.Select(MethodOf).FirstOrDefault(static m => m is not null && (IsIn(m, Databases) || m.ContainingType.FullName() == "System.Linq.Queryable")) is { } query)
            signs.Add($"a database query by '{query.Name}'");
        var terms = new HashSet<string>();
        foreach (var name in data.Trail.SelectMany(NamesOf))
        {
            var found = KnowledgeTerms.In(name).ToList();

            // One name is one sign, even when it holds two terms.
            if (found.Count > 0 && found.All(terms.Add))
                signs.Add($"the name '{name}'");
        }

        return signs.ToImmutable();
    }

    private static IEnumerable<string> NamesOf(IOperation operation)
    {
        var (name, type) = operation switch
        {
            ILocalReferenceOperation local => (local.Local.Name, local.Type),
            IParameterReferenceOperation parameter => (parameter.Parameter.Name, parameter.Type),
            IFieldReferenceOperation field => (field.Field.Name, field.Type),
            IPropertyReferenceOperation { Property: var property } when property.IsInSource() => (property.Name, property.Type),
            _ => (null, null),
        };
        if (name is not null)
            yield return name;
        if (ElementOf(type) is { } element && element.IsInSource())
            yield return element.Name;
        if (TextOf(operation) is { } text && IsNameLike(text))
            yield return text;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0],
        _ => type,
    };

    private static string? TextOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>A path, a table or a query; not the prose of a prompt.</summary>
    private static bool IsNameLike(string text)
        => text.Length is > 2 and < 200 && (!text.Any(char.IsWhiteSpace) || text.TrimStart().StartsWith("select ", StringComparison.OrdinalIgnoreCase));

    private static bool IsDocumentFile(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot >= 0 && !text.Any(char.IsWhiteSpace) && DocumentExtensions.Contains(text.Substring(dot));
    }

    private static bool IsDownload(IMethodSymbol method) => method.ContainingType.FullName() switch
    {
        "System.Net.Http.HttpClient" => method.Name is "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetAsync",
        "System.Net.Http.Json.HttpClientJsonExtensions" => method.Name.StartsWith("GetFromJson", StringComparison.Ordinal),
        "System.Net.WebClient" => method.Name.StartsWith("Download", StringComparison.Ordinal),
        "HtmlAgilityPack.HtmlWeb" => method.Name.StartsWith("Load", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsIn(IMethodSymbol method, ImmutableArray<string> namespaces)
    {
        var space = method.ContainingType.FullNamespace();
        return !method.IsInSource() && namespaces.Any(n => space == n || space.StartsWith(n + ".", StringComparison.Ordinal));
    }

    private static IMethodSymbol? MethodOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
