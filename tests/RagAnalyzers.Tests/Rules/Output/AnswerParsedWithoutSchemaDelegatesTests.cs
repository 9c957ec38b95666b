namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on answers of a function that is handed to who calls it and parses them.</summary>
public sealed class AnswerParsedWithoutSchemaDelegatesTests
{
    private const string Asking = "async prompt => (await chat.GetResponseAsync(prompt)).Text";

    private const string Constrained =
        "async prompt => (await chat.GetResponseAsync(prompt, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() })).Text";

    /// <summary>The caller of the method hands it over, and has the finding; a constant beside it changes nothing.</summary>
    [Theory]
    [InlineData("question", "async prompt => (await {|RAG2002:chat.GetResponseAsync|}(prompt)).Text")]
    [InlineData("\"a question\"", "async prompt => (await {|RAG2002:chat.GetResponseAsync|}(prompt)).Text")]
    [InlineData("\"a question\"", Constrained)]
    [InlineData("\"a question\"", "async prompt => { await chat.GetResponseAsync(prompt); return \"{}\"; }")]
    [InlineData("\"a question\"", "given")]
    public Task Handed_to_a_method(string asked, string function) =>
        VerifyAsync(
            $$"""
            internal static class Reading
            {
                public static async Task<Answer?> ReadAsync(string question, Func<string, Task<string>> ask) =>
                    JsonSerializer.Deserialize<Answer>(await ask(question));
            }

            public class Desk(IChatClient chat, Func<string, Task<string>> given)
            {
                public Task<Answer?> AnswerAsync(string question) => Reading.ReadAsync({{asked}}, {{function}});
            }
            """
        );

    [Theory]
    [InlineData(Asking, "", true)]
    [InlineData(Asking, "public static Reader Stand() => new(_ => Task.FromResult(\"{}\"));", true)]
    [InlineData(Asking, "public static Reader Other(Func<string, Task<string>> any) => new(any);", false)]
    [InlineData(Constrained, "", false)]
    public Task Handed_to_an_object(string function, string members, bool isWrong) =>
        VerifyAsync(
            $$"""
            internal sealed class Reader(Func<string, Task<string>> ask)
            {
                public async Task<Answer?> ReadAsync(string question) => JsonSerializer.Deserialize<Answer>(await {{Marked("ask", isWrong)}}(question));
            }

            internal sealed class KeptReader
            {
                private readonly Func<string, Task<string>> _ask;

                public KeptReader(Func<string, Task<string>> ask) => _ask = ask;

                public async Task<Answer?> ReadAsync(string question) => JsonSerializer.Deserialize<Answer>(await {{Marked(
                "_ask",
                !function.Contains("ForJsonSchema", StringComparison.Ordinal)
            )}}(question));
            }

            internal static class Root
            {
                public static (Reader, KeptReader) Make(IChatClient chat) => (new Reader({{function}}), new KeptReader({{function}}));
                {{members}}
            }
            """
        );

    /// <summary>Who else makes such an object cannot be seen.</summary>
    [Fact]
    public Task Anybody_may_hand_one_over() =>
        VerifyAsync(
            $$"""
            public sealed class Reader(Func<string, Task<string>> ask)
            {
                public async Task<Answer?> ReadAsync(string question) => JsonSerializer.Deserialize<Answer>(await ask(question));
            }

            internal static class Root
            {
                public static Reader Make(IChatClient chat) => new({{Asking}});
            }
            """
        );

    private static string Marked(string call, bool isWrong) => isWrong ? $$"""{|RAG2002:{{call}}|}""" : call;

    private static Task VerifyAsync(string types) => Programs.VerifyAsync(types);
}
