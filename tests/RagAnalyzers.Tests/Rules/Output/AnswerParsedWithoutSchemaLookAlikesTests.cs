namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Types of the user that are named like the SDKs': names prove nothing.</summary>
public sealed class AnswerParsedWithoutSchemaLookAlikesTests
{
    [Fact]
    public Task Own_chat_client() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Desk.AI;

            namespace Desk.AI
            {
                public record ChatMessage(string Role, string Text);

                public record ChatResponse(string Text);

                public interface IChatClient
                {
                    Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages);
                }

                public static class ChatClientExtensions
                {
                    public static Task<ChatResponse> GetResponseAsync(this IChatClient chat, string message) => chat.GetResponseAsync([new("user", message)]);

                    public static async Task<T?> GetResponseAsync<T>(this IChatClient chat, string message) =>
                        JsonSerializer.Deserialize<T>((await chat.GetResponseAsync(message)).Text);
                }
            }

            namespace Desk
            {
                public class Answers(IChatClient chat)
                {
                    public async Task<int[]?> AskAsync(string question) =>
                        JsonSerializer.Deserialize<int[]>((await chat.GetResponseAsync(question)).Text) ?? await chat.GetResponseAsync<int[]>(question);
                }
            }
            """
        );

    [Fact]
    public Task Own_serializer_and_document() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await chat.GetResponseAsync(question);
            Use(Own.JsonSerializer.Deserialize<Answer>(response.Text));
            Use(Own.JsonDocument.Parse(response.Text));
            Use(Own.JObject.Parse(response.Text));
            """,
            """
            private static class Own
            {
                public static class JsonSerializer { public static T? Deserialize<T>(string text) => text.Length == 0 ? default : throw new NotSupportedException(); }
                public static class JsonDocument { public static int Parse(string text) => text.Length; }
                public static class JObject { public static int Parse(string text) => text.Length; }
            }
            """
        );

    [Fact]
    public Task Own_extension_that_sends_a_schema() =>
        Desk.ExtensionsAIAsync(
            "Use(await GetResponseAsync<Answer>(chat, \"Respond as JSON: \" + question));",
            """
            private static async Task<T?> GetResponseAsync<T>(IChatClient chat, string message)
            {
                var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>() };
                var response = await chat.GetResponseAsync(message, options);
                return JsonSerializer.Deserialize<T>(response.Text);
            }
            """
        );

    [Fact]
    public Task Own_extension_that_sends_none() =>
        Desk.ExtensionsAIAsync(
            "Use(await GetResponseAsync<Answer>(chat, \"Respond as JSON: \" + question));",
            """
            private static async Task<T?> GetResponseAsync<T>(IChatClient chat, string message)
            {
                var response = await {|RAG2002:chat.GetResponseAsync|}(message);
                return JsonSerializer.Deserialize<T>(response.Text);
            }
            """
        );

    [Fact]
    public Task Own_class_that_implements_the_sdk_s_interface_is_a_chat_client() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed class Cached(IChatClient inner) : DelegatingChatClient(inner);

            public class Desk(Cached chat)
            {
                public async Task<JsonDocument> AskAsync(string question) =>
                    JsonDocument.Parse((await {|RAG2002:chat.GetResponseAsync|}(question)).Text);
            }
            """
        );
}
