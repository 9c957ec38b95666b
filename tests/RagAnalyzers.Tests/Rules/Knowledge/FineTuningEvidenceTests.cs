using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 on evidence other than document files: one strong sign, or two weak ones.</summary>
public sealed class FineTuningEvidenceTests
{
    private const string Articles =
        """
        public Db db = new();
        public class Article { public string Body { get; set; } = ""; public DateTime UpdatedAt { get; set; } public string Region { get; set; } = ""; }
        public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Article> Articles => null!; public Microsoft.EntityFrameworkCore.DbSet<Row> Rows => null!; }
        public class Row { public string Body { get; set; } = ""; public DateTime UpdatedAt { get; set; } }
        """;

    [Theory]
    [InlineData("await http.GetStringAsync(\"https://example.com/about\")", "GetStringAsync")]
    [InlineData("Encoding.UTF8.GetString(await http.GetByteArrayAsync(folder))", "GetByteArrayAsync")]
    [InlineData("await (await http.GetAsync(new Uri(folder))).Content.ReadAsStringAsync()", "GetAsync")]
    [InlineData("new StreamReader(await http.GetStreamAsync(folder)).ReadToEnd()", "GetStreamAsync")]
    public Task Web_download(string download, string method) =>
        Training.Reported($"var training = {download};", $"a web download by '{method}'", members: "private readonly HttpClient http = new();");

    [Fact]
    public Task Web_download_as_json() =>
        Training.Reported(
            """
            var pages = await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<Page>>(http, "https://example.com/api/pages");
            var training = string.Join("\n", pages!.Select(page => JsonSerializer.Serialize(new { role = "assistant", content = page.Body })));
            """,
            "a web download by 'GetFromJsonAsync'",
            members: "private readonly HttpClient http = new(); public record Page(string Body);");

    [Fact]
    public Task Web_page() =>
        Training.Reported(
            """
            var web = new HtmlAgilityPack.HtmlWeb();
            var training = web.Load("https://example.com/about.html").DocumentNode.InnerText;
            """,
            "a web download by 'Load'",
            libraries: Libraries.Html);

    [Fact]
    public Task Web_download_into_a_stream() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                using var http = new HttpClient();
                using var stream = new MemoryStream();
                await (await http.GetStreamAsync("https://example.com/about")).CopyToAsync(stream);
                await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
                """),
            "a web download by 'GetStreamAsync'");

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
            members: "private readonly HttpClient http = new();");

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
            libraries: Libraries.Blobs);

    [Theory]
    [InlineData("""
        using var stream = new MemoryStream();
        await container.GetBlobClient(folder).DownloadToAsync(stream);
        await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
        """)]
    [InlineData("""
        await container.GetBlobClient(folder).DownloadToAsync("train.jsonl");
        await {|#1:{|#0:files.UploadFileAsync|}("train.jsonl", FileUploadPurpose.FineTune)|};
        """)]
    public Task Document_store_into_a_stream_or_file(string statements) =>
        Training.ReportedIn(
            Training.InMethod("""var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "pages");""" + statements),
            "a document store, 'BlobClient', a document store, 'BlobContainerClient'",
            libraries: Libraries.Blobs);

    [Fact]
    public Task Training_file_is_kept_in_a_store_too() =>
        Training.SilentIn(
            Training.InMethod(
                """
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(folder));
                var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "backups");
                await container.GetBlobClient("backup").UploadAsync(stream);
                await files.UploadFileAsync(stream, "train.jsonl", FileUploadPurpose.FineTune);
                """),
            libraries: Libraries.Blobs);

    [Fact]
    public Task Prepared_training_file_is_in_a_store() =>
        Training.Silent(
            """
            var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "datasets");
            var training = (await container.GetBlobClient("train.jsonl").DownloadContentAsync()).Content.ToString();
            """,
            libraries: Libraries.Blobs);

    [Fact]
    public Task Store_of_the_same_name_in_the_program_itself_is_none() =>
        Training.SilentIn(
            Training.InMethod(
                """
                var container = new Azure.Storage.Blobs.BlobContainerClient(folder, "pages");
                var training = await container.GetBlobClient("page").DownloadContentAsync();
                await files.UploadFileAsync(training.Content, "train.jsonl", FileUploadPurpose.FineTune);
                """) + Libraries.BlobsSource);

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
            var training = string.Join("\n", rows.Select(row => JsonSerializer.Serialize(new { role = "assistant", content = row.Body })));
            """,
            "rows chosen by a time window in 'Where', a database query on 'Rows'",
            members: Articles,
            libraries: Libraries.EntityFramework);

    [Fact]
    public Task Time_window_over_objects() =>
        Training.Reported(
            """
            var recent = rows.Where(row => row.UpdatedAt > DateTimeOffset.UtcNow.AddHours(-24)).ToList();
            var training = string.Join("\n", recent.ConvertAll(row => row.Body));
            """,
            "rows chosen by a time window in 'Where'",
            members: "public List<Row> rows = []; public record Row(string Body, DateTimeOffset UpdatedAt);");

    [Fact]
    public Task Time_window_as_a_parameter_of_the_query() =>
        Training.Reported(
            """
            var bodies = await Dapper.SqlMapper.QueryAsync<string>(connection, "select Body from Rows where UpdatedAt > @since", new { since = DateTime.UtcNow.AddDays(-7) });
            var training = string.Join("\n", bodies);
            """,
            "rows chosen by a time window in 'QueryAsync', a database query by 'QueryAsync'",
            members: "public System.Data.IDbConnection connection = null!;",
            libraries: Libraries.Dapper);

    [Fact]
    public Task Time_window_as_an_argument_of_a_repository() =>
        Training.Reported(
            """
            var training = string.Join("\n", repository.ChangedSince(DateTime.UtcNow.AddDays(-7)));
            """,
            "rows chosen by a time window in 'ChangedSince'",
            members: "public IRepository repository = null!; public interface IRepository { IReadOnlyList<string> ChangedSince(DateTime time); }");

    [Theory]
    [InlineData("db.Rows.Where(row => row.UpdatedAt > new DateTime(2020, 1, 1)).Select(row => row.Body)")]
    [InlineData("db.Rows.Select(row => row.Body + DateTime.UtcNow.AddDays(-1))")]
    [InlineData("db.Rows.Select(row => string.Format(\"{0} {1}\", row.Body, DateTime.UtcNow.AddDays(1)))")]
    [InlineData("db.Rows.Where(row => row.UpdatedAt != DateTime.UtcNow).Select(row => row.Body)")]
    public Task Time_without_a_window(string query) =>
        Training.Silent($$"""var training = string.Join("\n", {{query}});""", members: Articles, libraries: Libraries.EntityFramework);

    [Theory]
    [InlineData("db.Articles.Where(article => article.Region == folder)")]
    [InlineData("from article in db.Articles where article.Region == folder select article")]
    public Task Database_query_and_a_knowledge_name(string query) =>
        Training.Reported(
            $$"""
            var rows = {{query}};
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            "a database query on 'Articles', the name 'Article'",
            members: Articles,
            libraries: Libraries.EntityFramework);

    [Fact]
    public Task Table_and_its_name() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            foreach (var row in db.Articles)
            {
                builder.AppendLine(row.Body);
            }

            var training = builder.ToString();
            """,
            "a database query on 'Articles', the name 'Article'",
            members: Articles,
            libraries: Libraries.EntityFramework);

    [Fact]
    public Task Asynchronous_query_and_the_name_of_its_type() =>
        Training.Reported(
            """
            var rows = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(table);
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            "a database query by 'ToListAsync', the name 'Article'",
            members: Articles + "public IQueryable<Article> table = null!;",
            libraries: Libraries.EntityFramework);

    [Fact]
    public Task Query_text_and_its_table() =>
        Training.Reported(
            """
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT Name, Text FROM Products";
            using var reader = command.ExecuteReader();
            var builder = new StringBuilder();
            while (reader.Read())
            {
                builder.AppendLine(reader.GetString(1));
            }

            var training = builder.ToString();
            """,
            "a database query by 'ExecuteReader', the name 'SELECT Name, Text FROM Products'",
            members: "public System.Data.Common.DbConnection connection = null!;");

    [Fact]
    public Task Query_of_an_unknown_provider() =>
        Training.Reported(
            """
            var rows = table.Where(row => row.Region == folder);
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            "a database query by 'Where', the name 'Article'",
            members: Articles + "public IQueryable<Article> table = null!;",
            libraries: Libraries.EntityFramework);

    [Fact]
    public Task Query_over_objects_is_no_database() =>
        Training.Silent(
            """
            var rows = articles.AsQueryable().Where(row => row.Region == folder);
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            members: Articles + "public List<Article> articles = [];",
            libraries: Libraries.EntityFramework);

    [Fact]
    public Task Database_query_alone() =>
        Training.Silent("""var training = string.Join("\n", db.Rows.Select(row => row.Body));""", members: Articles, libraries: Libraries.EntityFramework);

    [Fact]
    public Task Two_knowledge_names() =>
        Training.Reported(
            """var training = string.Join("\n", products.Select(product => $"{product.Text} costs {product.Price}"));""",
            "the name 'product', the name 'Price'",
            members: "public List<Item> products = []; public record Item(string Text, decimal Price);");

    [Fact]
    public Task Knowledge_names_of_a_path_and_a_variable() =>
        Training.Reported(
            """
            var wiki = File.ReadAllText("data/policies.json");
            var training = wiki;
            """,
            "the name 'wiki', the name 'data/policies.json'");

    [Fact]
    public Task Knowledge_names_of_a_type_and_the_training_file() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var lines = items.Select(item => JsonSerializer.Serialize(item));
                File.WriteAllLines("handbook.jsonl", lines);
                await {|#1:{|#0:files.UploadFileAsync|}("handbook.jsonl", FileUploadPurpose.FineTune)|};
                """,
                "public IReadOnlyList<FaqEntry> items = []; public record FaqEntry(string Question, string Answer);"),
            "the name 'FaqEntry', the name 'handbook.jsonl'");

    [Theory]
    [InlineData("var training = string.Join(\"\\n\", products.Select(product => product.Text));", "public List<Product> products = []; public record Product(string Text);")]
    [InlineData("var training = latestProducts;", "private readonly string latestProducts = Environment.GetEnvironmentVariable(\"P\")!;")]
    [InlineData("var training = File.ReadAllText(\"handbook.jsonl\");", "")]
    [InlineData("var handbook = File.ReadAllText(\"handbook.jsonl\"); var training = handbook;", "")]
    public Task One_knowledge_name_alone(string statements, string members) => Training.Silent(statements, members);

    [Fact]
    public Task Jsonl_file_of_a_plain_name() =>
        Training.SilentIn(Training.InMethod(
            """
            OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
            await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
            """));

    [Theory]
    [InlineData("Answer from our latest internal policies and the newest product catalog.")]
    [InlineData("handbook")]
    [InlineData("policies/pricing.md")]
    public Task Knowledge_words_that_the_examples_merely_say(string system) =>
        Training.Silent(
            $$"""
            var training = JsonSerializer.Serialize(new
            {
                messages = new[] { new { role = "system", content = "{{system}}" }, new { role = "user", content = "menu" }, new { role = "assistant", content = folder } },
            });
            """);

    [Fact]
    public Task Knowledge_words_between_the_holes_of_json() =>
        Training.Silent(
            """"
            var training = $$"""{"product":"{{folder}}","price":"{{folder.Length}}","news":"{{folder}}"}""";
            """");

    [Fact]
    public Task Names_of_what_is_not_trained_on() =>
        Training.Silent(
            """
            var products = Environment.GetEnvironmentVariable("PRODUCTS");
            var policies = products + "policies";
            Console.WriteLine(policies);
            var training = folder;
            """);

    [Fact]
    public Task Signs_of_the_message_are_few() =>
        Training.Reported(
            """
            var handbook = await File.ReadAllTextAsync("handbook/pricing.md");
            var latest = handbook + File.ReadAllText("menus/today.txt");
            var news = latest;
            var training = news + File.ReadAllText("changelog.md");
            """,
            "document files 'handbook/pricing.md', document files 'menus/today.txt', document files 'changelog.md', the name 'news'");
}
