using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Readiness;

/// <summary>RAG4001: which jobs certainly have no validation file.</summary>
public sealed class FineTuningWithoutValidationTests
{
    [Theory]
    [InlineData("""await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", folder, waitUntilCompleted: false);""")]
    [InlineData("""await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", folder, false, null);""")]
    [InlineData(
        """await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", folder, false, new FineTuningOptions { Suffix = "tickets" });"""
    )]
    [InlineData(
        """await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", folder, false, new() { Seed = 1, Integrations = { new WeightsAndBiasesIntegration("p") } });"""
    )]
    [InlineData("""{|RAG4001:fineTuning.FineTune|}("gpt-4.1-mini", folder, false, new() { ValidationFile = null }); await Task.Yield();""")]
    [InlineData(
        """var options = new FineTuningOptions(); options.Suffix = "tickets"; await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", folder, false, options);"""
    )]
    [InlineData(
        """await {|RAG4001:fineTuning.FineTuneAsync|}(BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "m", training_file = folder })), false, options: null);"""
    )]
    [InlineData(
        """await {|RAG4001:fineTuning.FineTuneAsync|}(BinaryContent.Create(BinaryData.FromString($"{{\"training_file\":\"{folder}\"}}")), false, options: null);"""
    )]
    [InlineData(
        """await {|RAG4001:fineTuning.FineTuneAsync|}(BinaryContent.Create(BinaryData.FromString("{\"training_file\":\"file-1\"}")), false, options: null);"""
    )]
    public Task OpenAI(string job) => Job.Check<FineTuningWithoutValidation>(Job.OpenAI(job));

    [Theory]
    [InlineData("""await fineTuning.FineTuneAsync("gpt-4.1-mini", folder, false, new FineTuningOptions { ValidationFile = other });""")]
    [InlineData(
        """var options = new FineTuningOptions(); options.ValidationFile = other; await fineTuning.FineTuneAsync("gpt-4.1-mini", folder, false, options);"""
    )]
    [InlineData(
        """var options = new FineTuningOptions(); if (other != "") options.ValidationFile = other; await fineTuning.FineTuneAsync("gpt-4.1-mini", folder, false, options);"""
    )]
    [InlineData("""await fineTuning.FineTuneAsync("gpt-4.1-mini", folder, false, given);""")]
    [InlineData(
        """var options = new FineTuningOptions(); Configure(options); await fineTuning.FineTuneAsync("gpt-4.1-mini", folder, false, options);"""
    )]
    [InlineData("""await fineTuning.FineTuneAsync("gpt-4.1-mini", folder, false, Make());""")]
    [InlineData(
        """await fineTuning.FineTuneAsync(BinaryContent.Create(BinaryData.FromObjectAsJson(new { training_file = folder, validation_file = other })), false, options: null);"""
    )]
    [InlineData("""await fineTuning.FineTuneAsync(BinaryContent.Create(BinaryData.FromString(other)), false, options: null);""")]
    [InlineData(
        """await fineTuning.FineTuneAsync(BinaryContent.Create(BinaryData.FromString($"{{\"training_file\":\"{folder}\"{other}}}")), false, options: null);"""
    )]
    [InlineData("""await fineTuning.FineTuneAsync(BinaryContent.Create(BinaryData.FromObjectAsJson(body)), false, options: null);""")]
    [InlineData("""fineTuning.GetJobs(); await Task.Yield();""")]
    public Task OpenAI_silent(string job) =>
        Job.Check<FineTuningWithoutValidation>(
            Job.OpenAI(
                job,
                """
                private static void Configure(FineTuningOptions options) => options.ValidationFile = Environment.GetEnvironmentVariable("VALIDATION");
                private static FineTuningOptions Make() => new() { ValidationFile = "file-2" };
                """,
                "string folder, string other, FineTuningOptions given, object body"
            )
        );

    [Theory]
    [InlineData(
        "2.1.0",
        """await {|RAG4001:fineTuning.CreateFineTuningJobAsync|}(BinaryContent.Create(BinaryData.FromObjectAsJson(new { training_file = folder })), false);"""
    )]
    [InlineData("2.10.0", """await {|RAG4001:fineTuning.FineTuneAsync|}("gpt-4.1-mini", folder, false);""")]
    public Task Older_OpenAI(string version, string job) =>
        Job.Check<FineTuningWithoutValidation>(Job.OpenAI(job), version == "2.1.0" ? ReferenceSets.OpenAI21 : ReferenceSets.OpenAI210);

    [Fact]
    public Task Azure() =>
        Job.Check<FineTuningWithoutValidation>(
            """
            using Azure.AI.OpenAI;

            public sealed class Trainer(AzureOpenAIClient azure)
            {
                public Task RunAsync(string id) => {|RAG4001:azure.GetFineTuningClient().FineTuneAsync|}("gpt-4.1-mini", id, false);
            }
            """
        );

    [Theory]
    [InlineData("""await {|RAG4001:ai.FineTuningJob.CreateFineTuningJob|}(new() { TrainingFile = id, Model = "m" });""")]
    [InlineData("""await {|RAG4001:ai.FineTunes.CreateFineTune|}(new FineTuneCreateRequest { TrainingFile = id, Model = "m" });""")]
    [InlineData("""await ai.FineTuningJob.CreateFineTuningJob(new() { TrainingFile = id, ValidationFile = "file-2", Model = "m" });""")]
    public Task Betalgo(string job) => Job.Check<FineTuningWithoutValidation>(Job.Betalgo(job), ReferenceSets.Betalgo);

    [Theory]
    [InlineData("""await {|RAG4001:fineTuning.CreateJobAsync|}(new CreateFineTuneJobRequest("m", id));""")]
    [InlineData(
        """var request = new CreateFineTuneJobRequest("m", id, suffix: "x"); await {|RAG4001:fineTuning.CreateJobAsync|}(request);"""
    )]
    [InlineData("""await fineTuning.CreateJobAsync(new CreateFineTuneJobRequest("m", id, validationFileId: "file-2"));""")]
    [InlineData("""await fineTuning.CreateJobAsync(new CreateFineTuneJobRequest("m", id) { ValidationFileId = "file-2" });""")]
    public Task OpenAI_DotNet(string job) =>
        Job.Check<FineTuningWithoutValidation>(Job.OpenAIDotNet(job), DocumentedSdks.OpenAIDotNetAlone);

    [Theory]
    [InlineData(
        """await {|RAG4001:http.PostAsJsonAsync|}("https://api.openai.com/v1/fine_tuning/jobs", new { training_file = id, model = "m" });"""
    )]
    [InlineData(
        """await {|RAG4001:http.PostAsync|}("x", new StringContent(JsonSerializer.Serialize(new { training_file = id, model = "m" })));"""
    )]
    [InlineData("""await {|RAG4001:http.PostAsync|}("x", new StringContent($"{{\"training_file\": \"{id}\", \"n\": {other.Length}}}"));""")]
    [InlineData(
        """var body = new Dictionary<string, object?> { ["training_file"] = id }; body["model"] = "m"; await {|RAG4001:http.PostAsJsonAsync|}("x", body);"""
    )]
    [InlineData("""await {|RAG4001:http.PostAsync|}("x", JsonContent.Create(new JsonObject { ["training_file"] = id }));""")]
    [InlineData("""await {|RAG4001:http.PostAsJsonAsync|}(other + "/train", new { training_file = id });""")]
    [InlineData("""await {|RAG4001:http.PostAsJsonAsync|}("https://api.together.xyz/v1/fine-tunes", new { training_file = id });""")]
    [InlineData("""await {|RAG4001:http.PostAsJsonAsync|}("x", new Plain { training_file = id });""")]
    [InlineData("""await {|RAG4001:http.PostAsJsonAsync|}("x", new Full { File = id });""")]
    [InlineData(
        """var body = new Full { File = id }; await {|RAG4001:http.PostAsync|}("x", new StringContent(JsonSerializer.Serialize(body)));"""
    )]
    public Task Raw_http(string job) => Job.Check<FineTuningWithoutValidation>(Job.Http(job, Types), ReferenceSets.NoAi);

    [Theory]
    [InlineData("""await http.PostAsJsonAsync("https://jobs.contoso.com/v2/train", new { training_file = id });""")]
    [InlineData("""await http.PostAsJsonAsync(new Uri("https://jobs.contoso.com/v2/train"), new { training_file = id });""")]
    [InlineData("""await http.PostAsJsonAsync("/train", new { training_file = id });""")]
    [InlineData(
        """const string Host = "https://jobs.contoso.com"; await http.PostAsJsonAsync($"{Host}/train", new { training_file = id });"""
    )]
    [InlineData(
        """await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "https://jobs.contoso.com/train") { Content = JsonContent.Create(new { training_file = id }) });"""
    )]
    [InlineData("""await http.PostAsJsonAsync("x", new { training_file = id, validation_file = other });""")]
    [InlineData("""await http.PostAsJsonAsync("x", new Full { File = id, Validation = other });""")]
    [InlineData("""var body = new Full { File = id }; body.Validation = other; await http.PostAsJsonAsync("x", body);""")]
    [InlineData("""var body = new Full { File = id }; Complete(body); await http.PostAsJsonAsync("x", body);""")]
    [InlineData(
        """var body = new Dictionary<string, object?> { ["training_file"] = id }; if (other != "") body["validation_file"] = other; await http.PostAsJsonAsync("x", body);"""
    )]
    [InlineData(
        """var body = new Dictionary<string, object?> { ["training_file"] = id }; body.Add(other, id); await http.PostAsJsonAsync("x", body);"""
    )]
    [InlineData(
        """var body = new Dictionary<string, object?> { ["training_file"] = id }; Complete(body); await http.PostAsJsonAsync("x", body);"""
    )]
    [InlineData("""await http.PostAsync("https://api.openai.com/v1/fine_tuning/jobs", new StringContent(other));""")]
    [InlineData("""await http.PostAsync("https://api.openai.com/v1/fine_tuning/jobs", new StringContent(File.ReadAllText("job.json")));""")]
    [InlineData("""await http.PostAsync("x", new StringContent($"{{\"training_file\": \"{id}\" {other}}}"));""")]
    [InlineData("""await http.PostAsync("x", new StringContent(string.Format("{{\"training_file\": \"{0}\" {1}}}", id, other)));""")]
    [InlineData("""await http.PostAsJsonAsync("x", new { model = "m", prompt = "training_file" });""")]
    [InlineData("""await http.PostAsync("https://api.openai.com/v1/fine_tuning/jobs/" + id + "/cancel", new StringContent("{}"));""")]
    [InlineData("""await http.GetAsync("https://api.openai.com/v1/fine_tuning/jobs");""")]
    public Task Raw_http_silent(string job) => Job.Check<FineTuningWithoutValidation>(Job.Http(job, Types), ReferenceSets.NoAi);

    // Mistral's interface has the same address, and lists of files under other names.
    [Fact]
    public Task Request_of_another_service() =>
        Job.Check<FineTuningWithoutValidation>(
            Job.Http(
                "await http.PostAsync(\"https://api.mistral.ai/v1/fine_tuning/jobs\", new StringContent(JsonSerializer.Serialize(new Mistral { Training = [id], Validation = [other] })));",
                """
                // training_file is what others call it.
                public sealed class Mistral
                {
                    [JsonPropertyName("training_files")] public string[]? Training { get; set; }
                    [JsonPropertyName("validation_files")] public string[]? Validation { get; set; }
                }
                """
            ),
            ReferenceSets.NoAi
        );

    [Fact]
    public Task Request_that_a_caller_makes_is_not_seen() =>
        Job.Check<FineTuningWithoutValidation>(
            Job.Http(
                "await StartAsync(new Full { File = id });",
                Types + "public async Task StartAsync(Full request) => await http.PostAsJsonAsync(\"fine_tuning/jobs\", request);"
            ),
            ReferenceSets.NoAi
        );

    [Fact]
    public Task Request_of_a_private_method_is_what_its_callers_pass() =>
        Job.Check<FineTuningWithoutValidation>(
            Job.Http(
                "await StartAsync(new Full { File = id });",
                Types
                    + "private async Task StartAsync(Full request) => await {|RAG4001:http.PostAsJsonAsync|}(\"fine_tuning/jobs\", request);"
            ),
            ReferenceSets.NoAi
        );

    [Fact]
    public Task Look_alikes() =>
        Job.Check<FineTuningWithoutValidation>(
            """
            public sealed class FineTuningClient { public Task FineTuneAsync(string baseModel, string trainingFileId, bool wait) => Task.CompletedTask; }
            public sealed class HttpClient { public Task PostAsJsonAsync(string requestUri, object value) => Task.CompletedTask; }

            public sealed class Trainer(FineTuningClient client, HttpClient http)
            {
                public async Task RunAsync(string id)
                {
                    await client.FineTuneAsync("m", id, false);
                    await http.PostAsJsonAsync("https://api.openai.com/v1/fine_tuning/jobs", new { training_file = id });
                }
            }
            """
        );

    private const string Types = """
        public sealed class Plain { public string? training_file { get; set; } }
        public sealed class Full
        {
            [JsonPropertyName("training_file")] public string? File { get; set; }
            [JsonPropertyName("validation_file")] public string? Validation { get; set; }
        }

        private static void Complete(Full body) => body.Validation = "file-2";
        private static void Complete(Dictionary<string, object?> body) => body[Key()] = "file-2";
        private static string Key() => "validation" + "_file";

        """;
}
