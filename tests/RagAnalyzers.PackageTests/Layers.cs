namespace RagAnalyzers.PackageTests;

/// <summary>A layered solution: the application parses what stands behind its interface, the infrastructure asks the model.</summary>
internal static class Layers
{
    public const string Folder = "Layers";

    public const string Table = "Consumer.ILabels.AskAsync(string) = model-call prompt=ticket contract=none\n";

    public const string Application = """
        using System.Text.Json;

        namespace Consumer;

        public sealed record Label(string Name);

        public interface ILabels
        {
            Task<string> AskAsync(string ticket);
        }

        public sealed class LabelPage(ILabels labels)
        {
            public async Task<Label?> ShowAsync(string ticket)
            {
                var text = await labels.AskAsync(ticket); // RAG2002
                return JsonSerializer.Deserialize<Label>(text);
            }
        }
        """;

    private const string Infrastructure = """
        using Microsoft.Extensions.AI;

        namespace Consumer;

        public sealed class Labels(IChatClient chat) : ILabels
        {
            public async Task<string> AskAsync(string ticket) => (await chat.GetResponseAsync($"Label this as JSON: {ticket}")).Text;
        }
        """;

    /// <summary>Writes both projects, and one with the application's code that stands apart from them; no table yet.</summary>
    public static void AddTo(Consumer consumer)
    {
        consumer.AddProject(Folder + "/Application", Application, []);
        consumer.AddProject(
            Folder + "/Infrastructure",
            Infrastructure,
            ["Microsoft.Extensions.AI"],
            items: """<ProjectReference Include="../Application/Application.csproj" />"""
        );
        consumer.AddProject("Apart", Application, []);
    }
}
