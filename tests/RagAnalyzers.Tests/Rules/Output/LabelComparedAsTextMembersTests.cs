namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2012 on answers that one method keeps in a member, and another one compares.</summary>
public sealed class LabelComparedAsTextMembersTests
{
    private const string Prompt = "\"Answer only yes or no. \" + mail";

    [Theory]
    [InlineData("public bool IsSpam => _last == \"yes\";")]
    [InlineData("public bool IsSpam() => _last?.Trim().Equals(\"yes\", StringComparison.OrdinalIgnoreCase) ?? false;")]
    [InlineData("public int Verdict() => _last switch { \"yes\" => 1, \"no\" => 0, _ => -1 };")]
    // Something else than a label is kept there as well.
    [InlineData("public bool IsSpam => _last == \"yes\"; public void Enter() => _last = Console.ReadLine();")]
    public Task Kept(string members) => VerifyAsync($"_last = (await {{|RAG2012:chat.GetResponseAsync|}}({Prompt})).Text;", members);

    [Theory]
    [InlineData("Answer only yes or no. ", "public bool IsBusy => _state == \"busy\" || _state == \"idle\";")]
    [InlineData("Write a report. ", "public bool HasWarning => _last?.Contains(\"warning\") == true;")]
    [InlineData("Answer only yes or no. ", "public bool Same(string other) => _last == other;")]
    [InlineData("Answer only yes or no. ", "public bool IsAsked => _last == \"\";")]
    [InlineData(
        "Write a report. ",
        "public bool IsOk => _last is \"ok\" or \"failed\"; public void Load() => _last = File.ReadAllText(\"state\");"
    )]
    public Task Innocent(string prompt, string members) =>
        VerifyAsync($"_state = \"busy\"; _last = (await chat.GetResponseAsync(\"{prompt}\" + mail)).Text; _state = \"idle\";", members);

    [Fact]
    public Task Filled_by_a_method_that_the_comparing_one_calls() =>
        VerifyAsync(
            $"_last = (await chat.GetResponseAsync({Prompt})).Text;",
            "public async Task<bool> IsSpamAsync(string mail) { await {|RAG2012:AskAsync|}(mail); return _last == \"yes\"; }"
        );

    [Theory]
    [InlineData("await {|RAG2012:TellAsync|}(mail, Judge);")]
    [InlineData(
        "var texts = new[] { (await {|RAG2012:chat.GetResponseAsync|}(Prompt + mail)).Text }; Console.WriteLine(texts.Any(IsYes));"
    )]
    [InlineData("await TellAsync(mail, Show);")]
    [InlineData("await LoadAsync(mail, Judge);")]
    public Task Handed_to_a_method(string ask) =>
        VerifyAsync(
            ask,
            """
            private const string Prompt = "Answer only yes or no. ";

            private async Task TellAsync(string mail, Func<string, Task> then) => await then((await chat.GetResponseAsync(Prompt + mail)).Text);

            private async Task LoadAsync(string path, Func<string, Task> then) => await then(await File.ReadAllTextAsync(path));

            private static Task Judge(string text) => Console.Out.WriteLineAsync(text == "yes" ? "spam" : "mail");

            private static bool IsYes(string text) => text.Trim() == "yes";

            private static Task Show(string text) => Console.Out.WriteLineAsync(text);
            """
        );

    private static Task VerifyAsync(string ask, string members) =>
        ComparedAnswers.VerifyAsync(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                private string? _last;
                private string _state = "idle";

                            public string All => _state + _last;

                public async Task AskAsync(string mail)
                {
                    {{ask}}
                }

                {{members}}
            }
            """
        );
}
