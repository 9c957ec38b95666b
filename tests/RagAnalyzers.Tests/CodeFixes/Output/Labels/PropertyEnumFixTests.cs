using RagAnalyzers.CodeFixes.Output.Labels;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Labels;

/// <summary>RAG2012 on a property of a typed answer: the property becomes an enum.</summary>
public sealed class PropertyEnumFixTests
{
    private const string TriageQueue = """


        public enum TriageQueue
        {
            Billing,
            Shipping,
            Other,
        }
        """;

    [Theory]
    [InlineData(
        """switch (triage.Queue.ToLower()) { case "billing": return 1; case "shipping": return 2; default: return 0; }""",
        """switch (triage.Queue) { case TriageQueue.Billing: return 1; case TriageQueue.Shipping: return 2; default: return 0; }"""
    )]
    [InlineData(
        """return triage.Queue == "billing" ? 1 : triage.Queue.Equals("shipping", StringComparison.Ordinal) ? 2 : 0;""",
        """return triage.Queue == TriageQueue.Billing ? 1 : triage.Queue == TriageQueue.Shipping ? 2 : 0;"""
    )]
    [InlineData(
        """return triage.Queue is "billing" or "shipping" ? 1 : 0;""",
        """return triage.Queue is TriageQueue.Billing or TriageQueue.Shipping ? 1 : 0;"""
    )]
    public async Task The_comparisons_and_the_type_change(string before, string after)
    {
        await Verify.FixAsync<LabelComparedAsText, LabelFix>(
            Source(before, "public record Triage(string Queue, string Summary);", isFound: true),
            Source(after, "public record Triage(TriageQueue Queue, string Summary);" + TriageQueue + "\n")
        );
        await Verify.FixAsync<LabelComparedAsText, LabelFix>(
            Source(
                before,
                "public class Triage\n{\n    public required string Queue { get; init; } // Where it goes.\n}\n\npublic record Last;",
                isFound: true
            ),
            Source(
                after,
                "public class Triage\n{\n    public required TriageQueue Queue { get; init; } // Where it goes.\n}"
                    + TriageQueue
                    + "\n\npublic record Last;"
            )
        );
        await Verify.FixAsync<LabelComparedAsText, LabelFix>(
            Source(
                before,
                "public class Triage\n{\n    public string Queue { get; set; } = \"\"; // Where it goes.\n}\n\npublic record Last;",
                isFound: true
            ),
            Source(
                after,
                "public class Triage\n{\n    public TriageQueue Queue { get; set; } // Where it goes.\n}"
                    + TriageQueue
                    + "\n\npublic record Last;"
            )
        );
    }

    [Theory]
    [InlineData("""Console.WriteLine(triage.Queue); return triage.Queue is "billing" or "shipping" ? 1 : 0;""")]
    [InlineData("""return triage.Queue is "billing" or "ship-ping" ? 1 : 0;""")]
    [InlineData("""return triage.Queue is "1" or "2" ? 1 : 0;""")]
    [InlineData("""return new[] { "billing", "shipping" }.Contains(triage.Queue) ? 1 : 0;""")]
    [InlineData("""var other = triage with { Queue = "x" }; return triage.Queue is "billing" or "shipping" ? 1 : other.Summary.Length;""")]
    public Task No_fix(string statements) =>
        Verify.NoFixAsync<LabelComparedAsText, Only<PropertyEnumFix>>(
            Source(statements, "public record Triage(string Queue, string Summary);", isFound: true)
        );

    [Fact]
    public Task No_fix_where_another_file_reads_the_property() =>
        Verify.NoFixAsync<LabelComparedAsText, Only<PropertyEnumFix>>(
            Source(
                """return triage.Queue is "billing" or "shipping" ? 1 : 0;""",
                "public record Triage(string Queue, string Summary);",
                isFound: true
            ),
            setup: new TestSetup
            {
                OtherSources =
                [
                    "public static class Print { public static void It(Triage triage) => System.Console.WriteLine(triage.Queue); }",
                ],
            }
        );

    [Fact]
    public Task No_fix_where_the_type_is_elsewhere() =>
        Verify.NoFixAsync<LabelComparedAsText, Only<PropertyEnumFix>>(
            Source("""return triage.Queue is "billing" or "shipping" ? 1 : 0;""", "public record Nothing;", isFound: true),
            setup: new TestSetup { OtherSources = ["public record Triage(string Queue, string Summary);"] }
        );

    private static string Source(string statements, string types, bool isFound = false) =>
        $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public async Task<int> SortAsync(string mail)
                {
                    var triage = (await {{(
                isFound ? "{|RAG2012:chat.GetResponseAsync<Triage>|}" : "chat.GetResponseAsync<Triage>"
            )}}(mail)).Result;
                    {{statements}}
                }
            }

            {{types}}
            """;
}
