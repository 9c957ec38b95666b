using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace HandbookDeskDone;

public sealed record Tone(string Mood, double Score);

public sealed class Page
{
    [VectorStoreKey]
    public required string Id { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreData]
    public required string Source { get; init; }

    [VectorStoreVector(1536)]
    public ReadOnlyMemory<float> Vector { get; init; }
}

/// <summary>The passages get to the model with their sources, a question without any is answered as such, and members are read by their names.</summary>
public sealed class Desk(
    IChatClient chat,
    OpenAI.Chat.ChatClient client,
    IChatCompletionService completion,
    Kernel kernel,
    VectorStoreCollection<string, Page> pages
)
{
    private const string Template = """
        Answer the question from these passages only, and cite their sources.
        {{$passages}}
        Question: {{$question}}
        """;

    public async Task<string?> MoodAsync(string mail)
    {
        var response = await chat.GetResponseAsync<Tone>($"How does this mail sound? {mail}");
        try
        {
            using var document = JsonDocument.Parse(response.Text);
            return document.RootElement.GetProperty("mood").GetString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task<string?> AskAsync(string question)
    {
        var passages = await FindAsync(question);
        if (passages.Length == 0)
        {
            return "The handbook says nothing about this.";
        }

        var answer = await kernel.InvokePromptAsync(Template, new() { ["passages"] = passages, ["question"] = question });
        return answer.GetValue<string>();
    }

    public async Task<string?> TellAsync(string question)
    {
        var passages = await FindAsync(question);
        if (passages.Length == 0)
        {
            return "The handbook says nothing about this.";
        }

        var history = new ChatHistory("Answer the question from the passages only, and cite their sources.");
        history.AddUserMessage($"Passages: {passages}");
        history.AddUserMessage(question);
        return (await completion.GetChatMessageContentAsync(history)).Content;
    }

    public async Task<string> ToldByToolAsync(string question)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(FindAsync)] };
        var told = client.AsIChatClient().AsBuilder().UseFunctionInvocation().Build();
        return (
            await told.GetResponseAsync("Answer from what you find in the handbook, and say so when it holds nothing. " + question, options)
        ).Text;
    }

    public async Task<string?> ToldByPlugInAsync(string question)
    {
        var own = kernel.Clone();
        own.Plugins.AddFromFunctions("Handbook", [KernelFunctionFactory.CreateFromMethod(FindAsync)]);
        var settings = new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        return (await completion.GetChatMessageContentAsync(question, settings, own)).Content;
    }

    private async Task<string> FindAsync(string text)
    {
        var found = "";
        await foreach (var hit in pages.SearchAsync(text, 3))
        {
            if (hit.Score > 0.5)
            {
                found += $"{hit.Record.Source}: {hit.Record.Text}\n";
            }
        }

        return found;
    }
}

/// <summary>A plug-in whose function a template calls.</summary>
public sealed class Handbook(VectorStoreCollection<string, Page> pages)
{
    [KernelFunction]
    public async Task<string> FindAsync(string question)
    {
        var found = "";
        await foreach (var hit in pages.SearchAsync(question, 3))
        {
            found += $"{hit.Record.Source}: {hit.Record.Text}\n";
        }

        return found.Length == 0 ? "(The handbook says nothing about this.)" : found;
    }
}

/// <summary>The template calls the search, and what it returns is encoded; the model is asked through a delegate, under a schema.</summary>
public sealed class TemplateDesk
{
    private const string Template = """
        <message role="system">Answer the question from the passages only, and cite their sources.</message>
        <message role="user">{{Handbook.Find $question}}</message>
        <message role="user">{{$question}}</message>
        """;

    private readonly Kernel _kernel;
    private readonly Func<string, Task<Tone?>> _tone;

    public TemplateDesk(Kernel kernel, IChatClient chat, Handbook handbook)
    {
        _kernel = kernel.Clone();
        _kernel.Plugins.AddFromObject(handbook, "Handbook");
        _tone = async mail =>
            (await chat.GetResponseAsync<Tone>($"How does this mail sound? {mail}")).TryGetResult(out var tone) ? tone : null;
    }

    public Task<Tone?> ToneAsync(string mail) => _tone(mail);

    public async Task<string?> AskAsync(string question) =>
        (await _kernel.InvokePromptAsync(Template, new() { ["question"] = question })).GetValue<string>();
}
