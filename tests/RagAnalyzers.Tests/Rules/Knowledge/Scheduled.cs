using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>The frame of the tests of RAG1002: a trainer, whose <c>TrainAsync</c> holds the one job, and the code that runs it.</summary>
internal static class Scheduled
{
    private const string Trainer = """
        public sealed class Trainer(FineTuningClient fineTuning)
        {
            public async Task TrainAsync(string file = "file-1", CancellationToken token = default)
            {
                await JOB("gpt-4.1-mini-2025-04-14", file, waitUntilCompleted: false);
            }
        }
        """;

    private const string Usings = """
        using Microsoft.Extensions.Hosting;
        using OpenAI.FineTuning;

        """;

    private static readonly TestFrame s_service = new(
        "public sealed class Worker(Trainer trainer, IStore store, Settings settings) : BackgroundService",
        "protected override async Task ExecuteAsync(CancellationToken stoppingToken)"
    )
    {
        Last = "await Task.Yield();",
        TypesBehind = """
            public sealed class Settings
            {
                public TimeSpan Interval { get; set; }
                public bool RetrainsOften { get; set; }
            }

            public interface IStore
            {
                Task<string?> GetPendingRequestAsync();
                Task<IReadOnlyList<string>> PendingAsync();
                Task<string?> NewestAsync();
                Task<IReadOnlyList<string>> TenantsAsync();
                Task<string> StatusAsync();
            }
            """,
    };

    /// <summary>The trainer's job is found, on the schedule that is marked with {|#1:...|}.</summary>
    public static Task Reported(string code, string name, string usings = "", ImmutableArray<MetadataReference> references = default) =>
        ReportedIn(
            UsingsOf(usings, references) + code + "\n" + Trainer.Replace("JOB", "{|#0:fineTuning.FineTuneAsync|}"),
            name,
            references
        );

    public static Task Silent(string code, string usings = "", ImmutableArray<MetadataReference> references = default) =>
        SilentIn(UsingsOf(usings, references) + code + "\n" + Trainer.Replace("JOB", "fineTuning.FineTuneAsync"), references);

    /// <summary>The statements of a service's <c>ExecuteAsync</c>, which are found to be a schedule.</summary>
    public static Task ReportedInService(string statements, string name, string members = "") =>
        Reported(InService(statements, members), name);

    public static Task SilentInService(string statements, string members = "") => Silent(InService(statements, members));

    public static Task ReportedIn(string source, string name, ImmutableArray<MetadataReference> references = default) =>
        Verify.AnalyzerAsync<FineTuningOnSchedule>(
            source,
            references.IsDefault ? ReferenceSets.Schedulers : references,
            expected: Verify.Finding<FineTuningOnSchedule>("RAG1002").WithLocation(0).WithLocation(1).WithArguments(InQuotes(name))
        );

    /// <summary>"'Task.Delay' in a loop", "'Timer'": the code in quotes, and what is said of it not.</summary>
    private static string InQuotes(string name) =>
        name.EndsWith(" in a loop", StringComparison.Ordinal) ? $"'{name[..^10]}' in a loop" : $"'{name}'";

    public static Task SilentIn(string source, ImmutableArray<MetadataReference> references = default) =>
        Verify.AnalyzerAsync<FineTuningOnSchedule>(source, references.IsDefault ? ReferenceSets.Schedulers : references);

    private static string InService(string statements, string members) => s_service.Around(statements, members);

    private static string UsingsOf(string usings, ImmutableArray<MetadataReference> references) =>
        (references.IsDefault ? Usings : "using OpenAI.FineTuning;\n") + usings + "\n";
}
