using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Uses;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

/// <summary>How the work of following what is retrieved grows with the code, counted in bytes that are allocated.</summary>
public sealed class PassageUsesGrowthTests
{
    [Fact]
    public void Passages_that_are_appended_to_one_text()
    {
        _ = Allocated(10);
        var once = Allocated(100);
        var twice = Allocated(200);
        Assert.InRange(twice / once, 1.3, 3.1);
    }

    private static double Allocated(int count)
    {
        var appends = string.Concat(Enumerable.Repeat("text.Append(hit.Record.Title).Append(hit.Record.Text);\n", count));
        var body = ReadBody.Of(
            $$"""
            using System.Text;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;

            internal sealed class Policy
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Title { get; set; } = "";
                [VectorStoreData] public string Text { get; set; } = "";
            }

            internal sealed class Desk(VectorStoreCollection<string, Policy> policies, IChatClient chat)
            {
                public async Task<string> Run(string question)
                {
                    var text = new StringBuilder();
                    await foreach (var hit in policies.SearchAsync(question, 3))
                    {
                        {{appends}}
                    }

                    return (await chat.GetResponseAsync(text.ToString())).Text;
                }
            }
            """
        );
        var retrieval = Assert.Single(Retrieval.In(body));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(PassageUses.Of(body.Picture, retrieval.Operation).Any(PassageEnd.Sent));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
