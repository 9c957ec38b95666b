using Microsoft.CodeAnalysis;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// What a finding tells its code fix: the SDK, where the options are, and their creation as the last additional location.
/// </summary>
public sealed class AnswerParsedWithoutSchemaHandOverTests
{
    [Theory]
    [InlineData("chat.GetResponseAsync(question)", "absent")]
    [InlineData("chat.GetResponseAsync(question, null)", "absent")]
    [InlineData("chat.GetResponseAsync(question, options: default)", "absent")]
    [InlineData("chat.GetResponseAsync(question, none)", "absent")]
    [InlineData("chat.GetResponseAsync(question, new ChatOptions())", "created")]
    [InlineData("chat.GetResponseAsync(question, new() { Temperature = 0 })", "created")]
    [InlineData("chat.GetResponseAsync(question, own)", "created")]
    [InlineData("chat.GetResponseAsync(question, stepwise)", "created")]
    [InlineData("chat.GetResponseAsync(question, shared)", "other")]
    [InlineData("chat.GetResponseAsync(question, either)", "other")]
    [InlineData("chat.GetResponseAsync(question, own ?? shared)", "other")]
    [InlineData("chat.GetResponseAsync(question, own.Clone())", "created")]
    public async Task Options_of_Extensions_AI(string call, string options)
    {
        var finding = await ParsedAnswers.SingleAsync(
            Desk.ExtensionsAI(
                $$"""
                ChatOptions? none = null;
                var own = new ChatOptions { Temperature = 0 };
                var stepwise = new ChatOptions();
                stepwise.Temperature = 0;
                var shared = new ChatOptions();
                var either = question == "" ? new ChatOptions() : new ChatOptions { Temperature = 0 };
                Use(await chat.GetResponseAsync("Summarize: " + question, shared));
                var response = await {{call}};
                Use(JsonSerializer.Deserialize<Answer>(response.Text));
                """
            )
        );
        Assert.Equal(SdkKind.ExtensionsAI, HandedOver(finding).Sdk);
        Assert.Equal(options, OptionsOf(finding));
        Assert.Equal(options == "created" ? 2 : 1, finding.AdditionalLocations.Count);
        if (options == "created")
        {
            var creation = finding.AdditionalLocations[1];
            Assert.Equal(creation, HandedOver(finding).OptionsCreation);
            Assert.StartsWith("new", creation.SourceTree!.ToString().Substring(creation.SourceSpan.Start));
        }
    }

    [Theory]
    [InlineData("chat.CompleteChat(question)", "absent")]
    [InlineData("chat.CompleteChat([question], null)", "absent")]
    [InlineData("chat.CompleteChat([question])", "absent")]
    [InlineData("chat.CompleteChat([question], new ChatCompletionOptions())", "created")]
    [InlineData("chat.CompleteChat([question], question == \"\" ? null : new ChatCompletionOptions())", "other")]
    public async Task Options_of_OpenAI(string call, string options)
    {
        var finding = await ParsedAnswers.SingleAsync(Desk.OpenAI($"Use(JsonDocument.Parse({call}.Value.Content[0].Text));"));
        Assert.Equal(SdkKind.OpenAI, HandedOver(finding).Sdk);
        Assert.Equal(options, OptionsOf(finding));
    }

    [Fact]
    public async Task Options_that_a_loop_uses_again_belong_to_one_call()
    {
        var finding = await ParsedAnswers.SingleAsync(
            Desk.ExtensionsAI(
                """
                var options = new ChatOptions();
                foreach (var line in question.Split('\n'))
                    Use(JsonDocument.Parse((await chat.GetResponseAsync(line, options)).Text));
                """
            )
        );
        Assert.Equal("created", OptionsOf(finding));
    }

    [Fact]
    public async Task Options_that_also_go_elsewhere_are_not_this_call_s_alone()
    {
        var finding = await ParsedAnswers.SingleAsync(
            Desk.ExtensionsAI(
                """
                var options = new ChatOptions();
                await foreach (var update in chat.GetStreamingResponseAsync(question, options))
                    Console.Write(update);
                Use(JsonDocument.Parse((await chat.GetResponseAsync(question, options)).Text));
                """
            )
        );
        Assert.Equal("other", OptionsOf(finding));
    }

    [Fact]
    public async Task Agent_framework()
    {
        var finding = await ParsedAnswers.SingleAsync(
            Desk.ExtensionsAI(
                "Use(JsonDocument.Parse((await chat.AsAIAgent(question).RunAsync(question, options: new AgentRunOptions())).Text));"
            )
        );
        Assert.Equal(SdkKind.AgentFramework, HandedOver(finding).Sdk);
        Assert.Equal("created", OptionsOf(finding));
    }

    private static ParsedAnswerHandOver HandedOver(Diagnostic finding)
    {
        var handOver = ParsedAnswerHandOver.Read(finding);
        Assert.NotNull(handOver);
        return handOver;
    }

    private static string OptionsOf(Diagnostic finding) =>
        HandedOver(finding) switch
        {
            { PassesNoOptions: true, OptionsCreation: null } => "absent",
            { PassesNoOptions: false, OptionsCreation: not null } => "created",
            { PassesNoOptions: false, OptionsCreation: null } => "other",
            _ => "absent and created",
        };
}
