using RagAnalyzers.Tests.Rules.Output;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>
/// Asks whether a value is seen on its way through code: the answer of a model call, on its way into a parse. The statements
/// get the response as <c>response</c> and its text as <c>answer</c>; <c>other</c> is a text from elsewhere.
/// </summary>
internal static class AnswerFlow
{
    /// <summary>The answer arrives in a parse among the statements.</summary>
    public static Task ArrivesAsync(string statements, string members = "") =>
        VerifyAsync("{|RAG2002:chat.GetResponseAsync|}", statements, members);

    /// <summary>No parse among the statements gets the answer.</summary>
    public static Task IsLostAsync(string statements, string members = "") => VerifyAsync("chat.GetResponseAsync", statements, members);

    private static Task VerifyAsync(string call, string statements, string members) =>
        Desk.ExtensionsAIAsync(
            $"""
            var response = await {call}(question);
            var answer = response.Text;
            var other = await File.ReadAllTextAsync("other.json");
            {statements}
            Console.WriteLine(answer + other);
            """,
            "private static object? Parse(string? json) => JsonNode.Parse(json!);\n" + members
        );
}
