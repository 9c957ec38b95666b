// What comes out and what the answer stands on: misread members, passages that go astray, prompts that do not tie the answer to them.
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace HandbookDesk;

public sealed record Tone(string Mood, double Score);

public sealed class Page
{
    [VectorStoreKey]
    public required string Id { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreVector(1536)]
    public ReadOnlyMemory<float> Vector { get; init; }
}

public sealed class Desk(
    IChatClient chat,
    OpenAI.Chat.ChatClient client,
    IChatCompletionService completion,
    Kernel kernel,
    VectorStoreCollection<string, Page> pages
)
{
    private const string Template = "Passages: {{$passages}} Question: {{$question}}";

    public async Task<string?> MoodAsync(string mail)
    {
        var response = await chat.GetResponseAsync<Tone>($"How does this mail sound? {mail}");
        using var document = JsonDocument.Parse(response.Text);
        return document.RootElement.GetProperty("Tone").GetString();
    }

    public async Task<string?> AskAsync(string question)
    {
        var found = new List<string>();
        try
        {
            await foreach (var hit in pages.SearchAsync(question, 40))
            {
                found.Add(hit.Record.Text);
            }
        }
        catch (Exception) { }

        var answer = await kernel.InvokePromptAsync(Template, new() { ["passages"] = string.Join("\n", found), ["question"] = question });
        return answer.GetValue<string>();
    }

    public async Task<string?> TellAsync(string question)
    {
        var found = "";
        await foreach (var hit in pages.SearchAsync(question, 3))
        {
            found += hit.Record.Text;
        }

        var history = new ChatHistory($"You are a friendly assistant. {found}");
        history.AddUserMessage(question);
        return (await completion.GetChatMessageContentAsync(history)).Content;
    }

    public async Task<string> ToldByToolAsync(string question)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(FindAsync)] };
        return (await client.AsIChatClient().GetResponseAsync(question, options)).Text;
    }

    private async Task<string> FindAsync(string text)
    {
        var found = "";
        await foreach (var hit in pages.SearchAsync(text, 3))
        {
            found += hit.Record.Text;
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
            found += hit.Record.Text;
        }

        return found;
    }
}

/// <summary>What the template's function returns is not encoded, and passages stand in its system message; a delegate asks for what is parsed.</summary>
public sealed class TemplateDesk
{
    private readonly Kernel _kernel;
    private readonly Handbook _handbook;
    private readonly Func<string, Task<string>> _tone;

    public TemplateDesk(Kernel kernel, IChatClient chat, Handbook handbook)
    {
        _kernel = kernel.Clone();
        _kernel.Plugins.AddFromObject(handbook, "Handbook");
        _handbook = handbook;
        _tone = async mail => (await chat.GetResponseAsync($"How does this mail sound? {mail}")).Text;
    }

    public async Task<Tone?> ToneAsync(string mail) => JsonSerializer.Deserialize<Tone>(await _tone(mail));

    public async Task<string?> AskAsync(string question) =>
        (
            await _kernel.InvokePromptAsync(
                "{{Handbook.Find $question}} {{$question}}",
                new() { ["question"] = question },
                promptTemplateFactory: new KernelPromptTemplateFactory { AllowDangerouslySetContent = true }
            )
        ).GetValue<string>();

    public async Task<string?> TellAsync(string question) =>
        (
            await _kernel.InvokePromptAsync(
                "<message role=\"system\">You are kind. {{$passages}}</message><message role=\"user\">{{$question}}</message>",
                new() { ["passages"] = await _handbook.FindAsync(question), ["question"] = question }
            )
        ).GetValue<string>();
}
