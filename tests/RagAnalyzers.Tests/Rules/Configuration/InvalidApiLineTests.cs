using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Tests.Configuration.Apis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Configuration;

public sealed class InvalidApiLineTests
{
    [Theory]
    [InlineData(
        "Contoso.IAnswers.AskAsync = modelcall",
        "'modelcall' is no meaning; there are retrieval, model-call, answer, parse, safe-parse, ingestion, fine-tuning-job, evaluation or schema-export"
    )]
    [InlineData("Contoso.IAnswers.Ask(string) = model-call", "'Contoso.IAnswers' has no member 'Ask'")]
    [InlineData("M:Contoso.IAnswers.Ask(System.String) = model-call", "'Contoso.IAnswers' has no member 'Ask(System.String)'")]
    [InlineData("M:Contoso = model-call", "'M:Contoso' names no member of a type")]
    [InlineData(
        "Contoso.IAnswers.ReplyAsync(int) = model-call",
        "'Contoso.IAnswers' has no 'ReplyAsync' with these parameters; it has 'ReplyAsync(string)'"
    )]
    [InlineData(
        "Contoso.IAnswers.AskAsync = model-call prompt=query",
        "'AskAsync' has no parameter 'query'; it has question, cancellationToken"
    )]
    [InlineData("Contoso.Runner.Run() = retrieval query=q", "'Run' has no parameter 'q'; it has none")]
    [InlineData("Contoso.Reply.Text = model-call", "'Text' is no method, and a model-call is one")]
    [InlineData("Contoso.Runner.Run() = parse", "'Run' takes no text; name the parameter that carries it: text=parameter")]
    public Task A_line_that_does_not_hold(string line, string problem) =>
        VerifyAsync($"# the table\n\n  {line}  \n", Finding(3, 3, line.Length).WithArguments(problem));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    [InlineData("Contoso.IAnswers.AskAsync = model-call prompt=question contract=none")]
    [InlineData("Contoso.IAnswers.AskAsync = model-call prompt=question,passages contract=none")]
    [InlineData("Contoso.IAnswers.AskAsync(System.String, System.Threading.CancellationToken) = model-call")]
    [InlineData("Contoso.IAnswers.AskAsync(string?, System.Collections.Generic.IReadOnlyList<Contoso.Passage>) = model-call")]
    [InlineData("M:Contoso.IAnswers.AskAsync(System.String,System.Threading.CancellationToken) = model-call")]
    [InlineData("Contoso.Json.Read<T>(string) = parse")]
    [InlineData("Contoso.Json.TryRead = safe-parse text=json")]
    [InlineData("Contoso.Reply.Text = answer")]
    [InlineData("T:Contoso.Runner = evaluation")]
    [InlineData("Fabrikam.IAnswers.AskAsync(string) = model-call prompt=whatever")]
    [InlineData("M:Fabrikam.IAnswers.AskAsync(System.String) = model-call")]
    [InlineData("Contoso.IAnswers.ReplyAsync(string) = retrieval\nContoso.IAnswers.ReplyAsync(string) = retrieval")]
    [InlineData("Contoso.IAnswers.AskAsync(string, CancellationToken) = model-call contract=none\nContoso.IAnswers.AskAsync = model-call")]
    public Task A_line_that_holds_or_is_about_others(string table) => VerifyAsync(table);

    [Fact]
    public Task Two_lines_that_say_different_things() =>
        VerifyAsync(
            "Contoso.IAnswers.ReplyAsync(string) = model-call contract=none\nContoso.IAnswers.ReplyAsync = model-call contract=schema",
            Finding(2, 1, 56).WithArguments("line 1 says something else of the same member")
        );

    [Fact]
    public Task A_project_that_does_not_know_the_library_has_nothing_to_say() =>
        Verify.AnalyzerAsync<InvalidApiLine>(
            "class C;",
            Contoso.References,
            new TestSetup { AdditionalFiles = [(Contoso.Path, "Contoso.IAnswers.Nothing(string) = model-call")] }
        );

    private const string Code = """
        using Microsoft.Extensions.AI;

        namespace Contoso;

        public sealed class Answers(IChatClient client)
        {
            public async Task<string> AskAsync(string question) => (await client.GetResponseAsync(question)).Text;
        }
        """;

    [Theory]
    [InlineData("Contoso.Answers.AskAsync(string) = model-call prompt=question contract=schema")]
    [InlineData("Contoso.Answers.AskAsync(string) = model-call contract=json grounded")]
    [InlineData("Contoso.Answers.AskAsync(string) = retrieval query=question")]
    public Task A_line_that_the_code_contradicts(string line) =>
        Verify.AnalyzerAsync<InvalidApiLine>(
            Code,
            setup: new TestSetup { AdditionalFiles = [(Contoso.Path, line)] },
            expected: Finding(1, 1, line.Length).WithArguments("the code of 'AskAsync' says 'model-call prompt=question contract=none'")
        );

    [Theory]
    [InlineData("Contoso.Answers.AskAsync(string) = model-call contract=none grounded")]
    [InlineData("Contoso.Answers.AskAsync(string) = model-call")]
    [InlineData("Contoso.Answers.AskAsync(string) = parse text=question")]
    public Task A_line_that_says_more_or_less_than_the_code(string line) =>
        Verify.AnalyzerAsync<InvalidApiLine>(Code, setup: new TestSetup { AdditionalFiles = [(Contoso.Path, line)] });

    [Fact]
    public Task A_file_of_another_name_is_no_table() =>
        Verify.AnalyzerAsync<InvalidApiLine>(
            "class C;",
            Contoso.References,
            new TestSetup { AdditionalFiles = [("/solution/My.RagAnalyzers.Apis.txt", "nonsense"), ("/solution/notes.txt", "nonsense")] }
        );

    private static DiagnosticResult Finding(int line, int column, int length) =>
        Verify.Finding<InvalidApiLine>("RAG0003").WithSpan(Contoso.Path, line, column, line, column + length);

    private static Task VerifyAsync(string table, params DiagnosticResult[] expected) =>
        Verify.AnalyzerAsync<InvalidApiLine>("class C;", Contoso.References, Contoso.With(table), expected);
}
