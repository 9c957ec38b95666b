namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002: the answer is put at one place of a collection, and what is parsed stands at another.</summary>
public sealed class AnswerParsedWithoutSchemaPlacesTests
{
    private const string Texts =
        """var profile = await http.GetStringAsync("https://profiles.example"); var answer = (await chat.GetResponseAsync(question)).Text; """;

    private const string Members = """
        private readonly Dictionary<string, string> _known = [];
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _shared = [];
        private static readonly string ProfileKey = "profile";
        private static readonly string AnswerKey = "answer";
        private void Set(string key, string value) => _known[key] = value;
        private string Get(string key) => _known[key];
        public sealed class Context { public Dictionary<string, object?> Items { get; } = []; }
        """;

    [Theory]
    [InlineData(
        """var d = new Dictionary<string, string>(); d["profile"] = profile; d["answer"] = answer; Use(JsonDocument.Parse(d["profile"]));"""
    )]
    [InlineData(
        """var d = new Dictionary<string, string> { ["profile"] = profile, ["answer"] = answer }; Use(JsonDocument.Parse(d["profile"]));"""
    )]
    [InlineData(
        """var d = new Dictionary<string, string> { { "profile", profile }, { "answer", answer } }; Use(JsonDocument.Parse(d["profile"]));"""
    )]
    [InlineData("""_known["profile"] = profile; _known["answer"] = answer; Use(JsonDocument.Parse(_known["profile"]));""")]
    [InlineData(
        """_known.Add("profile", profile); _known.Add("answer", answer); if (_known.TryGetValue("profile", out var p)) Use(JsonDocument.Parse(p));"""
    )]
    [InlineData(
        """_shared.TryAdd("profile", profile); _shared.TryAdd("answer", answer); Use(JsonDocument.Parse(_shared.GetValueOrDefault("profile")!));"""
    )]
    [InlineData(
        """var c = new Context(); c.Items["profile"] = profile; c.Items["answer"] = answer; Use(JsonDocument.Parse((string)c.Items["profile"]!));"""
    )]
    [InlineData(
        """var o = new ChatOptions { AdditionalProperties = new() }; o.AdditionalProperties["profile"] = profile; o.AdditionalProperties["answer"] = answer; Use(JsonDocument.Parse((string)o.AdditionalProperties["profile"]!));"""
    )]
    [InlineData("""var a = new string[2]; a[0] = profile; a[1] = answer; Use(JsonDocument.Parse(a[0]));""")]
    [InlineData("""var a = new List<string> { profile, answer }; Use(JsonDocument.Parse(a.First()));""")]
    [InlineData("""string[] a = [answer, profile]; if (a is [_, var p]) Use(JsonDocument.Parse(p));""")]
    [InlineData("""var at = "answer"; _known[at] = answer; _known["profile"] = profile; Use(JsonDocument.Parse(_known["profile"]));""")]
    [InlineData("""_known[AnswerKey] = answer; _known[ProfileKey] = profile; Use(JsonDocument.Parse(_known[ProfileKey]));""")]
    [InlineData("""Set("answer", answer); Set("profile", profile); Use(JsonDocument.Parse(Get("profile")));""")]
    [InlineData(
        """var d = new Dictionary<string, string>(); Put("answer", answer); Put("profile", profile); Use(JsonDocument.Parse(Take("profile"))); void Put(string key, string value) => d[key] = value; string Take(string key) => d[key];"""
    )]
    [InlineData(
        """var d = new Dictionary<string, Dictionary<string, string>> { ["a"] = [], ["b"] = [] }; d["a"]["text"] = answer; d["b"]["text"] = profile; Use(JsonDocument.Parse(d["b"]["text"]));"""
    )]
    [InlineData(
        """var d = new Dictionary<string, List<string>> { ["a"] = [], ["b"] = [] }; d["a"].Add(answer); d["b"].Add(profile); Use(JsonDocument.Parse(d["b"][0]));"""
    )]
    [InlineData("""var a = new[] { profile, answer }; Use(JsonDocument.Parse(a[0]));""")]
    [InlineData("""var a = new List<string> { profile, answer }; Use(JsonDocument.Parse(a[0]));""")]
    [InlineData(
        """var all = await Task.WhenAll(TellAsync(question), http.GetStringAsync("https://profiles.example")); Use(JsonDocument.Parse(all[1]));""",
        "private async Task<string> TellAsync(string asked) => (await chat.GetResponseAsync(asked)).Text;"
    )]
    public Task Another_place(string statements, string members = "") => Desk.ExtensionsAIAsync(Texts + statements, Members + members);

    [Theory]
    [InlineData(
        """var d = new Dictionary<string, string>(); d["profile"] = profile; d["answer"] = answer; Use(JsonDocument.Parse(d["answer"]));"""
    )]
    [InlineData(
        """var d = new Dictionary<string, string> { ["profile"] = profile, ["answer"] = answer }; Use(JsonDocument.Parse(d["answer"]));"""
    )]
    [InlineData("""_known["answer"] = answer; if (_known.TryGetValue("answer", out var p)) Use(JsonDocument.Parse(p));""")]
    [InlineData("""_known["answer"] = answer; foreach (var text in _known.Values) Use(JsonDocument.Parse(text));""")]
    [InlineData("""_known[question] = answer; Use(JsonDocument.Parse(_known["profile"]));""")]
    [InlineData("""_known["answer"] = answer; Use(JsonDocument.Parse(_known[question]));""")]
    [InlineData(
        """var at = "profile"; if (question == "") at = "answer"; _known["answer"] = answer; Use(JsonDocument.Parse(_known[at]));"""
    )]
    [InlineData("""Set("answer", answer); Set("profile", profile); Use(JsonDocument.Parse(Get("answer")));""")]
    [InlineData("""Set("answer", answer); Set("profile", profile); Use(JsonDocument.Parse(Get(question)));""")]
    [InlineData("""var a = new string[2]; for (var i = 0; i < 2; i++) a[i] = answer; Use(JsonDocument.Parse(a[1]));""")]
    [InlineData(
        """var d = new Dictionary<string, List<string>> { ["a"] = [], ["b"] = [] }; d["a"].Add(answer); Use(JsonDocument.Parse(d["a"][0]));"""
    )]
    [InlineData(
        """var d = new Dictionary<string, List<string>> { ["a"] = [], ["b"] = [] }; d["a"].Add(answer); d["b"].AddRange(d["a"]); Use(JsonDocument.Parse(d["b"][0]));"""
    )]
    [InlineData("""_known["answer"] = answer; _known["copy"] = _known["answer"]; Use(JsonDocument.Parse(_known["copy"]));""")]
    [InlineData("""var a = new[] { profile, answer }; Use(JsonDocument.Parse(a[1]));""")]
    [InlineData("""var a = new List<string> { profile, answer }; Use(JsonDocument.Parse(a.Last()));""")]
    [InlineData("""var a = new List<string> { answer, profile }; Use(JsonDocument.Parse(a.First()));""")]
    [InlineData("""var a = new List<string> { profile, answer }; Use(JsonDocument.Parse(a.OrderBy(t => t).First()));""")]
    [InlineData("""string[] a = [profile, answer]; if (a is [_, var p]) Use(JsonDocument.Parse(p));""")]
    [InlineData("""string[] a = [profile, answer]; if (a is [.., var p]) Use(JsonDocument.Parse(p));""")]
    [InlineData("""_known["answer"] = answer.Split("---")[1]; Use(JsonDocument.Parse(_known["answer"]));""")]
    [InlineData("""var a = new List<string>([.. question.Split(','), answer]); Use(JsonDocument.Parse(a[0]));""")]
    [InlineData("""string[] a = [.. question.Split(','), answer]; Use(JsonDocument.Parse(a[0]));""")]
    public Task The_same_place(string statements) =>
        Desk.ExtensionsAIAsync(
            Texts.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal) + statements,
            Members
        );

    private const string Pipes = """
        private readonly System.Threading.Channels.Channel<string> _said = System.Threading.Channels.Channel.CreateUnbounded<string>();
        private readonly System.Threading.Channels.Channel<string> _taken = System.Threading.Channels.Channel.CreateUnbounded<string>();
        public void Take(string json) => _taken.Writer.TryWrite(json);
        """;

    [Fact]
    public Task Through_a_channel() =>
        Desk.ExtensionsAIAsync(
            "await _said.Writer.WriteAsync((await {|RAG2002:chat.GetResponseAsync|}(question)).Text);",
            Pipes
                + " private async Task ReadAsync() { await foreach (var text in _said.Reader.ReadAllAsync()) Use(JsonDocument.Parse(text)); }"
        );

    [Fact]
    public Task Through_another_channel() =>
        Desk.ExtensionsAIAsync(
            "await _said.Writer.WriteAsync((await chat.GetResponseAsync(question)).Text);",
            Pipes
                + " private async Task ReadAsync() { await foreach (var text in _taken.Reader.ReadAllAsync()) Use(JsonDocument.Parse(text)); }"
        );
}
