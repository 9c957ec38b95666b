using System.Text.Json;
using OpenAI.Chat;
using OpenAI.Files;

namespace InvoiceDesk;

/// <summary>Everything here is OpenAI's own library, in members that all of its versions have.</summary>
public sealed record Invoice(string Supplier, decimal Total);

public sealed class InvoiceReader(ChatClient chat)
{
    private static readonly ChatCompletionOptions s_json = new() { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };

    private static readonly ChatCompletionOptions s_schema = new()
    {
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            "invoice",
            BinaryData.FromString(
                """{ "type": "object", "properties": { "Supplier": { "type": "string" }, "Total": { "type": "number" } } }"""
            ),
            jsonSchemaIsStrict: true
        ),
    };

    private static readonly ChatCompletionOptions s_loose = new()
    {
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            "invoice",
            BinaryData.FromString(
                """
                {
                  "type": "object",
                  "properties": { "Supplier": { "type": "string" }, "Total": { "type": "number" } },
                  "required": ["Supplier", "Total"],
                  "additionalProperties": false
                }
                """
            )
        ),
    };

    public async Task<Invoice?> UnshapedAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync(new SystemChatMessage("You read invoices."), new UserChatMessage(letter));
        return JsonSerializer.Deserialize<Invoice>(completion.Content[0].Text);
    }

    public async Task<Invoice?> WellFormedAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync(
            [new SystemChatMessage("You read invoices. Answer as JSON."), new UserChatMessage(letter)],
            s_json
        );
        return JsonSerializer.Deserialize<Invoice>(completion.Content[0].Text);
    }

    public async Task<string> UnmentionedAsync()
    {
        var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };
        ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage("Name a supplier of paper.")], options);
        return completion.Content[0].Text;
    }

    public async Task<Invoice?> StrictAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(letter)], s_schema);
        return JsonSerializer.Deserialize<Invoice>(completion.Content[0].Text);
    }

    public async Task<Invoice?> LooseAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(letter)], s_loose);
        return JsonSerializer.Deserialize<Invoice>(completion.Content[0].Text);
    }

    public async Task<string> AskedAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync(
            new SystemChatMessage("You read invoices. Respond with a JSON object with the members supplier and total, and nothing else."),
            new UserChatMessage(letter)
        );
        return completion.Content[0].Text;
    }

    public async Task<bool> IsReminderAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync(
            new UserChatMessage("Is this letter an invoice or a reminder? Answer with one word: invoice or reminder. " + letter)
        );
        var label = completion.Content[0].Text.Trim();
        return label switch
        {
            "reminder" => true,
            "invoice" => false,
            _ => false,
        };
    }

    public async Task<decimal> TotalAsync(string letter)
    {
        ChatCompletion completion = await chat.CompleteChatAsync(new UserChatMessage("What is the total of this invoice? " + letter));
        return decimal.Parse(completion.Content[0].Text);
    }
}

public sealed class InvoiceExamples(OpenAIFileClient files)
{
    public async Task<string> UploadAsync(string examples)
    {
        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(examples), "invoices.csv", FileUploadPurpose.FineTune);
        return file.Id;
    }
}
