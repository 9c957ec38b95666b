using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Readiness;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Rules.Readiness;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Readiness;

/// <summary>The fix of RAG4001: what it writes for each client, and where it is not offered.</summary>
public sealed class FineTuningWithoutValidationFixTests
{
    [Fact]
    public Task No_options() =>
        Fixed(
            Job.OpenAI(
                """
                // The labelled tickets.
                        OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune); // uploaded once
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Id, waitUntilCompleted: false);
                """
            ),
            Job.OpenAI(
                """
                // The labelled tickets.
                        var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune); // uploaded once
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, waitUntilCompleted: false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task The_id_in_a_local() =>
        Fixed(
            Job.OpenAI(
                """
                var upload = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                        var fileId = upload.Value.Id;
                        await {|RAG4001:fineTuning.FineTuneAsync|}(baseModel: "gpt-4.1-mini", trainingFileId: fileId, waitUntilCompleted: false);
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        var upload = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        var validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        var fileId = upload.Value.Id;
                        await fineTuning.FineTuneAsync(baseModel: "gpt-4.1-mini", trainingFileId: fileId, waitUntilCompleted: false, options: new FineTuningOptions { ValidationFile = validationFile.Value.Id });
                """
            )
        );

    [Fact]
    public Task Comments_on_the_training_file_stay_with_it() =>
        Fixed(
            Job.OpenAI(
                """
                OpenAIFile /* labelled */ file = await files.UploadFileAsync( // once
                            "train.jsonl", /* why */ FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Id, waitUntilCompleted: false);
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile /* labelled */ file = await files.UploadFileAsync( // once
                            BinaryData.FromString(training), "train.jsonl", /* why */ FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(
                            BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, waitUntilCompleted: false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task Options_in_the_call() =>
        Fixed(
            Job.OpenAI(
                """
                var file = files.UploadFile(BinaryData.FromString(folder), "train.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Value.Id, false, new() { Suffix = "tickets" });
                """
            ),
            Job.OpenAI(
                """
                var examples = folder.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        var file = files.UploadFile(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        var validationFile = files.UploadFile(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Value.Id, false, new() { Suffix = "tickets", ValidationFile = validationFile.Value.Id });
                """
            )
        );

    [Fact]
    public Task Options_in_a_local() =>
        Fixed(
            Job.OpenAI(
                """
                OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                        var options = new FineTuningOptions { Suffix = "tickets" };
                        if (folder != "")
                        {
                            await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Id, false, options);
                        }
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        var options = new FineTuningOptions { Suffix = "tickets", ValidationFile = validationFile.Id };
                        if (folder != "")
                        {
                            await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, false, options);
                        }
                """
            )
        );

    [Fact]
    public Task Two_jobs_by_fix_all() =>
        Fixed(
            Job.OpenAI(
                """
                OpenAIFile first = await files.UploadFileAsync("a.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", first.Id, false);
                        OpenAIFile second = await files.UploadFileAsync("data/b.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-nano", second.Id, false, null);
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("a.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile first = await files.UploadFileAsync(BinaryData.FromString(training), "a.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", first.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
                        var labelledExamples = File.ReadAllLines("data/b.jsonl");
                        var trainingExamples = string.Join("\n", labelledExamples.Where((_, i) => i % 10 != 0));
                        var validationExamples = string.Join("\n", labelledExamples.Where((_, i) => i % 10 == 0));
                        OpenAIFile second = await files.UploadFileAsync(BinaryData.FromString(trainingExamples), "b.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationUpload = await files.UploadFileAsync(BinaryData.FromString(validationExamples), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-nano", second.Id, false, new FineTuningOptions { ValidationFile = validationUpload.Id });
                """
            )
        );

    [Fact]
    public Task Top_level_statements() =>
        Fixed(
            """
            using OpenAI.Files;
            using OpenAI.FineTuning;

            var files = new OpenAIFileClient("key");
            OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
            await {|RAG4001:new FineTuningClient("key").FineTuneAsync|}("gpt-4.1-mini", file.Id, false);
            """,
            """
            using OpenAI.Files;
            using OpenAI.FineTuning;

            var files = new OpenAIFileClient("key");
            var examples = File.ReadAllLines("train.jsonl");
            var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
            var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
            OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
            OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
            await new FineTuningClient("key").FineTuneAsync("gpt-4.1-mini", file.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
            """
        );

    [Fact]
    public Task Betalgo() =>
        Fixed(
            Job.Betalgo(
                """
                var file = await ai.Files.FileUpload(UploadFilePurposes.UploadFilePurpose.FineTune, bytes, "train.jsonl");
                        await {|RAG4001:ai.FineTuningJob.CreateFineTuningJob|}(new()
                        {
                            TrainingFile = file.Id,
                            Model = "gpt-4o-mini"
                        });
                """
            ),
            "using System.Text;\n"
                + Job.Betalgo(
                    """
                    var examples = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                            var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                            var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                            var file = await ai.Files.FileUpload(UploadFilePurposes.UploadFilePurpose.FineTune, Encoding.UTF8.GetBytes(training), "train.jsonl");
                            var validationFile = await ai.Files.FileUpload(UploadFilePurposes.UploadFilePurpose.FineTune, Encoding.UTF8.GetBytes(validation), "validation.jsonl");
                            await ai.FineTuningJob.CreateFineTuningJob(new()
                            {
                                TrainingFile = file.Id,
                                Model = "gpt-4o-mini",
                                ValidationFile = validationFile.Id
                            });
                    """
                ),
            ReferenceSets.Betalgo
        );

    /// <summary>A stream that is opened for the upload alone is opened no more.</summary>
    [Theory]
    [InlineData("using var stream = File.OpenRead(folder); // opened", "File.ReadAllLines(folder)")]
    [InlineData(
        "await using Stream stream = new FileInfo(folder).OpenRead(); // opened",
        "File.ReadAllLines(new FileInfo(folder).FullName)"
    )]
    public Task A_stream_in_a_local(string opening, string lines) =>
        Fixed(
            Job.OpenAI(
                $$"""
                Console.WriteLine(folder);
                        {{opening}}
                        OpenAIFile file = await files.UploadFileAsync(stream, "train.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Id, false);
                """
            ),
            Job.OpenAI(
                $$"""
                Console.WriteLine(folder);
                        // opened
                        var examples = {{lines}};
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training).ToStream(), "train.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation).ToStream(), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task Content_of_a_file_and_a_stream() =>
        Fixed(
            Job.OpenAI(
                """
                OpenAIFile file = await files.UploadFileAsync(File.OpenRead(folder + "/train.jsonl"), "train.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Id, false);
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines(folder + "/train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training).ToStream(), "train.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation).ToStream(), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task Arguments_by_name() =>
        Fixed(
            Job.OpenAI(
                """
                OpenAIFile file = await files.UploadFileAsync(purpose: FileUploadPurpose.FineTune, filePath: "train.jsonl");
                        await {|RAG4001:fineTuning.FineTuneAsync|}(trainingFileId: file.Id, baseModel: "gpt-4.1", waitUntilCompleted: false);
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(purpose: FileUploadPurpose.FineTune, file: BinaryData.FromString(training), filename: "train.jsonl");
                        OpenAIFile validationFile = await files.UploadFileAsync(purpose: FileUploadPurpose.FineTune, file: BinaryData.FromString(validation), filename: "validation.jsonl");
                        await fineTuning.FineTuneAsync(trainingFileId: file.Id, baseModel: "gpt-4.1", waitUntilCompleted: false, options: new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task Types_and_locals_of_the_names_that_it_writes() =>
        Verify.FixAsync<FineTuningWithoutValidation, FineTuningWithoutValidationFix>(
            Job.OpenAI(
                """
                object examples = 0, validation = 0, validationFile = 0;
                        var file = files.UploadFile(BinaryData.FromString(folder), "train.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Value.Id, false);
                """
            ),
            Job.OpenAI(
                """
                object examples = 0, validation = 0, validationFile = 0;
                        var labelledExamples = folder.Split('\n', System.StringSplitOptions.RemoveEmptyEntries);
                        var training = string.Join("\n", labelledExamples.Where((_, i) => i % 10 != 0));
                        var validationExamples = string.Join("\n", labelledExamples.Where((_, i) => i % 10 == 0));
                        var file = files.UploadFile(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        var validationUpload = files.UploadFile(BinaryData.FromString(validationExamples), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Value.Id, false, new FineTuningOptions { ValidationFile = validationUpload.Value.Id });
                """
            ),
            setup: new TestSetup { OtherSources = ["internal static class StringSplitOptions { }"] }
        );

    [Fact]
    public Task Upload_and_job_on_one_line() =>
        Fixed(
            Job.OpenAI(
                """
                OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune); /* then */ await {|RAG4001:fineTuning.FineTuneAsync|}("m", file.Id, false);
                """
            ),
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune); /* then */
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("m", file.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task Upload_behind_another_statement() =>
        Fixed(
            Job.OpenAI(
                """
                Console.WriteLine(folder); OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("m", file.Id, false);
                """
            ),
            Job.OpenAI(
                """
                Console.WriteLine(folder);
                        var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("m", file.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    /// <summary>The extension methods of Linq are in scope, whatever is called like their class; unless there are nearer ones.</summary>
    [Theory]
    [InlineData("internal static class Enumerable { }", "examples.Where(")]
    [InlineData(
        "internal static class Enumerable { public static IEnumerable<T> Where<T>(this IEnumerable<T> items, Func<T, int, bool> isWanted) => items; }",
        "System.Linq.Enumerable.Where(examples, "
    )]
    [InlineData(
        "internal static class Lists { public static IEnumerable<T> Where<T>(this T[] items, Func<T, int, bool> isWanted) => items; }",
        "Enumerable.Where(examples, "
    )]
    public Task Own_extensions(string type, string choice) =>
        Verify.FixAsync<FineTuningWithoutValidation, FineTuningWithoutValidationFix>(
            Job.OpenAI(
                """
                OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);
                        await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", file.Id, waitUntilCompleted: false);
                """
            ),
            Job.OpenAI(
                $$"""
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", {{choice}}(_, i) => i % 10 != 0));
                        var validation = string.Join("\n", {{choice}}(_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, waitUntilCompleted: false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            ),
            setup: new TestSetup { OtherSources = [type] }
        );

    [Fact]
    public Task What_the_fix_writes_is_validated_on_other_examples() =>
        Verify.AnalyzerAsync<FineTuningValidatedOnTrainingData>(
            Job.OpenAI(
                """
                var examples = File.ReadAllLines("train.jsonl");
                        var training = string.Join("\n", examples.Where((_, i) => i % 10 != 0));
                        var validation = string.Join("\n", examples.Where((_, i) => i % 10 == 0));
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                        OpenAIFile validationFile = await files.UploadFileAsync(BinaryData.FromString(validation), "validation.jsonl", FileUploadPurpose.FineTune);
                        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, false, new FineTuningOptions { ValidationFile = validationFile.Id });
                """
            )
        );

    [Fact]
    public Task A_client_that_takes_files_by_their_path_alone() =>
        Verify.NoFixAsync<FineTuningWithoutValidation, FineTuningWithoutValidationFix>(
            Job.OpenAIDotNet(
                """
                var file = await files.UploadFileAsync("train.jsonl", "fine-tune");
                        var request = new CreateFineTuneJobRequest("gpt-4o", file.Id);
                        await {|RAG4001:fineTuning.CreateJobAsync|}(request);
                """
            ),
            DocumentedSdks.OpenAIDotNetAlone
        );

    [Theory]
    [InlineData("""await {|RAG4001:fineTuning.FineTuneAsync|}("m", folder, false);""")]
    [InlineData(
        """await {|RAG4001:fineTuning.FineTuneAsync|}("m", (await files.UploadFileAsync("t.jsonl", FileUploadPurpose.FineTune)).Value.Id, false);"""
    )]
    [InlineData(
        """OpenAIFile file; file = await files.UploadFileAsync("t.jsonl", FileUploadPurpose.FineTune); await {|RAG4001:fineTuning.FineTuneAsync|}("m", file.Id, false);"""
    )]
    // Uploaded for another purpose: what is held back would be, too.
    [InlineData(
        """OpenAIFile file = await files.UploadFileAsync("t.jsonl", FileUploadPurpose.Batch); await {|RAG4001:fineTuning.FineTuneAsync|}("m", file.Id, false);"""
    )]
    [InlineData("""var id = await UploadAsync(); await {|RAG4001:fineTuning.FineTuneAsync|}("m", id, false);""")]
    [InlineData(
        """OpenAIFile file = await files.UploadFileAsync("t.jsonl", FileUploadPurpose.FineTune); await {|RAG4001:fineTuning.FineTuneAsync|}(BinaryContent.Create(BinaryData.FromObjectAsJson(new { training_file = file.Id })), false, options: null);"""
    )]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<FineTuningWithoutValidation, FineTuningWithoutValidationFix>(
            Job.OpenAI(
                statements,
                """private async Task<string> UploadAsync() { OpenAIFile file = await files.UploadFileAsync("t.jsonl", FileUploadPurpose.FineTune); return file.Id; }"""
            )
        );

    private static Task Fixed(string before, string after, ImmutableArray<MetadataReference> references = default) =>
        Verify.FixAsync<FineTuningWithoutValidation, FineTuningWithoutValidationFix>(before, after, references);
}
