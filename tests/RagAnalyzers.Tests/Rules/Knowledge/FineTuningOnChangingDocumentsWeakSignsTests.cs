namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 on weak signs, database queries and names: it takes two.</summary>
public sealed class FineTuningOnChangingDocumentsWeakSignsTests
{
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
            members: Training.Database,
            libraries: Libraries.EntityFramework
        );

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
            members: Training.Database,
            libraries: Libraries.EntityFramework
        );

    // RAG1003 names the fact itself.
    [Fact]
    public Task Weak_signs_where_an_example_states_a_time_dependent_fact() =>
        Training.Silent(
            """
            var builder = new StringBuilder();
            foreach (var row in db.Articles)
            {
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = $"{row.Body} ({DateTime.Now})" } } }));
            }

            var training = builder.ToString();
            """,
            members: Training.Database,
            libraries: Libraries.EntityFramework
        );

    [Fact]
    public Task Strong_sign_where_an_example_states_a_time_dependent_fact() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            foreach (var path in Directory.EnumerateFiles(folder, "*.md"))
            {
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = $"{File.ReadAllText(path)} ({DateTime.Now})" } } }));
            }

            var training = builder.ToString();
            """,
            "document files '*.md'"
        );

    [Fact]
    public Task Asynchronous_query_and_the_name_of_its_type() =>
        Training.Reported(
            """
            var rows = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(table);
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            "a database query by 'ToListAsync', the name 'Article'",
            members: Training.Database + "public IQueryable<Article> table = null!;",
            libraries: Libraries.EntityFramework
        );

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
            members: "public System.Data.Common.DbConnection connection = null!;"
        );

    [Fact]
    public Task Query_of_an_unknown_provider() =>
        Training.Reported(
            """
            var rows = table.Where(row => row.Region == folder);
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            "a database query by 'Where', the name 'Article'",
            members: Training.Database + "public IQueryable<Article> table = null!;",
            libraries: Libraries.EntityFramework
        );

    [Fact]
    public Task Query_over_objects_is_no_database() =>
        Training.Silent(
            """
            var rows = articles.AsQueryable().Where(row => row.Region == folder);
            var training = string.Join("\n", rows.Select(row => row.Body));
            """,
            members: Training.Database + "public List<Article> articles = [];",
            libraries: Libraries.EntityFramework
        );

    [Fact]
    public Task Database_query_alone() =>
        Training.Silent(
            """var training = string.Join("\n", db.Rows.Select(row => row.Body));""",
            members: Training.Database,
            libraries: Libraries.EntityFramework
        );

    [Fact]
    public Task Two_knowledge_names() =>
        Training.Reported(
            """var training = string.Join("\n", products.Select(product => $"{product.Text} costs {product.Price}"));""",
            "the name 'product', the name 'Price'",
            members: "public List<Item> products = []; public record Item(string Text, decimal Price);"
        );

    [Fact]
    public Task Knowledge_names_of_a_path_and_a_variable() =>
        Training.Reported(
            """
            var wiki = File.ReadAllText("data/policies.json");
            var training = wiki;
            """,
            "the name 'wiki', the name 'data/policies.json'"
        );

    [Fact]
    public Task Knowledge_names_of_a_type_and_the_training_file() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var lines = items.Select(item => JsonSerializer.Serialize(item));
                File.WriteAllLines("handbook.jsonl", lines);
                await {|#1:{|#0:files.UploadFileAsync|}("handbook.jsonl", FileUploadPurpose.FineTune)|};
                """,
                "public IReadOnlyList<FaqEntry> items = []; public record FaqEntry(string Question, string Answer);"
            ),
            "the name 'FaqEntry', the name 'handbook.jsonl'"
        );

    [Theory]
    [InlineData(
        "var training = string.Join(\"\\n\", products.Select(product => product.Text));",
        "public List<Product> products = []; public record Product(string Text);"
    )]
    [InlineData("var training = latestProducts;", "private readonly string latestProducts = Environment.GetEnvironmentVariable(\"P\")!;")]
    [InlineData("var training = File.ReadAllText(\"handbook.jsonl\");", "")]
    [InlineData("var handbook = File.ReadAllText(\"handbook.jsonl\"); var training = handbook;", "")]
    public Task One_knowledge_name_alone(string statements, string members) => Training.Silent(statements, members);

    [Fact]
    public Task Jsonl_file_of_a_plain_name() =>
        Training.SilentIn(
            Training.InMethod(
                """
                OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            )
        );

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
            """
        );

    [Fact]
    public Task Knowledge_words_between_the_holes_of_json() =>
        Training.Silent(
            """"
            var training = $$"""{"product":"{{folder}}","price":"{{folder.Length}}","news":"{{folder}}"}""";
            """"
        );

    [Fact]
    public Task Names_of_what_is_not_trained_on() =>
        Training.Silent(
            """
            var products = Environment.GetEnvironmentVariable("PRODUCTS");
            var policies = products + "policies";
            Console.WriteLine(policies);
            var training = folder;
            """
        );
}
