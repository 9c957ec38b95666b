using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>
/// Libraries that documents come from, each reduced to the few members that the tests call, compiled to metadata: the rule
/// takes them for what they are named only when they are libraries.
/// </summary>
internal static class Libraries
{
    public const string BlobsSource = """
        namespace Azure.Storage.Blobs
        {
            public class BlobContainerClient
            {
                public BlobContainerClient(string connectionString, string blobContainerName) { }
                public virtual IAsyncEnumerable<Models.BlobItem> GetBlobsAsync() => throw new NotSupportedException();
                public virtual BlobClient GetBlobClient(string blobName) => throw new NotSupportedException();
            }

            public class BlobClient
            {
                public virtual Task<Models.BlobDownloadResult> DownloadContentAsync() => throw new NotSupportedException();
                public virtual Task DownloadToAsync(Stream destination) => throw new NotSupportedException();
                public virtual Task DownloadToAsync(string path) => throw new NotSupportedException();
                public virtual Task UploadAsync(Stream content) => throw new NotSupportedException();
            }
        }

        namespace Azure.Storage.Blobs.Models
        {
            public class BlobItem { public string Name => ""; }
            public class BlobDownloadResult { public BinaryData Content => BinaryData.FromString(""); }
        }
        """;

    private const string EntityFrameworkSource = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { }

            public abstract class DbSet<TEntity> : IQueryable<TEntity>
            {
                public abstract Type ElementType { get; }
                public abstract System.Linq.Expressions.Expression Expression { get; }
                public abstract IQueryProvider Provider { get; }
                public abstract IEnumerator<TEntity> GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }

            public static class EntityFrameworkQueryableExtensions
            {
                public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            }
        }
        """;

    private const string DapperSource = """
        namespace Dapper
        {
            public static class SqlMapper
            {
                public static IEnumerable<T> Query<T>(this System.Data.IDbConnection cnn, string sql, object? param = null) => throw new NotSupportedException();
                public static Task<IEnumerable<T>> QueryAsync<T>(this System.Data.IDbConnection cnn, string sql, object? param = null) => throw new NotSupportedException();
            }
        }
        """;

    private const string HtmlSource = """
        namespace HtmlAgilityPack
        {
            public class HtmlWeb { public HtmlDocument Load(string url) => throw new NotSupportedException(); }
            public class HtmlDocument { public void LoadHtml(string html) { } public HtmlNode DocumentNode => throw new NotSupportedException(); }
            public class HtmlNode { public string InnerText => ""; public HtmlNode SelectSingleNode(string xpath) => this; }
        }
        """;

    private const string PdfSource = """
        namespace UglyToad.PdfPig
        {
            public class PdfDocument : IDisposable
            {
                public static PdfDocument Open(string filePath) => throw new NotSupportedException();
                public IEnumerable<Content.Page> GetPages() => throw new NotSupportedException();
                public void Dispose() { }
            }
        }

        namespace UglyToad.PdfPig.Content
        {
            public class Page { public string Text => ""; }
        }
        """;

    private const string UploadSource = """
        namespace Microsoft.AspNetCore.Http
        {
            public interface IFormFile
            {
                string FileName { get; }
                long Length { get; }
                Stream OpenReadStream();
                Task CopyToAsync(Stream target, CancellationToken cancellationToken = default);
            }
        }
        """;

    private const string ITextSource = """
        namespace iText.Kernel.Pdf
        {
            public class PdfReader { public PdfReader(string filename) { } }
            public class PdfDocument { public PdfDocument(PdfReader reader) { } public int GetNumberOfPages() => 0; public PdfPage GetPage(int pageNum) => throw new NotSupportedException(); }
            public class PdfPage { }
        }

        namespace iText.Kernel.Pdf.Canvas.Parser
        {
            public static class PdfTextExtractor { public static string GetTextFromPage(PdfPage page) => ""; }
        }
        """;

    public static ImmutableArray<MetadataReference> Uploads { get; } = Compile(UploadSource);

    public static ImmutableArray<MetadataReference> IText { get; } = Compile(ITextSource);

    public static ImmutableArray<MetadataReference> Blobs { get; } = Compile(BlobsSource);

    public static ImmutableArray<MetadataReference> EntityFramework { get; } = Compile(EntityFrameworkSource);

    public static ImmutableArray<MetadataReference> Dapper { get; } = Compile(DapperSource);

    public static ImmutableArray<MetadataReference> Html { get; } = Compile(HtmlSource);

    public static ImmutableArray<MetadataReference> Pdf { get; } = Compile(PdfSource);

    private static ImmutableArray<MetadataReference> Compile(string source, [CallerArgumentExpression(nameof(source))] string name = "")
    {
        using var image = new MemoryStream();
        var result = AnalyzerRun.Compile([source], ReferenceSets.Latest).WithAssemblyName(name).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return [MetadataReference.CreateFromImage(image.ToArray())];
    }
}
