using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>
/// The frame that most tests of RAG1001 put their code in: an asynchronous method of a class with the two clients, around
/// statements that put together <c>string training</c>; it is uploaded, and a job is started, behind them.
/// </summary>
internal static class Training
{
    /// <summary>Members for a database with articles, and with rows that are called nothing in particular.</summary>
    public const string Database = """
        public Db db = new();
        public class Article { public string Body { get; set; } = ""; public DateTime UpdatedAt { get; set; } public string Region { get; set; } = ""; }
        public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Article> Articles => null!; public Microsoft.EntityFrameworkCore.DbSet<Row> Rows => null!; }
        public class Row { public string Body { get; set; } = ""; public DateTime UpdatedAt { get; set; } }
        """;

    private const string Usings = """
        using System.Text;
        using System.Text.Json;
        using OpenAI.Files;
        using OpenAI.FineTuning;

        """;

    private static readonly TestFrame s_frame = new(
        "public sealed class Trainer(OpenAIFileClient files, FineTuningClient fineTuning)",
        "public async Task RunAsync(string folder)"
    )
    {
        Usings = Usings,
    };

    /// <summary>The training data is from documents that change, for the reasons given.</summary>
    public static Task Reported(
        string statements,
        string evidence,
        string members = "",
        ImmutableArray<MetadataReference> libraries = default
    ) =>
        ReportedIn(
            InMethod(
                statements
                    + """

                    OpenAIFile file = await {|#1:files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune)|};
                    await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                    """,
                members
            ),
            evidence,
            libraries: libraries
        );

    /// <summary>The training data is no business of the rule.</summary>
    public static Task Silent(string statements, string members = "", ImmutableArray<MetadataReference> libraries = default) =>
        SilentIn(
            InMethod(
                statements
                    + """

                    OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                    await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                    """,
                members
            ),
            libraries: libraries
        );

    /// <summary>The one finding of a whole source: at the first location, the uploads at the others.</summary>
    public static Task ReportedIn(
        string source,
        string evidence,
        ImmutableArray<MetadataReference> references = default,
        ImmutableArray<MetadataReference> libraries = default,
        int uploads = 1
    )
    {
        var finding = Verify.Finding<FineTuningOnChangingDocuments>("RAG1001").WithArguments(evidence);
        for (var location = 0; location <= uploads; location++)
        {
            finding = finding.WithLocation(location);
        }

        return Verify.AnalyzerAsync<FineTuningOnChangingDocuments>(source, references, Setup(libraries), finding);
    }

    /// <summary>A whole source without a finding.</summary>
    public static Task SilentIn(
        string source,
        ImmutableArray<MetadataReference> references = default,
        ImmutableArray<MetadataReference> libraries = default
    ) => Verify.AnalyzerAsync<FineTuningOnChangingDocuments>(source, references, Setup(libraries));

    /// <summary>The statements in a method of a class with an upload client and a fine-tuning client.</summary>
    public static string InMethod(string statements, string members = "") => s_frame.Around(statements, members);

    private static TestSetup Setup(ImmutableArray<MetadataReference> libraries) =>
        new() { ExtraReferences = libraries.IsDefault ? [] : libraries };
}
