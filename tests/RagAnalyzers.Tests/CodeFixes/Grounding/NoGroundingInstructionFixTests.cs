using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6001: one sentence before the passages.</summary>
public sealed class NoGroundingInstructionFixTests
{
    private const string Sentence = "Answer only from the passages that you are given, and say so when they do not hold the answer.";

    [Theory]
    [InlineData(
        """return await {|RAG6001:chat.GetResponseAsync|}($"Context: {found}\nQuestion: {question}");""",
        $$"""return await chat.GetResponseAsync($"{{Sentence}} Context: {found}\nQuestion: {question}");"""
    )]
    [InlineData(
        """return await {|RAG6001:client.CompleteChatAsync|}([new SystemChatMessage("You are a friendly assistant."), new UserChatMessage($"{found}\n\nQuestion: {question}")]);""",
        $$"""return await client.CompleteChatAsync(LINE    [LINE        new SystemChatMessage("You are a friendly assistant. {{Sentence}}"),LINE        new UserChatMessage($"{found}\n\nQuestion: {question}")LINE    ]LINE);"""
    )]
    [InlineData(
        """var history = new ChatHistory("You help the staff of a bank."); history.AddUserMessage($"Documents:\n{found}\nQuestion: {question}"); return await {|RAG6001:completion.GetChatMessageContentAsync|}(history);""",
        $$"""var history = new ChatHistory("You help the staff of a bank. {{Sentence}}");LINEhistory.AddUserMessage($"Documents:\n{found}\nQuestion: {question}");LINEreturn await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """return await {|RAG6001:kernel.InvokePromptAsync|}("Documents: {{$found}} Question: {{$question}}", new KernelArguments { ["found"] = found, ["question"] = question });""",
        "return await kernel.InvokePromptAsync(LINE    \""
            + Sentence
            + " Documents: {{$found}} Question: {{$question}}\",LINE    new KernelArguments { [\"found\"] = found, [\"question\"] = question }LINE);"
    )]
    [InlineData(
        """return await {|RAG6001:chat.AsAIAgent("You are a helpful assistant.").RunAsync|}($"{found} {question}");""",
        $$"""return await chat.AsAIAgent("You are a helpful assistant. {{Sentence}}").RunAsync($"{found} {question}");"""
    )]
    [InlineData(
        """return await {|RAG6001:chat.GetResponseAsync|}("Question: " + question + " Context: " + found);""",
        $$"""return await chat.GetResponseAsync("{{Sentence}} Question: " + question + " Context: " + found);"""
    )]
    public Task One_sentence(string before, string after) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(before),
            GroundedPrompts.Source(after.Replace("LINE", "\n", StringComparison.Ordinal))
        );

    [Fact]
    public Task A_raw_string_on_lines() =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(
                "return await {|RAG6001:chat.GetResponseAsync|}($\"\"\"\n    Context: {found}\n    Question: {question}\n    \"\"\");"
            ),
            GroundedPrompts.Source(
                $"return await chat.GetResponseAsync($\"\"\"\n    {Sentence}\n    Context: {{found}}\n    Question: {{question}}\n    \"\"\");"
            )
        );

    /// <summary>What is in paragraphs gets one more, and what is filled in does not run into the sentence.</summary>
    [Theory]
    [InlineData("$\"{found}\\n\\nQuestion: {question}\"", $"$\"{Sentence}\\n\\n{{found}}\\n\\nQuestion: {{question}}\"")]
    [InlineData(
        "$\"\"\"\n    # Context\n    {found}\n\n    # Question\n    {question}\n    \"\"\"",
        $"$\"\"\"\n    {Sentence}\n\n    # Context\n    {{found}}\n\n    # Question\n    {{question}}\n    \"\"\""
    )]
    public Task Paragraphs(string before, string after) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source($"var prompt = {before};\n\nreturn await {{|RAG6001:chat.GetResponseAsync|}}(prompt);"),
            GroundedPrompts.Source($"var prompt = {after};\n\nreturn await chat.GetResponseAsync(prompt);")
        );

    /// <summary>First comes who the model is.</summary>
    [Theory]
    [InlineData(
        "$\"You are the desk. Context: {found}\\nQuestion: {question}\"",
        $"$\"You are the desk. {Sentence} Context: {{found}}\\nQuestion: {{question}}\""
    )]
    [InlineData(
        "$\"You are the desk.\\n\\n{found}\\n\\nQuestion: {question}\"",
        $"$\"You are the desk. {Sentence}\\n\\n{{found}}\\n\\nQuestion: {{question}}\""
    )]
    [InlineData(
        "$\"\"\"\n    You are the desk.\n\n    {found}\n\n    Question: {question}\n    \"\"\"",
        $"$\"\"\"\n    You are the desk. {Sentence}\n\n    {{found}}\n\n    Question: {{question}}\n    \"\"\""
    )]
    [InlineData(
        "$\"You are a desk for {question}. Context: {found}\\nQuestion: {question}\"",
        $"$\"{Sentence} You are a desk for {{question}}. Context: {{found}}\\nQuestion: {{question}}\""
    )]
    public Task Behind_the_role(string before, string after) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source($"var prompt = {before};\nreturn await {{|RAG6001:chat.GetResponseAsync|}}(prompt);"),
            GroundedPrompts.Source($"var prompt = {after};\nreturn await chat.GetResponseAsync(prompt);")
        );

    [Theory]
    [InlineData("$\"Context:\\n{found}\"", $"$\"Context:\\n{{found}}\\n\\n{Sentence}\"")]
    [InlineData("$\"Context:\\n{found}\\n\"", $"$\"Context:\\n{{found}}\\n\\n{Sentence}\\n\"")]
    [InlineData("$\"Context: ({found})\"", $"$\"Context: ({{found}}) {Sentence}\"")]
    [InlineData(
        "$\"\"\"\n        Context:\n        {found}\n        \"\"\"",
        $"$\"\"\"\n        Context:\n        {{found}}\n\n        {Sentence}\n        \"\"\""
    )]
    public Task Passages_at_the_end_of_the_system_message(string before, string after) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(
                $"return await {{|RAG6001:client.CompleteChatAsync|}}(\n    [\n        new SystemChatMessage(\"You are a friendly assistant.\"),\n        new SystemChatMessage({before}),\n        new UserChatMessage(question),\n    ]);"
            ),
            GroundedPrompts.Source(
                $"return await client.CompleteChatAsync(\n    [\n        new SystemChatMessage(\"You are a friendly assistant.\"),\n        new SystemChatMessage({after}),\n        new UserChatMessage(question),\n    ]);"
            )
        );

    /// <summary>What stands outside of a template's messages is not sent.</summary>
    [Theory]
    [InlineData("<message role='system'>You are kind. {{$found}}</message><message role='user'>{{$question}}</message>", "You are kind")]
    [InlineData("<message role='user'>{{$question}}</message><message role='system'>Documents: {{$found}}</message>", "Documents")]
    [InlineData("<message role='user'>Documents: {{$found}} {{$question}}</message>", "Documents")]
    [InlineData("<message role='system'>\\n  You are kind. {{$found}}\\n</message>{{$question}}", "You are kind")]
    public Task Inside_the_message_of_a_template(string template, string first)
    {
        const string Call = "return await CALL(\n\"TEMPLATE\",\nnew KernelArguments { [\"found\"] = found, [\"question\"] = question });";
        return Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            Source("{|RAG6001:kernel.InvokePromptAsync|}", template),
            Source("kernel.InvokePromptAsync", template.Replace(first, $"{Sentence} {first}", StringComparison.Ordinal))
        );

        static string Source(string call, string text) =>
            GroundedPrompts.Source(
                Call.Replace("CALL", call, StringComparison.Ordinal).Replace("TEMPLATE", text, StringComparison.Ordinal)
            );
    }

    /// <summary>The rules often stand in a file of their own.</summary>
    [Theory]
    [InlineData("internal const string Rules = \"You are a friendly assistant.TEXT\";")]
    [InlineData("internal static readonly string Rules = \"You are a friendly assistant.TEXT\";")]
    [InlineData("internal static string Rules => \"You are a friendly assistant.TEXT\";")]
    [InlineData("internal static string Rules { get; } = Friendly; private const string Friendly = \"You are a friendly assistant.TEXT\";")]
    public Task In_another_file(string member) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(OfFile("{|RAG6001:client.CompleteChatAsync|}", "")),
            GroundedPrompts.Source(OfFile("client.CompleteChatAsync", "")),
            setup: new TestSetup { OtherSources = [Prompts(member, "")], OtherSourcesAfterFix = [Prompts(member, " " + Sentence)] }
        );

    /// <summary>Who sends the rules without passages must not be told to answer from them.</summary>
    [Theory]
    [InlineData("internal const string Rules = \"You are a friendly assistant.\"; public static string Again => Rules;")]
    [InlineData("public const string Rules = \"You are a friendly assistant.\";")]
    public Task In_the_message_where_others_may_send_the_rules(string members) =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(OfFile("{|RAG6001:client.CompleteChatAsync|}", "")),
            GroundedPrompts.Source(OfFile("client.CompleteChatAsync", Sentence + "\\n\\n")),
            setup: new TestSetup
            {
                OtherSources = [Prompts(members, "").Replace("internal static class", "public static class", StringComparison.Ordinal)],
            }
        );

    private static string OfFile(string call, string sentence) =>
        $"return await {call}([\n    new SystemChatMessage(Prompts.Rules),\n    new UserChatMessage($\"{sentence}{{found}}\\n\\nQuestion: {{question}}\"),\n]);";

    private static string Prompts(string members, string text) =>
        $"internal static class Prompts\n{{\n    {members.Replace("TEXT", text, StringComparison.Ordinal).Replace("; private", ";\n    private", StringComparison.Ordinal)}\n}}";

    [Fact]
    public Task In_the_message_where_the_rules_are_used_elsewhere() =>
        Verify.FixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(
            GroundedPrompts.Source(Elsewhere("{|RAG6001:client.CompleteChatAsync|}", "")),
            GroundedPrompts.Source(Elsewhere("client.CompleteChatAsync", Sentence + "\\n\\n"))
        );

    private static string Elsewhere(string call, string sentence) =>
        $"const string Rules = \"You are a friendly assistant.\"; Console.WriteLine(Rules);\nreturn await {call}([\n    new SystemChatMessage(Rules),\n    new UserChatMessage($\"{sentence}{{found}}\\n\\nQuestion: {{question}}\"),\n]);";

    [Theory]
    // Messages that nobody here can take apart.
    [InlineData(
        """return await {|RAG6001:kernel.InvokePromptAsync|}($"<message role='user'>Documents: {found} Question: {question}</message>");"""
    )]
    // Another language.
    [InlineData("""return await {|RAG6001:chat.GetResponseAsync|}($"Du bist ein freundlicher Assistent. {found} Frage: {question}");""")]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<NoGroundingInstruction, NoGroundingInstructionFix>(GroundedPrompts.Source(statements));
}
