using RagAnalyzers.Text.Json;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Tests.Text.Templates;

/// <summary>Variables move out of the system message that a template opens.</summary>
public sealed class SystemMessageSplitTests
{
    [Theory]
    [InlineData(
        "{{#message role=\"system\"}}Be brief. From: {{#each passages}}{{this}}{{/each}}{{/message}}{{q}}",
        "{{#message role=\"system\"}}Be brief.{{/message}}{{#message role=\"user\"}}From: {{#each passages}}{{this}}{{/each}}{{/message}}{{q}}"
    )]
    [InlineData("<message role=\"developer\">{{$passages}}</message>", "<message role=\"user\">{{$passages}}</message>")]
    [InlineData(
        "A\n  <message role='system'>\n    Be brief!\n    {{ $passages }} {{$notes}}\n  </message>",
        "A\n  <message role='system'>\n    Be brief!\n  </message>\n  <message role='user'>\n    {{ $passages }} {{$notes}}\n  </message>"
    )]
    // Words behind them, a block around them, another message, no message.
    [InlineData("<message role='system'>From {{$passages}} answer.</message>", null)]
    [InlineData("<message role='system'>{{#if passages}}Be brief. {{passages}}{{/if}}</message>", null)]
    [InlineData("<message role='user'>{{$passages}}</message>", null)]
    [InlineData("<message role='system'>{{$passagesCount}}</message>", null)]
    [InlineData("<message role='system'>{{$passages}}</message><message role='system'>{{$passages}}</message>", null)]
    [InlineData("{{$passages}}", null)]
    public void Of(string text, string? after)
    {
        var edits = SystemMessageSplit.Of(text, ["passages", "notes"]);
        Assert.Equal(after, edits is null ? null : JsonTextEdit.Apply(text, edits));
    }
}
