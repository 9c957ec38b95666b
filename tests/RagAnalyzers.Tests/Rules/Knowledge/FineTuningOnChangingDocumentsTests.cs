using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001: which jobs are meant, in every version of the client, and where the finding sits.</summary>
public sealed class FineTuningOnChangingDocumentsTests
{
    private const string Evidence = "document files 'page.md'";

    private static ImmutableArray<MetadataReference> References(string version) =>
        version switch
        {
            "2.1.0" => ReferenceSets.OpenAI21,
            "2.10.0" => ReferenceSets.OpenAI210,
            _ => ReferenceSets.Latest,
        };

    [Theory]
    [InlineData("2.10.0")]
    [InlineData("2.15.0")]
    public Task Typed_job(string version) =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile file = await {|#1:files.UploadFileAsync("page.md", FileUploadPurpose.FineTune)|};
                FineTuningJob job = await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            ),
            Evidence,
            References(version)
        );

    [Fact]
    public Task Synchronous_job() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var file = {|#1:files.UploadFile("page.md", FileUploadPurpose.FineTune)|};
                var job = {|#0:fineTuning.FineTune|}("gpt-4.1-mini-2025-04-14", file.Value.Id, waitUntilCompleted: true);
                await Task.Yield();
                """
            ),
            Evidence
        );

    [Fact]
    public Task Named_arguments_in_any_order() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile file = await {|#1:files.UploadFileAsync(purpose: FileUploadPurpose.FineTune, filePath: "page.md")|};
                await {|#0:fineTuning.FineTuneAsync|}(waitUntilCompleted: false, trainingFileId: file.Id, baseModel: "gpt-4.1-mini-2025-04-14");
                """
            ),
            Evidence
        );

    [Theory]
    [InlineData("2.1.0", "CreateFineTuningJobAsync", "")]
    [InlineData("2.10.0", "FineTuneAsync", ", options: null")]
    [InlineData("2.15.0", "FineTuneAsync", ", options: null")]
    public Task Job_of_an_untyped_body(string version, string method, string options) =>
        Training.ReportedIn(
            Training.InMethod(
                $$"""
                var file = await {|#1:files.UploadFileAsync("page.md", FileUploadPurpose.FineTune)|};
                var body = System.ClientModel.BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "gpt-4o-mini-2024-07-18", training_file = file.Value.Id }));
                var job = await {|#0:fineTuning.{{method}}|}(body, waitUntilCompleted: false{{options}});
                """
            ),
            Evidence,
            References(version)
        );

    [Theory]
    [InlineData("BinaryData.FromString($\"{{\\\"model\\\":\\\"gpt-4o-mini\\\",\\\"training_file\\\":\\\"{file.Value.Id}\\\"}}\")")]
    [InlineData("""BinaryData.FromString(JsonSerializer.Serialize(new { model = "gpt-4o-mini", training_file = file.Value.Id }))""")]
    [InlineData(
        """BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(new { model = "gpt-4o-mini", training_file = file.Value.Id }))"""
    )]
    [InlineData(
        """BinaryData.FromObjectAsJson(new Dictionary<string, object> { ["model"] = "gpt-4o-mini", ["training_file"] = file.Value.Id })"""
    )]
    [InlineData("""new BinaryData(new { model = "gpt-4o-mini", training_file = file.Value.Id })""")]
    public Task Forms_of_the_untyped_body(string body) =>
        Training.ReportedIn(
            Training.InMethod(
                $$"""
                var file = {|#1:files.UploadFile("page.md", FileUploadPurpose.FineTune)|};
                using var content = System.ClientModel.BinaryContent.Create({{body}});
                var job = {|#0:fineTuning.CreateFineTuningJob|}(content, waitUntilCompleted: false);
                await Task.Yield();
                """
            ),
            Evidence,
            ReferenceSets.OpenAI21
        );

    [Theory]
    [InlineData("2.1.0")]
    [InlineData("2.10.0")]
    [InlineData("2.15.0")]
    public Task Upload_whose_job_is_elsewhere(string version) =>
        Training.ReportedIn(
            Training.InMethod("""await {|#1:{|#0:files.UploadFileAsync|}("page.md", FileUploadPurpose.FineTune)|};"""),
            Evidence,
            References(version)
        );

    [Fact]
    public Task Job_that_the_flow_does_not_reach() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                await {|#1:{|#0:files.UploadFileAsync|}("page.md", FileUploadPurpose.FineTune)|};
                await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", folder, waitUntilCompleted: false);
                """
            ),
            Evidence
        );

    [Fact]
    public Task Job_that_waits_for_the_file() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile file = await {|#1:files.UploadFileAsync("page.md", FileUploadPurpose.FineTune)|};
                while (!File.Exists(file.Id))
                {
                    await Task.Delay(1000);
                    file = await files.GetFileAsync(file.Id);
                }

                string id = file.Id;
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", id, waitUntilCompleted: false);
                """
            ),
            Evidence
        );

    [Fact]
    public Task Top_level_statements() =>
        Training.ReportedIn(
            """
            using OpenAI.Files;
            using OpenAI.FineTuning;

            var files = new OpenAIFileClient("key");
            var fineTuning = new FineTuningClient("key");
            var page = await File.ReadAllTextAsync("page.md");
            OpenAIFile file = {|#1:files.UploadFile(BinaryData.FromString(page), "train.jsonl", FileUploadPurpose.FineTune)|};
            await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
            """,
            Evidence
        );

    [Fact]
    public Task Clients_of_a_client() =>
        Training.ReportedIn(
            """
            using OpenAI;
            using OpenAI.Files;

            var client = new OpenAIClient("key");
            var upload = await {|#1:client.GetOpenAIFileClient().UploadFileAsync("page.md", FileUploadPurpose.FineTune)|};
            await {|#0:client.GetFineTuningClient().FineTuneAsync|}("gpt-4.1-mini-2025-04-14", upload.Value.Id, false);
            """,
            Evidence
        );

    [Fact]
    public Task Upload_in_a_local_function() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var file = await UploadAsync(File.ReadAllText("page.md"));
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);

                async Task<OpenAIFile> UploadAsync(string text) =>
                    await {|#1:files.UploadFileAsync(BinaryData.FromString(text), "train.jsonl", FileUploadPurpose.FineTune)|};
                """
            ),
            Evidence
        );

    [Fact]
    public Task One_file_for_several_jobs_is_one_mistake() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile file = await {|#1:files.UploadFileAsync("page.md", FileUploadPurpose.FineTune)|};
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                await fineTuning.FineTuneAsync("gpt-4.1-nano-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            ),
            Evidence
        );

    [Fact]
    public Task One_job_with_a_choice_of_files_is_one_mistake() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile file = folder == ""
                    ? await {|#1:files.UploadFileAsync("page.md", FileUploadPurpose.FineTune)|}
                    : await {|#2:files.UploadFileAsync("other.md", FileUploadPurpose.FineTune)|};
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            ),
            Evidence + ", document files 'other.md'",
            uploads: 2
        );

    [Fact]
    public Task Validation_file_is_judged_for_itself() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile training = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                OpenAIFile validation = await {|#1:{|#0:files.UploadFileAsync|}("page.md", FileUploadPurpose.FineTune)|};
                await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", training.Id, waitUntilCompleted: false, new FineTuningOptions { ValidationFile = validation.Id });
                """
            ),
            Evidence
        );

    [Fact]
    public Task Training_and_validation_on_documents_are_one_mistake() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile training = await {|#1:files.UploadFileAsync("page.md", FileUploadPurpose.FineTune)|};
                OpenAIFile validation = await files.UploadFileAsync("page.md", FileUploadPurpose.FineTune);
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", training.Id, waitUntilCompleted: false, new FineTuningOptions { ValidationFile = validation.Id });
                """
            ),
            Evidence
        );

    [Fact]
    public Task Validation_file_of_an_untyped_body_is_judged_for_itself() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile training = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                OpenAIFile validation = await {|#1:{|#0:files.UploadFileAsync|}("page.md", FileUploadPurpose.FineTune)|};
                var body = System.ClientModel.BinaryContent.Create(BinaryData.FromObjectAsJson(new { training_file = training.Id, validation_file = validation.Id }));
                await fineTuning.CreateFineTuningJobAsync(body, waitUntilCompleted: false);
                """
            ),
            Evidence,
            ReferenceSets.OpenAI21
        );
}
