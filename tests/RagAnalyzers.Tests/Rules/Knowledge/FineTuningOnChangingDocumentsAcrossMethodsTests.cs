using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 follows training data through the methods of the program.</summary>
public sealed class FineTuningOnChangingDocumentsAcrossMethodsTests
{
    private const string Evidence = "document files '*.md'";

    [Fact]
    public Task Documents_are_read_in_another_method() =>
        Training.Reported(
            "var training = string.Join(\"\\n\", LoadPages(folder));",
            Evidence,
            """private static IEnumerable<string> LoadPages(string root) => Directory.EnumerateFiles(root, "*.md").Select(path => File.ReadAllText(path));"""
        );

    [Fact]
    public Task Documents_are_yielded_by_another_method() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            await foreach (var line in LinesAsync(folder))
            {
                builder.AppendLine(line);
            }

            var training = builder.ToString();
            """,
            Evidence,
            """
            private static async IAsyncEnumerable<string> LinesAsync(string root)
            {
                foreach (var path in Directory.GetFiles(root, "*.md"))
                {
                    yield return JsonSerializer.Serialize(new { role = "assistant", content = await File.ReadAllTextAsync(path) });
                }
            }
            """
        );

    [Fact]
    public Task Examples_are_made_in_another_method() =>
        Training.Reported(
            """
            var texts = Directory.EnumerateFiles(folder, "*.md").Select(path => File.ReadAllText(path));
            var training = Format(texts);
            """,
            Evidence,
            """private static string Format(IEnumerable<string> texts) => string.Join("\n", texts.Select(text => JsonSerializer.Serialize(new { role = "assistant", content = text })));"""
        );

    [Fact]
    public Task Documents_are_read_by_another_class() =>
        Training.Reported(
            "var training = await source.LoadAsync();",
            Evidence,
            """
            public required ISource source;

            public interface ISource { Task<string> LoadAsync(); }

            public sealed class PageSource(string root) : ISource
            {
                public async Task<string> LoadAsync()
                {
                    var builder = new StringBuilder();
                    foreach (var path in Directory.EnumerateFiles(root, "*.md"))
                    {
                        builder.AppendLine(await File.ReadAllTextAsync(path));
                    }

                    return builder.ToString();
                }
            }
            """
        );

    [Fact]
    public Task Training_file_is_written_by_another_method() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var path = await WriteAsync(folder);
                OpenAIFile file = await {|#1:files.UploadFileAsync(path, FileUploadPurpose.FineTune)|};
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """,
                """
                private static async Task<string> WriteAsync(string root)
                {
                    var path = Path.Combine(root, "train.jsonl");
                    await using var writer = new StreamWriter(path);
                    foreach (var page in Directory.EnumerateFiles(root, "*.md"))
                    {
                        await writer.WriteLineAsync(await File.ReadAllTextAsync(page));
                    }

                    return path;
                }
                """
            ),
            Evidence
        );

    [Fact]
    public Task Upload_is_a_method_that_visible_callers_feed() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var texts = Directory.EnumerateFiles(folder, "*.md").Select(path => File.ReadAllText(path));
                await StartAsync(string.Join("\n", texts), "pages");
                """,
                """
                private async Task StartAsync(string lines, string suffix)
                {
                    OpenAIFile file = await {|#1:files.UploadFileAsync(BinaryData.FromString(lines), "train.jsonl", FileUploadPurpose.FineTune)|};
                    await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, false, new FineTuningOptions { Suffix = suffix });
                }
                """
            ),
            Evidence
        );

    [Fact]
    public Task Job_is_started_in_another_method() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var id = await UploadAsync(folder);
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", id, waitUntilCompleted: false);
                """,
                """
                private async Task<string> UploadAsync(string root)
                {
                    var lines = Directory.EnumerateFiles(root, "*.md").Select(path => File.ReadAllText(path));
                    OpenAIFile file = await {|#1:files.UploadFileAsync(BinaryData.FromString(string.Join("\n", lines)), "train.jsonl", FileUploadPurpose.FineTune)|};
                    return file.Id;
                }
                """
            ),
            Evidence
        );

    [Fact]
    public Task Labels_come_from_another_method() =>
        Training.Silent(
            """
            var tickets = Directory.EnumerateFiles(folder, "*.txt").Select(Read);
            var training = string.Join("\n", tickets.Select(ticket => ToLine(ticket)));
            """,
            """
            private record Ticket(string Text, string Label);
            private static Ticket Read(string path) => new(File.ReadAllText(path), Path.GetFileName(Path.GetDirectoryName(path))!);
            private static string ToLine(Ticket ticket) => JsonSerializer.Serialize(new { messages = new[] { Message("user", ticket.Text), Message("assistant", ticket.Label) } });
            private static object Message(string role, string content) => new { role, content };
            """
        );

    // Others may call it too, so what it is fed is not known.
    [Fact]
    public Task Upload_is_a_method_of_a_library() =>
        Training.SilentIn(
            Training.InMethod(
                """
                await StartAsync(File.ReadAllText("page.md"));
                """,
                """
                public async Task StartAsync(string lines) =>
                    await files.UploadFileAsync(BinaryData.FromString(lines), "train.jsonl", FileUploadPurpose.FineTune);
                """
            )
        );

    [Fact]
    public Task Method_that_reads_documents_for_something_else() =>
        Training.Silent(
            """
            var training = Describe(folder);
            """,
            """
            private static string Describe(string text)
            {
                foreach (var path in Directory.EnumerateFiles(text, "*.md"))
                {
                    Console.WriteLine(File.ReadAllText(path));
                }

                return text;
            }
            """
        );

    [Fact]
    public Task Method_that_calls_itself() =>
        Training.Reported(
            "var training = Load(folder);",
            Evidence,
            """
            private static string Load(string root)
                => string.Concat(Directory.EnumerateFiles(root, "*.md").Select(path => File.ReadAllText(path))) + string.Concat(Directory.GetDirectories(root).Select(inner => Load(inner)));
            """
        );

    [Fact]
    public Task Finding_in_each_of_two_methods() =>
        Verify.AnalyzerAsync<FineTuningOnChangingDocuments>(
            Training.InMethod(
                """await {|RAG1001:files.UploadFileAsync|}("a.md", FileUploadPurpose.FineTune);""",
                """private object Other() => {|RAG1001:files.UploadFile|}("b.md", FileUploadPurpose.FineTune);"""
            )
        );
}
