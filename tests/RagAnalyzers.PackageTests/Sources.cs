namespace RagAnalyzers.PackageTests;

/// <summary>The code that the consumers build. A line that ends in "// RAGnnnn" is where that finding belongs.</summary>
internal static class Sources
{
    public static string[] Sdks { get; } = ["Microsoft.Extensions.AI", "Microsoft.Extensions.VectorData.Abstractions"];

    /// <summary>One answer that rests on retrieved passages, one that does not; and one under a schema.</summary>
    public const string Answers = """
        using System.Text;
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.VectorData;

        namespace Consumer;

        public sealed record Answer(string Text, string Source);

        public sealed class Passage
        {
            [VectorStoreKey]
            public required string Id { get; init; }

            [VectorStoreData]
            public required string Text { get; init; }
        }

        public sealed class Answers(IChatClient chat, VectorStoreCollection<string, Passage> passages)
        {
            public async Task<Answer?> FromPassagesAsync(string question)
            {
                var context = new StringBuilder();
                await foreach (var result in passages.SearchAsync(question, top: 3))
                {
                    context.AppendLine(result.Record.Text);
                }

                var response = await chat.GetResponseAsync($"Answer from these passages, as JSON: {context} {question}"); // RAG2001
                return JsonSerializer.Deserialize<Answer>(response.Text);
            }

            public async Task<Answer?> FromTheModelAsync(string question)
            {
                var response = await chat.GetResponseAsync($"Answer as JSON: {question}"); // RAG2002
                return JsonSerializer.Deserialize<Answer>(response.Text);
            }

            public async Task<Answer> WithSchemaAsync(string question)
            {
                var response = await chat.GetResponseAsync<Answer>($"Answer: {question}");
                return response.Result;
            }
        }
        """;

    /// <summary>Code that looks the same and uses no AI SDK: the types are its own.</summary>
    public const string LookAlike = """
        using System.Text.Json;

        namespace Consumer;

        public sealed record Answer(string Text);

        public interface IChatClient
        {
            Task<ChatResponse> GetResponseAsync(string message);
        }

        public sealed record ChatResponse(string Text);

        public sealed class Answers(IChatClient chat)
        {
            public async Task<Answer?> AskAsync(string question)
            {
                var response = await chat.GetResponseAsync(question);
                return JsonSerializer.Deserialize<Answer>(response.Text);
            }
        }
        """;

    /// <summary>The findings that a source marks, as a build of the file reports them.</summary>
    public static string[] Expected(string file, string source, string severity = "warning") =>
        [
            .. source
                .Split('\n')
                .Index()
                .Where(line => line.Item.Contains("// RAG"))
                .Select(line => $"{file}({line.Index + 1}): {severity} {line.Item.TrimEnd()[^7..]}"),
        ];
}
