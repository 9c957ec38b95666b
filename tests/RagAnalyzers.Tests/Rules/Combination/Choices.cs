using RagAnalyzers.Rules.Combination;
using RagAnalyzers.Tests.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Combination;

/// <summary>
/// The frame of the tests of RAG3001: a class with a fine-tuned client and another, a store of passages, and helpers that ask the one or
/// the other.
/// </summary>
internal static class Choices
{
    public const string Tuned = "ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123";

    private static readonly TestFrame s_frame = new(
        "public sealed class Desk(IChatClient chat, VectorStoreCollection<string, Page> pages, bool useTuned, string mode)"
    )
    {
        Usings = SeekingPrompts.Usings,
        TypesBefore = SeekingPrompts.Page,
        MembersBefore = $"""    private readonly IChatClient _tuned = new ChatClient("{Tuned}", "key").AsIChatClient();""",
        MembersBehind = """
                private async Task<string> AskTunedAsync(string question) => (await _tuned.GetResponseAsync(question)).Text;

                private async Task<string> AskGroundedAsync(string question)
                {
                    var found = await FindAsync(question);
                    return (await chat.GetResponseAsync($"Passages: {found} Question: {question}")).Text;
                }

                private async Task<string> FindAsync(string question)
                {
                    var found = "";
                    await foreach (var hit in pages.SearchAsync(question, 3))
                        found += hit.Record.Text;
                    return found;
                }
            """,
    };

    public static string InClass(string members, string types = "") => s_frame.Around("", members, types);

    public static Task VerifyAsync(string members, string types = "", string? options = null) =>
        Verify.AnalyzerAsync<FineTunedModelOrRetrieval>(
            InClass(members, types),
            setup: new TestSetup { EditorConfig = options is null ? null : "[*.cs]\n" + options }
        );
}
