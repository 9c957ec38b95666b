using RagAnalyzers.Rules.Knowledge;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 on strong signs other than document files: downloads, document stores, time windows.</summary>
public sealed class FineTuningOnChangingDocumentsStrongSignsTests
{
    [Theory]
    [InlineData("await http.GetStringAsync(\"https://example.com/about\")", "GetStringAsync")]
    [InlineData("Encoding.UTF8.GetString(await http.GetByteArrayAsync(folder))", "GetByteArrayAsync")]
    [InlineData("await (await http.GetAsync(new Uri(folder))).Content.ReadAsStringAsync()", "GetAsync")]
    [InlineData("new StreamReader(await http.GetStreamAsync(folder)).ReadToEnd()", "GetStreamAsync")]
    public Task Web_download(string download, string method) =>
        Training.Reported(
            $"var training = {download};",
            $"a web download by '{method}'",
            members: "private readonly HttpClient http = new();"
        );

    [Fact]
    public Task Web_download_as_json() =>
        Training.Reported(
            """
            var pages = await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<Page>>(http, "https://example.com/api/pages");
            var training = string.Join("\n", pages!.Select(page => JsonSerializer.Serialize(new { role = "assistant", content = page.Body })));
            """,
            "a web download by 'GetFromJsonAsync'",
            members: "private readonly HttpClient http = new(); public record Page(string Body);"
        );

    [Fact]
    public Task Web_page() =>
        Training.Reported(
            """
            var web = new HtmlAgilityPack.HtmlWeb();
            var training = web.Load("https://example.com/about.html").DocumentNode.InnerText;
            """,
            "a web download by 'Load'",
            libraries: Libraries.Html
        );

    /// <summary>An object of a library is loaded from what is downloaded, and read afterwards.</summary>
    [Fact]
    public Task Web_download_into_a_page() =>
        Training.Reported(
            """
            var page = new HtmlAgilityPack.HtmlDocument();
            page.LoadHtml(await http.GetStringAsync("https://example.com/about"));
            var training = page.DocumentNode.SelectSingleNode("//main").InnerText;
            """,
            "a web download by 'GetStringAsync'",
            libraries: Libraries.Html,
            members: "private readonly HttpClient http = new();"
        );

    [Fact]
    public Task Another_page_is_loaded() =>
        Training.Silent(
            """
            var other = new HtmlAgilityPack.HtmlDocument();
            other.LoadHtml(await http.GetStringAsync("https://example.com/about"));
            var page = new HtmlAgilityPack.HtmlDocument();
            page.LoadHtml(folder);
            var training = page.DocumentNode.SelectSingleNode("//main").InnerText;
            """,
            libraries: Libraries.Html,
            members: "private readonly HttpClient http = new();"
        );

    [Fact]
    public Task Web_download_into_a_stream() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                using var http = new HttpClient();
                using var stream = new MemoryStream();
                await (await http.GetStreamAsync("https://example.com/about")).CopyToAsync(stream);
                await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
                """
            ),
            "a web download by 'GetStreamAsync'"
        );

    // Fetching a training file that lies ready is not the same as making one of documents.
    [Theory]
    [InlineData("await http.GetStringAsync(\"https://example.com/data/train.jsonl\")")]
    [InlineData("await http.GetStringAsync($\"{folder}/train.jsonl\")")]
    public Task Prepared_training_file_is_downloaded(string download) =>
        Training.Silent($"var training = {download};", members: "private readonly HttpClient http = new();");

    [Fact]
    public Task Web_request_that_is_no_download() =>
        Training.Silent(
            """
            var response = await http.PostAsync("https://example.com/api/sessions", new StringContent("{}"));
            var training = await response.Content.ReadAsStringAsync();
            """,
            members: "private readonly HttpClient http = new();"
        );

    [Fact]
    public Task Document_store() =>
        Training.Reported(
            """
            var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "pages");
            var builder = new StringBuilder();
            await foreach (var blob in container.GetBlobsAsync())
            {
                var download = await container.GetBlobClient(blob.Name).DownloadContentAsync();
                builder.AppendLine(download.Content.ToString());
            }

            var training = builder.ToString();
            """,
            "a document store, 'BlobClient', a document store, 'BlobContainerClient'",
            libraries: Libraries.Blobs
        );

    [Theory]
    [InlineData(
        """
            using var stream = new MemoryStream();
            await container.GetBlobClient(folder).DownloadToAsync(stream);
            await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            await container.GetBlobClient(folder).DownloadToAsync("train.jsonl");
            await {|#1:{|#0:files.UploadFileAsync|}("train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    public Task Document_store_into_a_stream_or_file(string statements) =>
        Training.ReportedIn(
            Training.InMethod("""var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "pages");""" + statements),
            "a document store, 'BlobClient', a document store, 'BlobContainerClient'",
            libraries: Libraries.Blobs
        );

    [Fact]
    public Task Training_file_is_kept_in_a_store_too() =>
        Training.SilentIn(
            Training.InMethod(
                """
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(folder));
                var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "backups");
                await container.GetBlobClient("backup").UploadAsync(stream);
                await files.UploadFileAsync(stream, "train.jsonl", FileUploadPurpose.FineTune);
                """
            ),
            libraries: Libraries.Blobs
        );

    [Fact]
    public Task Prepared_training_file_is_in_a_store() =>
        Training.Silent(
            """
            var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "datasets");
            var training = (await container.GetBlobClient("train.jsonl").DownloadContentAsync()).Content.ToString();
            """,
            libraries: Libraries.Blobs
        );

    [Fact]
    public Task Store_of_the_same_name_in_the_program_itself_is_none() =>
        Training.SilentIn(
            Training.InMethod(
                """
                var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "pages");
                var training = await container.GetBlobClient("page").DownloadContentAsync();
                await files.UploadFileAsync(training.Content, "train.jsonl", FileUploadPurpose.FineTune);
                """
            ) + Libraries.BlobsSource
        );

    [Theory]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > DateTime.UtcNow.AddDays(-30))")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > DateTime.Now.AddMonths(-1)).OrderBy(row => row.UpdatedAt).Take(1000)")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > DateTime.UtcNow - TimeSpan.FromDays(7))")]
    [InlineData("from row in db.Rows where row.UpdatedAt >= DateTime.Today.AddDays(-7) select row")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > since)")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > earlier)")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > TimeProvider.System.GetUtcNow().AddDays(-7))")]
    public Task Time_window(string query) =>
        Training.Reported(
            $$"""
            var since = DateTime.UtcNow.AddDays(-30);
            var now = DateTime.UtcNow;
            var earlier = now.AddDays(-30);
            var rows = {{query}};
            var training = string.Join("\n", rows.AsEnumerable().Select(row => JsonSerializer.Serialize(new { role = "assistant", content = row.Body })));
            """,
            "rows chosen by a time window in 'Where', a database query on 'Rows'",
            members: Training.Database,
            libraries: Libraries.EntityFramework
        );

    [Fact]
    public Task Time_window_over_objects() =>
        Training.Reported(
            """
            var recent = rows.Where(row => row.UpdatedAt > DateTimeOffset.UtcNow.AddHours(-24)).ToList();
            var training = string.Join("\n", recent.ConvertAll(row => row.Body));
            """,
            "rows chosen by a time window in 'Where'",
            members: "public List<Row> rows = []; public record Row(string Body, DateTimeOffset UpdatedAt);"
        );

    [Fact]
    public Task Time_window_as_a_parameter_of_the_query() =>
        Training.Reported(
            """
            var bodies = await Dapper.SqlMapper.QueryAsync<string>(connection, "select Body from Rows where UpdatedAt > @since", new { since = DateTime.UtcNow.AddDays(-7) });
            var training = string.Join("\n", bodies);
            """,
            "rows chosen by a time window in 'QueryAsync', a database query by 'QueryAsync'",
            members: "public System.Data.IDbConnection connection = null!;",
            libraries: Libraries.Dapper
        );

    [Fact]
    public Task Time_window_as_an_argument_of_a_repository() =>
        Training.Reported(
            """
            var training = string.Join("\n", repository.ChangedSince(DateTime.UtcNow.AddDays(-7)));
            """,
            "rows chosen by a time window in 'ChangedSince'",
            members: "public IRepository repository = null!; public interface IRepository { IReadOnlyList<string> ChangedSince(DateTime time); }"
        );

    [Theory]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > new DateTime(2020, 1, 1)).Select(row => row.Body)")]
    [InlineData("db.Rows.Select(row => row.Body + DateTime.UtcNow.AddDays(-1))")]
    [InlineData("db.Rows.Select(row => string.Format(\"{0} {1}\", row.Body, DateTime.UtcNow.AddDays(1)))")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt != DateTime.UtcNow).Select(row => row.Body)")]
    public Task Time_without_a_window(string query) =>
        Training.Silent(
            $$"""var training = string.Join("\n", {{query}});""",
            members: Training.Database,
            libraries: Libraries.EntityFramework
        );

    [Fact]
    public Task Signs_of_the_message_are_few() =>
        Training.Reported(
            """
            var handbook = await File.ReadAllTextAsync("handbook/pricing.md");
            var latest = handbook + File.ReadAllText("menus/today.txt");
            var news = latest;
            var training = news + File.ReadAllText("changelog.md");
            """,
            "document files 'handbook/pricing.md', document files 'menus/today.txt', document files 'changelog.md', the name 'news'"
        );

    [Fact]
    public Task Query_with_a_time_window() =>
        Training.Reported(
            """
            System.Data.IDbConnection connection = null!;
            var bodies = await Dapper.SqlMapper.QueryAsync<string>(connection, "select Body from Rows where UpdatedAt >= DATEADD(DAY, -7, GETDATE())");
            var training = string.Join("\n", bodies);
            """,
            "rows chosen by a time window in a query, a database query by 'QueryAsync'",
            libraries: Libraries.Dapper
        );
}
