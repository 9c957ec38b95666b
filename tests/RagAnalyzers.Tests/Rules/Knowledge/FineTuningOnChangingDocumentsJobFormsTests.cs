using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>
/// RAG1001 on every way to start a job beside the OpenAI client's own: community clients, and raw HTTP without any AI SDK.
/// </summary>
public sealed class FineTuningOnChangingDocumentsJobFormsTests
{
    private const string Evidence = "document files '*.md'";

    private const string Documents =
        """string.Join("\n", Directory.EnumerateFiles(folder, "*.md").Select(path => File.ReadAllText(path)))""";

    [Theory]
    [InlineData("UploadFile(\"fine-tune\", bytes, \"train.jsonl\")")]
    [InlineData("UploadFile(UploadFilePurposes.FineTune, bytes, \"train.jsonl\")")]
    [InlineData("FileUpload(UploadFilePurposes.UploadFilePurpose.FineTune, bytes, \"train.jsonl\")")]
    [InlineData("FileUpload(\"fine-tune\", new MemoryStream(bytes), \"train.jsonl\")")]
    public Task Betalgo(string upload) =>
        Reported(
            $$"""
            using System.Text;
            using Betalgo.Ranul.OpenAI.Interfaces;
            using Betalgo.Ranul.OpenAI.ObjectModels;
            using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;

            public sealed class Trainer(IOpenAIService ai)
            {
                public async Task RunAsync(string folder)
                {
                    var bytes = Encoding.UTF8.GetBytes({{Documents}});
                    var file = await {|#1:ai.Files.{{upload}}|};
                    await {|#0:ai.FineTuningJob.CreateFineTuningJob|}(new() { TrainingFile = file.Id, Model = "gpt-4o-mini" });
                }
            }
            """,
            ReferenceSets.Betalgo
        );

    [Fact]
    public Task Betalgo_older_job_with_a_request_in_steps() =>
        Reported(
            $$"""
            using System.Text;
            using Betalgo.Ranul.OpenAI.Managers;
            using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;

            public sealed class Trainer(OpenAIService ai)
            {
                public async Task RunAsync(string folder)
                {
                    var file = await {|#1:ai.UploadFile("fine-tune", Encoding.UTF8.GetBytes({{Documents}}), "train.jsonl")|};
                    var request = new FineTuneCreateRequest { Model = "davinci" };
                    request.TrainingFile = file.Id;
                    await {|#0:ai.CreateFineTune|}(request);
                }
            }
            """,
            ReferenceSets.Betalgo
        );

    [Theory]
    [InlineData("UploadFileAsync(\"train.jsonl\", \"fine-tune\")", "file")]
    [InlineData("UploadFileAsync(\"train.jsonl\", \"fine-tune\")", "file.Id")]
    [InlineData("UploadFileAsync(new FileUploadRequest(\"train.jsonl\", \"fine-tune\"))", "file.Id")]
    [InlineData("UploadFileAsync(new FileUploadRequest(File.OpenRead(\"train.jsonl\"), \"train.jsonl\", \"fine-tune\"))", "file.Id")]
    public Task OpenAI_DotNet(string upload, string id) =>
        Reported(
            $$"""
            using OpenAI.Files;
            using OpenAI.FineTuning;

            public sealed class Trainer(FilesEndpoint files, FineTuningEndpoint fineTuning)
            {
                public async Task RunAsync(string folder)
                {
                    File.WriteAllText("train.jsonl", {{Documents}});
                    var file = await {|#1:files.{{upload}}|};
                    var request = new CreateFineTuneJobRequest("gpt-4o", {{id}});
                    await {|#0:fineTuning.CreateJobAsync|}(request);
                }
            }
            """,
            DocumentedSdks.OpenAIDotNetAlone
        );

    [Theory]
    [InlineData(
        """await {|#0:http.PostAsync|}("https://api.openai.com/v1/fine_tuning/jobs", new StringContent(JsonSerializer.Serialize(new { training_file = id, model = "gpt-4o-mini" }), Encoding.UTF8, "application/json"));"""
    )]
    [InlineData("""await {|#0:http.PostAsJsonAsync|}("fine-tunes", new { training_file = id, model = "gpt-4o-mini" });""")]
    [InlineData(
        """await {|#0:http.PostAsJsonAsync|}(new Uri($"{folder}/openai/fine_tuning/jobs?api-version={folder.Length}"), new Dictionary<string, object> { ["training_file"] = id });"""
    )]
    [InlineData(
        """var body = new Dictionary<string, object>(); body["training_file"] = id; await {|#0:http.PostAsync|}("x", JsonContent.Create(body));"""
    )]
    [InlineData(
        """var body = new JsonObject { ["training_file"] = id, ["model"] = "m" }; await {|#0:http.PostAsync|}("x", new StringContent(body.ToJsonString()));"""
    )]
    [InlineData(
        """var body = new JsonObject { ["training_file"] = id, ["model"] = "m" }; await {|#0:http.PostAsync|}("x", new StringContent(body.ToString()));"""
    )]
    [InlineData("""await {|#0:http.PostAsync|}("x", new StringContent("{\"training_file\": \"" + id + "\", \"model\": \"m\"}"));""")]
    [InlineData("""await {|#0:http.PostAsync|}("x", new StringContent($"{{\"training_file\": \"{id}\", \"model\": \"m\"}}"));""")]
    [InlineData(
        """var json = $"{{ \"model\": \"m\", \"training_file\": \"{id}\" }}"; using var request = new HttpRequestMessage(HttpMethod.Post, "x") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) }; await {|#0:http.SendAsync|}(request);"""
    )]
    [InlineData(
        """var request = new HttpRequestMessage(HttpMethod.Post, "https://api.openai.com/v1/fine_tuning/jobs"); request.Content = JsonContent.Create(new { training_file = id }); {|#0:http.Send|}(request); await Task.Yield();"""
    )]
    [InlineData("""await {|#0:http.PostAsJsonAsync|}("x", new JobRequest { File = id, Model = "m" });""")]
    [InlineData(
        """var request = new JobRequest { Model = "m" }; request.File = id; await {|#0:http.PostAsync|}("x", new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(request)));"""
    )]
    [InlineData("""await {|#0:http.PostAsJsonAsync|}("x", new Job(id, "m"));""")]
    public Task Raw_http_without_an_ai_sdk(string job) => Reported(RawHttp(job), ReferenceSets.NoAi);

    [Fact]
    public Task Raw_http_beside_an_ai_sdk() =>
        Reported(RawHttp("""await {|#0:http.PostAsJsonAsync|}("fine_tuning/jobs", new { training_file = id });"""), ReferenceSets.Latest);

    [Fact]
    public Task Upload_and_job_are_started_by_methods_of_their_own() =>
        Reported(
            $$"""
            using System.Net.Http.Json;
            using System.Text.Json;

            public sealed class Trainer(HttpClient http)
            {
                public async Task RunAsync(string folder)
                {
                    var path = Path.GetTempFileName();
                    await File.WriteAllTextAsync(path, {{Documents}});
                    var id = await UploadAsync(path);
                    await StartAsync(id);
                }

                private async Task<string> UploadAsync(string file)
                {
                    using var form = new MultipartFormDataContent();
                    using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file));
                    form.Add(content, "file", "training_data.jsonl");
                    form.Add(new StringContent("fine-tune"), "purpose");
                    var response = await {|#1:http.PostAsync("https://api.openai.com/v1/files", form)|};
                    var text = await response.Content.ReadAsStringAsync();
                    return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("id").GetString() ?? throw new InvalidOperationException();
                }

                private async Task StartAsync(string fileId)
                {
                    var body = new { training_file = fileId, model = "gpt-4o-mini" };
                    var response = await {|#0:http.PostAsync|}("https://api.openai.com/v1/fine_tuning/jobs", new StringContent(JsonSerializer.Serialize(body)));
                    response.EnsureSuccessStatusCode();
                }
            }
            """,
            ReferenceSets.NoAi
        );

    [Theory]
    [InlineData(
        """await http.PostAsJsonAsync("https://api.openai.com/v1/fine_tuning/jobs/" + id + "/cancel", new { reason = "training_file" });"""
    )]
    [InlineData("""await http.PostAsync($"https://api.openai.com/v1/fine_tuning/jobs/{id}/cancel", new StringContent(""));""")]
    [InlineData("""await http.GetAsync($"https://api.openai.com/v1/fine_tuning/jobs/{id}");""")]
    [InlineData("""await http.PostAsync("https://api.openai.com/v1/fine_tuning/jobs", null);""")]
    [InlineData("""await new Own().PostAsJsonAsync("https://api.openai.com/v1/fine_tuning/jobs", new { training_file = id });""")]
    public Task Request_that_starts_no_job_leaves_the_finding_on_the_upload(string job) =>
        Reported(
            RawHttp(job)
                .Replace(
                    "{|#1:http.PostAsync(\"https://api.openai.com/v1/files\", form)|}",
                    "{|#1:{|#0:http.PostAsync|}(\"https://api.openai.com/v1/files\", form)|}",
                    StringComparison.Ordinal
                ),
            ReferenceSets.NoAi
        );

    private static string RawHttp(string job) =>
        $$"""
            using System.Net.Http.Json;
            using System.Text;
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using System.Text.Json.Serialization;

            public sealed class Trainer(HttpClient http)
            {
                public async Task RunAsync(string folder)
                {
                    using var form = new MultipartFormDataContent
                    {
                        { new StringContent("fine-tune"), "purpose" },
                        { new StringContent({{Documents}}), "file", "train.jsonl" },
                    };
                    var response = await {|#1:http.PostAsync("https://api.openai.com/v1/files", form)|};
                    var uploaded = await response.Content.ReadFromJsonAsync<Uploaded>();
                    var id = uploaded!.Id;
                    {{job}}
                }

                private sealed class Uploaded { public string Id { get; set; } = ""; }
                private sealed class JobRequest { [JsonPropertyName("training_file")] [Newtonsoft.Json.JsonProperty("training_file")] public string? File { get; set; } public string? Model { get; set; } }
                private sealed record Job([property: JsonPropertyName("training_file")] string File, string Model);
                private sealed class Own { public Task PostAsJsonAsync(string requestUri, object value) => Task.CompletedTask; }
            }
            """;

    private static Task Reported(string source, ImmutableArray<MetadataReference> references) =>
        Training.ReportedIn(source, Evidence, references);
}
