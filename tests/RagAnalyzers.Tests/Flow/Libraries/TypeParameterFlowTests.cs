using RagAnalyzers.Tests.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Libraries;

/// <summary>Which of several sequences and functions a value comes from.</summary>
public sealed class TypeParameterFlowTests
{
    private const string Lines = "var lines = other.Split('\\n'); string[] answers = [answer]; ";

    [Theory]
    [InlineData("Use(Parse(lines.Zip(answers, (l, a) => a).First()));")]
    [InlineData("Use(answers.Zip(lines, (a, l) => Parse(a)).First());")]
    [InlineData("Use(Parse(lines.Join(answers, l => l, a => a, (l, a) => a).First()));")]
    [InlineData("Use(lines.Join(answers, l => l, a => Parse(a)!.ToString(), (l, a) => l).First());")]
    [InlineData("Use(lines.GroupJoin(answers, l => l, a => a, (l, each) => Parse(each.First())).First());")]
    [InlineData("Use(Parse(answers.ToDictionary(a => question).Values.First()));")]
    [InlineData("Use(Parse(answers.ToDictionary(a => a, a => other).First().Key));")]
    [InlineData("Use(Parse(lines.ToDictionary(l => l, l => answer).First().Value));")]
    [InlineData("Use(Parse(lines.ToDictionary(l => l, l => answer)[question]));")]
    [InlineData("Use(Parse(lines.ToLookup(l => l, l => answer)[question].First()));")]
    [InlineData("Use(Parse(answers.ToLookup(a => question)[question].First()));")]
    [InlineData("Use(answers.GroupBy(a => a.Length).Select(g => Parse(g.First())).First());")]
    [InlineData("Use(lines.GroupBy(l => l, l => answer).Select(g => Parse(g.First())).First());")]
    [InlineData("Use(new[] { response }.SelectMany(r => r.Messages, (r, m) => Parse(m.Text)).First());")]
    [InlineData("Use(lines.SelectMany(l => answers, (l, a) => Parse(a)).First());")]
    [InlineData("Use(answers.SelectMany(a => lines, (a, l) => Parse(a)).First());")]
    [InlineData("Use(Parse(answers.Aggregate(\"\", (x, l) => x + l)));")]
    [InlineData("Use(Parse(answers.Aggregate((x, l) => x + l)));")]
    [InlineData("Use(Parse(lines.Aggregate(answer, (x, l) => x.Trim())));")]
    [InlineData("Use(answers.Aggregate(\"\", (x, l) => x + Parse(l)));")]
    [InlineData("Use(Parse(lines.Select((l, i) => i + answer).First()));")]
    [InlineData("Use(Parse(answers.Except(lines).First()));")]
    [InlineData("Use(Parse(lines.Union(answers).First()));")]
    [InlineData("Use(Parse(lines.Append(answer).Last()));")]
    [InlineData("Use(from l in lines from a in answers select Parse(a));")]
    [InlineData("Use(from l in lines join a in answers on l equals a select Parse(a));")]
    [InlineData("Use(answers.AsQueryable().Select(a => Parse(a)).First());")]
    public Task The_answer_is_parsed(string statements) => AnswerFlow.ArrivesAsync(Lines + statements);

    [Theory]
    [InlineData("Use(Parse(lines.Zip(answers, (l, a) => l).First()));")]
    [InlineData("Use(lines.Zip(answers, (l, a) => Parse(l)).First());")]
    [InlineData("Use(Parse(lines.Join(answers, l => l, a => a, (l, a) => l).First()));")]
    [InlineData("Use(lines.Join(answers, l => Parse(l)!.ToString(), a => a, (l, a) => l).First());")]
    [InlineData("Use(lines.GroupJoin(answers, l => l, a => a, (l, each) => Parse(l)).First());")]
    [InlineData("Use(Parse(lines.ToDictionary(l => l + answer, l => l).First().Value));")]
    [InlineData("Use(Parse(lines.ToDictionary(l => l, l => answer).First().Key));")]
    [InlineData("Use(Parse(lines.ToDictionary(l => l + answer).Values.First()));")]
    [InlineData("Use(Parse(lines.ToLookup(l => answer)[question].First()));")]
    [InlineData("Use(lines.GroupBy(l => answer).Select(g => Parse(g.First())).First());")]
    [InlineData("Use(lines.SelectMany(l => answers, (l, a) => Parse(l)).First());")]
    [InlineData("Use(answers.SelectMany(a => lines, (a, l) => Parse(l)).First());")]
    [InlineData("Use(Parse(lines.Aggregate(other, (x, l) => l == answer ? x : l)));")]
    [InlineData("Use(Parse(lines.Except(answers).First()));")]
    [InlineData("Use(from l in lines from a in answers select Parse(l));")]
    [InlineData("Use(from l in lines join a in answers on l equals a select Parse(l));")]
    public Task Something_else_is_parsed(string statements) => AnswerFlow.IsLostAsync(Lines + statements);
}
