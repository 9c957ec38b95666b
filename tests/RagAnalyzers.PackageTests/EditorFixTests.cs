using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.PackageTests;

/// <summary>The fixes of the package, offered and applied by Roslyn's own code-fix service.</summary>
public sealed class EditorFixTests(PackedPackage package)
{
    private const string Labels = """
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        namespace Consumer;

        public sealed record Label(string Name);

        public sealed class Labels(IChatClient chat)
        {
            public async Task<Label> AskAsync(string ticket)
            {
                var response = await chat.GetResponseAsync(ticket);
                return JsonSerializer.Deserialize<Label>(response.Text)!;
            }

            public async Task<Label> AskAgainAsync(string ticket)
            {
                var response = await chat.GetResponseAsync($"Once more: {ticket}");
                return JsonSerializer.Deserialize<Label>(response.Text)!;
            }

            public async Task<string> IsUrgentAsync(string ticket)
            {
                var response = await chat.GetResponseAsync($"Is this urgent? Answer yes or no. {ticket}");
                return response.Text == "yes" ? "urgent" : "later";
            }
        }
        """;

    [Fact(Explicit = true)]
    public async Task Fixes_are_offered_at_their_place_and_applied()
    {
        var consumer = package.CreateConsumer("fixes");
        consumer.AddProject("Labels", Labels, ["Microsoft.Extensions.AI"]);
        using var editor = new EditorServices(package.Extract("analyzers/dotnet/cs"), await consumer.ReferencesAsync("Labels"), Labels);

        var fixes = await editor.FixesAtAsync(Called("chat.GetResponseAsync", 1));
        Assert.Equal("Ask for 'Label' with GetResponseAsync<Label>", fixes[0].Title);
        Assert.Contains("Suppress RAG2002", fixes.Select(fix => fix.Title));
        var once = await editor.ApplyAsync(fixes[0]);
        Assert.Equal(2, once.Split("GetResponseAsync<Label>(").Length);

        var all = await editor.FixAllAsync("RAG2002");
        Assert.Equal(3, all.Split("GetResponseAsync<Label>(").Length);

        fixes = await editor.FixesAtAsync(Called("chat.GetResponseAsync", 3));
        Assert.Equal("Ask for an enum 'AnswerLabel' with GetResponseAsync<AnswerLabel>", fixes[0].Title);
        Assert.DoesNotContain(await editor.FixesAtAsync(Called("ticket", 1)), fix => fix.Title.StartsWith("Ask", StringComparison.Ordinal));
    }

    private static TextSpan Called(string text, int which)
    {
        var at = -1;
        for (var i = 0; i < which; i++)
        {
            at = Labels.IndexOf(text, at + 1, StringComparison.Ordinal);
        }

        return new TextSpan(at, text.Length);
    }
}
