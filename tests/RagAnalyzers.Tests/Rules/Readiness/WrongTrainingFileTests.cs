using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Readiness;

/// <summary>RAG4005: names and purposes that a fine-tuning job certainly does not take.</summary>
public sealed class WrongTrainingFileTests
{
    [Theory]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}("train.json", FileUploadPurpose.FineTune);""")]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}(Path.Combine(folder, "train.csv"), FileUploadPurpose.FineTune);""")]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}($"{folder}/train.json", FileUploadPurpose.FineTune);""")]
    [InlineData("""var path = folder + ".json"; {|RAG4005:files.UploadFile|}(path, FileUploadPurpose.FineTune); await Task.Yield();""")]
    [InlineData("""var path = $"{folder}.json"; {|RAG4005:files.UploadFile|}(path, FileUploadPurpose.FineTune); await Task.Yield();""")]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}(BinaryData.FromString(folder), "train.txt", FileUploadPurpose.FineTune);""")]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}("data/training_data.txt", FileUploadPurpose.FineTune);""")]
    [InlineData(
        """OpenAIFile file = await {|RAG4005:files.UploadFileAsync|}("train.jsonl", FileUploadPurpose.Assistants); await fineTuning.FineTuneAsync("m", file.Id, false);"""
    )]
    [InlineData(
        """OpenAIFile file = await {|RAG4005:files.UploadFileAsync|}("train.json", FileUploadPurpose.Batch); await fineTuning.FineTuneAsync("m", file.Id, false);"""
    )]
    [InlineData(
        """OpenAIFile file = await {|RAG4005:files.UploadFileAsync|}("train.jsonl", new FileUploadPurpose("user_data")); await fineTuning.FineTuneAsync("m", folder, false, new() { ValidationFile = file.Id });"""
    )]
    [InlineData("""var id = await AssistantAsync(); await fineTuning.FineTuneAsync("m", id, false);""")]
    [InlineData("""var id = await UploadAsync("train.csv"); await {|RAG4005:fineTuning.FineTuneAsync|}("m", id, false);""")]
    public Task Wrong(string statements) =>
        Job.Check<WrongTrainingFile>(
            Job.OpenAI(statements, Members + (statements.Contains("AssistantAsync", StringComparison.Ordinal) ? Wrongly : Rightly))
        );

    [Theory]
    [InlineData("""await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync("train.JSONL", FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync("train", FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync(folder, FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync("train." + folder, FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync("train.json.gz", FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync(Path.ChangeExtension("train.json", ".jsonl"), FileUploadPurpose.FineTune);""")]
    [InlineData("""await files.UploadFileAsync("train.json", FileUploadPurpose.Assistants);""")]
    [InlineData(
        """OpenAIFile file = await files.UploadFileAsync("manual.pdf", FileUploadPurpose.Assistants); await fineTuning.FineTuneAsync("m", folder, false);"""
    )]
    [InlineData("""await files.UploadFileAsync(folder == "" ? "a.json" : "a.jsonl", FileUploadPurpose.FineTune);""")]
    [InlineData("""var id = await UploadAsync("train.jsonl"); await fineTuning.FineTuneAsync("m", id, false);""")]
    [InlineData("""var path = "train.json"; path = Convert(path); await files.UploadFileAsync(path, FileUploadPurpose.FineTune);""")]
    public Task Right_or_unknown(string statements) => Job.Check<WrongTrainingFile>(Job.OpenAI(statements, Members + Rightly));

    // That is RAG1001: the document belongs into an index.
    [Fact]
    public Task Document_uploaded_as_it_is() =>
        Job.Check<WrongTrainingFile>(Job.OpenAI("""await files.UploadFileAsync("handbook.md", FileUploadPurpose.FineTune);"""));

    [Theory]
    [InlineData("""await {|RAG4005:ai.Files.UploadFile|}("fine-tune", bytes, "train.json");""")]
    [InlineData("""await {|RAG4005:ai.Files.FileUpload|}(UploadFilePurposes.UploadFilePurpose.FineTune, bytes, "train.csv");""")]
    [InlineData(
        """var file = await {|RAG4005:ai.Files.FileUpload|}(UploadFilePurposes.UploadFilePurpose.Assistants, bytes, "train.jsonl"); await ai.FineTuningJob.CreateFineTuningJob(new() { TrainingFile = file.Id, Model = "m" });"""
    )]
    [InlineData("""await ai.Files.FileUpload(UploadFilePurposes.UploadFilePurpose.FineTune, bytes, "train.jsonl");""")]
    public Task Betalgo(string statements) => Job.Check<WrongTrainingFile>(Job.Betalgo(statements), ReferenceSets.Betalgo);

    [Theory]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}("train.json", "fine-tune");""")]
    [InlineData("""await {|RAG4005:files.UploadFileAsync|}(new FileUploadRequest(new MemoryStream(), "train.json", "fine-tune"));""")]
    [InlineData(
        """var file = await {|RAG4005:files.UploadFileAsync|}("train.jsonl", "assistants"); await fineTuning.CreateJobAsync(new CreateFineTuneJobRequest("m", file));"""
    )]
    [InlineData("""await files.UploadFileAsync("train.jsonl", "fine-tune");""")]
    public Task OpenAI_DotNet(string statements) =>
        Job.Check<WrongTrainingFile>(Job.OpenAIDotNet(statements), DocumentedSdks.OpenAIDotNetAlone);

    [Theory]
    [InlineData("train.json", "fine-tune", true)]
    [InlineData("train.jsonl", "fine-tune", false)]
    [InlineData("notes.json", "assistants", false)]
    public Task Raw_http_upload_alone(string name, string purpose, bool isWrong) =>
        Job.Check<WrongTrainingFile>(
            Job.Http(
                $$"""
                using var form = new MultipartFormDataContent
                {
                    { new StringContent("{{purpose}}"), "purpose" },
                    { new ByteArrayContent(await File.ReadAllBytesAsync(Name)), "file", Name },
                };
                await {{(isWrong ? "{|RAG4005:http.PostAsync|}" : "http.PostAsync")}}("https://api.openai.com/v1/files", form);
                """,
                $"""private const string Name = "{name}";"""
            ),
            ReferenceSets.NoAi
        );

    [Theory]
    [InlineData("train.json", "fine-tune", true)]
    [InlineData("train.jsonl", "assistants", true)]
    [InlineData("train.jsonl", "fine-tune", false)]
    public Task Raw_http(string name, string purpose, bool isWrong) =>
        Job.Check<WrongTrainingFile>(
            Job.Http(
                $$"""
                using var form = new MultipartFormDataContent();
                form.Add(new StringContent("{{purpose}}"), "purpose");
                form.Add(new StringContent(other), "file", "{{name}}");
                using var response = await {{(
                    isWrong ? "{|RAG4005:http.PostAsync|}" : "http.PostAsync"
                )}}("https://api.openai.com/v1/files", form);
                var file = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("id").GetString();
                await http.PostAsJsonAsync("https://api.openai.com/v1/fine_tuning/jobs", new { training_file = file });
                """
            ),
            ReferenceSets.NoAi
        );

    private const string Members = """
        private static string Convert(string path) => File.ReadAllText(path);
        public async Task<string> UploadAsync(string path) { OpenAIFile file = await files.UploadFileAsync(path, FileUploadPurpose.FineTune); return file.Id; }

        """;

    private const string Rightly =
        """private async Task<string> AssistantAsync() { OpenAIFile file = await files.UploadFileAsync("a.jsonl", FileUploadPurpose.FineTune); return file.Id; }""";

    private const string Wrongly =
        """private async Task<string> AssistantAsync() { OpenAIFile file = await {|RAG4005:files.UploadFileAsync|}("a.jsonl", FileUploadPurpose.Assistants); return file.Id; }""";
}
