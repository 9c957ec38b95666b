using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>What holds for every provider of the assembly, and what the user reads.</summary>
public sealed class CodeFixProviderTests
{
    private const string Source = """
        using System.Text.Json;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel.ChatCompletion;
        using OpenAI.Responses;

        public sealed record Verdict(bool IsUrgent);
        public enum Level { Low }
        public sealed record Label(Level Level);

        public sealed class Triage
        {
            public async Task<Verdict?> One(IChatClient client)
                => JsonSerializer.Deserialize<Verdict>((await client.GetResponseAsync("a")).Text);

            public async Task<Verdict?> Two(IChatClient client)
                => JsonSerializer.Deserialize<Verdict>((await new ChatClientAgent(client, "b").RunAsync("b")).Text);

            public async Task<Verdict?> Three(IChatCompletionService chat)
                => JsonSerializer.Deserialize<Verdict>((await chat.GetChatMessageContentAsync("c")).Content!);

            public async Task<Label?> Four(IChatCompletionService chat)
                => JsonSerializer.Deserialize<Label>((await chat.GetChatMessageContentAsync("c")).Content!);

            public async Task<Verdict?> Five(OpenAI.Chat.ChatClient chat)
                => JsonSerializer.Deserialize<Verdict>((await chat.CompleteChatAsync("d")).Value.Content[0].Text);

            public async Task<Verdict?> Six(ResponsesClient client)
                => JsonSerializer.Deserialize<Verdict>((await client.CreateResponseAsync("e", "f")).Value.GetOutputText());

            public async Task Seven(OpenAI.OpenAIClient client)
            {
                var data = BinaryData.FromString(File.ReadAllText("handbook.md"));
                OpenAI.Files.OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(data, "x.jsonl", OpenAI.Files.FileUploadPurpose.FineTune);
                await client.GetFineTuningClient().FineTuneAsync("m", file.Id, waitUntilCompleted: false);
            }
        }
        """;

    public static TheoryData<Type> Providers =>
        new(
            typeof(RuleCodeFixProvider)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
        );

    [Theory]
    [MemberData(nameof(Providers))]
    public void Provider_is_exported_and_fixes_known_rules(Type type)
    {
        var provider = (CodeFixProvider)Activator.CreateInstance(type)!;

        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
        Assert.NotEmpty(provider.FixableDiagnosticIds);
        var rules = typeof(Descriptors)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .Select(rule => rule.Id);
        Assert.Empty(provider.FixableDiagnosticIds.Except(rules));
        if (provider.GetFixAllProvider() is { } all)
        {
            Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], all.GetSupportedFixAllScopes().Order());
        }
    }

    [Fact]
    public async Task Titles_name_the_type_and_keys_the_fix()
    {
        var offered = new List<(string Title, string? Key)>();
        foreach (var type in Providers.Select(row => row.Data))
        {
            var actions = await OfferedFixes.ForAsync((CodeFixProvider)Activator.CreateInstance(type)!, Source);
            offered.AddRange(actions.Select(action => (action.Title, action.EquivalenceKey)));
        }

        Assert.Equal(
            [
                "Ask for 'Verdict' with GetResponseAsync<Verdict>",
                "Ask for 'Verdict' with RunAsync<Verdict>",
                "Hold back a tenth of the examples for validation",
                "Index the documents for retrieval instead",
                "Set ResponseFormat to the JSON schema of 'Label'",
                "Set ResponseFormat to the JSON schema of 'Verdict'",
                "Set ResponseFormat to typeof(Verdict)",
                "Set TextFormat to the JSON schema of 'Verdict'",
            ],
            offered.Select(fix => fix.Title).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["AnswerShapeFix", "FineTuningOnChangingDocumentsFix", "FineTuningWithoutValidationFix"],
            offered.Select(fix => fix.Key).Distinct().Order(StringComparer.Ordinal)
        );
    }
}
