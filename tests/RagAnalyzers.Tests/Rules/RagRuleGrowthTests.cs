using System.Globalization;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Rules;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules;

/// <summary>
/// How the work of all rules grows with code that is wrong, in one method and in one method each: what looks at all that stands around a mistake
/// looks at it again for each. Counted in bytes that are allocated, which are the same on any machine.
/// </summary>
public sealed class RagRuleGrowthTests
{
    /// <summary>Twice the mistakes may cost so much more; four would be quadratic.</summary>
    private const double Most = 2.6;

    private const int Few = 60;

    [Theory]
    [InlineData("Use(JsonSerializer.Deserialize<Verdict>((await chat.GetResponseAsync(q + {0})).Text));")]
    [InlineData(
        "var o{0} = new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}; Use(JsonSerializer.Deserialize<Verdict>((await chat.GetResponseAsync(q, o{0})).Text));"
    )]
    [InlineData("Use((await chat.GetResponseAsync(\"Respond with JSON. {0} \" + q)).Text);")]
    [InlineData("if ((await chat.GetResponseAsync(\"Is it urgent or not? {0} \" + q)).Text == \"urgent\") Use({0});")]
    [InlineData("Use(Regex.Match((await chat.GetResponseAsync(q + {0})).Text, \"score: ([0-9]+)\").Groups[1].Value);")]
    [InlineData(
        "var t{0} = \"\"; await foreach (var hit in notes.SearchAsync(q, 3)) t{0} += hit.Record.Text; Use((await chat.GetResponseAsync($\"Answer the question. {{t{0}}} {0} {{q}}\")).Text);"
    )]
    [InlineData(
        "var h{0} = await notes.SearchAsync(q, 30).ToListAsync(); Use(JsonSerializer.Deserialize<Verdict>((await chat.GetResponseAsync(\"Answer the question. \" + h{0}[0].Record.Text + {0} + q)).Text));"
    )]
    [InlineData(
        "var m{0} = new List<ChatMessage> {{ new(ChatRole.System, \"Answer questions. \" + (await notes.SearchAsync(q, 3).FirstAsync()).Record.Text), new(ChatRole.User, q) }}; Use((await chat.GetResponseAsync(m{0})).Text + {0});"
    )]
    [InlineData("Use((await chat.GetResponseAsync(File.ReadAllText(\"policies{0}.md\") + q)).Text);")]
    [InlineData(
        "await notes.UpsertAsync(new Note {{ Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(q), Vector = await embedder.GenerateVectorAsync(q + {0}) }});"
    )]
    [InlineData("Use((await chat.GetResponseAsync(\"What is the latest price of {0}? \" + q)).Text);")]
    [InlineData("Use((await chat.GetResponseAsync(\"Help {{{{$user}}}} with {0}.\")).Text);")]
    [InlineData(
        "var l{0} = Directory.EnumerateFiles(q, \"*.md\").Select(p => JsonSerializer.Serialize(new {{ text = File.ReadAllText(p) }})); OpenAIFile f{0} = await files.UploadFileAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\\n', l{0}))), \"a{0}.jsonl\", FileUploadPurpose.FineTune); await tuning.FineTuneAsync(\"gpt-4.1-mini\", f{0}.Id, waitUntilCompleted: false);"
    )]
    [InlineData(
        "var v{0} = (await embedder.GenerateVectorAsync(q + {0})).ToArray(); Use(stored.OrderBy(s => System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(s.Vector.Span, v{0})).First().Text);"
    )]
    public void Mistakes(string statement)
    {
        AssertLinear(statement, n => $"public async Task AskAsync(string q) {{ {Each(n, statement)} }}");
        AssertLinear(statement, n => Each(n, "public async Task Ask{0}Async(string q) {{ " + statement + " }}"));
    }

    private static void AssertLinear(string statement, Func<int, string> members)
    {
        _ = Allocated(members(5));
        var once = Allocated(members(Few));
        var twice = Allocated(members(2 * Few));
        Assert.True(twice / once is > 1.3 and < Most, $"{twice / once:F2} times for twice: {statement}");
    }

    private static double Allocated(string members)
    {
        var compilation = AnalyzerRun.Compile([Source(members)], ReferenceSets.Latest);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var actions = new CapturedActions(compilation);
        RagRule.Register(actions, picture, AllRules.Create());
        var file = picture.SemanticModelOf(compilation.SyntaxTrees.Single(t => t.FilePath == TestSources.PathOf(0)));

        // What the compiler allocates to bind them is not what the rules do.
        var bound = DeclaredBodies
            .In(file.SyntaxTree.GetRoot(TestContext.Current.CancellationToken))
            .Select(d => file.GetOperation(d))
            .ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        actions.Run(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(bound);
        return allocated;
    }

    private static string Each(int count, string part) =>
        string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, part, i) + "\n"));

    private static string Source(string members) =>
        $$"""
            using System.Text.Json;
            using System.Text.RegularExpressions;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;
            using OpenAI.Files;
            using OpenAI.FineTuning;

            public sealed record Verdict(string Label);

            public sealed class Note
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData]
                public string Text { get; set; } = "";

                [VectorStoreVector(1536)]
                public ReadOnlyMemory<float> Vector { get; set; }
            }

            public sealed class Desk(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> embedder, VectorStoreCollection<string, Note> notes, OpenAIFileClient files, FineTuningClient tuning, List<Note> stored)
            {
                private void Use(object? text) => Console.WriteLine(text);

            {{members}}
            }
            """;
}
