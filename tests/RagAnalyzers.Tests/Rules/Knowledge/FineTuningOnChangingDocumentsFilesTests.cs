namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 on document files: which are, how they are found, and what is done with them on their way.</summary>
public sealed class FineTuningOnChangingDocumentsFilesTests
{
    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("a.html")]
    [InlineData("a.htm")]
    [InlineData("a.rst")]
    [InlineData("a.adoc")]
    [InlineData("a.pptx")]
    [InlineData("a.xlsx")]
    [InlineData("A.MD")]
    [InlineData("../some where/a b.md")]
    public Task Document_file_is_read(string path) =>
        Training.Reported($"""var training = File.ReadAllText("{path}");""", $"document files '{path}'");

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.json")]
    [InlineData("a.csv")]
    [InlineData("a.cs")]
    [InlineData("md")]
    [InlineData("a.md.jsonl")]
    public Task Other_file_is_read(string path) => Training.Silent($"""var training = File.ReadAllText("{path}");""");

    [Theory]
    [InlineData("File.ReadAllText(\"a.md\")")]
    [InlineData("await File.ReadAllTextAsync(\"a.md\")")]
    [InlineData("string.Join(\"\\n\", File.ReadLines(\"a.md\"))")]
    [InlineData("string.Join(\"\\n\", await File.ReadAllLinesAsync(\"a.md\"))")]
    [InlineData("Encoding.UTF8.GetString(File.ReadAllBytes(\"a.md\"))")]
    [InlineData("File.OpenText(\"a.md\").ReadToEnd()")]
    [InlineData("new StreamReader(\"a.md\").ReadToEnd()")]
    [InlineData("new StreamReader(File.OpenRead(\"a.md\")).ReadToEnd()")]
    [InlineData("new StreamReader(new FileStream(\"a.md\", FileMode.Open)).ReadToEnd()")]
    [InlineData("new FileInfo(\"a.md\").OpenText().ReadToEnd()")]
    public Task Every_way_of_reading_counts(string read) => Training.Reported($"var training = {read};", "document files 'a.md'");

    [Fact]
    public Task Name_of_the_file_is_a_constant_elsewhere() =>
        Training.Reported(
            "var training = File.ReadAllText(Path.Combine(folder, Source));",
            "document files 'terms.pdf'",
            members: """private const string Source = "terms.pdf";"""
        );

    [Fact]
    public Task Name_of_the_file_is_put_together() =>
        Training.Reported(
            """
            var name = DateTime.Now.Year.ToString();
            var training = File.ReadAllText($"{folder}/{name}.txt");
            """,
            "document files '.txt'"
        );

    [Theory]
    [InlineData("Directory.EnumerateFiles(folder, \"*.md\")")]
    [InlineData("Directory.GetFiles(folder, \"*.md\", SearchOption.AllDirectories)")]
    [InlineData("Directory.GetFiles(folder, \"*.md\").OrderBy(path => path).Take(100)")]
    [InlineData("from path in Directory.GetFiles(folder, \"*.md\") where path.Length > 4 select path")]
    [InlineData("new DirectoryInfo(folder).EnumerateFiles(\"*.md\").Select(file => file.FullName)")]
    public Task Documents_are_enumerated(string enumeration) =>
        Training.Reported(
            $$"""
            var builder = new StringBuilder();
            foreach (var page in {{enumeration}})
            {
                var text = await File.ReadAllTextAsync(page);
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = text } } }));
            }

            var training = builder.ToString();
            """,
            "document files '*.md'"
        );

    [Theory]
    [InlineData("file.EndsWith(\".md\")")]
    [InlineData("file.EndsWith(\".md\", StringComparison.OrdinalIgnoreCase) && new FileInfo(file).Length > 0")]
    [InlineData("Path.GetExtension(file) == \".md\"")]
    [InlineData("Path.GetExtension(file) is \".md\"")]
    [InlineData("\".md\".Equals(Path.GetExtension(file), StringComparison.OrdinalIgnoreCase)")]
    [InlineData("!(Path.GetExtension(file) != \".md\")")]
    public Task Documents_are_picked_by_extension(string predicate) =>
        Training.Reported(
            $$"""
            var texts = Directory.EnumerateFiles(folder).Where(file => {{predicate}}).Select(file => File.ReadAllText(file));
            var training = string.Join("\n", texts);
            """,
            "document files '.md'"
        );

    [Theory]
    [InlineData("if (Path.GetExtension(path) == \".md\") { builder.AppendLine(File.ReadAllText(path)); }")]
    [InlineData("if (path.EndsWith(\".md\")) builder.AppendLine(File.ReadAllText(path));")]
    [InlineData("if (!path.EndsWith(\".md\")) continue; builder.AppendLine(File.ReadAllText(path));")]
    [InlineData("if (Path.GetExtension(path) is not \".md\") { continue; } builder.AppendLine(File.ReadAllText(path));")]
    public Task Documents_are_picked_by_a_condition(string statements) =>
        Training.Reported(
            $$"""
            var builder = new StringBuilder();
            foreach (var path in Directory.EnumerateFiles(folder))
            {
                {{statements}}
            }

            var training = builder.ToString();
            """,
            "document files '.md'"
        );

    [Fact]
    public Task Documents_are_picked_from_a_list_of_extensions() =>
        Training.Reported(
            """
            var extensions = new[] { ".pdf", ".docx" };
            var paths = Directory.EnumerateFiles(folder).Where(path => extensions.Contains(Path.GetExtension(path)));
            var training = string.Join("\n", paths.Select(File.ReadAllText));
            """,
            "document files '.pdf', document files '.docx'"
        );

    [Theory]
    [InlineData("Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(\".md\"))")]
    [InlineData("Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) != \".txt\")")]
    [InlineData("Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is not \".md\")")]
    [InlineData("Directory.EnumerateFiles(folder, \"*.json\")")]
    [InlineData("Directory.EnumerateFiles(folder)")]
    public Task Other_files_are_enumerated(string enumeration) =>
        Training.Silent($$"""var training = string.Join("\n", {{enumeration}}.Select(file => File.ReadAllText(file)));""");

    [Fact]
    public Task Documents_are_skipped_by_a_condition() =>
        Training.Silent(
            """
            var builder = new StringBuilder();
            foreach (var path in Directory.EnumerateFiles(folder))
            {
                if (path.EndsWith(".md"))
                {
                    continue;
                }

                builder.AppendLine(File.ReadAllText(path));
            }

            var training = builder.ToString();
            """
        );

    [Fact]
    public Task A_library_reads_the_document() =>
        Training.Reported(
            """
            using var document = UglyToad.PdfPig.PdfDocument.Open("terms.pdf");
            var training = string.Join("\n", document.GetPages().Select(page => page.Text));
            """,
            "document files 'terms.pdf'",
            libraries: Libraries.Pdf
        );

    // "What does a model make of it" is still what the document says.
    [Fact]
    public Task A_model_writes_the_examples_from_documents() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            foreach (var path in Directory.EnumerateFiles(folder, "*.md"))
            {
                OpenAI.Chat.ChatCompletion questions = await chat.CompleteChatAsync($"Write ten questions and answers about this text: {File.ReadAllText(path)}");
                builder.AppendLine(questions.Content[0].Text);
            }

            var training = builder.ToString();
            """,
            "document files '*.md'",
            members: """private readonly OpenAI.Chat.ChatClient chat = new("gpt-4.1", "key");"""
        );

    [Fact]
    public Task Text_file_that_the_program_writes_itself_is_no_document() =>
        Training.SilentIn(
            Training.InMethod(
                """
                File.WriteAllLines("train.txt", Array.Empty<string>());
                using var stream = File.OpenRead("train.txt");
                var file = await files.UploadFileAsync(stream, "train.txt", FileUploadPurpose.FineTune);
                """
            )
        );

    [Fact]
    public Task Name_of_the_upload_alone_is_no_document() =>
        Training.SilentIn(
            Training.InMethod(
                """
                var file = await files.UploadFileAsync(BinaryData.FromString(folder), "train.txt", FileUploadPurpose.FineTune);
                """
            )
        );

    [Fact]
    public Task Document_that_is_read_but_not_trained_on() =>
        Training.Silent(
            """
            var readme = File.ReadAllText("readme.md");
            foreach (var page in Directory.EnumerateFiles(folder, "*.md"))
            {
                Console.WriteLine(File.ReadAllText(page) + readme);
            }

            var training = JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = folder } } });
            """
        );

    [Fact]
    public Task Document_written_to_another_file() =>
        Training.SilentIn(
            Training.InMethod(
                """
                File.WriteAllText("pages.jsonl", File.ReadAllText("page.md"));
                File.WriteAllText("train.jsonl", folder);
                var file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                """
            )
        );

    [Fact]
    public Task Document_written_to_a_file_of_the_same_name_in_another_folder() =>
        Training.SilentIn(
            Training.InMethod(
                """
                var other = folder.Length.ToString();
                File.WriteAllText(Path.Combine(other, "train.jsonl"), File.ReadAllText("page.md"));
                var file = await files.UploadFileAsync(Path.Combine(folder, "train.jsonl"), FileUploadPurpose.FineTune);
                """
            )
        );

    [Fact]
    public Task Two_places_of_one_array_are_two_files() =>
        Training.SilentIn(
            """
            using OpenAI.Files;

            var files = new OpenAIFileClient("key");
            File.WriteAllText(args[1], File.ReadAllText("page.md"));
            var file = files.UploadFile(args[0], FileUploadPurpose.FineTune);
            """
        );
}
