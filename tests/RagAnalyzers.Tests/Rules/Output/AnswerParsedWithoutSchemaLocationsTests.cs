using System.Globalization;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Where a finding sits: on the model call if it is in the body that parses; else on the call of that body through which the
/// answer came; and when the text arrives as a parameter, in the caller that supplied the answer, once.
/// </summary>
public sealed class AnswerParsedWithoutSchemaLocationsTests
{
    private const string Ask = """

            private async Task<string> CompleteAsync(string question) => (await chat.GetResponseAsync(question, OPTIONS)).Text;
        """;

    private const string Read = """

            private static Answer? Read(string text) => JsonSerializer.Deserialize<Answer>(text);
        """;

    private static string Desk(string members) => "public class Desk(IChatClient chat)\n{\n" + members + "\n}\n";

    [Fact]
    public async Task In_the_parsing_body()
    {
        var finding = await Programs.SingleAsync(
            Desk(
                "public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question)).Text);"
            )
        );
        Assert.Equal("chat.GetResponseAsync", Programs.TextOf(finding));
        Assert.Equal(
            ["JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question)).Text)"],
            Programs.AdditionalTexts(finding)
        );
    }

    [Fact]
    public async Task Through_a_helper()
    {
        var finding = await Programs.SingleAsync(
            Desk(
                "public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await CompleteAsync(question));"
                    + Ask
            )
        );
        Assert.Equal("CompleteAsync", Programs.TextOf(finding));
        Assert.Equal(
            [
                "JsonSerializer.Deserialize<Answer>(await CompleteAsync(question))",
                "chat.GetResponseAsync",
                "new ChatOptions { Temperature = 0 }",
            ],
            Programs.AdditionalTexts(finding)
        );
    }

    [Fact]
    public async Task Through_several_helpers_the_one_of_the_parsing_body()
    {
        var finding = await Programs.SingleAsync(
            Desk(
                "public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await OuterAsync(question)); private Task<string> OuterAsync(string question) => CompleteAsync(question);"
                    + Ask
            )
        );
        Assert.Equal("OuterAsync", Programs.TextOf(finding));
        Assert.Equal(
            [
                "JsonSerializer.Deserialize<Answer>(await OuterAsync(question))",
                "chat.GetResponseAsync",
                "new ChatOptions { Temperature = 0 }",
            ],
            Programs.AdditionalTexts(finding)
        );
    }

    [Fact]
    public async Task By_a_parameter_from_a_caller_that_asks()
    {
        var finding = await Programs.SingleAsync(
            Desk("public async Task<Answer?> AskAsync(string question) => Read((await chat.GetResponseAsync(question)).Text);" + Read)
        );
        Assert.Equal("chat.GetResponseAsync", Programs.TextOf(finding));
        Assert.Equal(["JsonSerializer.Deserialize<Answer>(text)"], Programs.AdditionalTexts(finding));
    }

    [Fact]
    public async Task By_a_parameter_from_a_caller_with_a_helper()
    {
        var finding = await Programs.SingleAsync(
            Desk("public async Task<Answer?> AskAsync(string question) => Read(await CompleteAsync(question));" + Ask + Read)
        );
        Assert.Equal("CompleteAsync", Programs.TextOf(finding));
        Assert.Equal(
            ["JsonSerializer.Deserialize<Answer>(text)", "chat.GetResponseAsync", "new ChatOptions { Temperature = 0 }"],
            Programs.AdditionalTexts(finding)
        );
    }

    [Fact]
    public Task By_a_parameter_from_several_callers() =>
        Programs.VerifyTwinsAsync(
            Desk(
                """
                    public async Task<Answer?> AskAsync(string question) => Read((await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS)).Text);

                    public async Task<Answer?> AgainAsync(string question)
                    {
                        var text = await {|RAG2002:CompleteAsync|}(question);
                        return Read(text.Trim());
                    }

                    public Answer? FromDisk(string path) => Read(File.ReadAllText(path));

                    public Answer? FromCaller(string text) => Read(text);
                """
                    + Ask
                    + Read
            )
        );

    [Fact]
    public Task One_call_parsed_twice_is_one_finding() =>
        Programs.VerifyTwinsAsync(
            Desk(
                """
                    public async Task HereAsync(string question)
                    {
                        var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                        using var document = JsonDocument.Parse(response.Text);
                        Console.WriteLine(document.RootElement);
                        Console.WriteLine(JsonSerializer.Deserialize<Answer>(response.Text));
                        Console.WriteLine(Read(response.Text));
                    }

                    public async Task ThereAsync(string question)
                    {
                        var text = await {|RAG2002:CompleteAsync|}(question);
                        Console.WriteLine(JsonSerializer.Deserialize<Answer>(text));
                        Console.WriteLine(Read(text));
                    }
                """
                    + Ask
                    + Read
            )
        );

    [Fact]
    public Task Two_calls_for_one_parse_are_two_findings() =>
        Programs.VerifyTwinsAsync(
            Desk(
                """
                    public async Task<Answer?> AskAsync(string question)
                    {
                        var text = question.Length > 100
                            ? (await {|RAG2002:chat.GetResponseAsync|}("Be brief. " + question, OPTIONS)).Text
                            : await {|RAG2002:CompleteAsync|}(question);
                        return JsonSerializer.Deserialize<Answer>(text);
                    }
                """ + Ask
            )
        );

    [Theory]
    [InlineData("Read(text)", "private static Answer? Read(string json) => JsonSerializer.Deserialize<Answer>(json);")]
    [InlineData(
        "Read(text)",
        "private static Answer? Read(string json) { json = json.Replace(\"```\", \"\").Trim(); try { return JsonSerializer.Deserialize<Answer>(json); } catch (JsonException) { return null; } }"
    )]
    [InlineData("Read<Answer>(text)", "private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json);")]
    [InlineData("Json.Read<Answer>(text)", "")]
    [InlineData("text.ReadAs<Answer>()", "")]
    [InlineData(
        "Read(response)",
        "private static Answer? Read(ChatResponse response) => JsonSerializer.Deserialize<Answer>(response.Text);"
    )]
    [InlineData("Read(new Reply(text))", "private static Answer? Read(Reply reply) => JsonSerializer.Deserialize<Answer>(reply.Text);")]
    [InlineData(
        "TryRead(text, out var answer) ? answer : null",
        "private static bool TryRead(string json, out Answer? answer) { answer = JsonSerializer.Deserialize<Answer>(json); return answer is not null; }"
    )]
    [InlineData(
        "Read(text)",
        "private static Answer? Read(string json) { return Inner(json.Trim()); static Answer? Inner(string inner) => JsonSerializer.Deserialize<Answer>(inner); }"
    )]
    [InlineData("Outer(text)", "private static Answer? Outer(string json) => Json.Read<Answer>(json.Trim());")]
    [InlineData("new Parsed(text).Answer", "")]
    [InlineData("Chained(() => new Parsed(text))", "private static Answer? Chained(Func<Parsed> make) => make().Answer;")]
    [InlineData("parser.Read(text)", "")]
    public async Task Ways_to_a_parse_in_another_body(string parse, string members)
    {
        const string More = """
            public record Reply(string Text);

            internal static class Json
            {
                public static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json);

                public static T? ReadAs<T>(this string json) => JsonSerializer.Deserialize<T>(json);
            }

            internal sealed class Parsed
            {
                public Parsed(string json) => Answer = JsonSerializer.Deserialize<Answer>(json);

                public Answer? Answer { get; }
            }

            public interface IAnswerParser { Answer? Read(string text); }

            internal sealed class AnswerParser : IAnswerParser
            {
                public Answer? Read(string json) => JsonSerializer.Deserialize<Answer>(json);
            }
            """;
        var source =
            Desk(
                $$"""
                    public async Task<Answer?> AskAsync(string question, IAnswerParser parser)
                    {
                        var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                        var text = response.Text;
                        return {{parse}};
                    }

                    {{members}}
                """
            ) + More;
        await Programs.VerifyTwinsAsync(source);
        var finding = await Programs.SingleAsync(source.Replace("{|RAG2002:", "").Replace("|}", ""));
        Assert.Contains("'Answer'", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private static int Read(string text) => text.Length;")]
    [InlineData("private static int Read(string text) => JsonDocument.Parse(File.ReadAllText(text)).RootElement.GetArrayLength();")]
    [InlineData(
        "private static int Read(string text, string settings = \"{}\") => text.Length + JsonDocument.Parse(settings).RootElement.GetArrayLength();"
    )]
    [InlineData(
        "private static int Read(string text) => JsonDocument.Parse(\"{ \\\"text\\\": \\\"\" + text + \"\\\" }\").RootElement.GetArrayLength();"
    )]
    [InlineData(
        "private static int Read(string text) => Read(text, \"{}\"); private static int Read(string text, string settings) => text.Length + JsonDocument.Parse(settings).RootElement.GetArrayLength();"
    )]
    public Task Method_that_does_not_parse_it(string read) =>
        Programs.VerifyAsync(
            Desk(
                $$"""
                    public async Task<int> AskAsync(string question) => Read((await chat.GetResponseAsync(question)).Text);

                    {{read}}
                """
            )
        );

    [Fact]
    public Task Parsing_method_that_also_asks_is_judged_by_itself() =>
        Programs.VerifyAsync(
            Desk(
                """
                    public async Task<Answer?> AskAsync(string question)
                    {
                        var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() });
                        return await RepairAsync(response.Text);
                    }

                    private async Task<Answer?> RepairAsync(string text)
                    {
                        try
                        {
                            return JsonSerializer.Deserialize<Answer>(text);
                        }
                        catch (JsonException)
                        {
                            var repaired = await {|RAG2002:chat.GetResponseAsync|}("Repair this JSON: " + text);
                            return JsonSerializer.Deserialize<Answer>(repaired.Text);
                        }
                    }
                """
            )
        );

    [Fact]
    public Task Recursive_parsing_methods_end() =>
        Programs.VerifyTwinsAsync(
            Desk(
                """
                    public async Task<Answer?> AskAsync(string question) => Read((await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS)).Text, 3);

                    private static Answer? Read(string text, int attempts)
                    {
                        try
                        {
                            return JsonSerializer.Deserialize<Answer>(text);
                        }
                        catch (JsonException) when (attempts > 0)
                        {
                            return Other(text.Trim('`'), attempts - 1);
                        }
                    }

                    private static Answer? Other(string text, int attempts) => Read(text, attempts);
                """
            )
        );

    [Fact]
    public Task Other_file() =>
        Programs.VerifyTwinsAsync(
            Desk(
                """
                    public async Task<Answer?> AskAsync(string question) => Other.Read(await {|RAG2002:Other.CompleteAsync|}(chat, question));
                """
            )
                + """
                internal static class Other
                {
                    public static async Task<string> CompleteAsync(IChatClient chat, string question) => (await chat.GetResponseAsync(question, OPTIONS)).Text;

                    public static Answer? Read(string text) => JsonSerializer.Deserialize<Answer>(text);
                }
                """
        );
}
