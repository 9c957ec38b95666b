using RagAnalyzers.CodeFixes.Output.Labels;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Labels;

/// <summary>RAG2012: an enum of the labels is declared, asked for with the typed call, and compared.</summary>
public sealed class LabelEnumFixTests
{
    private const string MoodEnum = """


            private enum Mood
            {
                Positive,
                Negative,
                Other,
            }
        """;

    [Fact]
    public Task A_switch_statement() =>
        FixAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync|}($"The mood of {mail}?");
            // What it says.
            var mood = response.Text.Trim().ToLowerInvariant();
            switch (mood)
            {
                case "positive": // Good.
                    return 1;
                case "negative":
                    return -1;
                default:
                    return 0;
            }
            """,
            """
            var response = await chat.GetResponseAsync<Mood>($"The mood of {mail}?");
            // What it says.
            var mood = response.Result;
            switch (mood)
            {
                case Mood.Positive: // Good.
                    return 1;
                case Mood.Negative:
                    return -1;
                default:
                    return 0;
            }
            """,
            MoodEnum
        );

    [Fact]
    public Task The_text_of_a_response_that_no_local_holds() =>
        FixAsync(
            """
            var mood = (await {|RAG2012:chat.GetResponseAsync|}(mail)).ToString().Trim();
            return mood == "positive" ? 1 : mood == "negative" ? -1 : 0;
            """,
            """
            var mood = (await chat.GetResponseAsync<Mood>(mail)).Result;
            return mood == Mood.Positive ? 1 : mood == Mood.Negative ? -1 : 0;
            """,
            MoodEnum
        );

    /// <summary>A list without "or" is a list, where the prompt says that it is one.</summary>
    [Theory]
    [InlineData("Answer with exactly one of: positive, negative, mixed, neutral. Mail: {mail}")]
    [InlineData("What is the mood of {mail}?\\nLabels: positive, negative, mixed, neutral")]
    public Task Every_label_of_the_prompt(string prompt) =>
        FixAsync(
            $$"""
            var response = await {|RAG2012:chat.GetResponseAsync|}($"{{prompt}}");
            var mood = response.Text;
            return mood == "positive" ? 1 : mood == "negative" ? -1 : 0;
            """,
            $$"""
            var response = await chat.GetResponseAsync<Mood>($"{{prompt}}");
            var mood = response.Result;
            return mood == Mood.Positive ? 1 : mood == Mood.Negative ? -1 : 0;
            """,
            """


                private enum Mood
                {
                    Positive,
                    Negative,
                    Mixed,
                    Neutral,
                }
            """
        );

    [Theory]
    [InlineData(
        """return mood == "positive" ? 1 : "negative" == mood ? -1 : 0;""",
        """return mood == Mood.Positive ? 1 : Mood.Negative == mood ? -1 : 0;"""
    )]
    [InlineData(
        """return mood.Equals("positive", StringComparison.OrdinalIgnoreCase) ? 1 : string.Equals("negative", mood.Trim()) ? -1 : 0;""",
        """return mood == Mood.Positive ? 1 : Mood.Negative == mood ? -1 : 0;"""
    )]
    [InlineData(
        """if (!mood.Equals("positive") && mood != "negative") return 0; return 1;""",
        """if (!(mood == Mood.Positive) && mood != Mood.Negative) return 0; return 1;"""
    )]
    [InlineData(
        """return mood.ToUpper() switch { "POSITIVE" => 1, "NEGATIVE" => -1, _ => throw new InvalidOperationException() };""",
        """return mood switch { Mood.Positive => 1, Mood.Negative => -1, _ => throw new InvalidOperationException() };"""
    )]
    [InlineData("""return mood is "positive" or "negative" ? 1 : 0;""", """return mood is Mood.Positive or Mood.Negative ? 1 : 0;""")]
    [InlineData(
        """return mood is not ("positive" or "negative") ? 1 : 0;""",
        """return mood is not (Mood.Positive or Mood.Negative) ? 1 : 0;"""
    )]
    public async Task Other_comparisons(string before, string after)
    {
        await FixAsync(
            $"""
            string mood = (await {"{|RAG2012:chat.GetResponseAsync|}"}(mail, cancellationToken: cancellationToken).ConfigureAwait(false)).Text;
            {before}
            """,
            $"""
            Mood mood = (await chat.GetResponseAsync<Mood>(mail, cancellationToken: cancellationToken).ConfigureAwait(false)).Result;
            {after}
            """,
            MoodEnum
        );
        await FixAsync(
            $"""
            var judge = chat.AsAIAgent(instructions: "The mood?");
            AgentResponse answer = await {"{|RAG2012:judge.RunAsync|}"}(mail, cancellationToken: cancellationToken);
            var mood = answer.Text;
            {before}
            """,
            $"""
            var judge = chat.AsAIAgent(instructions: "The mood?");
            AgentResponse<Mood> answer = await judge.RunAsync<Mood>(mail, cancellationToken: cancellationToken);
            var mood = answer.Result;
            {after}
            """,
            MoodEnum
        );
    }

    [Fact]
    public Task Labels_that_are_no_names_are_kept_for_the_model() =>
        FixAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync|}(mail);
            Console.WriteLine(response.Usage?.TotalTokenCount);
            return response.Text switch
            {
                "not spam" => 0,
                "VERY_LIKELY" => 2,
                "likely" or "unknown" => 1,
                _ => -1,
            };
            """,
            """
            var response = await chat.GetResponseAsync<Label>(mail);
            Console.WriteLine(response.Usage?.TotalTokenCount);
            return response.Result switch
            {
                Label.NotSpam => 0,
                Label.VeryLikely => 2,
                Label.Likely or Label.Unknown => 1,
                _ => -1,
            };
            """,
            """


                private enum Label
                {
                    [JsonStringEnumMemberName("not spam")]
                    NotSpam,

                    [JsonStringEnumMemberName("VERY_LIKELY")]
                    VeryLikely,

                    Likely,

                    Unknown,
                }
            """,
            moreUsings: "using System.Text.Json.Serialization;\n"
        );

    [Fact]
    public Task Yes_and_no_are_all_there_is() =>
        FixAsync(
            """
            var isSpam = (await {|RAG2012:chat.GetResponseAsync|}($"Is this spam, yes or no? {mail}")).Text?.Trim().ToLower() ?? "";
            if (isSpam == "yes")
                return 1;
            return isSpam == "no" ? 0 : -1;
            """,
            """
            var isSpam = (await chat.GetResponseAsync<IsSpam>($"Is this spam, yes or no? {mail}")).Result;
            if (isSpam == IsSpam.Yes)
                return 1;
            return isSpam == IsSpam.No ? 0 : -1;
            """,
            """


                private enum IsSpam
                {
                    Yes,
                    No,
                }
            """
        );

    [Fact]
    public Task One_comparison_of_yes_or_no() =>
        FixAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync|}($"Is this spam? Answer yes or no. {mail}");
            return response.Text.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            """,
            """
            var response = await chat.GetResponseAsync<Label>($"Is this spam? Answer yes or no. {mail}");
            return response.Result == Label.Yes ? 1 : 0;
            """,
            """


                private enum Label
                {
                    Yes,
                    No,
                }
            """
        );

    [Fact]
    public Task Values_in_parentheses() =>
        FixAsync(
            """
            var response = (await {|RAG2012:chat.GetResponseAsync|}($"Is this spam? Answer yes or no. {mail}"));
            var answer = ((response.Text).Trim());
            return answer == "yes" ? 1 : 0;
            """,
            """
            var response = (await chat.GetResponseAsync<Label>($"Is this spam? Answer yes or no. {mail}"));
            var answer = response.Result;
            return answer == Label.Yes ? 1 : 0;
            """,
            """


                private enum Label
                {
                    Yes,
                    No,
                }
            """
        );

    [Fact]
    public Task Labels_of_the_prompt_that_the_code_leaves_to_the_rest() =>
        FixAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync|}($"Answer with one of: bug, question, praise or billing.\n{mail}");
            return response.Text switch { "bug" => 1, "question" => 2, _ => 0 };
            """,
            """
            var response = await chat.GetResponseAsync<Label>($"Answer with one of: bug, question, praise or billing.\n{mail}");
            return response.Result switch { Label.Bug => 1, Label.Question => 2, _ => 0 };
            """,
            """


                private enum Label
                {
                    Bug,
                    Question,
                    Praise,
                    Billing,
                }
            """
        );

    [Fact]
    public Task Top_level_statements() =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(
            """
            using Microsoft.Extensions.AI;

            IChatClient chat = Clients.Chat!;
            var queue = (await {|RAG2012:chat.GetResponseAsync|}("Which queue?")).Text.Trim();
            Console.WriteLine(queue switch { "billing" => 1, "shipping" => 2, _ => 0 });

            static class Clients
            {
                public static IChatClient? Chat { get; set; }
            }
            """,
            """
            using Microsoft.Extensions.AI;

            IChatClient chat = Clients.Chat!;
            var queue = (await chat.GetResponseAsync<QueueLabel>("Which queue?")).Result;
            Console.WriteLine(queue switch { QueueLabel.Billing => 1, QueueLabel.Shipping => 2, _ => 0 });

            static class Clients
            {
                public static IChatClient? Chat { get; set; }
            }

            enum QueueLabel
            {
                Billing,
                Shipping,
                Other,
            }

            """
        );

    [Fact]
    public Task Fix_all() =>
        FixAsync(
            """
            var first = await {|RAG2012:chat.GetResponseAsync|}($"The mood of {mail}?");
            var mood = first.Text;
            if (mood == "positive" || mood == "negative")
                return 1;
            var second = await {|RAG2012:chat.GetResponseAsync|}($"How urgent is {mail}?");
            var urgency = second.Text.Trim();
            return urgency is "high" or "low" ? 2 : 3;
            """,
            """
            var first = await chat.GetResponseAsync<Mood>($"The mood of {mail}?");
            var mood = first.Result;
            if (mood == Mood.Positive || mood == Mood.Negative)
                return 1;
            var second = await chat.GetResponseAsync<Urgency>($"How urgent is {mail}?");
            var urgency = second.Result;
            return urgency is Urgency.High or Urgency.Low ? 2 : 3;
            """,
            MoodEnum
                + """


                    private enum Urgency
                    {
                        High,
                        Low,
                        Other,
                    }
                """
        );

    [Theory]
    [InlineData("""var mood = response.Text; Console.WriteLine(mood); return mood == "positive" || mood == "negative" ? 1 : 0;""")]
    [InlineData("""Console.WriteLine(response); return response.Text == "positive" || response.Text == "negative" ? 1 : 0;""")]
    [InlineData("""Console.WriteLine(response.Text); return response.Text == "positive" || response.Text == "negative" ? 1 : 0;""")]
    [InlineData(
        """var mood = response.Text; if (mood.Length > 20) mood = "negative"; return mood == "positive" || mood == "negative" ? 1 : 0;"""
    )]
    [InlineData("""return response.Text == "positive" || response.Text.Contains("negative") || response.Text == "neutral" ? 1 : 0;""")]
    [InlineData("""return new[] { "positive", "negative" }.Contains(response.Text) ? 1 : 0;""")]
    [InlineData("""return response.Text switch { "positive" => 1, "negative" => 2, var other => other.Length };""")]
    [InlineData("""return response.Text switch { "positive" => 1, "negative" => 2, "" => 3, _ => 0 };""")]
    [InlineData("""return response.Text switch { "1" => 1, "2" => 2, _ => 0 };""")]
    [InlineData("""return response.Text switch { "very good" => 1, "very-good" => 2, _ => 0 };""")]
    [InlineData("""return response.Text.Replace("a", "b") switch { "positive" => 1, "negative" => 2, _ => 0 };""")]
    [InlineData("""return response.Text.Split('|')[0] switch { "positive" => 1, "negative" => 2, _ => 0 };""")]
    [InlineData("""return Read(response.Text); static int Read(string text) => text is "positive" or "negative" ? 1 : 0;""")]
    public Task No_fix(string statements) =>
        NoFixAsync(
            $$"""
            var response = await {|RAG2012:chat.GetResponseAsync|}($"The mood of {mail}?");
            {{statements}}
            """
        );

    [Fact]
    public Task No_fix_where_one_label_is_asked_for() =>
        NoFixAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync|}($"Is this bug, question or praise? {mail}");
            return response.Text == "bug" ? 1 : 0;
            """
        );

    [Fact]
    public Task No_fix_for_another_sdk() =>
        Verify.NoFixAsync<LabelComparedAsText, Only<LabelEnumFix>>(
            """
            using OpenAI.Chat;

            public class Desk(ChatClient chat)
            {
                public async Task<int> JudgeAsync(string mail)
                {
                    ChatCompletion answer = await {|RAG2012:chat.CompleteChatAsync|}(mail);
                    return answer.Content[0].Text switch { "positive" => 1, "negative" => 2, _ => 0 };
                }
            }
            """
        );

    private static Task FixAsync(string before, string after, string declaration, string moreUsings = "") =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(Source(before, ""), Source(after, declaration, moreUsings));

    [Theory]
    [InlineData(
        """var response = await {|RAG2012:chat.GetResponseAsync|}($"Yes or no? {mail}"); return response.Text.StartsWith('y') ? 1 : 0;"""
    )]
    [InlineData(
        """var response = await {|RAG2012:chat.GetResponseAsync|}($"True or false? {mail}"); return bool.Parse(response.Text) ? 1 : 0;"""
    )]
    [InlineData(
        """var response = await {|RAG2012:chat.GetResponseAsync|}($"Yes or no? {mail}"); return new[] { "yes", "no" }.Any(response.Text.Contains) ? 1 : 0;"""
    )]
    [InlineData(
        """var text = System.Console.ReadLine() ?? (await {|RAG2012:chat.GetResponseAsync|}($"Yes or no? {mail}")).Text; return text == "yes" ? 1 : 0;"""
    )]
    [InlineData(
        """var response = await {|RAG2012:chat.GetResponseAsync|}($"Yes or no? {mail}"); return response.Text.Split(' ') switch { ["yes", ..] => 1, ["no", ..] => 2, _ => 0 };"""
    )]
    public Task A_comparison_that_no_enum_can_take(string statements) => NoFixAsync(statements);

    private static Task NoFixAsync(string statements) => Verify.NoFixAsync<LabelComparedAsText, Only<LabelEnumFix>>(Source(statements, ""));

    private static string Source(string statements, string declaration, string moreUsings = "") =>
        $$"""
            {{"using System.Text;\n" + moreUsings}}using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public async Task<int> JudgeAsync(string mail, CancellationToken cancellationToken)
                {
                    {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ").Replace("        \n", "\n")}}
                }{{declaration}}
            }
            """;
}
