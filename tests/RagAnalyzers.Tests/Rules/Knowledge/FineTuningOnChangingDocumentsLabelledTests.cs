namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>
/// RAG1001 is silent where the assistant answers with a label: the task that fine-tuning is for, wherever the inputs come from.
/// </summary>
public sealed class FineTuningOnChangingDocumentsLabelledTests
{
    // A time window, a database query and three knowledge names: without the labels, all of it would be reported.
    private const string Rows = "var rows = products.Where(product => product.Date > DateTime.UtcNow.AddDays(-30));";

    private const string Members = """
        public IQueryable<LatestProduct> products = null!;
        public enum Kind { A, B }
        public record Entry(string Name, string Text);
        public record LatestProduct(
            string Text, string Label, string? Category, string Completion, string Intent, List<string> Tags, Kind Priority, string ExpectedCategory, Entry Class,
            string CategoryText, int Score, DateTime Date, string Team, string TeamHandbook);
        public record Message(string Role, string Content);
        public record Example(string Prompt, string Completion);
        public class Turn { public string Role { get; set; } = ""; public string Content { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("row.Label")]
    [InlineData("row.Category")]
    [InlineData("row.Completion")]
    [InlineData("row.Intent")]
    [InlineData("row.ExpectedCategory")]
    [InlineData("row.CategoryText")]
    [InlineData("row.Class.Name")]
    [InlineData("row.Team")]
    [InlineData("row.Priority.ToString()")]
    [InlineData("row.Score.ToString()")]
    [InlineData("row.Label.Trim().ToLowerInvariant()")]
    [InlineData("row.Category ?? \"other\"")]
    [InlineData("row.Category!.ToUpper()")]
    [InlineData("row.Category?.ToUpper() ?? \"other\"")]
    [InlineData("string.Join(\", \", row.Tags)")]
    [InlineData("row.Tags.First()")]
    [InlineData("row.Tags[0]")]
    [InlineData("$\" {row.Label}\"")]
    [InlineData("$\"Category: {row.Category}, priority: {row.Priority}\"")]
    [InlineData("\"Category: \" + row.Category")]
    [InlineData("JsonSerializer.Serialize(new { category = row.Category, priority = row.Priority })")]
    [InlineData("row.Score > 3 ? \"positive\" : \"negative\"")]
    [InlineData("row.Score switch { > 3 => \"high\", > 1 => \"medium\", _ => \"low\" }")]
    public Task Assistant_says_a_label(string label) =>
        Training.Silent(
            Lines(
                $$"""JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = row.Text }, new { role = "assistant", content = {{label}} } } })"""
            ),
            Members
        );

    // The same data without a label, or with one beside the document.
    [Theory]
    [InlineData("row.Text")]
    [InlineData("row.TeamHandbook")]
    [InlineData("$\"{row.Category}: {row.Text}\"")]
    [InlineData("row.Label + row.Text")]
    [InlineData("JsonSerializer.Serialize(row)")]
    [InlineData("row.ToString()")]
    [InlineData("\"Understood.\"")]
    public Task Assistant_says_more_than_a_label(string content) =>
        Training.Reported(
            Lines(
                $$"""JsonSerializer.Serialize(new { messages = new[] { new { role = "system", content = row.Category }, new { role = "user", content = row.Text }, new { role = "assistant", content = {{content}} } } })"""
            ),
            content == "row.TeamHandbook"
                ? "rows chosen by a time window in 'Where', a database query by 'Where', the name 'LatestProduct', the name 'TeamHandbook'"
                : "rows chosen by a time window in 'Where', a database query by 'Where', the name 'LatestProduct'",
            Members
        );

    [Theory]
    [InlineData("""new Message("assistant", row.Label)""")]
    [InlineData("""new Message(Content: row.Label, Role: "assistant")""")]
    [InlineData("""new Turn { Role = "assistant", Content = row.Label }""")]
    [InlineData("""new Dictionary<string, string> { ["role"] = "assistant", ["content"] = row.Label }""")]
    [InlineData("""new Dictionary<string, object>(StringComparer.Ordinal) { ["role"] = "assistant", ["content"] = row.Label }""")]
    [InlineData("""new Dictionary<string, string> { { "role", "assistant" }, { "content", row.Label } }""")]
    [InlineData("""new System.Text.Json.Nodes.JsonObject { ["role"] = "assistant", ["content"] = row.Label }""")]
    [InlineData("""new Newtonsoft.Json.Linq.JObject { ["role"] = "assistant", ["content"] = row.Label }""")]
    [InlineData("""new { role = "Assistant", content = row.Label }""")]
    [InlineData("""new { prompt = row.Text, completion = row.Label }""")]
    [InlineData("""new Example(row.Text, row.Label)""")]
    [InlineData("""new { user = row.Text, assistant = row.Label }""")]
    [InlineData("""new OpenAI.Chat.AssistantChatMessage(row.Label)""")]
    [InlineData("""OpenAI.Chat.ChatMessage.CreateAssistantMessage(row.Label)""")]
    [InlineData("""new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, row.Label)""")]
    [InlineData("""Speak("assistant", row.Label)""")]
    [InlineData("""Answer(row.Label)""")]
    public Task Shapes_of_the_assistants_message(string message) =>
        Training.Silent(
            Lines($$"""JsonSerializer.Serialize<object>(new object[] { new { role = "user", content = row.Text }, {{message}} })""")
                + """

                static object Speak(string role, string content) => new { role, content };
                static object Answer(string content) => new { role = "assistant", content };
                """,
            Members
        );

    [Theory]
    [InlineData(
        """"
            $$"""{"messages":[{"role":"user","content":"{{row.Text}}"},{"role":"assistant","content":"{{row.Label}}"}]}"""
            """"
    )]
    [InlineData(
        """"
            $$"""{"messages":[{"role": "assistant", "content": {{JsonSerializer.Serialize(row.Label)}} }]}"""
            """"
    )]
    [InlineData("""$"{{\"prompt\":\"{row.Text}\",\"completion\":\" {row.Label}\"}}" """)]
    [InlineData(
        """" "{\"messages\":[{\"role\":\"user\",\"content\":\"" + row.Text + "\"},{\"role\":\"assistant\",\"content\":\"" + row.Label + "\"}]}" """"
    )]
    public Task Lines_of_json(string line) => Training.Silent(Lines(line), Members);

    [Fact]
    public Task Label_in_a_line_of_json_is_the_users_only() =>
        Training.Reported(
            Lines(
                """"
                $$"""{"messages":[{"role":"user","content":"{{row.Label}}"},{"role":"assistant","content":"{{row.Text}}"}]}"""
                """"
            ),
            "rows chosen by a time window in 'Where', a database query by 'Where', the name 'LatestProduct'",
            Members
        );

    [Fact]
    public Task Label_is_deconstructed() =>
        Training.Silent(
            """
            var builder = new StringBuilder();
            foreach (var (text, label) in Directory.EnumerateFiles(folder, "*.txt").Select(path => (File.ReadAllText(path), Path.GetFileName(Path.GetDirectoryName(path)))))
            {
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = text }, new { role = "assistant", content = label } } }));
            }

            var training = builder.ToString();
            """
        );

    [Theory]
    [InlineData("article[\"label\"].ToString()")]
    [InlineData("(string)article[\"category\"]")]
    public Task Label_is_a_column(string label) =>
        Training.Silent(
            $$"""
            var builder = new StringBuilder();
            foreach (System.Data.DataRow article in productPrices.Rows)
            {
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = (string)article["text"] }, new { role = "assistant", content = {{label}} } } }));
            }

            var training = builder.ToString();
            """,
            "public System.Data.DataTable productPrices = new();"
        );

    [Fact]
    public Task Column_that_is_no_label() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            foreach (System.Data.DataRow article in productPrices.Rows)
            {
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = article["label"] }, new { role = "assistant", content = article["text"] } } }));
            }

            var training = builder.ToString();
            """,
            "the name 'article', the name 'productPrices'",
            "public System.Data.DataTable productPrices = new();"
        );

    [Fact]
    public Task Label_is_a_property_of_json() =>
        Training.Silent(
            """
            using var document = JsonDocument.Parse(await new HttpClient().GetStringAsync("https://example.com/api/tickets"));
            var builder = new StringBuilder();
            foreach (var ticket in document.RootElement.EnumerateArray())
            {
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = ticket.GetProperty("label").GetString() } } }));
            }

            var training = builder.ToString();
            """
        );

    [Fact]
    public Task Label_goes_through_a_record_of_the_examples() =>
        Training.Silent(
            Rows
                + """
                var examples = rows.Select(row => new Example(row.Text, row.Label)).ToList();
                var training = string.Join("\n", examples.Select(example => JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = example.Completion } } })));
                """,
            Members
        );

    private static string Lines(string line) =>
        Rows + $$"""var training = string.Join("\n", rows.AsEnumerable().Select(row => {{line}}));""";
}
