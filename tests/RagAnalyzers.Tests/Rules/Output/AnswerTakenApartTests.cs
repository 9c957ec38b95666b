using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2014: in which ways data is read out of an answer, and where an answer is only cleaned or shown.</summary>
public sealed class AnswerTakenApartTests
{
    private const string Usings = """
        using System.Globalization;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Chat = OpenAI.Chat;
        """;

    private static readonly TestFrame s_frame = new(
        "public class Desk(IChatClient chat, AIAgent agent, Chat.ChatClient completions, IChatCompletionService service)",
        "public async Task<object?> AskAsync(string question)"
    )
    {
        Usings = Usings,
        TypesBehind = "public record Movie(string Title, int Year);",
        Indented = IndentedLines.None,
    };

    private const string Ask = "var text = (await chat.GetResponseAsync(\"Rate \" + question)).Text; ";

    [Theory]
    [InlineData("return {|RAG2014:int.Parse|}(text);")]
    [InlineData("return {|RAG2014:int.TryParse|}(text.Trim(), out var score) ? score : 0;")]
    [InlineData("return {|RAG2014:double.Parse|}(text, CultureInfo.InvariantCulture);")]
    [InlineData("return {|RAG2014:decimal.Parse|}(text.AsSpan());")]
    [InlineData("return {|RAG2014:DateTime.ParseExact|}(text, \"O\", null);")]
    [InlineData("return {|RAG2014:DateOnly.Parse|}(text);")]
    [InlineData("return {|RAG2014:Guid.TryParse|}(text, out var id) ? id : default;")]
    [InlineData("return {|RAG2014:Convert.ToInt32|}(text);")]
    [InlineData("return {|RAG2014:text.Split(',').Select|}(int.Parse).Sum();")]
    [InlineData("return text.Split(',').Select(one => {|RAG2014:int.Parse|}(one.Trim())).Sum();")]
    public Task Values(string statements) => VerifyAsync(Ask + statements);

    /// <summary>One method asks for many: what its other callers parse or compare are other answers.</summary>
    [Fact]
    public Task Of_a_method_that_asks_for_many() =>
        VerifyAsync(
            "var kind = await SayAsync(\"Is it a bill or a complaint? \" + question); if (kind is \"bill\" or \"complaint\") { return kind; } return {|RAG2014:int.Parse|}(await SayAsync(\"Rate \" + question));",
            "private async Task<string> SayAsync(string prompt) => (await chat.GetResponseAsync(prompt)).Text; public async Task<Movie?> MovieAsync(string title) => JsonSerializer.Deserialize<Movie>(await SayAsync(\"Who made \" + title));"
        );

    /// <summary>In a schema, the first token would be a brace and no number.</summary>
    [Fact]
    public Task A_number_whose_probability_is_asked_for() =>
        VerifyAsync(
            "Chat.ChatCompletion rated = await completions.CompleteChatAsync(\"Rate \" + question); var sure = rated.ContentTokenLogProbabilities[0].TopLogProbabilities; return (int.Parse(rated.Content[0].Text), sure);"
        );

    [Theory]
    [InlineData("return {|RAG2014:Regex.Match|}(text, @\"Score: (\\d+)\").Groups[1].Value;")]
    [InlineData("return {|RAG2014:Regex.Match|}(text, \"<title>(.*?)</title>\").Groups[1].Value;")]
    [InlineData("return {|RAG2014:Regex.Match|}(text, @\"<report>(\\d+)</report>\").Groups[1].Value;")]
    [InlineData("return {|RAG2014:Regex.Match|}(text, @\"^(\\d+)[.)]\\s*(\\w+): (.+)$\").Groups[2].Value;")]
    [InlineData("return {|RAG2014:Regex.Match|}(text, @\"^(\\d+)\").Groups[1].Value;")]
    [InlineData(
        "var match = {|RAG2014:Regex.Match|}(text, @\"(?<score>\\d+)/10\"); return match.Success ? match.Groups[\"score\"].Value : null;"
    )]
    [InlineData("var match = {|RAG2014:new Regex(@\"Score: (\\d+)\").Match|}(text); return int.Parse(match.Groups[1].Value);")]
    [InlineData(
        "foreach (Match match in {|RAG2014:Regex.Matches|}(text, @\"(\\w+): (\\w+)\")) Console.WriteLine(match.Groups[2]); return 1;"
    )]
    public Task Groups(string statements) => VerifyAsync(Ask + statements);

    [Theory]
    [InlineData("var parts = {|RAG2014:text.Split|}('|'); return parts[0] + parts[1];")]
    [InlineData("return {|RAG2014:text.Split|}(':')[1].Trim();")]
    [InlineData("return {|RAG2014:text.Split|}(\"Title:\")[^1];")]
    [InlineData("return {|RAG2014:text.Split|}(\": \").Last();")]
    [InlineData("return {|RAG2014:Regex.Split|}(text, \"; *\")[1];")]
    [InlineData("return {|RAG2014:text.Split|}('|') is [_, var year] ? year : null;")]
    [InlineData("var parts = {|RAG2014:text.Split|}('|').Select(one => one.Trim()).ToList(); return parts[1];")]
    [InlineData("var lines = {|RAG2014:text.Split|}('\\n'); return lines[0] + lines[1];")]
    [InlineData(
        "var found = new Dictionary<string, string>(); foreach (var line in text.Split('\\n')) { var pair = {|RAG2014:line.Split|}(':'); found[pair[0]] = pair[1]; } return found;"
    )]
    public Task Pieces(string statements) => VerifyAsync(Ask + statements);

    [Theory]
    [InlineData("return {|RAG2014:text.Substring|}(start, end - start);")]
    [InlineData(
        "return {|RAG2014:text.Substring|}(text.IndexOf(\"Subject:\") + 8, text.IndexOf(\"Body:\") - text.IndexOf(\"Subject:\") - 8);"
    )]
    [InlineData("return {|RAG2014:text[start..end]|};")]
    public Task Between_marks(string statement) =>
        VerifyAsync(Ask + "var start = text.IndexOf(\"<answer>\") + 8; var end = text.IndexOf(\"</answer>\"); " + statement);

    [Theory]
    [InlineData("{|RAG2014:line.Substring|}(6)", "line.Substring(5)")]
    [InlineData("{|RAG2014:line[6..]|}", "line[5..]")]
    [InlineData("{|RAG2014:line.Replace|}(\"TITLE:\", \"\")", "line.Split(':')[1]")]
    public Task Labelled_lines(string first, string second) =>
        VerifyAsync(
            Ask
                + $$"""
                string? title = null, year = null;
                foreach (var line in text.Split('\n'))
                {
                    if (line.StartsWith("TITLE:", StringComparison.OrdinalIgnoreCase)) title = {{first}}.Trim();
                    else if (line.StartsWith("YEAR:", StringComparison.OrdinalIgnoreCase)) year = {{second}}.Trim();
                }
                return title + year;
                """
        );

    [Fact]
    public Task One_label_is_a_preface() => VerifyAsync(Ask + "if (text.StartsWith(\"Answer:\")) text = text.Substring(7); return text;");

    [Fact]
    public Task Labels_that_are_only_looked_for() =>
        VerifyAsync(
            Ask
                + "foreach (var line in text.Split('\\n')) { if (line.StartsWith(\"TITLE:\") || line.StartsWith(\"YEAR:\")) Console.WriteLine(line); } return 1;"
        );

    [Fact]
    public Task One_answer_has_one_finding() =>
        VerifyAsync(Ask + "var parts = {|RAG2014:text.Split|}('|'); return int.Parse(parts[0]) + int.Parse(parts[1]);");

    [Theory]
    [InlineData("(await chat.AsAIAgent().RunAsync(question)).Text")]
    [InlineData("(await service.GetChatMessageContentAsync(question)).Content!")]
    [InlineData("(await completions.CompleteChatAsync([new Chat.UserChatMessage(question)])).Value.Content[0].Text")]
    public Task Every_SDK(string answer) => VerifyAsync($"return {{|RAG2014:int.Parse|}}({answer});");

    [Fact]
    public Task Message() =>
        Verify.AnalyzerAsync<AnswerTakenApart>(
            s_frame.Around("return {|#0:int.Parse|}((await {|#1:chat.GetResponseAsync|}(question)).Text);"),
            expected: Verify
                .Finding<AnswerTakenApart>("RAG2014")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("int.Parse", "Call GetResponseAsync<T> or set ResponseFormat")
        );

    [Fact]
    public Task The_answer_of_a_method() =>
        VerifyAsync(
            "return {|RAG2014:int.Parse|}(await TextAsync(question));",
            "private async Task<string> TextAsync(string question) => (await chat.GetResponseAsync(question)).Text;"
        );

    [Fact]
    public Task A_helper_that_is_given_answers_alone() =>
        VerifyAsync(Ask + "return Read(text);", "private static int Read(string text) => {|RAG2014:int.Parse|}(text);");

    [Fact]
    public Task A_helper_that_is_given_other_texts_too() =>
        VerifyAsync(Ask + "return Read(text) + Read(question);", "private static int Read(string text) => int.Parse(text);");

    [Theory]
    [InlineData("return text.Trim();")]
    [InlineData("return text.Split('\\n');")]
    [InlineData("return text.Split('\\n')[0];")] // the first line
    [InlineData("return text.Split('.')[0];")] // the first sentence
    [InlineData("return text.Split(\"User:\")[0];")] // a stop sequence
    [InlineData("return text.Split(',').Select(one => one.Trim()).ToList();")]
    [InlineData("foreach (var line in text.Split('\\n')) Console.WriteLine(line); return 1;")]
    [InlineData("return text.Split(\"</think>\")[1];")]
    [InlineData("return text.Split(\"```\")[1];")]
    [InlineData("return Regex.Match(text, \"```(?:csharp)?(.*?)```\", RegexOptions.Singleline).Groups[1].Value;")]
    [InlineData("return Regex.Replace(text, \"<think>(.*?)</think>\", \"\");")]
    [InlineData("return Regex.Match(text, @\"(https?://\\S+)\").Groups[1].Value;")] // a link in prose
    [InlineData("return Regex.Match(text, @\"\\w+\").Value;")] // the whole match
    [InlineData("return Regex.Matches(text, @\"\\[(\\d+)\\]\").Select(m => int.Parse(m.Groups[1].Value)).ToList();")] // the numbers of citations
    [InlineData(
        "var list = new List<int>(); foreach (Match m in Regex.Matches(text, \"【(\\\\d+)】\")) list.Add(int.Parse(m.Groups[1].Value)); return list;"
    )]
    [InlineData("return Regex.Matches(text, \"<citation page='(.*?)'>(.*?)</citation>\").Select(m => m.Groups[1].Value).ToList();")]
    [InlineData("return Regex.Match(text, @\"<source\\s+id=(?<id>\\d+)\").Groups[\"id\"].Value;")]
    [InlineData("return Regex.Match(text, \"<article>(.*?)</article>\", RegexOptions.Singleline).Groups[1].Value;")] // a text as a whole
    // The items of a list, with their numbers or without.
    [InlineData(
        "return Regex.Matches(text, @\"^(\\d+)[.)]\\s*(.+)$\", RegexOptions.Multiline).Select(m => $\"{m.Groups[1]}: {m.Groups[2]}\").ToList();"
    )]
    [InlineData(
        "return Regex.Matches(text, @\"^\\s*\\d+\\.\\s+(?<item>.*)\", RegexOptions.Multiline).Select(m => m.Groups[\"item\"].Value).ToList();"
    )]
    [InlineData("return text.Split('\\n').Select(line => Regex.Match(line, @\"^[-*•]\\s*(.+?)$\").Groups[1].Value).ToList();")]
    [InlineData("return Regex.Match(text, @\"<travel-report>\\s*(?<all>[\\s\\S]+?)\\s*</travel-report>\").Groups[\"all\"].Value;")]
    [InlineData(
        "var start = text.IndexOf(\"<draft>\"); var end = text.IndexOf(\"</draft>\"); return text.Substring(start + 7, end - start - 7);"
    )]
    [InlineData("return Regex.IsMatch(text, @\"(\\d+)\");")]
    [InlineData("return text.Length > 100 ? text.Substring(0, 100) : text;")]
    [InlineData("return text.Substring(text.IndexOf('{'), text.LastIndexOf('}') - text.IndexOf('{') + 1);")]
    [InlineData("return text.Substring(\"Answer:\".Length);")]
    [InlineData("return int.Parse(question);")] // another text
    [InlineData("return text.Split(' ').Length;")]
    public Task Cleaned_or_shown(string statements) => VerifyAsync(Ask + statements);

    /// <summary>What is cut out is written again where it stood.</summary>
    [Theory]
    [InlineData(
        "while (text.Contains(\"**\") && text.Contains(\"!!\")) { var start = text.IndexOf(\"**\"); var end = text.IndexOf(\"!!\", start); var before = text.Substring(0, start); var bold = text.Substring(start + 2, end - start - 2); var after = text.Substring(end + 2); text = $\"{before}<b>{bold}</b>{after}\"; } return text;"
    )]
    [InlineData(
        "var start = text.IndexOf(\"((\"); var end = text.IndexOf(\"))\"); text = text[..start] + \"[\" + text[(start + 2)..end] + \"]\" + text[(end + 2)..]; return text;"
    )]
    public Task Put_back(string statements) => VerifyAsync(Ask + statements);

    /// <summary>What stands around is not kept.</summary>
    [Theory]
    [InlineData(
        "var start = text.IndexOf(\"((\"); var end = text.IndexOf(\"))\"); var name = {|RAG2014:text.Substring|}(start + 2, end - start - 2); text = text.Substring(end + 2); return (name, text);"
    )]
    [InlineData(
        "var start = text.IndexOf(\"((\"); var end = text.IndexOf(\"))\"); var head = text[..start]; var tail = text[end..]; return (head, tail, {|RAG2014:text.Substring|}(start + 2, end - start - 2));"
    )]
    public Task Not_put_back(string statements) => VerifyAsync(Ask + statements);

    [Theory]
    // A schema, options that cannot be seen.
    [InlineData("return int.Parse((await chat.GetResponseAsync<int>(question)).Text);")]
    [InlineData(
        "return int.Parse((await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json })).Text);"
    )]
    [InlineData("return int.Parse((await chat.GetResponseAsync(question, Options)).Text);")]
    // RAG2002, RAG2003 and RAG2012 speak.
    [InlineData(
        "var text = (await chat.GetResponseAsync(question)).Text; var match = Regex.Match(text, \"<json>(.*)</json>\"); return JsonSerializer.Deserialize<Movie>(match.Groups[1].Value);"
    )]
    [InlineData("return int.Parse((await chat.GetResponseAsync(\"Respond with JSON. \" + question)).Text);")]
    [InlineData("return bool.Parse((await chat.GetResponseAsync(\"Is it spam? Answer true or false: \" + question)).Text);")]
    public Task Calls_that_are_constrained_or_spoken_of(string statements) =>
        VerifyAsync(statements, "public ChatOptions Options { get; set; } = new();");

    [Fact]
    public Task A_client_of_the_users_own() =>
        Verify.AnalyzerAsync<AnswerTakenApart>(
            """
            using Microsoft.Extensions.AI;

            public class Chat
            {
                public Task<ChatResponse> GetResponseAsync(string question) => null!;
            }

            public class Number
            {
                public static int Parse(string text) => text.Length;
            }

            public class Desk(IChatClient client, Chat chat)
            {
                public async Task<int> AskAsync(string question) =>
                    int.Parse((await chat.GetResponseAsync(question)).Text) + Number.Parse((await client.GetResponseAsync(question)).Text);
            }
            """
        );

    [Theory]
    [InlineData("return int.Parse(text")]
    [InlineData("return text.Split('|')[")]
    [InlineData("return Regex.Match(text, ).Groups[1];")]
    [InlineData("return text[text.IndexOf(\"a\")..];")]
    [InlineData("return text.Substring(, text.IndexOf(\"b\"));")]
    public async Task Half_typed(string statements) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync([new AnswerTakenApart()], [s_frame.Around(Ask + statements)], ReferenceSets.Latest)
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<AnswerTakenApart>(s_frame.Around(statements, members));
}
