namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Order matters: which value a variable has where it is parsed, and which format the options have when they are sent.</summary>
public sealed class AnswerParsedWithoutSchemaOrderTests
{
    [Theory]
    [InlineData(
        """
            var text = (await chat.GetResponseAsync(question)).Text;
            Console.WriteLine(text);
            text = await File.ReadAllTextAsync("settings.json");
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = await File.ReadAllTextAsync("settings.json");
            Use(JsonDocument.Parse(text));
            text = (await chat.GetResponseAsync(question)).Text;
            Use(text);
            """
    )]
    [InlineData(
        """
            string text;
            if (question == "")
            {
                text = (await chat.GetResponseAsync(question)).Text;
                Use(text);
            }
            else
            {
                text = await File.ReadAllTextAsync("settings.json");
                Use(JsonDocument.Parse(text));
            }
            """
    )]
    [InlineData(
        """
            var text = "{}";
            if (question == "")
            {
                text = (await chat.GetResponseAsync(question)).Text;
                Use(text);
                return;
            }

            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = "{}";
            if (question == "")
            {
                text = (await chat.GetResponseAsync(question)).Text;
                throw new InvalidOperationException(text);
            }

            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            string text = "{}";
            switch (question)
            {
                case "":
                    text = (await chat.GetResponseAsync(question)).Text;
                    Use(text);
                    break;
                case "settings":
                    Use(JsonDocument.Parse(text));
                    break;
            }
            """
    )]
    [InlineData(
        """
            foreach (var line in question.Split('\n'))
            {
                var text = line;
                if (!text.StartsWith('{'))
                {
                    text = (await chat.GetResponseAsync(line)).Text;
                    Use(text);
                    continue;
                }

                Use(JsonDocument.Parse(text));
            }
            """
    )]
    [InlineData(
        """
            var text = "{}";
            while (true)
            {
                if (question == "")
                {
                    text = (await chat.GetResponseAsync(question)).Text;
                    break;
                }

                Use(JsonDocument.Parse(text));
            }

            Use(text);
            """
    )]
    [InlineData(
        """
            foreach (var line in question.Split('\n'))
            {
                var text = line;
                Use(JsonDocument.Parse(text));
                text = (await chat.GetResponseAsync(line)).Text;
                Use(text);
            }
            """
    )]
    [InlineData(
        """
            string text = "";
            foreach (var line in question.Split('\n'))
            {
                text = line;
                Use(JsonDocument.Parse(text));
                text = (await chat.GetResponseAsync(line)).Text;
            }

            Use(text);
            """
    )]
    [InlineData(
        """
            var text = new StringBuilder((await chat.GetResponseAsync(question)).Text);
            Use(text.ToString());
            text = new StringBuilder("{}");
            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    public Task Answer_is_not_there_where_the_parse_is(string statements) => Desk.ExtensionsAIAsync(statements);

    [Theory]
    [InlineData(
        """
            var text = await File.ReadAllTextAsync("cache.json");
            if (text == "")
                text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            string text;
            if (question == "")
                text = "{}";
            else
                text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = "";
            try
            {
                text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            }
            catch (HttpRequestException)
            {
                text = "{}";
            }

            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            try
            {
                text = await File.ReadAllTextAsync("corrected.json");
            }
            catch (FileNotFoundException)
            {
            }

            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = "{}";
            for (var attempt = 0; attempt < 3; attempt++)
            {
                Use(JsonDocument.Parse(text));
                text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            }
            """
    )]
    [InlineData(
        """
            string? text = null;
            while (text is null)
                text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            string text;
            do
            {
                text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            }
            while (text.Length == 0);
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            string text = "{}";
            switch (question)
            {
                case "":
                    break;
                default:
                    text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
                    break;
            }

            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            if (text.Length == 0)
            {
                text = "{}";
                Use(text);
                return;
            }

            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            var text = "";
            foreach (var line in question.Split('\n'))
            {
                if (line.Length == 0)
                    continue;
                text = (await {|RAG2002:chat.GetResponseAsync|}(line)).Text;
                if (text.Length == 0)
                    break;
                Use(JsonDocument.Parse(text));
            }
            """
    )]
    [InlineData(
        """
            string text;
            using (var http2 = new HttpClient())
            {
                text = (await {|RAG2002:chat.GetResponseAsync|}(await http2.GetStringAsync(question))).Text;
            }

            lock (http)
                Use(JsonDocument.Parse(text));
            """
    )]
    public Task Answer_may_be_there(string statements) => Desk.ExtensionsAIAsync(statements);

    [Theory]
    [InlineData(
        """
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };
            options.ResponseFormat = null;
            var response = await {|RAG2002:chat.GetResponseAsync|}(question, options);
            """
    )]
    [InlineData(
        """
            var options = new ChatOptions();
            var response = await {|RAG2002:chat.GetResponseAsync|}(question, options);
            options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
            """
    )]
    [InlineData(
        """
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };
            options = new ChatOptions();
            var response = await {|RAG2002:chat.GetResponseAsync|}(question, options);
            """
    )]
    public Task Options_have_no_format_when_they_are_sent(string statements) =>
        Desk.ExtensionsAIAsync(statements + "\nUse(JsonDocument.Parse(response.Text));");

    [Theory]
    [InlineData(
        """
            var options = new ChatOptions();
            if (question == "")
                options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
            var response = await chat.GetResponseAsync(question, options);
            """
    )]
    [InlineData(
        """
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };
            try
            {
                options = new ChatOptions { ModelId = await File.ReadAllTextAsync("model.txt") };
            }
            catch (FileNotFoundException)
            {
            }

            var response = await chat.GetResponseAsync(question, options);
            """
    )]
    [InlineData(
        """
            var options = new ChatOptions();
            ChatResponse response = null!;
            for (var attempt = 0; attempt < 3; attempt++)
            {
                response = await chat.GetResponseAsync(question, options);
                options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
            }
            """
    )]
    [InlineData(
        """
            var options = new ChatOptions();
            Action configure = () => options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
            configure();
            var response = await chat.GetResponseAsync(question, options);
            """
    )]
    [InlineData(
        """
            var options = new ChatOptions();
            Configure();
            var response = await chat.GetResponseAsync(question, options);

            void Configure() => options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
            """
    )]
    public Task Options_may_have_a_format_when_they_are_sent(string statements) =>
        Desk.ExtensionsAIAsync(statements + "\nUse(JsonDocument.Parse(response.Text));");

    /// <summary>Under a schema where the code can, and without one otherwise, prepared for what comes then.</summary>
    [Theory]
    [InlineData("try { Use(JsonDocument.Parse(text)); } catch (JsonException) { Use(text); }", "chat.GetResponseAsync")]
    [InlineData("Use(JsonDocument.Parse(text));", "{|RAG2002:chat.GetResponseAsync|}")]
    public Task A_schema_on_the_other_way(string parse, string call) =>
        Desk.ExtensionsAIAsync(
            $$"""
            string text;
            if (question != "")
            {
                var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };
                text = (await chat.GetResponseAsync(question, options)).Text;
            }
            else
            {
                text = (await {{call}}(question)).Text;
            }

            {{parse}}
            """
        );
}
