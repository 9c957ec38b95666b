using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on the answers of the libraries of Ollama and Anthropic.</summary>
public sealed class AnswerParsedWithoutSchemaOtherClientsTests
{
    [Theory]
    [InlineData(
        "var text = await {|RAG2002:ollama.ChatAsync|}(new ChatRequest { Model = \"phi4\", Messages = [new Message(ChatRole.User, question)] }).StreamToEndAsync(); Use(JsonSerializer.Deserialize<Answer>(text!.Message.Content!));"
    )]
    [InlineData(
        "var text = new StringBuilder(); await foreach (var part in {|RAG2002:client.GenerateAsync|}(question)) text.Append(part?.Response); Use(JsonSerializer.Deserialize<Answer>(text.ToString()));"
    )]
    [InlineData(
        "await foreach (var part in {|RAG2002:client.GenerateAsync|}(new GenerateRequest { Prompt = question, System = \"Reply with JSON.\" })) Use(JsonSerializer.Deserialize<Answer>(part!.Response));"
    )]
    [InlineData(
        "var talk = new Chat(client, \"Reply with JSON.\"); var text = await {|RAG2002:talk.SendAsync|}(question).StreamToEndAsync(); Use(JsonSerializer.Deserialize<Answer>(text));"
    )]
    public Task Ollama_without_a_schema(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        "var text = await ollama.ChatAsync(new ChatRequest { Format = schema, Messages = [new Message(ChatRole.User, question)] }).StreamToEndAsync(); Use(JsonSerializer.Deserialize<Answer>(text!.Message.Content!));"
    )]
    [InlineData("await foreach (var part in client.GenerateAsync(given)) Use(JsonSerializer.Deserialize<Answer>(part!.Response));")]
    [InlineData(
        "await foreach (var part in client.GenerateAsync(new GenerateRequest { Prompt = question, Format = \"json\" })) Use(JsonSerializer.Deserialize<Answer>(part!.Response));"
    )]
    [InlineData(
        "var text = await new Chat(client).SendAsync(question, tools: null, format: schema).StreamToEndAsync(); Use(JsonSerializer.Deserialize<Answer>(text));"
    )]
    [InlineData("await foreach (var part in client.GenerateAsync(question)) Console.Write(part?.Response);")]
    public Task Ollama_under_a_format_or_none_that_is_certain(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("if (message.Content[0].TryPickText(out var text)) Use(JsonSerializer.Deserialize<Answer>(text.Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<Answer>(message.Content.Select(b => b.Value).OfType<TextBlock>().First().Text));")]
    [InlineData("foreach (var block in message.Content) if (block.Value is TextBlock text) Use(JsonDocument.Parse(text.Text));")]
    public Task Anthropic_without_a_schema(string use) =>
        VerifyAsync(
            "var message = await {|RAG2002:anthropic.Messages.Create|}(new MessageCreateParams { Model = \"claude\", MaxTokens = 99, Messages = [new UserMessageParam { Content = question }] }); "
                + use
        );

    [Theory]
    [InlineData(
        "var message = await anthropic.Messages.Create(new MessageCreateParams { Model = \"claude\", MaxTokens = 99, Messages = [], OutputConfig = new OutputConfig { Format = new JsonOutputFormat { Schema = shape } } }); if (message.Content[0].TryPickText(out var text)) Use(JsonSerializer.Deserialize<Answer>(text.Text));"
    )]
    [InlineData(
        "var message = await anthropic.Messages.Create(parameters); if (message.Content[0].TryPickText(out var text)) Use(JsonSerializer.Deserialize<Answer>(text.Text));"
    )]
    [InlineData(
        "var message = await anthropic.Messages.Create(parameters with { OutputConfig = null }); if (message.Content[0].TryPickToolUse(out var tool)) Use(tool.Input[\"x\"].Deserialize<Answer>());"
    )]
    public Task Anthropic_under_a_schema_or_none_that_is_certain(string statements) => VerifyAsync(statements);

    private static Task VerifyAsync(string statements) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text;
            using System.Text.Json;
            using Anthropic;
            using Anthropic.Models.Messages;
            using OllamaSharp;
            using OllamaSharp.Models;
            using OllamaSharp.Models.Chat;
            using Message = OllamaSharp.Models.Chat.Message;

            public record Answer(string Text);

            public class Desk(IOllamaApiClient client, OllamaApiClient ollama, AnthropicClient anthropic, GenerateRequest given, MessageCreateParams parameters, JsonElement schema, IReadOnlyDictionary<string, JsonElement> shape)
            {
                public async Task AskAsync(string question)
                {
                    {{statements}}
                }

                public object All => new object[] { client, ollama, anthropic, given, parameters, schema, shape };

                private static void Use(object? value) => Console.WriteLine(value);
            }
            """,
            ReferenceSets.OtherClients
        );
}
