using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Tests.Text.Templates;

/// <summary>Where the rules of a template belong.</summary>
public sealed class FirstMessageTests
{
    [Theory]
    [InlineData("<message role=\"system\">You are kind.</message>")]
    [InlineData("<message role=\"user\">{{$question}}</message>\n<message role='developer'>\n  You are kind.\n</message>")]
    [InlineData("Lost. <message role=\"user\">You are kind.</message>")]
    [InlineData("{{#message role=\"system\"}}\nYou are kind.\n{{/message}}\n{{#message role=\"user\"}}{{question}}{{/message}}")]
    [InlineData("system:\nYou are kind.\n\nuser:\n{{question}}")]
    public void Begins_at_its_words(string text)
    {
        Assert.True(FirstMessage.IsOpenedIn(text));
        Assert.Equal(text.IndexOf("You are kind.", StringComparison.Ordinal), FirstMessage.StartIn(text));
    }

    [Theory]
    [InlineData("You are kind. {{$question}}", false)]
    [InlineData("The system: kind.", false)]
    [InlineData("The system:\nkind.", false)]
    [InlineData("Documents:\nkind.", false)]
    [InlineData("<message>You are kind.</message>", true)]
    [InlineData("<message role=\"{{$role}}\">You are kind.</message>", true)]
    public void None_is_understood(string text, bool isOpened)
    {
        Assert.Equal(isOpened, FirstMessage.IsOpenedIn(text));
        Assert.Null(FirstMessage.StartIn(text));
    }
}
