using Azure;
using Azure.Search.Documents;
using LayeredAssistant.Application;
using LayeredAssistant.Infrastructure;
using Microsoft.Extensions.AI;
using OpenAI;

if (args is not [var question])
{
    Console.Error.WriteLine("Usage: LayeredAssistant.Host \"<question>\"");
    return 1;
}

var search = new SearchClient(
    new Uri(Setting("SEARCH_ENDPOINT")),
    Setting("SEARCH_INDEX"),
    new AzureKeyCredential(Setting("SEARCH_API_KEY"))
);
using var chat = new OpenAIClient(Setting("OPENAI_API_KEY")).GetChatClient("gpt-4.1-mini").AsIChatClient();
var answer = await new AnswerPage(new HandbookAnswers(search, chat)).ShowAsync(question, CancellationToken.None);
Console.WriteLine(answer.Found ? $"{answer.Answer} ({string.Join("; ", answer.Sources)})" : "The handbook does not say.");
return 0;

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}.");
