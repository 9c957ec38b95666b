using RagAnalyzers.CodeFixes.Readiness;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Rules.Readiness;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Readiness;

/// <summary>The fix of RAG4005: the one expression that decides.</summary>
public sealed class WrongTrainingFileFixTests
{
    [Theory]
    [InlineData("FileUploadPurpose.Assistants", "FileUploadPurpose.FineTune")]
    [InlineData("OpenAI.Files.FileUploadPurpose.UserData", "OpenAI.Files.FileUploadPurpose.FineTune")]
    public Task Purpose(string before, string after) =>
        Fixed(
            $$"""OpenAIFile file = await {|RAG4005:files.UploadFileAsync|}("train.jsonl", /* why */ {{before}}); await fineTuning.FineTuneAsync("m", file.Id, false);""",
            $$"""OpenAIFile file = await files.UploadFileAsync("train.jsonl", /* why */ {{after}}); await fineTuning.FineTuneAsync("m", file.Id, false);"""
        );

    [Fact]
    public Task Name_of_content() =>
        Fixed(
            """await {|RAG4005:files.UploadFileAsync|}(BinaryData.FromString(folder), "tickets.2024.json", FileUploadPurpose.FineTune); await {|RAG4005:files.UploadFileAsync|}(BinaryData.FromString(folder), "b.csv", FileUploadPurpose.FineTune);""",
            """await files.UploadFileAsync(BinaryData.FromString(folder), "tickets.2024.jsonl", FileUploadPurpose.FineTune); await files.UploadFileAsync(BinaryData.FromString(folder), "b.jsonl", FileUploadPurpose.FineTune);"""
        );

    [Fact]
    public Task Text_of_a_purpose() =>
        Verify.FixAsync<WrongTrainingFile, WrongTrainingFileFix>(
            Job.OpenAIDotNet(
                """var file = await {|RAG4005:files.UploadFileAsync|}("train.jsonl", "assistants"); await fineTuning.CreateJobAsync(new CreateFineTuneJobRequest("m", file));"""
            ),
            Job.OpenAIDotNet(
                """var file = await files.UploadFileAsync("train.jsonl", "fine-tune"); await fineTuning.CreateJobAsync(new CreateFineTuneJobRequest("m", file));"""
            ),
            DocumentedSdks.OpenAIDotNetAlone
        );

    [Theory]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}("train.json", FileUploadPurpose.FineTune);""")]
    [InlineData(
        """await {|RAG4005:files.UploadFileAsync|}(BinaryData.FromString(folder), folder + ".json", FileUploadPurpose.FineTune);"""
    )]
    [InlineData(
        """var purpose = FileUploadPurpose.Batch; OpenAIFile file = await {|RAG4005:files.UploadFileAsync|}("train.jsonl", purpose); await fineTuning.FineTuneAsync("m", file.Id, false);"""
    )]
    public Task Not_offered(string statements) => Verify.NoFixAsync<WrongTrainingFile, WrongTrainingFileFix>(Job.OpenAI(statements));

    private static Task Fixed(string before, string after) =>
        Verify.FixAsync<WrongTrainingFile, WrongTrainingFileFix>(
            TestSources.AmongLongLines(Job.OpenAI(before)),
            TestSources.AmongLongLines(Job.OpenAI(after))
        );
}
