using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6001: the whole prompt can be read, and no word ties the answer to the passages.</summary>
public sealed class NoGroundingInstructionTests
{
    [Theory]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Context: {found}\nQuestion: {question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"You are a friendly assistant. {found} {question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Answer with examples. {found} Question: {question}");""")]
    [InlineData(
        """return await {|RAG6001:chat.GetResponseAsync|}($"You help customers with insurance claims. {found} Question: {question}");"""
    )]
    [InlineData(
        """return await {|RAG6001:chat.GetResponseAsync|}($"You are a helpful assistant. Ask follow-up questions. {found} {question}");"""
    )]
    [InlineData(
        """return await {|RAG6001:client.CompleteChatAsync|}([new SystemChatMessage("You are a friendly assistant."), new UserChatMessage($"Here's some additional information: {found}"), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await {|RAG6001:client.CompleteChatAsync|}([new SystemChatMessage("You are a friendly assistant who answers briefly."), new UserChatMessage($"{found}\n\nQuestion: {question}")]);"""
    )]
    [InlineData(
        """return await {|RAG6001:client.CompleteChatAsync|}([new SystemChatMessage("You are a friendly helper for employees."), new UserChatMessage($"{question}\n\nDocuments:\n{found}")]);"""
    )]
    [InlineData(
        """var history = new ChatHistory("You help the staff of a bank."); history.AddUserMessage($"Documents:\n{found}\nQuestion: {question}"); return await {|RAG6001:completion.GetChatMessageContentAsync|}(history);"""
    )]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Du bist ein freundlicher Assistent. {found} Frage: {question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Tu es un assistant aimable. {found} Question : {question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Eres un asistente amable. {found} Pregunta: {question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Você é um assistente simpático. {found} Pergunta: {question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"你是一个友好的助手。{found} 问题：{question}");""")]
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"あなたは親切なアシスタントです。{found} 質問：{question}");""")]
    [InlineData(
        """return await {|RAG6001:kernel.InvokePromptAsync|}("Documents: {{$found}} Question: {{$question}}", new KernelArguments { ["found"] = found, ["question"] = question });"""
    )]
    [InlineData("""return await {|RAG6001:chat.AsAIAgent("You are a helpful assistant.").RunAsync|}($"{found} {question}");""")]
    // A message that is written out member by member.
    [InlineData(
        """var said = new ChatMessage { Role = ChatRole.User }; said.Contents.Add(new Microsoft.Extensions.AI.TextContent("You help the users. Question: " + question)); said.Contents.Add(new Microsoft.Extensions.AI.TextContent(found)); return await {|RAG6001:chat.GetResponseAsync|}([said]);"""
    )]
    [InlineData(
        """var history = new ChatHistory(); history.Add(new Microsoft.SemanticKernel.ChatMessageContent { Role = AuthorRole.User, Content = "You help the users. Question: " + question + found }); return await {|RAG6001:completion.GetChatMessageContentAsync|}(history);"""
    )]
    public Task Nothing_ties_the_answer_to_the_passages(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""return await chat.GetResponseAsync($"Answer the question from the passages only. {found} Question: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Based on {found}, answer: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Use the following context to answer. {found} Question: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Answer, or say that you don't know. {found} Question: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Answer and cite the documents. {found} Question: {question}");""")]
    [InlineData(
        """return await client.CompleteChatAsync([new SystemChatMessage("You answer strictly with what the documents say."), new UserChatMessage($"{found}\nQuestion: {question}")]);"""
    )]
    [InlineData("""return await chat.GetResponseAsync($"Beantworte die Frage nur anhand der Dokumente. {found} Frage: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Réponds uniquement à partir des documents. {found} Question : {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Responde solo con los documentos. {found} Pregunta: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Responda apenas com os documentos. {found} Pergunta: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"请根据以下内容回答。{found} 问题：{question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"次の資料だけを使って回答してください。{found} 質問：{question}");""")]
    [InlineData(
        """return await chat.GetResponseAsync([new ChatMessage { Role = ChatRole.User, Contents = [new Microsoft.Extensions.AI.TextContent("Answer only from the documents. " + question + found)] }]);"""
    )]
    // What a parameter says in a system message may be the instruction.
    [InlineData(
        """return await chat.GetResponseAsync([new ChatMessage { Role = ChatRole.System, Contents = [new Microsoft.Extensions.AI.TextContent(question)] }, new ChatMessage(ChatRole.User, $"You help the users. {found}")]);"""
    )]
    public Task The_prompt_says_so(string statements) => VerifyAsync(statements);

    // Where passages show how the model answered, nobody answers from them.
    [Theory]
    [InlineData("ChatRole.Assistant", "chat.GetResponseAsync")]
    [InlineData("ChatRole.User", "{|RAG6001:chat.GetResponseAsync|}")]
    public Task Examples_as_turns(string role, string ask) =>
        VerifyAsync(
            $$"""
            var messages = new List<ChatMessage> { new(ChatRole.System, "You help the users."), new(ChatRole.User, found) };
            messages.Add(new({{role}}, found));
            messages.Add(new(ChatRole.User, question));
            return await {{ask}}(messages);
            """
        );

    // Numbers, truth values and names answer nobody: they choose among the passages, or judge them.
    [Theory]
    [InlineData("Chosen", "chat.GetResponseAsync<Chosen>")]
    [InlineData("List", "chat.GetResponseAsync<List<int>>")]
    [InlineData("Truth", "chat.GetResponseAsync<bool>")]
    [InlineData("Text", "{|RAG6001:chat.GetResponseAsync<string>|}")]
    [InlineData("Worded", "{|RAG6001:chat.GetResponseAsync<Worded>|}")]
    public Task Answers_without_a_word(string kind, string ask) =>
        VerifyAsync(
            $$"""_ = await {{ask}}($"Which five answer the question best? {question} {found}"); return "{{kind}}";""",
            "public enum Fit { Good, Bad } public record Place(int Index, Fit Fit); public record Chosen(int[] Best, IReadOnlyList<Place> Places); public record Worded(int Index, string Answer);"
        );

    // There are more ways to say it than any list has: a sentence about the passages will do, a label will not.
    [Theory]
    [InlineData("Keep to the documents you are given.", "chat.GetResponseAsync")]
    [InlineData("Everything you need to answer is in the articles.", "chat.GetResponseAsync")]
    [InlineData("Your knowledge is confined to the material.", "chat.GetResponseAsync")]
    [InlineData("Answer the question in light of the notes.", "chat.GetResponseAsync")]
    [InlineData("Give an answer that is supported by all of it.", "chat.GetResponseAsync")]
    [InlineData("Berücksichtige die Dokumente bei der Antwort.", "chat.GetResponseAsync")]
    [InlineData("Réponds en tenant compte des extraits.", "chat.GetResponseAsync")]
    [InlineData("Responde teniendo en cuenta los documentos.", "chat.GetResponseAsync")]
    [InlineData("Responda levando em conta os documentos.", "chat.GetResponseAsync")]
    [InlineData("You are a friendly assistant. Documents:", "{|RAG6001:chat.GetResponseAsync|}")]
    [InlineData("You are a friendly assistant. Here are some documents that were found:", "{|RAG6001:chat.GetResponseAsync|}")]
    [InlineData("You are a friendly assistant. Some context", "{|RAG6001:chat.GetResponseAsync|}")]
    [InlineData("You are an assistant that answers questions about the company's documents.", "{|RAG6001:chat.GetResponseAsync|}")]
    [InlineData("Answer briefly and in a friendly tone. Use bullet lists.", "{|RAG6001:chat.GetResponseAsync|}")]
    [InlineData("Use os documentos na resposta.", "chat.GetResponseAsync")]
    [InlineData("You help customers with questions about our articles.", "{|RAG6001:chat.GetResponseAsync|}")]
    [InlineData("Du bist ein Assistent für die Dokumente der Firma und antwortest freundlich.", "{|RAG6001:chat.GetResponseAsync|}")]
    public Task Sentences_about_the_passages(string rules, string ask) =>
        VerifyAsync($"return await {ask}(\"{rules}\\n\" + found + \"\\nQuestion: \" + question);");

    // Such a task cannot be done without the passages.
    [Theory]
    [InlineData("""return await chat.GetResponseAsync($"Summarize for the user: {found}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Answer the user in the style of these examples: {found} Question: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Rank by how well they answer {question}: {found}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Say which entry is relevant to the question {question}: {found}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Does this text help to answer the question? Yes or no? {question} {found}");""")]
    [InlineData(
        """return await chat.GetResponseAsync($"Hilft dieser Text bei der Antwort auf die Frage? Ja oder nein: {question} {found}");"""
    )]
    [InlineData("""return await chat.GetResponseAsync($"List the claims of the answer that are unsupported. {question} {found}");""")]
    [InlineData(
        """return await chat.GetResponseAsync($"Write a reply to the mail. Choose the fitting text module, add nothing of your own. {found} {question}");"""
    )]
    [InlineData("""return await chat.GetResponseAsync($"Do the statements contradict the user's claim? {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Create three quiz questions with answers. {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Explain this code to a colleague who asks: {question}\n{found}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Think of three follow-up questions that a user could ask. {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Help the student with a hint, never with an answer. {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Answer the mail in the tone of these earlier mails. {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"The customer asks: {question}. Which of these products fits best? {found}");""")]
    [InlineData("""return await chat.GetResponseAsync($"You write T-SQL for the tables of the user. {found} {question}");""")]
    // What is known of somebody is no knowledge to answer from.
    [InlineData("""return await chat.GetResponseAsync($"You are a warm companion. What you know about the user: {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"You are a travel assistant. About me: {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"You are a helpful assistant. Relevant memories:\n{found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Fasse für den Nutzer zusammen, eine Zusammenfassung in der Du-Form: {found}");""")]
    public Task Another_task(string statements) => VerifyAsync(statements);

    [Theory]
    // Polish, Russian: not read. Nor are Danish, Swedish, Dutch, Italian and Catalan, which share words with languages that are.
    [InlineData(
        """return await chat.GetResponseAsync($"Du er en venlig assistent. Svar kun ud fra dokumenterne. {found} Spørgsmål: {question}");"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync($"Du är en vänlig assistent. Håll dig till texten. {found} Besvara frågan: {question}");"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync($"Je bent een vriendelijke assistent. Gebruik de documenten. {found} Vraag: {question}");"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync($"Sei un assistente gentile. Parla dei documenti. {found} Rispondi alla domanda: {question}");"""
    )]
    [InlineData("""return await chat.GetResponseAsync($"Ets un assistent. Fes servir els documents. {found} Pregunta: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Beantwoord de vraag van de klant met deze kennis. {found} {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Jesteś pomocnym asystentem banku. {found} Pytanie: {question}");""")]
    [InlineData("""return await chat.GetResponseAsync($"Ты дружелюбный помощник. {found} Вопрос: {question}");""")]
    // What instructs the model is elsewhere.
    [InlineData(
        """return await chat.GetResponseAsync($"{Load()} {found} Question: {question}");""",
        "private string Load() => System.IO.File.ReadAllText(\"a.txt\");"
    )]
    [InlineData(
        """return await chat.GetResponseAsync($"{SystemPrompt} {found} Question: {question}");""",
        "public string SystemPrompt { get; set; } = \"\";"
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new SystemChatMessage(message), new UserChatMessage($"{found}\nQuestion: {question}")]);"""
    )]
    [InlineData("""return await chat.GetResponseAsync($"{found} Question: {question}", new ChatOptions { ConversationId = context });""")]
    // What stands in a library's text may instruct.
    [InlineData(
        """return await chat.GetResponseAsync($"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription} {found} Question: {question}");"""
    )]
    // Nobody is answered.
    [InlineData("""return await chat.GetResponseAsync($"{found}");""")]
    // No passages.
    [InlineData("""return await chat.GetResponseAsync($"You are a friendly assistant. Question: {question}");""")]
    public Task Unseen_or_innocent(string statements, string members = "") => VerifyAsync(statements, members);

    // What is handed over may instruct: it is called so, its type is, or what is read off it is. A text that is searched for is none of the prompt.
    [Theory]
    [InlineData("""kept.Text.Replace("{context}", found).Replace("{question}", question)""", "AskSettings")]
    [InlineData(
        """new System.Text.StringBuilder(kept.Text).Replace("{context}", found).Replace("{question}", question).ToString()""",
        "KeptRequest"
    )]
    [InlineData("""$"{kept.Template} {found} Question: {question}" """, "KeptRequest")]
    [InlineData("""$"{kept.Text} {found} Question: {question}" """, "AskSettings")]
    [InlineData("""$"{kept.Text} {found} Question: {question}" """, "KeptRequest", "{|RAG6001:chat.GetResponseAsync|}")]
    public Task Handed_over(string prompt, string type, string ask = "chat.GetResponseAsync") =>
        VerifyAsync(
            "return found;",
            $$"""
            public sealed record AskSettings(string Text);

            public sealed record KeptRequest(string Text, string Template);

            public async Task<object?> AskAsync(string question, {{type}} kept)
            {
                var found = "";
                await foreach (var hit in pages.SearchAsync(question, 3))
                    found += hit.Record.Text;
                return await {{ask}}({{prompt}});
            }
            """
        );

    // By its name.
    [Theory]
    [InlineData("promptText")]
    [InlineData("promptsText")]
    [InlineData("instructionText")]
    [InlineData("instructionsText")]
    [InlineData("systemText")]
    [InlineData("templateText")]
    [InlineData("rulesText")]
    [InlineData("guidelinesText")]
    [InlineData("personaText")]
    [InlineData("roleText")]
    [InlineData("messagesText")]
    [InlineData("historyText")]
    [InlineData("optionsText")]
    [InlineData("settingsText")]
    [InlineData("configText")]
    [InlineData("configurationText")]
    [InlineData("ticketText", "{|RAG6001:chat.GetResponseAsync|}")]
    public Task Called_after_what_instructs(string name, string ask = "chat.GetResponseAsync") =>
        VerifyAsync(
            "return found;",
            $$"""
            public async Task<object?> AskAsync(string question, string {{name}})
            {
                var found = "";
                await foreach (var hit in pages.SearchAsync(question, 3))
                    found += hit.Record.Text;
                return await {{ask}}($"{{{name}}} {found} Question: {question}");
            }
            """
        );

    [Fact]
    public Task What_a_user_types() =>
        VerifyAsync("""return await {|RAG6001:chat.GetResponseAsync|}($"{found} Question: {Console.ReadLine()}");""");

    // The model is asked through a delegate that a field keeps: the prompt is what is passed to it.
    [Theory]
    [InlineData("await {|RAG6001:client.GetResponseAsync|}(prompt)", "You are a friendly assistant. ")]
    [InlineData("await client.GetResponseAsync(prompt)", "Answer only from these passages: ")]
    public Task Through_a_delegate(string ask, string rules) =>
        VerifyAsync(
            $"return await new Asking(chat).AskAsync($\"{rules}{{found}} Question: {{question}}\");",
            $$"""
            private sealed class Asking
            {
                private readonly Func<string, Task<string>> _ask;

                public Asking(IChatClient client) => _ask = async prompt => ({{ask}}).Text;

                public Task<string> AskAsync(string text) => _ask(text);
            }
            """
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<NoGroundingInstruction>(GroundedPrompts.Source(statements, members));
}
