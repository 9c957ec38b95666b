using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// The files, libraries and databases that documents come from. Library code only: a type of the same name in source is not meant.
/// </summary>
internal static class DocumentSources
{
    private static readonly ImmutableHashSet<string> DocumentExtensions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".md",
        ".txt",
        ".pdf",
        ".docx",
        ".html",
        ".htm",
        ".rst",
        ".adoc",
        ".pptx",
        ".xlsx"
    );

    private static readonly ImmutableHashSet<string> FileSystemTypes = ImmutableHashSet.Create(
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.FileInfo",
        "System.IO.StreamReader",
        "System.IO.FileStream"
    );

    private static readonly ImmutableArray<string> DocumentStores = ImmutableArray.Create(
        "Azure.Storage.Blobs",
        "Azure.Storage.Files",
        "Amazon.S3",
        "Google.Apis.Drive",
        "Google.Cloud.Storage",
        "Microsoft.Graph",
        "Microsoft.SharePoint",
        "PnP.Core",
        "Contentful",
        "Umbraco",
        "WikiClientLibrary",
        "Dropbox.Api",
        "Notion.Client",
        "Kontent.Ai",
        "OrchardCore.ContentManagement"
    );

    private static readonly ImmutableArray<string> Databases = ImmutableArray.Create(
        "Microsoft.EntityFrameworkCore",
        "Dapper",
        "System.Data",
        "Microsoft.Data.SqlClient",
        "Microsoft.Data.Sqlite",
        "Npgsql",
        "MySqlConnector",
        "MongoDB.Driver",
        "Microsoft.Azure.Cosmos",
        "LinqToDB",
        "NHibernate"
    );

    /// <summary>A path, pattern or extension of document files; an address of a web page is a download instead.</summary>
    public static bool IsDocumentFile(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot >= 0 && !text.Contains("://") && DocumentExtensions.Contains(text.Substring(dot));
    }

    public static bool IsFileSystem(IMethodSymbol method) => FileSystemTypes.Contains(method.ContainingType.FullName());

    public static bool IsDownload(IMethodSymbol method) =>
        !method.IsInSource()
        && method.ContainingType.FullName() switch
        {
            "System.Net.Http.HttpClient" => method.Name is "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetAsync",
            "System.Net.Http.Json.HttpClientJsonExtensions" => method.Name.StartsWith("GetFromJson", StringComparison.Ordinal),
            "System.Net.WebClient" => method.Name.StartsWith("Download", StringComparison.Ordinal),
            "HtmlAgilityPack.HtmlWeb" => method.Name.StartsWith("Load", StringComparison.Ordinal),
            _ => false,
        };

    public static bool IsDocumentStore(IMethodSymbol method) => IsIn(method, DocumentStores);

    public static bool IsDatabase(IMethodSymbol method) => IsIn(method, Databases);

    public static bool IsQuery(IMethodSymbol method) => !method.IsInSource() && method.ContainingType.HasFullName("System.Linq.Queryable");

    public static bool IsTable(ITypeSymbol type) => type is INamedTypeSymbol { IsGenericType: true } && IsIn(type, Databases);

    private static bool IsIn(ISymbol symbol, ImmutableArray<string> namespaces)
    {
        if (symbol.IsInSource())
        {
            return false;
        }

        var space = symbol.FullNamespace();
        return namespaces.Any(n => space == n || space.StartsWith(n + ".", StringComparison.Ordinal));
    }
}
