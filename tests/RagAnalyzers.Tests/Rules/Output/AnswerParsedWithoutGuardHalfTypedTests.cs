using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2011 on what a user has typed so far: whatever is missing, it does not throw.</summary>
public sealed class AnswerParsedWithoutGuardHalfTypedTests
{
    private const string Read =
        "private async Task<Answer> Read(string text) => (await chat.GetResponseAsync<Answer>(text)).Result; private void Last() {";

    [Theory]
    [InlineData("Use(JsonSerializer.Deserialize<Missing>((await chat.GetResponseAsync(question, options)).Text));", 0)]
    [InlineData("Use(JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question, options)).Text));", 1)]
    [InlineData("try { Use(await Read(missing)); } catch (Exception) { } } " + Read, 0)]
    [InlineData("try { Use(await Read(question, )); } catch (Exception) { } } " + Read, 0)]
    [InlineData("Use(await Read(question)); } " + Read, 1)]
    public async Task What_is_missing_is_unknown(string statements, int count)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new AnswerParsedWithoutGuard()],
            [UnguardedAnswers.Source(statements)],
            ReferenceSets.Latest
        );
        Assert.Equal(count, found.Length);
    }

    [Theory]
    [InlineData("try { Use((await chat.GetResponseAsync<Answer>(question)).Result); } catch (")]
    [InlineData("try { Use((await chat.GetResponseAsync<Answer>(question)).Result); } catch (Missing) { }")]
    [InlineData("try { Use((await chat.GetResponseAsync<Answer>(question)).Result); } catch () { }")]
    [InlineData("try { Use((await chat.GetResponseAsync<Answer>(question)).Result); } catch (JsonException) when { }")]
    [InlineData("try { Use((await chat.GetResponseAsync<Answer>(question)).Result);")]
    [InlineData("Use((await chat.GetResponseAsync<Missing>(question)).Result);")]
    [InlineData("Use((await chat.GetResponseAsync<>(question)).Result);")]
    [InlineData("var response = await chat.GetResponseAsync<Answer>(question); Use(response.Result.);")]
    [InlineData("var response = await chat.GetResponseAsync<Answer>(question); Use(response?.Result")]
    [InlineData("var response = await chat.GetResponseAsync<Answer>(question); if (response.FinishReason ==) Use(response.Result);")]
    [InlineData("var response = await chat.GetResponseAsync<Answer>(question); if (response is { FinishReason: }) Use(response.Result);")]
    [InlineData("var response = await chat.GetResponseAsync<Answer>(question); if (response is { Missing: 1 }) Use(response.Result);")]
    [InlineData("var response = await chat.GetResponseAsync<Answer>(question); if (response.TryGetResult(out)) Use(response.Result);")]
    [InlineData(
        "var response = await chat.GetResponseAsync<Answer>(question); var reason = reason ?? response.FinishReason; Use(reason); Use(response.Result);"
    )]
    [InlineData(
        "Func<Task<Answer>> read = async () => (await chat.GetResponseAsync<Answer>(question)).Result; read = read; read(; retry.ExecuteAsync(read, );"
    )]
    [InlineData("Func<Task<Answer>> read = async () => (await read()).Result; Use(read());")]
    [InlineData("async Task<Answer> Read() => (await chat.GetResponseAsync<Answer>(question)).Result; Use(Read); Read; await Read(")]
    [InlineData(
        "async Task<Answer> Read() => await Read(); async Task<Answer> Read() => (await chat.GetResponseAsync<Answer>(question)).Result;"
    )]
    [InlineData("missing.Select(async m => (await chat.GetResponseAsync<Answer>(m)).Result);")]
    [InlineData("new[] { question }.Select(async => (await chat.GetResponseAsync<Answer>(question)).Result);")]
    [InlineData("Run(async () => (await chat.GetResponseAsync<Answer>(question)).Result); void Run(Func<Task> a, Func<Task> a) => b();")]
    [InlineData("question.Length += async () => (await chat.GetResponseAsync<Answer>(question)).Result;")]
    [InlineData(
        "Use(Parse((await chat.GetResponseAsync(question, options)).Text)); } private Answer Parse(string text, string text) => JsonSerializer.Deserialize<Answer>(text); public void"
    )]
    [InlineData(
        "Use(Parse((await chat.GetResponseAsync(question, options)).Text)); } private Answer Parse(string text) => Parse(text) ?? JsonSerializer.Deserialize<Answer>(; public void"
    )]
    [InlineData(
        "} public Answer Answer => chat.GetResponseAsync<Answer>(\"\").Result.Result; public Answer Again { get => Answer; set { Use(chat.GetResponseAsync<Answer>(\"\").Result.Result); } "
    )]
    [InlineData("} public Desk() : this(chat.GetResponseAsync<Answer>(\"\").Result.Result) { ")]
    [InlineData("} private Answer _answer = chat.GetResponseAsync<Answer>(\"\").Result.Result; private void Do() { ")]
    [InlineData(
        "} public static Answer operator +(Desk a, Desk b) => a.chat.GetResponseAsync<Answer>(\"\").Result.Result; private void Do() { "
    )]
    [InlineData("} [Missing] [Xunit.Fact] [Obsolete(] public async Task Do() { Use((await chat.GetResponseAsync<Answer>(\"\")).Result);")]
    [InlineData("} public override async Task AskAsync(string question) { Use((await chat.GetResponseAsync<Answer>(\"\")).Result);")]
    public async Task No_rule_throws(string statements)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new AnswerParsedWithoutGuard()],
            [UnguardedAnswers.Source(statements)],
            ReferenceSets.Latest
        );
        Complaints.AssertNone(found.Where(finding => finding.Id == "AD0001").Select(finding => finding.ToString()));
    }
}
