namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001: which uploads are meant.</summary>
public sealed class FineTuningOnChangingDocumentsUploadsTests
{
    private const string Evidence = "document files 'page.md'";

    [Theory]
    [InlineData("FileUploadPurpose.FineTune")]
    [InlineData("\"fine-tune\"")]
    [InlineData("new FileUploadPurpose(\"fine-tune\")")]
    [InlineData("purpose")]
    public Task Purpose_is_fine_tuning(string purpose) =>
        Training.ReportedIn(
            Training.InMethod(
                $$"""
                var purpose = FileUploadPurpose.FineTune;
                await {|#1:{|#0:files.UploadFileAsync|}("page.md", {{purpose}})|};
                Console.WriteLine(purpose);
                """
            ),
            Evidence
        );

    [Theory]
    [InlineData("FileUploadPurpose.Assistants")]
    [InlineData("FileUploadPurpose.UserData")]
    [InlineData("\"assistants\"")]
    [InlineData("new FileUploadPurpose(\"assistants\")")]
    [InlineData("purpose")]
    [InlineData("folder == \"\" ? FileUploadPurpose.FineTune : FileUploadPurpose.Assistants")]
    [InlineData("folder")]
    public Task Purpose_is_another_or_unknown(string purpose) =>
        Training.SilentIn(
            Training.InMethod(
                $$"""
                var purpose = Enum.GetNames<DayOfWeek>()[0];
                await files.UploadFileAsync("page.md", {{purpose}});
                """
            )
        );

    [Fact]
    public Task Job_says_what_an_unknown_purpose_does_not() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile file = await {|#1:files.UploadFileAsync("page.md", folder)|};
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            ),
            Evidence
        );

    [Fact]
    public Task Derived_client_is_the_client() =>
        Training.ReportedIn(
            """
            using OpenAI.Files;

            public class LoggingFileClient : OpenAIFileClient;

            public class C(LoggingFileClient files)
            {
                public object Run() => {|#1:{|#0:files.UploadFile|}("page.md", FileUploadPurpose.FineTune)|};
            }
            """,
            Evidence
        );

    [Fact]
    public Task Clients_that_are_only_named_alike() =>
        Training.SilentIn(
            """
            namespace Mine
            {
                public static class FileUploadPurpose { public const string FineTune = "fine-tune"; }
                public class OpenAIFileClient { public string UploadFile(string filePath, string purpose) => filePath + purpose; }
                public class FineTuningClient { public void FineTune(string baseModel, string trainingFileId, bool waitUntilCompleted) { } }

                public class C(OpenAIFileClient files, FineTuningClient fineTuning)
                {
                    public void Run()
                    {
                        foreach (var path in Directory.EnumerateFiles("handbook", "*.md"))
                        {
                            var file = files.UploadFile(path, FileUploadPurpose.FineTune);
                            fineTuning.FineTune("gpt-4.1-mini", file, false);
                        }
                    }
                }
            }
            """
        );

    [Fact]
    public Task Data_from_elsewhere_is_unknown() =>
        Training.SilentIn(
            Training.InMethod(
                """
                await files.UploadFileAsync(folder, FileUploadPurpose.FineTune);
                await files.UploadFileAsync(BinaryData.FromString(Load("page.md")), "train.jsonl", FileUploadPurpose.FineTune);
                await files.UploadFileAsync(_stream, "train.jsonl", FileUploadPurpose.FineTune);
                """,
                """
                private readonly Stream _stream = Stream.Null;
                private static string Load(string name) => name;
                """
            )
        );
}
