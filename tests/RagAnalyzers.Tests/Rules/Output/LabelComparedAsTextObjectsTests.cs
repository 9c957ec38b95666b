using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2012 on answers that an object gets and compares itself.</summary>
public sealed class LabelComparedAsTextObjectsTests
{
    private const string Ask =
        "var reply = new Reply((await {|RAG2012:chat.GetResponseAsync|}(\"Answer only yes or no. \" + mail)).Text); ";

    [Theory]
    [InlineData("public sealed class Reply(string text) { public bool IsYes() => text == \"yes\"; }", "Use(reply.IsYes());")]
    [InlineData("public sealed class Reply(string text) { public bool IsYes => text.Trim() == \"yes\"; }", "Use(reply.IsYes);")]
    [InlineData("public sealed record Reply(string Text) { public bool IsYes => Text is \"yes\" or \"Yes\"; }", "Use(reply.IsYes);")]
    [InlineData(
        "public sealed record Reply(string Text) { public int Vote() => Text.ToLowerInvariant() switch { \"yes\" => 1, \"no\" => -1, _ => 0 }; }",
        "Use(reply.Vote());"
    )]
    [InlineData(
        "public sealed class Reply { private readonly string _text; public Reply(string text) { _text = text.Trim(); } public bool Is(string word) => string.Equals(_text, word, StringComparison.OrdinalIgnoreCase); }",
        "Use(reply.Is(\"yes\"));"
    )]
    [InlineData(
        "public sealed class Reply(string text) { public bool IsYes() => Same(text, \"yes\"); private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase); }",
        "Use(reply.IsYes());"
    )]
    public Task Compared_by_itself(string type, string use) => VerifyAsync(Ask + use, type);

    [Theory]
    // Nobody asks, it keeps something else, what it compares is not the answer.
    [InlineData("public sealed class Reply(string text) { public bool IsYes() => text == \"yes\"; }", "Use(reply);")]
    [InlineData(
        "public sealed class Reply(string text) { public string Text => text; public string? Typed { get; set; } public bool IsYes() => Typed == \"yes\"; }",
        "reply.Typed = mail; Use(reply.IsYes());"
    )]
    [InlineData("public sealed class Reply(string text) { public bool Is(string word) => text == word; }", "Use(reply.Is(mail));")]
    [InlineData(
        "public sealed class Reply(string text) { public string Text => text; public bool IsYes() => Environment.UserName == \"yes\"; }",
        "Use(reply.IsYes());"
    )]
    public Task Innocent(string type, string use) =>
        VerifyAsync(Ask.Replace("{|RAG2012:chat.GetResponseAsync|}", "chat.GetResponseAsync", StringComparison.Ordinal) + use, type);

    [Fact]
    public Task Another_text_in_an_object_of_the_same_type() =>
        VerifyAsync(
            "Console.WriteLine((await chat.GetResponseAsync(\"Answer only yes or no. \" + mail)).Text); Use(new Reply(mail).IsYes());",
            "public sealed class Reply(string text) { public bool IsYes() => text == \"yes\"; }"
        );

    [Fact]
    public Task Compared_by_an_extension()
    {
        Language.IsCSharp14();
        return VerifyAsync(
            "Use((await {|RAG2012:chat.GetResponseAsync|}(\"Answer only yes or no. \" + mail)).Text.IsYes); Use(mail.IsYes);",
            "public static class Verdicts { extension(string text) { public bool IsYes => text.Trim() == \"yes\"; } }"
        );
    }

    private static Task VerifyAsync(string statements, string type) =>
        ComparedAnswers.VerifyAsync(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public async Task AskAsync(string mail)
                {
                    {{statements}}
                }

                private static void Use(object value) => Console.WriteLine(value);
            }

            {{type}}
            """
        );
}
