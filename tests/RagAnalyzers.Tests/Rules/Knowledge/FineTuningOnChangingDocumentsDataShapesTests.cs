namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 sees the documents through every way of making training data of them and bringing it to the upload.</summary>
public sealed class FineTuningOnChangingDocumentsDataShapesTests
{
    private const string Pages =
        """var pages = Directory.EnumerateFiles(folder, "*.md").Select(path => File.ReadAllText(path)).ToList();""";
    private const string Evidence = "document files '*.md'";

    [Fact]
    public Task Anonymous_objects() =>
        Training.Reported(
            Pages
                + """
                var training = string.Join("\n", pages.Select(page => JsonSerializer.Serialize(new
                {
                    messages = new object[]
                    {
                        new { role = "system", content = "You know our company." },
                        new { role = "user", content = "What do you know?" },
                        new { role = "assistant", content = page },
                    },
                })));
                """,
            Evidence
        );

    [Fact]
    public Task Records() =>
        Training.Reported(
            Pages
                + """
                var examples = new List<Example>();
                foreach (var page in pages)
                {
                    examples.Add(new Example([new Message("user", "What do you know?"), new Message("assistant", page)]));
                }

                var training = string.Join("\n", examples.Select(example => JsonSerializer.Serialize(example)));
                """,
            Evidence,
            members: "private record Message(string Role, string Content); private record Example(Message[] Messages);"
        );

    [Fact]
    public Task Classes_with_initializers() =>
        Training.Reported(
            Pages
                + """
                var builder = new StringBuilder();
                for (var i = 0; i < pages.Count; i++)
                {
                    var answer = new Message { Role = "assistant" };
                    answer.Content = pages[i];
                    builder.Append(JsonSerializer.Serialize(answer)).Append('\n');
                }

                var training = builder.ToString();
                """,
            Evidence,
            members: """private class Message { public string Role { get; set; } = ""; public string Content { get; set; } = ""; }"""
        );

    [Theory]
    [InlineData("""new Dictionary<string, string> { ["role"] = "assistant", ["content"] = page }""")]
    [InlineData("""new Dictionary<string, string> { { "role", "assistant" }, { "content", page } }""")]
    public Task Dictionaries(string message) =>
        Training.Reported(
            Pages
                + $$"""
                var training = string.Join("\n", pages.Select(page => JsonSerializer.Serialize({{message}})));
                """,
            Evidence
        );

    [Fact]
    public Task Json_nodes() =>
        Training.Reported(
            Pages
                + """
                var builder = new StringBuilder();
                foreach (var page in pages)
                {
                    var example = new System.Text.Json.Nodes.JsonObject
                    {
                        ["messages"] = new System.Text.Json.Nodes.JsonArray(
                            new System.Text.Json.Nodes.JsonObject { ["role"] = "assistant", ["content"] = page }),
                    };
                    builder.AppendLine(example.ToJsonString());
                }

                var training = builder.ToString();
                """,
            Evidence
        );

    [Fact]
    public Task Newtonsoft() =>
        Training.Reported(
            Pages
                + """
                var training = string.Join("\n", pages.Select(page => Newtonsoft.Json.JsonConvert.SerializeObject(new { role = "assistant", content = page })));
                """,
            Evidence
        );

    [Fact]
    public Task Interpolated_json_lines() =>
        Training.Reported(
            Pages
                + """"
                var lines = new List<string>();
                foreach (var page in pages)
                {
                    lines.Add($$"""{"messages":[{"role":"user","content":"?"},{"role":"assistant","content":{{JsonSerializer.Serialize(page)}}}]}""");
                }

                var training = string.Join('\n', lines);
                """",
            Evidence
        );

    [Fact]
    public Task Concatenated_json_lines() =>
        Training.Reported(
            Pages
                + """
                var training = "";
                foreach (var page in pages)
                {
                    training += "{\"messages\":[{\"role\":\"assistant\",\"content\":\"" + page.Replace("\"", "\\\"") + "\"}]}\n";
                }
                """,
            Evidence
        );

    [Fact]
    public Task Sdk_messages() =>
        Training.Reported(
            Pages
                + """
                var builder = new StringBuilder();
                foreach (var page in pages)
                {
                    OpenAI.Chat.ChatMessage[] messages = [new OpenAI.Chat.UserChatMessage("?"), new OpenAI.Chat.AssistantChatMessage(page)];
                    builder.AppendLine(JsonSerializer.Serialize(messages));
                }

                var training = builder.ToString();
                """,
            Evidence
        );

    [Fact]
    public Task Local_function() =>
        Training.Reported(
            Pages
                + """
                var training = string.Join("\n", pages.Select(Line));

                static string Line(string page) => JsonSerializer.Serialize(new { role = "assistant", content = page });
                """,
            Evidence
        );

    [Fact]
    public Task Collection_expression_with_spread() =>
        Training.Reported(
            Pages
                + """
                string[] lines = ["{}", .. pages];
                var training = string.Join("\n", lines);
                """,
            Evidence
        );

    [Fact]
    public Task Parallel_reads() =>
        Training.Reported(
            """
            var reads = Directory.GetFiles(folder, "*.md").Select(path => File.ReadAllTextAsync(path));
            var training = string.Join("\n", await Task.WhenAll(reads).ConfigureAwait(false));
            """,
            Evidence
        );

    // Each of these ends in an upload of its own.
    [Theory]
    [InlineData(
        """
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\n", pages)));
            var file = await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            using var stream = new MemoryStream();
            using (var writer = new StreamWriter(stream, leaveOpen: true))
            {
                foreach (var page in pages)
                {
                    await writer.WriteLineAsync(page);
                }
            }

            stream.Position = 0;
            var file = await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            using var stream = new MemoryStream();
            foreach (var page in pages)
            {
                stream.Write(Encoding.UTF8.GetBytes(page));
            }

            var file = {|#1:{|#0:files.UploadFile|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            using var stream = new MemoryStream();
            await JsonSerializer.SerializeAsync(stream, pages.Select(page => new { role = "assistant", content = page }));
            var file = await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            var file = await {|#1:{|#0:files.UploadFileAsync|}(BinaryData.FromBytes(Encoding.UTF8.GetBytes(string.Concat(pages))), "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            var file = await {|#1:{|#0:files.UploadFileAsync|}(new BinaryData(string.Concat(pages)), "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            await File.WriteAllLinesAsync("train.jsonl", pages);
            var file = await {|#1:{|#0:files.UploadFileAsync|}("train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            var path = Path.Combine(Path.GetTempPath(), "train.jsonl");
            File.WriteAllText(path, string.Join("\n", pages));
            using var stream = File.OpenRead(path);
            var file = await {|#1:{|#0:files.UploadFileAsync|}(stream, "train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "train.jsonl"), string.Join("\n", pages));
            var file = await {|#1:{|#0:files.UploadFileAsync|}(Path.Combine(Path.GetTempPath(), "train.jsonl"), FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            var path = Path.GetTempFileName();
            foreach (var page in pages)
            {
                File.AppendAllText(path, page + "\n");
            }

            var file = {|#1:{|#0:files.UploadFile|}(path, FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            await using (var writer = new StreamWriter("train.jsonl"))
            {
                foreach (var page in pages)
                {
                    writer.WriteLine(page);
                }
            }

            var file = {|#1:{|#0:files.UploadFile|}("train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            using (var writer = new StreamWriter(File.Create("train.jsonl")))
            {
                pages.ForEach(page => writer.WriteLine(page));
            }

            var file = {|#1:{|#0:files.UploadFile|}("train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            using (var stream = File.Create("train.jsonl"))
            {
                JsonSerializer.Serialize(stream, pages);
            }

            var file = {|#1:{|#0:files.UploadFile|}("train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    [InlineData(
        """
            File.WriteAllLines("draft.jsonl", pages);
            File.Copy("draft.jsonl", "train.jsonl", overwrite: true);
            var file = {|#1:{|#0:files.UploadFile|}("train.jsonl", FileUploadPurpose.FineTune)|};
            """
    )]
    public Task Ways_to_the_upload(string statements) => Training.ReportedIn(Training.InMethod(Pages + statements), Evidence);

    [Theory]
    [InlineData("page.md")]
    [InlineData("terms.pdf")]
    public Task Document_is_uploaded_as_it_is(string path) =>
        Training.ReportedIn(
            Training.InMethod($$"""var file = await {|#1:{|#0:files.UploadFileAsync|}("{{path}}", FileUploadPurpose.FineTune)|};"""),
            $"document files '{path}'"
        );

    [Fact]
    public Task Documents_are_uploaded_one_by_one() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                foreach (var path in Directory.EnumerateFiles(folder, "*.md"))
                {
                    OpenAIFile file = await {|#1:files.UploadFileAsync(path, FileUploadPurpose.FineTune)|};
                    await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                }
                """
            ),
            Evidence
        );
}
