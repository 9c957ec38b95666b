using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Readiness;

/// <summary>RAG4003: what speaks for an evaluation, and what does not.</summary>
public sealed class FineTuningWithoutEvaluationTests
{
    private const string Usings = """
        using OpenAI.Files;
        using OpenAI.FineTuning;

        """;

    private const string Application =
        Usings
        + """
            var fineTuning = new FineTuningClient("key");
            var job = await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", args[0], waitUntilCompleted: true);
            Console.WriteLine(job.Value);

            """;

    private const string Library =
        Usings
        + """
            public sealed class Trainer(OpenAIFileClient files, FineTuningClient fineTuning)
            {
                public async Task RunAsync(string path)
                {
                    OpenAIFile file = await files.UploadFileAsync(path, FileUploadPurpose.FineTune);
                    await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                }
            }

            """;

    [Fact]
    public Task Application_without_evaluation() => Reported(Application);

    [Fact]
    public Task Library_that_uploads_the_training_data() => Reported(Library);

    [Theory]
    [InlineData("public static class Mathematics { public static int Value => 1; }")]
    [InlineData("public static class Retrieval { public static string Retrieve() => \"evaluate it\"; }")]
    [InlineData("public static class Medieval { public static string Primeval() => \"v1/evaluations\"; }")]
    public Task Other_names(string code) => Reported(Library + code);

    [Theory]
    [InlineData("public static class Scores { public static double EvaluateAnswers(string model) => 1; }")]
    [InlineData("public sealed class LabelEvaluator { }")]
    [InlineData("public sealed class TicketEvals { }")]
    [InlineData("public sealed record Result(double Accuracy);")]
    [InlineData("public sealed record Split(string[] HeldOut, string[] Grader);")]
    [InlineData("public sealed class Service(OpenAI.Evals.EvaluationClient client) { public object Client => client; }")]
    [InlineData("public static class Service { public const string Url = \"https://api.openai.com/v1/evals\"; }")]
    public Task Something_may_be_an_evaluation(string code) => Silent(Library + code);

    // The Agent Framework, one of the newest SDKs, references the library.
    [Fact]
    public Task Evaluation_library_that_another_library_brought() =>
        Silent(Library + "public sealed class Scores(Microsoft.Extensions.AI.Evaluation.IEvaluator all) { public object All => all; }");

    [Fact]
    public Task Evaluation_library() => Silent(Library, ReferenceSets.Evaluation);

    [Theory]
    [InlineData("Contoso.Scores", true)]
    [InlineData("Contoso", true)]
    [InlineData("Contoso.Marks", false)]
    public Task Configured_type(string name, bool isSilent)
    {
        var code = Library + "namespace Contoso { public static class Scores { public static double Of(string model) => 1; } }";
        var setup = new TestSetup { EditorConfig = "[*.cs]\nrag_analyzers.evaluation_types = " + name };
        return isSilent ? Silent(code, setup: setup) : Reported(code, setup);
    }

    [Fact]
    public Task Project_of_tests() =>
        Silent(Library, ReferenceSets.Latest.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

    [Theory]
    [InlineData("Contoso.Tuning.Tests", 0)]
    [InlineData("TuningTest", 0)]
    [InlineData("Contoso.Contest", 1)]
    public async Task Project_that_is_called_tests(string name, int findings)
    {
        var source = Library.Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync");
        var compilation = AnalyzerRun.Compile([source], ReferenceSets.Latest).WithAssemblyName(name);
        var found = await compilation
            .WithAnalyzers([new FineTuningWithoutEvaluation()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(findings, found.Length);
    }

    [Fact]
    public Task Library_that_is_handed_the_file() =>
        Silent(
            Usings
                + """
                public sealed class Client(FineTuningClient fineTuning)
                {
                    public Task StartAsync(string file) => {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file, waitUntilCompleted: false);
                }
                """
        );

    [Fact]
    public Task Type_of_the_same_name() =>
        Silent(
            """
            public sealed class FineTuningClient { public Task FineTuneAsync(string model, string file) => Task.CompletedTask; }
            public sealed class Trainer(FineTuningClient client) { public Task RunAsync() => {|#0:client.FineTuneAsync|}("gpt", "file"); }
            """
        );

    private static Task Reported(string source, TestSetup? setup = null) =>
        Verify.AnalyzerAsync<FineTuningWithoutEvaluation>(
            source,
            default,
            setup,
            Verify.Finding<FineTuningWithoutEvaluation>("RAG4003").WithLocation(0).WithArguments("FineTuneAsync")
        );

    private static Task Silent(string source, ImmutableArray<MetadataReference> references = default, TestSetup? setup = null) =>
        Verify.AnalyzerAsync<FineTuningWithoutEvaluation>(
            source
                .Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync")
                .Replace("{|#0:client.FineTuneAsync|}", "client.FineTuneAsync"),
            references,
            setup
        );
}
