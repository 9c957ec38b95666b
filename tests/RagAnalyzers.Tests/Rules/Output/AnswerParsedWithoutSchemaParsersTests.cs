namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>What counts as parsing an answer, and what does not.</summary>
public sealed class AnswerParsedWithoutSchemaParsersTests
{
    [Theory]
    [InlineData("JsonSerializer.Deserialize<Answer>(text)")]
    [InlineData("JsonSerializer.Deserialize<Answer>(text, JsonSerializerOptions.Web)")]
    [InlineData("JsonSerializer.Deserialize(text, typeof(Answer))")]
    [InlineData("JsonSerializer.Deserialize<Answer>(json: text)")]
    [InlineData("JsonSerializer.Deserialize<Answer>(options: null, json: text)")]
    [InlineData("JsonSerializer.Deserialize<Answer>(text.AsSpan())")]
    [InlineData("JsonSerializer.Deserialize<Answer>(Encoding.UTF8.GetBytes(text))")]
    [InlineData("JsonSerializer.Deserialize<Answer>(new MemoryStream(Encoding.UTF8.GetBytes(text)))")]
    [InlineData("await JsonSerializer.DeserializeAsync<Answer>(new MemoryStream(Encoding.UTF8.GetBytes(text)))")]
    [InlineData("await JsonSerializer.DeserializeAsyncEnumerable<Answer>(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToListAsync()")]
    [InlineData("JsonSerializer.Deserialize<Answer>(BinaryData.FromString(text))")]
    [InlineData("JsonDocument.Parse(text)")]
    [InlineData("JsonDocument.Parse(Encoding.UTF8.GetBytes(text).AsMemory())")]
    [InlineData("await JsonDocument.ParseAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)))")]
    [InlineData("JsonDocument.Parse(new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(text)))")]
    [InlineData("JsonElement.Parse(text)")]
    [InlineData("JsonElement.Parse(Encoding.UTF8.GetBytes(text))")]
    [InlineData("JsonNode.Parse(text)")]
    [InlineData("JsonNode.Parse(text)!.AsObject()[\"text\"]")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject<Answer>(text)")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject(text, typeof(Answer))")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject(text)")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeAnonymousType(text, new { Text = \"\" })")]
    [InlineData("new Newtonsoft.Json.JsonSerializer().Deserialize<Answer>(new Newtonsoft.Json.JsonTextReader(new StringReader(text)))")]
    [InlineData("Newtonsoft.Json.Linq.JObject.Parse(text)")]
    [InlineData("Newtonsoft.Json.Linq.JArray.Parse(text)")]
    [InlineData("Newtonsoft.Json.Linq.JToken.Parse(text)")]
    [InlineData("System.Xml.Linq.XDocument.Parse(text)")]
    [InlineData("System.Xml.Linq.XElement.Parse(text)")]
    [InlineData("System.Xml.Linq.XDocument.Load(new StringReader(text))")]
    [InlineData("new System.Xml.Serialization.XmlSerializer(typeof(Answer)).Deserialize(new StringReader(text))")]
    [InlineData(
        "new System.Xml.Serialization.XmlSerializer(typeof(Answer)).Deserialize(System.Xml.XmlReader.Create(new StringReader(text)))"
    )]
    [InlineData("new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Answer>(text)")]
    [InlineData("new YamlDotNet.Serialization.Deserializer().Deserialize<Answer>(new StringReader(text))")]
    public Task Parse(string parse) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var text = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;
            Use({{parse}});
            """
        );

    [Fact]
    public Task Reader_over_the_bytes_of_the_answer() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await {|RAG2002:chat.GetResponseAsync|}(question);
            Use(TextOf(Encoding.UTF8.GetBytes(response.Text)));

            static string? TextOf(byte[] json)
            {
                var reader = new Utf8JsonReader(json);
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.String)
                        return reader.GetString();
                }

                return null;
            }
            """
        );

    [Fact]
    public Task Reader_that_a_serializer_reads_on() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await {|RAG2002:chat.GetResponseAsync|}(question);
            Use(Read(response.Text));

            static Answer? Read(string json)
            {
                var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
                return JsonSerializer.Deserialize<Answer>(ref reader);
            }
            """
        );

    [Fact]
    public Task Xml_document_that_loads_the_answer() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await {|RAG2002:chat.GetResponseAsync|}(question);
            var document = new System.Xml.XmlDocument();
            document.LoadXml(response.Text);
            Use(document.DocumentElement);
            """
        );

    [Theory]
    [InlineData("""text.Split(',')""")]
    [InlineData("""Regex.Match(text, "score: ([0-9]+)").Groups[1].Value""")]
    [InlineData("""int.Parse(text)""")]
    [InlineData("""double.TryParse(text, out var score) ? score : 0""")]
    [InlineData("""Enum.Parse<DayOfWeek>(text)""")]
    [InlineData("""bool.Parse(text.Trim())""")]
    [InlineData("""new Uri(text)""")]
    [InlineData("""text.StartsWith('{') && text.Contains("\"text\"")""")]
    [InlineData("""JsonSerializer.Serialize(text)""")]
    [InlineData("""JsonSerializer.Serialize(new Answer(text, 1))""")]
    [InlineData("""JsonValue.Create(text)""")]
    [InlineData("""new System.Xml.Linq.XElement("answer", text)""")]
    public Task No_parse(string use) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var text = (await chat.GetResponseAsync(question)).Text;
            Use({{use}});
            """
        );

    [Theory]
    [InlineData("JsonDocument.Parse(text);")]
    [InlineData("using (JsonDocument.Parse(text)) { }")]
    [InlineData("using var document = JsonDocument.Parse(text);")]
    [InlineData("_ = JsonNode.Parse(text);")]
    [InlineData("try { JsonDocument.Parse(text).Dispose(); } catch (JsonException) { return; }")]
    public Task Parse_that_only_asks_whether_it_is_json(string parse) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var text = (await chat.GetResponseAsync(question)).Text;
            {{parse}}
            Use(text);
            """
        );
}
