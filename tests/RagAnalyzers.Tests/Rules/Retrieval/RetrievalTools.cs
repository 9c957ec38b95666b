using RagAnalyzers.Tests.Rules.Knowledge;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>The frame for tests about tools that retrieve: a plug-in, a function, and a kernel and a client that are made here.</summary>
internal static class RetrievalTools
{
    private const string Members = """
        public sealed class Handbook(VectorStoreCollection<string, Page> pages)
        {
            [KernelFunction]
            public async Task<string> FindAsync(string text)
            {
                var found = "";
                await foreach (var hit in pages.SearchAsync(text, 3))
                    found += hit.Record.Text;
                return found;
            }
        }
        public sealed class Clock { [KernelFunction] public string Now() => DateTime.Now.ToString(); }
        private async Task<string> LookUpAsync(string text)
        {
            var found = "";
            await foreach (var hit in pages.SearchAsync(text, 3))
                found += hit.Record.Text;
            return found;
        }
        """;

    /// <summary>A program whose method makes a kernel with the plug-in: <c>own</c>.</summary>
    public static string WithKernel(string statements, string plugIn = "own.Plugins.AddFromObject(new Handbook(pages));") =>
        Source("var own = Kernel.CreateBuilder().Build();\n        " + plugIn + "\n        " + statements);

    public static string Source(string statements, string members = "") => SeekingPrompts.InMethod(statements, members + "\n" + Members);
}
