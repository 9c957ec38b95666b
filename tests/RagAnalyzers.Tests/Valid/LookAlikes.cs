// Types that are named like the SDKs' and are not: nothing here talks to a model of an SDK that the rules know.
using System.Text.Json;
using LookAlikes.Chat;
using LookAlikes.Search;

namespace LookAlikes.Chat
{
    public enum ChatRole
    {
        System,
        User,
    }

    public sealed record ChatMessage(ChatRole Role, string Text);

    public sealed record ChatResponse(string Text);

    public sealed class ChatOptions
    {
        public object? ResponseFormat { get; set; }
    }

    public interface IChatClient
    {
        Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        );
    }

    public sealed class ChatClient
    {
        public ChatResponse CompleteChat(params ChatMessage[] messages) => new(string.Join("\n", messages.Select(message => message.Text)));
    }

    public static class ChatClientExtensions
    {
        public static async Task<T?> GetResponseAsync<T>(this IChatClient chat, string message)
        {
            var response = await chat.GetResponseAsync([new ChatMessage(ChatRole.User, message)]);
            return JsonSerializer.Deserialize<T>(response.Text);
        }
    }
}

namespace LookAlikes.Search
{
    public sealed record VectorSearchResult<TRecord>(TRecord Record, double? Score);

    public abstract class VectorStoreCollection<TKey, TRecord>
    {
        public abstract IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(TInput value, int top);
    }
}

namespace LookAlikes.FineTuning
{
    public sealed class FineTuningClient
    {
        public Task<string> FineTuneAsync(string baseModel, string trainingFileId, bool waitUntilCompleted) =>
            Task.FromResult($"{baseModel}:{trainingFileId}:{waitUntilCompleted}");
    }

    public sealed class OpenAIFileClient
    {
        public Task<string> UploadFileAsync(string path, string purpose) => Task.FromResult(path + purpose);
    }

    public sealed class Nightly(OpenAIFileClient files, FineTuningClient fineTuning)
    {
        public async Task RunAsync()
        {
            foreach (var page in Directory.EnumerateFiles("handbook", "*.md"))
            {
                var file = await files.UploadFileAsync(page, "fine-tune");
                await fineTuning.FineTuneAsync("base", file, waitUntilCompleted: false);
            }
        }
    }
}

namespace LookAlikes
{
    public sealed record Answer(string Text, double Confidence);

    public sealed class Assistant(IChatClient chat, ChatClient other, VectorStoreCollection<string, string> handbook)
    {
        public async Task<Answer?> AskAsync(string question)
        {
            var passages = new List<string>();
            await foreach (var hit in handbook.SearchAsync(question, top: 3))
            {
                passages.Add(hit.Record);
            }

            var response = await chat.GetResponseAsync([
                new ChatMessage(ChatRole.System, "Answer as JSON from our latest internal policies."),
                new ChatMessage(ChatRole.User, string.Join("\n", passages) + question),
            ]);
            return JsonSerializer.Deserialize<Answer>(response.Text);
        }

        public Answer? Complete(string question) =>
            JsonSerializer.Deserialize<Answer>(other.CompleteChat(new ChatMessage(ChatRole.User, question)).Text);

        public Task<Answer?> TypedAsync(string question) => chat.GetResponseAsync<Answer>(question);
    }
}
