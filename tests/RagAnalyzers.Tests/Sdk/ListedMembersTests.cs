using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Configuration.Apis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>What a table says of another project's members, the rules take as they take what an SDK's table says.</summary>
public sealed class ListedMembersTests
{
    private const string Ask = "Contoso.IAnswers.AskAsync = model-call prompt=question";

    private const string Parse = """
        using System.Text.Json;
        using Contoso;

        public sealed record Answer(string Text);

        public sealed class Desk(IAnswers answers)
        {
            public async Task<Answer?> AskAsync(string question) =>
                JsonSerializer.Deserialize<Answer>(await PLACE);
        }
        """;

    [Theory]
    [InlineData(Ask + " contract=none")]
    [InlineData("Contoso.IAnswers.AskAsync(string, CancellationToken) = model-call prompt=question contract=none")]
    [InlineData("M:Contoso.IAnswers.AskAsync(System.String,System.Threading.CancellationToken) = model-call contract=none")]
    public Task A_model_call_without_a_contract(string line) =>
        VerifyAsync<AnswerParsedWithoutSchema>(Parse.Replace("PLACE", "{|RAG2002:answers.AskAsync|}(question)"), line);

    [Fact]
    public Task A_grounded_one() =>
        VerifyAsync<GroundedAnswerParsedWithoutSchema>(
            Parse.Replace("PLACE", "{|RAG2001:answers.AskAsync|}(question)"),
            Ask + " contract=none grounded"
        );

    [Fact]
    public Task Json_mode() =>
        VerifyAsync<JsonModeWithoutSchema>(Parse.Replace("PLACE", "{|RAG2004:answers.AskAsync|}(question)"), Ask + " contract=json");

    /// <summary>The format is set where the member's code is.</summary>
    [Fact]
    public Task Json_mode_that_is_set_elsewhere() =>
        Verify.AnalyzerAsync<JsonModeWithoutSchema>(
            Parse
                .Replace("PLACE", "{|#0:answers.AskAsync|}(question)")
                .Replace("JsonSerializer.Deserialize<Answer>(", "{|#1:JsonSerializer.Deserialize<Answer>(")
                .Replace("(question));", "(question))|};"),
            Contoso.References,
            Contoso.With(Ask + " contract=json"),
            Verify
                .Finding<JsonModeWithoutSchema>("RAG2004")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("Answer", "Set the response format behind 'AskAsync'")
        );

    [Theory]
    [InlineData(Ask)]
    [InlineData(Ask + " contract=unknown grounded")]
    [InlineData(Ask + " contract=schema grounded")]
    [InlineData("Contoso.IAnswers.AskAsync(string, IReadOnlyList<Passage>) = model-call contract=none")]
    [InlineData("Contoso.IHandbook.FindAsync = retrieval")]
    [InlineData("# " + Ask + " contract=none")]
    public async Task A_contract_that_is_not_certainly_missing(string line)
    {
        var source = Parse.Replace("PLACE", "answers.AskAsync(question)");
        await VerifyAsync<AnswerParsedWithoutSchema>(source, line);
        await VerifyAsync<GroundedAnswerParsedWithoutSchema>(source, line);
        await VerifyAsync<JsonModeWithoutSchema>(source, line);
        await VerifyAsync<AnswerParsedWithoutGuard>(source, line);
    }

    [Fact]
    public Task Passages_that_the_caller_retrieves() =>
        VerifyAsync<GroundedAnswerParsedWithoutSchema>(
            """
            using System.Text.Json;
            using Contoso;

            public sealed record Answer(string Text);

            public sealed class Desk(IAnswers answers, IHandbook handbook)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var passages = await handbook.FindAsync(question);
                    return JsonSerializer.Deserialize<Answer>(await {|RAG2001:answers.AskAsync|}(question, passages));
                }
            }
            """,
            "Contoso.IHandbook.FindAsync = retrieval query=question top=count",
            "Contoso.IAnswers.AskAsync = model-call prompt=question,passages contract=none"
        );

    [Fact]
    public Task The_text_of_a_reply() =>
        VerifyAsync<AnswerParsedWithoutSchema>(
            """
            using System.Text.Json;
            using Contoso;

            public sealed record Answer(string Text);

            public sealed class Desk(IAnswers answers)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var reply = await {|RAG2002:answers.ReplyAsync|}(question);
                    return JsonSerializer.Deserialize<Answer>(reply.Text.Trim());
                }
            }
            """,
            "Contoso.IAnswers.ReplyAsync = model-call contract=none",
            "Contoso.Reply.Text = answer"
        );

    /// <summary>Which member of a reply is the answer only the table knows.</summary>
    [Fact]
    public Task Some_member_of_a_reply() =>
        VerifyAsync<AnswerParsedWithoutSchema>(
            """
            using System.Text.Json;
            using Contoso;

            public sealed record Answer(string Text);

            public sealed class Desk(IAnswers answers)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await answers.ReplyAsync(question)).Text);
            }
            """,
            "Contoso.IAnswers.ReplyAsync = model-call contract=none"
        );

    [Theory]
    [InlineData("Json.Read<Answer>(text)", "Contoso.Json.Read = parse")]
    [InlineData("Json.TryRead<Answer>(text, out var answer) ? answer : null", "Contoso.Json.TryRead = safe-parse text=json")]
    public Task A_parse_of_the_teams_own(string parse, string line) =>
        VerifyAsync<AnswerParsedWithoutSchema>(
            $$"""
            using Contoso;

            public sealed record Answer(string Text);

            public sealed class Desk(IAnswers answers)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var text = await {|RAG2002:answers.AskAsync|}(question);
                    return {{parse}};
                }
            }
            """,
            Ask + " contract=none",
            line
        );

    [Fact]
    public Task Data_of_a_job_that_change_often() =>
        VerifyAsync<FineTuningOnChangingDocuments>(
            """
            using System.Text;
            using Contoso;

            public sealed class Job(ITuner tuner)
            {
                public Task<string> RunAsync() =>
                    {|RAG1001:tuner.StartAsync|}(new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText("policies/refunds.md"))));
            }
            """,
            "Contoso.ITuner.StartAsync = fine-tuning-job training=examples validation=held"
        );

    [Fact]
    public Task A_job_without_validation_data() =>
        VerifyAsync<FineTuningWithoutValidation>(
            """
            using Contoso;

            public sealed class Job(ITuner tuner)
            {
                public Task<string> RunAsync(Stream examples) => {|RAG4001:tuner.StartAsync|}(examples);

                public Task<string> RunAsync(Stream examples, Stream held) => tuner.StartAsync(examples, held);
            }
            """,
            "Contoso.ITuner.StartAsync = fine-tuning-job training=examples validation=held"
        );

    [Fact]
    public Task A_job_of_whose_validation_the_table_says_nothing() =>
        VerifyAsync<FineTuningWithoutValidation>(
            """
            using Contoso;

            public sealed class Job(ITuner tuner)
            {
                public Task<string> RunAsync(Stream examples) => tuner.StartAsync(examples);
            }
            """,
            "Contoso.ITuner.StartAsync = fine-tuning-job training=examples"
        );

    [Theory]
    [InlineData("Contoso.Nothing.Run = evaluation", "{|RAG4003:tuner.StartAsync|}(examples)")]
    [InlineData("T:Contoso.Runner = evaluation", "tuner.StartAsync(examples)")]
    [InlineData("Contoso.Runner.Run() = evaluation", "tuner.StartAsync(examples)")]
    public Task An_evaluation(string line, string start) =>
        VerifyAsync<FineTuningWithoutEvaluation>(
            $$"""
            using Contoso;

            public sealed class Job(ITuner tuner)
            {
                public Task<string> RunAsync(Stream examples) => {{start}};

                public void Check() => new Runner().Run();
            }
            """,
            "Contoso.ITuner.StartAsync = fine-tuning-job training=examples validation=held",
            line
        );

    /// <summary>Who wrote the search may have asked how relevant the passages are.</summary>
    [Fact]
    public Task A_listed_search_may_have_a_threshold() =>
        VerifyAsync<PassagesWithoutGate>(
            """
            using Contoso;

            public sealed class Desk(IAnswers answers, IHandbook handbook)
            {
                public async Task<string> AskAsync(string question)
                {
                    var passages = await handbook.FindAsync(question);
                    return await answers.AskAsync(question, passages);
                }
            }
            """,
            "Contoso.IHandbook.FindAsync = retrieval query=question",
            "Contoso.IAnswers.AskAsync = model-call prompt=question,passages contract=none"
        );

    /// <summary>The project that declares the interface has the parse, too, and a stand-in.</summary>
    [Fact]
    public Task An_interface_of_the_project_itself() =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            Parse.Replace("PLACE", "{|RAG2002:answers.AskAsync|}(question)").Replace("using Contoso;\n", string.Empty)
                + """

                public interface IAnswers
                {
                    Task<string> AskAsync(string question);
                }

                internal sealed class NoAnswers : IAnswers
                {
                    public Task<string> AskAsync(string question) => Task.FromResult("{}");
                }

                internal sealed class Tests
                {
                    public async Task<Answer?> FakeAsync() => JsonSerializer.Deserialize<Answer>(await new NoAnswers().AskAsync("?"));
                }
                """,
            Contoso.References,
            new TestSetup { AdditionalFiles = [(Contoso.Path, "IAnswers.AskAsync = model-call prompt=question contract=none")] }
        );

    /// <summary>The project that implements the interface shows what it does; the table does not change that.</summary>
    [Fact]
    public Task Code_goes_before_the_table() =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Answer(string Text);

            public interface IAnswers
            {
                Task<string> AskAsync(string question);
            }

            public sealed class Answers(IChatClient client) : IAnswers
            {
                public async Task<string> AskAsync(string question) =>
                    (await client.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() })).Text;
            }

            public sealed class Desk(IAnswers answers)
            {
                public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await answers.AskAsync(question));
            }
            """,
            ReferenceSets.Latest,
            new TestSetup { AdditionalFiles = [(Contoso.Path, "IAnswers.AskAsync = model-call prompt=question contract=none")] }
        );

    /// <summary>Labels of an answer whose contract nobody knows may be an enum's.</summary>
    [Theory]
    [InlineData("none", "{|RAG2012:answers.AskAsync|}(question)")]
    [InlineData("unknown", "answers.AskAsync(question)")]
    [InlineData("schema", "answers.AskAsync(question)")]
    public Task A_label(string contract, string call) =>
        VerifyAsync<LabelComparedAsText>(
            $$"""
            using Contoso;

            public sealed class Desk(IAnswers answers)
            {
                public async Task<int> AskAsync(string question)
                {
                    var label = await {{call}};
                    return label == "refund" ? 1 : label == "exchange" ? 2 : 0;
                }
            }
            """,
            Ask + " contract=" + contract
        );

    /// <summary>A class of another project that implements the interface is called by its own name, and names its parameters as it likes.</summary>
    [Fact]
    public Task An_implementation_in_another_project()
    {
        var implementation = AnalyzerRun
            .Compile(
                [
                    """
                    namespace Fabrikam;

                    public sealed class Answers : Contoso.IShort
                    {
                        public Task<string> AskAsync(string asked) => throw new NotSupportedException();
                    }
                    """,
                    "namespace Contoso; public interface IShort { Task<string> AskAsync(string question); }",
                ],
                Contoso.References
            )
            .WithAssemblyName("Fabrikam")
            .ToMetadataReference();
        return Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            """
            using System.Text.Json;

            public sealed record Answer(string Text);

            public sealed class Desk(Fabrikam.Answers answers)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:answers.AskAsync|}(question));
            }
            """,
            Contoso.References,
            new TestSetup
            {
                ExtraReferences = [implementation],
                AdditionalFiles = [(Contoso.Path, "Contoso.IShort.AskAsync = model-call prompt=question contract=none")],
            }
        );
    }

    /// <summary>Raw HTTP says nothing; the table does.</summary>
    [Fact]
    public Task A_member_of_the_project_whose_code_says_nothing() =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            """
            using System.Text.Json;

            public sealed record Answer(string Text);

            public sealed class Answers(HttpClient http)
            {
                public Task<string> AskAsync(string question) => http.GetStringAsync("https://contoso.example/ask?q=" + question);
            }

            public sealed class Desk(Answers answers)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:answers.AskAsync|}(question));
            }
            """,
            Contoso.References,
            new TestSetup { AdditionalFiles = [(Contoso.Path, "Answers.AskAsync = model-call prompt=question contract=none")] }
        );

    private static Task VerifyAsync<TAnalyzer>(string source, params string[] lines)
        where TAnalyzer : DiagnosticAnalyzer, new() => Verify.AnalyzerAsync<TAnalyzer>(source, Contoso.References, Contoso.With(lines));
}
