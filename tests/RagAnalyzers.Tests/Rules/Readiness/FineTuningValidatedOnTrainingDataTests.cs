using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Readiness;

/// <summary>RAG4002: which jobs are certainly validated on what they are trained on.</summary>
public sealed class FineTuningValidatedOnTrainingDataTests
{
    [Theory]
    [InlineData("""await {|RAG4002:fineTuning.FineTuneAsync|}("m", folder, false, new() { ValidationFile = folder });""")]
    [InlineData("""await {|RAG4002:fineTuning.FineTuneAsync|}("m", "file-1", false, new() { ValidationFile = "file-1" });""")]
    [InlineData(
        """OpenAIFile file = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune); await {|RAG4002:fineTuning.FineTuneAsync|}("m", file.Id, false, new() { ValidationFile = file.Id });"""
    )]
    [InlineData(
        """OpenAIFile a = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune); OpenAIFile b = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var data = BinaryData.FromString(folder); OpenAIFile a = await files.UploadFileAsync(data, "train.jsonl", FileUploadPurpose.FineTune); OpenAIFile b = await files.UploadFileAsync(data, "valid.jsonl", FileUploadPurpose.FineTune); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var path = Path.Combine(folder, "train.jsonl"); OpenAIFile a = await files.UploadFileAsync(path, FileUploadPurpose.FineTune); OpenAIFile b = await files.UploadFileAsync(path, FileUploadPurpose.FineTune); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var a = await UploadAsync("train.jsonl"); var b = await UploadAsync("train.jsonl"); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var id = await UploadAsync(folder); await {|RAG4002:fineTuning.FineTuneAsync|}("m", id, false, new() { ValidationFile = id });"""
    )]
    [InlineData(
        """await {|RAG4002:fineTuning.FineTuneAsync|}(BinaryContent.Create(BinaryData.FromObjectAsJson(new { training_file = folder, validation_file = folder })), false, options: null);"""
    )]
    [InlineData(
        """var a = await UploadAsync(folder); var b = await UploadAsync(folder); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var a = await UploadTextAsync(folder, "t.jsonl"); var b = await UploadTextAsync(folder, "v.jsonl"); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """OpenAIFile file = await files.UploadFileAsync(folder, FileUploadPurpose.FineTune); var options = new FineTuningOptions { ValidationFile = file.Id }; await {|RAG4002:fineTuning.FineTuneAsync|}("m", file.Id, false, options);"""
    )]
    [InlineData(
        """OpenAIFile file = await files.UploadFileAsync(folder, FileUploadPurpose.FineTune); var options = new FineTuningOptions(); options.ValidationFile = file.Id; await {|RAG4002:fineTuning.FineTuneAsync|}("m", file.Id, false, options);"""
    )]
    // A stream of a file is the file.
    [InlineData(
        """OpenAIFile a = await files.UploadFileAsync(File.OpenRead(folder), "t.jsonl", FileUploadPurpose.FineTune); OpenAIFile b = await files.UploadFileAsync(new FileStream(folder, FileMode.Open), "v.jsonl", FileUploadPurpose.FineTune); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """await using var first = File.OpenRead("train.jsonl"); OpenAIFile a = await files.UploadFileAsync(first, "t.jsonl", FileUploadPurpose.FineTune); await using var second = File.OpenRead("train.jsonl"); OpenAIFile b = await files.UploadFileAsync(second, "v.jsonl", FileUploadPurpose.FineTune); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var a = await UploadStreamAsync(folder); var b = await UploadStreamAsync(folder); await {|RAG4002:fineTuning.FineTuneAsync|}("m", a, false, new() { ValidationFile = b });"""
    )]
    public Task Same(string job) => Job.Check<FineTuningValidatedOnTrainingData>(Job.OpenAI(job, Members));

    [Theory]
    [InlineData("""await fineTuning.FineTuneAsync("m", folder, false);""")]
    [InlineData("""await fineTuning.FineTuneAsync("m", "file-1", false, new() { ValidationFile = "file-2" });""")]
    [InlineData(
        """OpenAIFile a = await files.UploadFileAsync("train.jsonl", FileUploadPurpose.FineTune); OpenAIFile b = await files.UploadFileAsync("valid.jsonl", FileUploadPurpose.FineTune); await fineTuning.FineTuneAsync("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var a = await UploadAsync("train.jsonl"); var b = await UploadAsync("valid.jsonl"); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var a = await UploadAsync(folder + "a"); var b = await UploadAsync(folder + "b"); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var ids = new List<string>(); foreach (var path in Directory.GetFiles(folder)) ids.Add(await UploadAsync(path)); await fineTuning.FineTuneAsync("m", ids[0], false, new() { ValidationFile = ids[1] });"""
    )]
    [InlineData("""var ids = folder.Split(','); await fineTuning.FineTuneAsync("m", ids[0], false, new() { ValidationFile = ids[1] });""")]
    [InlineData(
        """var ids = folder.Split(','); await fineTuning.FineTuneAsync("m", ids.First(), false, new() { ValidationFile = ids.Last() });"""
    )]
    [InlineData(
        """OpenAIFile a = await files.UploadFileAsync(File.OpenRead("train.jsonl"), "t.jsonl", FileUploadPurpose.FineTune); OpenAIFile b = await files.UploadFileAsync(File.OpenRead("valid.jsonl"), "t.jsonl", FileUploadPurpose.FineTune); await fineTuning.FineTuneAsync("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var a = await UploadStreamAsync(folder + "a"); var b = await UploadStreamAsync(folder + "b"); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """OpenAIFile a = await files.UploadFileAsync(File.OpenRead(folder), "t.jsonl", FileUploadPurpose.FineTune); folder += ".valid"; OpenAIFile b = await files.UploadFileAsync(File.OpenRead(folder), "t.jsonl", FileUploadPurpose.FineTune); await fineTuning.FineTuneAsync("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData("""var (a, b) = await PairAsync(); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });""")]
    [InlineData(
        """var data = BinaryData.FromString(folder); OpenAIFile a = await files.UploadFileAsync(data, "t.jsonl", FileUploadPurpose.FineTune); data = BinaryData.FromString("x"); OpenAIFile b = await files.UploadFileAsync(data, "v.jsonl", FileUploadPurpose.FineTune); await fineTuning.FineTuneAsync("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var path = "t.jsonl"; OpenAIFile a = await files.UploadFileAsync(path, FileUploadPurpose.FineTune); path = "v.jsonl"; OpenAIFile b = await files.UploadFileAsync(path, FileUploadPurpose.FineTune); await fineTuning.FineTuneAsync("m", a.Id, false, new() { ValidationFile = b.Id });"""
    )]
    [InlineData(
        """var set = JsonDocument.Parse(folder).RootElement; await fineTuning.FineTuneAsync("m", set.GetProperty("train").GetString(), false, new() { ValidationFile = set.GetProperty("valid").GetString() });"""
    )]
    [InlineData(
        """await fineTuning.FineTuneAsync("m", Environment.GetEnvironmentVariable("A"), false, new() { ValidationFile = Environment.GetEnvironmentVariable("B") });"""
    )]
    [InlineData(
        """var paths = folder.Split(','); var a = await UploadAsync(paths[0]); var b = await UploadAsync(paths[1]); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var a = await UploadAsync(folder); folder += ".valid"; var b = await UploadAsync(folder); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var a = await UploadInAsync(folder, "train.jsonl"); var b = await UploadInAsync(folder, "valid.jsonl"); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    [InlineData(
        """var a = await UploadTextAsync(folder.Substring(9), "t.jsonl"); var b = await UploadTextAsync(folder[..9], "v.jsonl"); await fineTuning.FineTuneAsync("m", a, false, new() { ValidationFile = b });"""
    )]
    public Task Different_or_unknown(string job) => Job.Check<FineTuningValidatedOnTrainingData>(Job.OpenAI(job, Members));

    [Fact]
    public Task Betalgo() =>
        Job.Check<FineTuningValidatedOnTrainingData>(
            Job.Betalgo(
                """await {|RAG4002:ai.FineTuningJob.CreateFineTuningJob|}(new() { TrainingFile = id, ValidationFile = id, Model = "m" });"""
            ),
            ReferenceSets.Betalgo
        );

    [Fact]
    public Task OpenAI_DotNet() =>
        Job.Check<FineTuningValidatedOnTrainingData>(
            Job.OpenAIDotNet(
                """var file = await files.UploadFileAsync("a.jsonl", "fine-tune"); await {|RAG4002:fineTuning.CreateJobAsync|}(new CreateFineTuneJobRequest("m", file, validationFileId: file));"""
            ),
            DocumentedSdks.OpenAIDotNetAlone
        );

    [Theory]
    [InlineData("""await {|RAG4002:http.PostAsJsonAsync|}("fine_tuning/jobs", new { training_file = id, validation_file = id });""")]
    [InlineData(
        """await {|RAG4002:http.PostAsync|}("x", new StringContent($"{{\"training_file\": \"{id}\", \"validation_file\": \"{id}\"}}"));"""
    )]
    [InlineData(
        """await {|RAG4002:http.PostAsJsonAsync|}("x", new Dictionary<string, object> { ["training_file"] = id, ["validation_file"] = id });"""
    )]
    [InlineData("""await http.PostAsJsonAsync("fine_tuning/jobs", new { training_file = id, validation_file = other });""")]
    public Task Raw_http(string job) => Job.Check<FineTuningValidatedOnTrainingData>(Job.Http(job), ReferenceSets.NoAi);

    private const string Members = """
        private async Task<string> UploadAsync(string path) { OpenAIFile file = await files.UploadFileAsync(path, FileUploadPurpose.FineTune); return file.Id; }
        private async Task<string> UploadStreamAsync(string path) { await using var stream = File.OpenRead(path); OpenAIFile file = await files.UploadFileAsync(stream, Path.GetFileName(path), FileUploadPurpose.FineTune); return file.Id; }
        private async Task<string> UploadInAsync(string folder, string name) { OpenAIFile file = await files.UploadFileAsync(Path.Combine(folder, name), FileUploadPurpose.FineTune); return file.Id; }
        private async Task<string> UploadTextAsync(string text, string name) { OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(text), name, FileUploadPurpose.FineTune); return file.Id; }
        private async Task<(string, string)> PairAsync() => (await UploadAsync("a"), await UploadAsync("b"));
        """;
}
