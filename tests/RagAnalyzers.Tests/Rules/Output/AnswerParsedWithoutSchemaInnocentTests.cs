namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Code that calls a model and parses, and makes no mistake.</summary>
public sealed class AnswerParsedWithoutSchemaInnocentTests
{
    [Theory]
    [InlineData(
        """var weather = JsonDocument.Parse(await http.GetStringAsync("https://weather.example")); Use((await chat.GetResponseAsync($"{weather.RootElement} {question}")).Text);"""
    )]
    [InlineData(
        """var settings = JsonSerializer.Deserialize<Answer>("{ \"Text\": \"be brief\", \"Score\": 1 }")!; Use((await chat.GetResponseAsync(settings.Text + question)).Text);"""
    )]
    [InlineData(
        """foreach (var line in File.ReadLines("questions.jsonl")) Use((await chat.GetResponseAsync(JsonNode.Parse(line)!["text"]!.ToString())).Text);"""
    )]
    [InlineData(
        """foreach (var line in File.ReadLines("questions.jsonl")) { var item = JsonSerializer.Deserialize<Answer>(line)!; var response = await chat.GetResponseAsync(item.Text); Use(new Answer(response.Text, item.Score)); }"""
    )]
    [InlineData(
        """var response = await chat.GetResponseAsync(question); Use(JsonDocument.Parse(await http.GetStringAsync("https://search.example?q=" + response.Text)));"""
    )]
    [InlineData(
        """var response = await chat.GetResponseAsync(question); await File.WriteAllTextAsync("answer.txt", response.Text); Use(JsonDocument.Parse(await File.ReadAllTextAsync("settings.json")));"""
    )]
    [InlineData(
        """var response = await chat.GetResponseAsync("Which file? " + question); Use(JsonDocument.Parse(await File.ReadAllTextAsync(response.Text)));"""
    )]
    [InlineData(
        """var key = (await chat.GetResponseAsync(question)).Text; var table = new Dictionary<string, string> { ["a"] = "{}" }; Use(JsonDocument.Parse(table[key]));"""
    )]
    [InlineData(
        """var key = (await chat.GetResponseAsync(question)).Text; var table = new Dictionary<string, string> { ["a"] = "{}" }; if (table.TryGetValue(key, out var json)) Use(JsonDocument.Parse(json));"""
    )]
    [InlineData("""var label = (await chat.GetResponseAsync(question)).Text; Use(JsonDocument.Parse(label == "yes" ? "[1]" : "[]"));""")]
    [InlineData(
        """var label = (await chat.GetResponseAsync(question)).Text; Use(JsonDocument.Parse(label switch { "yes" => "[1]", _ => "[]" }));"""
    )]
    [InlineData(
        """var answers = new List<string> { (await chat.GetResponseAsync(question)).Text }; Use(JsonDocument.Parse("[" + string.Join(",", Enumerable.Range(0, answers.Count)) + "]"));"""
    )]
    public Task Parse_of_something_else(string statements) => Desk.ExtensionsAIAsync(statements);

    /// <summary>The model is asked for prose, and only what happens to be JSON is unwrapped.</summary>
    [Theory]
    [InlineData("""if (text.Trim().StartsWith("{")) Use(JsonDocument.Parse(text)); else Use(text);""")]
    [InlineData("""if (text.TrimStart().StartsWith('[') || text.StartsWith('{')) { Use(JsonNode.Parse(text)); }""")]
    [InlineData(
        """if (text.Length > 0 && text[0] == '{') { try { Use(JsonDocument.Parse(text)); } catch (JsonException) { } } Use(text);"""
    )]
    [InlineData("""if (!text.StartsWith("{")) Use(text); else Use(JsonDocument.Parse(text));""")]
    [InlineData("""Use(text.StartsWith("{") ? JsonDocument.Parse(text) : null);""")]
    [InlineData("""if (text.StartsWith("{")) Use(Read(text));""")]
    public Task Parse_that_is_only_tried(string statements) =>
        Desk.ExtensionsAIAsync(
            $"""var text = (await chat.GetResponseAsync("Write a story. " + question)).Text; {statements}""",
            "private static object? Read(string json) => JsonSerializer.Deserialize<Answer>(json);"
        );

    /// <summary>A model that is offered tools may write a call of one into its text; nobody asked for that.</summary>
    [Theory]
    [InlineData("Help.", "tools: tools", false)]
    [InlineData("Help. Answer in JSON.", "tools: tools", true)]
    [InlineData("Help.", "name: question", true)]
    public Task Parse_of_a_call_that_is_written_as_text(string instructions, string argument, bool isFound) =>
        Desk.ExtensionsAIAsync(
            $$"""
            IList<AITool> tools = [AIFunctionFactory.Create(() => 1)];
            var helper = chat.AsAIAgent(instructions: "{{instructions}}", {{argument}});
            var text = (await {{(isFound ? "{|RAG2002:helper.RunAsync|}" : "helper.RunAsync")}}(question)).Text;
            try { using var call = JsonDocument.Parse(text); Use(call.RootElement.GetProperty("name")); } catch (JsonException) { Use(text); }
            """
        );

    /// <summary>The code makes a call of what a model without calls of its own has written, as the prompt says; or it makes something else.</summary>
    [Theory]
    [InlineData("new FunctionCallContent(id, root.GetProperty(name).GetString()!)", false)]
    [InlineData("FunctionCallContent.CreateFromParsedArguments(root.GetRawText(), id, name, _ => null)", false)]
    [InlineData("new FunctionResultContent(id, root.GetProperty(name).GetString()!)", true)]
    [InlineData("calls.OfType<FunctionCallContent>().First(c => c.Name == root.GetProperty(name).GetString())", true)]
    public Task Parse_that_makes_a_call(string made, bool isFound) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1)] };
            var response = await {{(
                isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}("To use a tool, write JSON: { \"name\": ... } " + question, options);
            var calls = response.Messages.SelectMany(m => m.Contents).ToList();
            calls.AddRange(Read(response.Text, calls, "call_1", "name"));
            Use(calls);
            """,
            $$"""
            private static IEnumerable<AIContent> Read(string text, List<AIContent> calls, string id, string name)
            {
                using var document = JsonDocument.Parse(text);
                var root = document.RootElement;
                yield return {{made}};
            }
            """
        );

    /// <summary>A piece of JSON text is unescaped.</summary>
    [Theory]
    [InlineData("Use(JsonSerializer.Deserialize<string>(text[text.IndexOf('\"')..]));", false)]
    [InlineData("Use(JsonSerializer.Deserialize<string?>(text) ?? text);", false)]
    [InlineData("Use(JsonSerializer.Deserialize<string[]>(text));", true)]
    public Task Text_that_is_unescaped(string statements, bool isFound) =>
        Desk.ExtensionsAIAsync(
            $"""var text = (await {(isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}(question)).Text; {statements}"""
        );

    /// <summary>JSON is asked for, or another text is looked at.</summary>
    [Theory]
    [InlineData("Write a story as JSON.", """if (text.StartsWith("{")) Use(JsonDocument.Parse(text));""")]
    [InlineData("Write { \\\"title\\\": ... }", """if (text.StartsWith("{")) Use(JsonDocument.Parse(text));""")]
    [InlineData("Write a story.", """if (question.StartsWith("{")) Use(JsonDocument.Parse(text));""")]
    [InlineData("Write a story.", """if (text.StartsWith("Once")) Use(JsonDocument.Parse(text));""")]
    [InlineData("Write a story.", """if (text.StartsWith("{")) Use(text); else Use(JsonDocument.Parse(text));""")]
    public Task Parse_that_is_relied_on(string prompt, string statements) =>
        Desk.ExtensionsAIAsync($$"""var text = (await {|RAG2002:chat.GetResponseAsync|}("{{prompt}} " + question)).Text; {{statements}}""");

    [Theory]
    [InlineData("""$"{{ \"answer\": \"{answer}\" }}" """)]
    [InlineData(""""" $$"""{ "answer": "{{answer}}" }""" """"")]
    [InlineData(""" "{ \"answer\": \"" + answer + "\" }" """)]
    [InlineData(""" string.Format("{{ \"answer\": \"{0}\" }}", answer) """)]
    [InlineData(""" string.Concat("{ \"answer\": \"", answer, "\" }") """)]
    [InlineData(""" "{ \"answer\": \"@\" }".Replace("@", answer) """)]
    [InlineData(""" JsonSerializer.Serialize(new { answer }) """)]
    [InlineData(""" JsonSerializer.Serialize(answer) """)]
    [InlineData(""" new StringBuilder("{ \"answer\": \"").Append(answer).Append("\" }").ToString() """)]
    [InlineData(""" Join(answer) """)]
    public Task Answer_inside_a_larger_json_text(string json) =>
        Desk.ExtensionsAIAsync(
            $$$"""
            var answer = (await chat.GetResponseAsync(question)).Text;
            Use(JsonDocument.Parse({{{json}}}));

            static string Join(string text) => $"{{ \"answer\": \"{text}\" }}";
            """
        );

    [Theory]
    [InlineData("""var json = "{ \"answer\": \""; json += answer; json += "\" }"; """)]
    [InlineData(
        """var builder = new StringBuilder(); builder.Append("{ \"answer\": \""); builder.Append(answer); builder.Append("\" }"); var json = builder.ToString();"""
    )]
    [InlineData("""var builder = new StringBuilder(); builder.Append($"{{ \"answer\": \"{answer}\" }}"); var json = builder.ToString();""")]
    [InlineData(
        """var builder = new StringBuilder(); builder.AppendLine("{").Append("\"answer\": \"").Append(answer).AppendLine("\"").AppendLine("}"); var json = builder.ToString();"""
    )]
    public Task Answer_put_into_a_larger_json_text_in_steps(string statements) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var answer = (await chat.GetResponseAsync(question)).Text;
            {{statements}}
            Use(JsonDocument.Parse(json));
            """
        );

    [Theory]
    [InlineData(
        """response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First().Arguments!["city"]!.ToString()!"""
    )]
    [InlineData("""response.Messages[0].Contents.OfType<FunctionResultContent>().First().Result!.ToString()!""")]
    public Task Tool_calls_and_results_are_not_the_answer(string text) =>
        Desk.ExtensionsAIAsync(
            $"""
            var response = await chat.GetResponseAsync(question);
            Use(JsonDocument.Parse({text}));
            """
        );

    [Fact]
    public Task Tool_that_parses_its_arguments() =>
        Desk.ExtensionsAIAsync(
            """
            var tool = AIFunctionFactory.Create((string filter) => JsonSerializer.Deserialize<Answer>(filter)!.Text, "look_up");
            var response = await chat.GetResponseAsync(question, new ChatOptions { Tools = [tool] });
            Use(response.Text);
            """
        );

    [Theory]
    [InlineData(
        """using var reply = await http.PostAsync("https://api.example/chat", new StringContent(question)); Use(JsonDocument.Parse(await reply.Content.ReadAsStringAsync()));"""
    )]
    [InlineData(
        """var reply = await http.GetStringAsync("https://api.example/chat?q=" + question); Use(JsonDocument.Parse(reply).RootElement.GetProperty("choices")[0]);"""
    )]
    public Task Http_envelope(string statements) =>
        Desk.ExtensionsAIAsync("Use((await chat.GetResponseAsync(question)).Text);\n" + statements);

    [Theory]
    [InlineData("(await chat.GetResponseAsync<Answer>(\"Respond as JSON: \" + question)).Result")]
    [InlineData("(await chat.GetResponseAsync<Answer>(question)).TryGetResult(out var answer) ? answer : null")]
    [InlineData("JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync<Answer>(\"Respond as JSON: \" + question)).Text)")]
    public Task Typed_call(string answer) => Desk.ExtensionsAIAsync($"Use({answer});");
}
