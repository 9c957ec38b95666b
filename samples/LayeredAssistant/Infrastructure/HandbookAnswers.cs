using System.Text;
using Azure.Search.Documents;
using LayeredAssistant.Application;
using Microsoft.Extensions.AI;

namespace LayeredAssistant.Infrastructure;

/// <summary>Answers from the passages that Azure AI Search finds.</summary>
public sealed class HandbookAnswers(SearchClient search, IChatClient chat) : IHandbookAnswers
{
    public async Task<string> AskAsync(string question, string form, CancellationToken cancellationToken)
    {
        var found = await search.SearchAsync<HandbookPassage>(question, new SearchOptions { Size = 4 }, cancellationToken);
        var passages = new StringBuilder();
        await foreach (var result in found.Value.GetResultsAsync())
        {
            passages.AppendLine($"[{result.Document.Section}]").AppendLine(result.Document.Text).AppendLine();
        }

        List<ChatMessage> messages =
        [
            new(
                ChatRole.System,
                """
                You answer questions about the company handbook, from the passages you are given and from nothing else.
                Where they do not say it, say that the handbook does not say it.
                """
            ),
            new(ChatRole.User, $"Passages:\n{passages}\nQuestion: {question}\n{form}"),
        ];
        var response = await chat.GetResponseAsync(messages, cancellationToken: cancellationToken);
        return response.Text;
    }
}
