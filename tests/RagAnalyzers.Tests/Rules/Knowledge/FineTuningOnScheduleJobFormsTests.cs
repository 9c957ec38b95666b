using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1002, RAG1003 and RAG4003 on jobs of community clients, and over raw HTTP.</summary>
public sealed class FineTuningOnScheduleJobFormsTests
{
    private const string Betalgo = """
        using System.Text;
        using System.Text.Json;
        using Betalgo.Ranul.OpenAI.Interfaces;
        using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;

        public sealed class Trainer(IOpenAIService ai)
        {
            public async Task RunAsync()
            {
                while (true)
                {
                    var line = JsonSerializer.Serialize(new { role = "assistant", content = $"It is {{|#2:DateTime.Now|}}." });
                    var file = await ai.Files.UploadFile("fine-tune", Encoding.UTF8.GetBytes(line), "train.jsonl");
                    await {|#0:ai.FineTuningJob.CreateFineTuningJob|}(new() { TrainingFile = file.Id, Model = "gpt-4o-mini" });
                    await {|#1:Task.Delay|}(TimeSpan.FromDays(1));
                }
            }
        }
        """;

    private const string RawHttp = """
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;

        public sealed class Trainer(HttpClient http)
        {
            public async Task RunAsync()
            {
                using var timer = new PeriodicTimer(TimeSpan.FromDays(1));
                while (await {|#1:timer.WaitForNextTickAsync|}())
                {
                    var line = JsonSerializer.Serialize(new { role = "assistant", content = $"It is {{|#2:DateTime.Now|}}." });
                    using var form = new MultipartFormDataContent();
                    form.Add(new StringContent("fine-tune"), "purpose");
                    form.Add(new StringContent(line), "file", "train.jsonl");
                    var uploaded = await http.PostAsync("https://api.openai.com/v1/files", form);
                    var file = await uploaded.Content.ReadFromJsonAsync<JsonElement>();
                    await StartAsync(file.GetProperty("id").GetString()!);
                }
            }

            private async Task StartAsync(string file) =>
                await {|#0:http.PostAsync|}("https://api.openai.com/v1/fine_tuning/jobs", JsonContent.Create(new { model = "gpt-4o-mini", training_file = file }));
        }
        """;

    [Fact]
    public Task Schedule_of_a_community_client() =>
        Verify.AnalyzerAsync<FineTuningOnSchedule>(
            Without(Betalgo, 2),
            ReferenceSets.Betalgo,
            expected: Verify
                .Finding<FineTuningOnSchedule>("RAG1002")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("'Task.Delay' in a loop")
        );

    [Fact]
    public Task Fact_in_the_data_of_a_community_client() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Without(Betalgo, 1),
            ReferenceSets.Betalgo,
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(2).WithArguments("DateTime.Now")
        );

    [Fact]
    public Task Project_with_a_community_client_that_evaluates_nothing() =>
        Verify.AnalyzerAsync<FineTuningWithoutEvaluation>(
            Without(Without(Betalgo, 1), 2),
            ReferenceSets.Betalgo,
            expected: Verify.Finding<FineTuningWithoutEvaluation>("RAG4003").WithLocation(0).WithArguments("CreateFineTuningJob")
        );

    [Fact]
    public Task Schedule_of_a_job_over_raw_http() =>
        Verify.AnalyzerAsync<FineTuningOnSchedule>(
            Without(RawHttp, 2),
            ReferenceSets.NoAi,
            expected: Verify
                .Finding<FineTuningOnSchedule>("RAG1002")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("'PeriodicTimer.WaitForNextTickAsync' in a loop")
        );

    [Fact]
    public Task Fact_in_data_that_is_uploaded_over_raw_http() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Without(RawHttp, 1),
            ReferenceSets.NoAi,
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(2).WithArguments("DateTime.Now")
        );

    [Fact]
    public Task Project_with_a_job_over_raw_http_that_evaluates_nothing() =>
        Verify.AnalyzerAsync<FineTuningWithoutEvaluation>(
            Without(Without(RawHttp, 1), 2),
            ReferenceSets.NoAi,
            expected: Verify.Finding<FineTuningWithoutEvaluation>("RAG4003").WithLocation(0).WithArguments("PostAsync")
        );

    [Fact]
    public Task OpenAI_DotNet() =>
        Verify.AnalyzerAsync<FineTuningOnSchedule>(
            """
            using OpenAI.FineTuning;

            public sealed class Trainer(FineTuningEndpoint fineTuning)
            {
                public Timer Start(string file) => {|#1:new Timer(async _ => await {|#0:fineTuning.CreateJobAsync|}(new CreateFineTuneJobRequest("gpt-4o", file)), null, 0, 3_600_000)|};
            }
            """,
            DocumentedSdks.OpenAIDotNetAlone,
            expected: Verify.Finding<FineTuningOnSchedule>("RAG1002").WithLocation(0).WithLocation(1).WithArguments("'Timer'")
        );

    private static string Without(string source, int location) =>
        location == 1
            ? source.Replace("{|#1:Task.Delay|}", "Task.Delay").Replace("{|#1:timer.WaitForNextTickAsync|}", "timer.WaitForNextTickAsync")
            : source.Replace("{|#2:DateTime.Now|}", "DateTime.Now");
}
