using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>Rows of a database that are looked up by the key of a hit are what was found.</summary>
public sealed class LookedUpRowsTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new PassagesInSystemMessage(),
        new NoGroundingInstruction(),
        new GroundedAnswerParsedWithoutSchema(),
    ];

    [Theory]
    [InlineData("await db.FindAsync<Product>((int)hit.Id.Num)")]
    [InlineData("await db.Products.FindAsync((int)hit.Id.Num)")]
    [InlineData("await db.Products.FindAsync([(int)hit.Id.Num], CancellationToken.None)")]
    [InlineData("db.Products.Find((int)hit.Id.Num)")]
    [InlineData("(Product?)db.Find(typeof(Product), (int)hit.Id.Num)")]
    [InlineData("await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Id == (int)hit.Id.Num)")]
    [InlineData("await db.Set<Product>().SingleAsync(p => (int)hit.Id.Num == p.Id)")]
    [InlineData("db.Products.Where(p => p.Name != rules && p.Name.Equals(hit.Payload[\"name\"].StringValue)).First()")]
    [InlineData("(from p in db.Products where p.Id == (int)hit.Id.Num select p).First()")]
    [InlineData("list.Find(p => p.Id == (int)hit.Id.Num)")]
    [InlineData("list.First(p => p.Id == (int)hit.Id.Num)")]
    public Task In_the_system_message(string row) =>
        VerifyAsync(
            row,
            "return await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, rules + text), new(ChatRole.User, question)]);"
        );

    [Fact]
    public Task Nothing_says_to_stay_with_them() =>
        VerifyAsync(
            "await db.FindAsync<Product>((int)hit.Id.Num)",
            """return await {|RAG6001:chat.GetResponseAsync|}($"{text} Question: {question}");"""
        );

    [Fact]
    public Task The_answer_is_parsed() =>
        VerifyAsync(
            "await db.FindAsync<Product>((int)hit.Id.Num)",
            """return System.Text.Json.JsonSerializer.Deserialize<Product>((await {|RAG2001:chat.GetResponseAsync|}($"Answer from {text} only: {question}")).Text);"""
        );

    [Theory]
    // What the user is, or asks for, no search has found.
    [InlineData("await db.FindAsync<Product>(user)")]
    [InlineData("await db.FindAsync<Product>(int.Parse(question))")]
    // A model chose it.
    [InlineData("await db.FindAsync<Product>(int.Parse((await chat.GetResponseAsync(question)).Text))")]
    // What a cache holds.
    [InlineData("cache.Find((int)hit.Id.Num)")]
    [InlineData("list.First(p => p.Id == user)")]
    // A number that a search tells is no key.
    [InlineData("list.First(p => p.Id == (int)hit.Score)")]
    // What the program itself says of each kind of hit.
    [InlineData("new[] { new Product { Id = 1, Name = \"a\", Description = \"b\" } }.First(p => p.Id == (int)hit.Id.Num)")]
    public Task Not_by_the_key_of_a_hit(string row) =>
        VerifyAsync(
            row,
            "return await chat.GetResponseAsync([new ChatMessage(ChatRole.System, rules + text), new(ChatRole.User, question)]);"
        );

    [Fact]
    public Task Many_at_once() =>
        VerifyAsync(
            "list[user]",
            """
            var ids = (await index.SearchAsync("products", vector, limit: 3)).Select(h => (int)h.Id.Num).ToHashSet();
            var found = string.Join("\n", await db.Products.Where(p => ids.Contains(p.Id)).Select(p => p.Description).ToListAsync());
            return await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, rules + found), new(ChatRole.User, question)]);
            """
        );

    [Fact]
    public Task A_number_of_the_row() =>
        VerifyAsync(
            "await db.FindAsync<Product>((int)hit.Id.Num)",
            "return await chat.GetResponseAsync([new ChatMessage(ChatRole.System, rules + length), new(ChatRole.User, question)]);"
        );

    private static Task VerifyAsync(string row, string statements) =>
        MarkedFindings.VerifyAsync(
            s_rules,
            $$"""
            using System.Text;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.AI;
            using Qdrant.Client;

            public class Product { public int Id { get; set; } public string Name { get; set; } = ""; public string Description { get; set; } = ""; }

            public class Shop : DbContext { public DbSet<Product> Products => Set<Product>(); }

            public abstract class Cache { public abstract Product? Find(int id); }

            public class Desk(IChatClient chat, QdrantClient index, Shop db, Cache cache)
            {
                public async Task<object?> AskAsync(string question, float[] vector, int user, string rules, List<Product> list)
                {
                    var text = new StringBuilder();
                    var length = 0;
                    foreach (var hit in await index.SearchAsync("products", vector, limit: 3))
                    {
                        var product = {{row}};
                        if (product != null)
                        {
                            text.AppendLine($"{product.Name}: {product.Description}");
                            length = product.Description.Length;
                        }
                    }

                    {{statements}}
                }
            }
            """,
            ReferenceSets.VectorDatabases
        );
}
