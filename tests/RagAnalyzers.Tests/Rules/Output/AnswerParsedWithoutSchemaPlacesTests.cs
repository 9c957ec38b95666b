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
        internal sealed class Board
        {
            private readonly Dictionary<string, string> _items = [];
            public void Set(string key, string value) => _items[key] = value;
            public string Get(string key) => _items[key];
        }
        public sealed record Entry(string Kind, string Text);
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
    // Set under a key that is read off each element.
    [InlineData(
        """var all = new[] { ("answer", answer), ("profile", profile) }; var d = all.ToDictionary(t => t.Item1, t => t.Item2); Use(JsonDocument.Parse(d["profile"]));"""
    )]
    [InlineData(
        """(string Kind, string Text)[] all = [("answer", answer), ("profile", profile)]; var d = all.ToDictionary(t => t.Kind, t => t.Text); if (d.TryGetValue("profile", out var p)) Use(JsonDocument.Parse(p));"""
    )]
    [InlineData(
        """var all = new[] { new Entry("answer", answer), new Entry("profile", profile) }; var d = all.ToDictionary(e => e.Kind, e => e.Text); Use(JsonDocument.Parse(d["profile"]));"""
    )]
    [InlineData(
        """var all = new[] { new { Kind = "answer", Text = answer }, new { Kind = "profile", Text = profile } }; var d = all.ToDictionary(e => e.Kind, e => e.Text); Use(JsonDocument.Parse(d["profile"]));"""
    )]
    // The first, the last one.
    [InlineData("""var s = new Stack<string>(); s.Push(answer); s.Push(profile); Use(JsonDocument.Parse(s.Pop()));""")]
    [InlineData(
        """var s = new Stack<string>(); s.Push(profile); s.Push(answer); Console.WriteLine(s.Pop()); Use(JsonDocument.Parse(s.Pop()));"""
    )]
    [InlineData("""var q = new Queue<string>(); q.Enqueue(profile); q.Enqueue(answer); Use(JsonDocument.Parse(q.Dequeue()));""")]
    [InlineData("""var q = new Queue<string>(); q.Enqueue(profile); q.Enqueue(answer); Use(JsonDocument.Parse(q.Peek()));""")]
    [InlineData("""List<string> a = []; a.Add(profile); a.Add(answer); Use(JsonDocument.Parse(a[0]));""")]
    // Keys that begin with other words.
    [InlineData(
        """_known[$"answer:{question}"] = answer; _known[$"profile:{question}"] = profile; Use(JsonDocument.Parse(_known[$"profile:{question}"]));"""
    )]
    [InlineData("""_known["answer:" + question] = answer; _known["profile"] = profile; Use(JsonDocument.Parse(_known["profile"]));""")]
    // A counter that is told.
    [InlineData(
        """var a = new[] { answer, profile }; for (var i = 0; i < 2; i++) { if (i == 1) Use(JsonDocument.Parse(a[i])); else Console.WriteLine(a[i]); }"""
    )]
    // An object of the project keeps them.
    [InlineData("""var b = new Board(); b.Set("answer", answer); b.Set("profile", profile); Use(JsonDocument.Parse(b.Get("profile")));""")]
    [InlineData(
        """var r = await chat.GetResponseAsync(question); var b = new Board(); b.Set("answer", r.Text.Trim()); b.Set("profile", profile); Use(JsonDocument.Parse(b.Get("profile")));"""
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
    [InlineData(
        """var all = new[] { ("answer", answer), ("profile", profile) }; var d = all.ToDictionary(t => t.Item1, t => t.Item2); Use(JsonDocument.Parse(d["answer"]));"""
    )]
    [InlineData(
        """var all = new[] { ("answer", answer), ("profile", profile) }; var d = all.ToDictionary(t => t.Item2, t => t.Item2); Use(JsonDocument.Parse(d["profile"]));"""
    )]
    [InlineData("""var s = new Stack<string>(); s.Push(profile); s.Push(answer); Use(JsonDocument.Parse(s.Pop()));""")]
    [InlineData("""var s = new Stack<string>(); s.Push(answer); if (question == "") s.Push(profile); Use(JsonDocument.Parse(s.Pop()));""")]
    [InlineData(
        """var q = new Queue<string>(); q.Enqueue(profile); q.Enqueue(answer); while (q.Count > 0) Use(JsonDocument.Parse(q.Dequeue()));"""
    )]
    [InlineData("""List<string> a = []; a.Add(profile); a.Add(answer); a.Reverse(); Use(JsonDocument.Parse(a[0]));""")]
    [InlineData("""_known[$"answer:{question}"] = answer; Use(JsonDocument.Parse(_known[$"answer:{question}"]));""")]
    [InlineData(
        """var a = new[] { answer, profile }; for (var i = 0; i < 2; i++) { if (i != 1) Use(JsonDocument.Parse(a[i])); if (i == 0) Use(JsonDocument.Parse(a[i])); }"""
    )]
    [InlineData("""_known[$"a{question}"] = answer; Use(JsonDocument.Parse(_known[$"answer:{question}"]));""")]
    [InlineData("""_known["answer:" + question] = answer; Use(JsonDocument.Parse(_known["answer:1"]));""")]
    [InlineData("""var b = new Board(); b.Set("answer", answer); b.Set("profile", profile); Use(JsonDocument.Parse(b.Get("answer")));""")]
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

    [Theory]
    [InlineData("_slot.Put((await {|RAG2002:chat.GetResponseAsync|}(question)).Text);")]
    [InlineData("_slot.Put(question); Console.WriteLine((await chat.GetResponseAsync(question)).Text);")]
    [InlineData("_board.Put(question, (await chat.GetResponseAsync(question)).Text);")]
    public Task Through_an_object_that_the_type_has(string statements) =>
        Desk.ExtensionsAIAsync(
            statements,
            """
            private readonly Slot _slot = new();
            private readonly Board _board = new();
            public void Read() => Use(JsonDocument.Parse(_slot.Take() ?? ""));
            public void Read(string key) => Use(JsonDocument.Parse(_board.Take(key)));
            internal sealed class Slot
            {
                private string? _text;
                public void Put(string text) => _text = text;
                public string? Take() { var text = _text; _text = null; return text; }
            }
            internal sealed class Board
            {
                private readonly Dictionary<string, string> _items = [];
                public void Put(string key, string value) => _items[key] = value;
                public string Take(string key) => _items[key];
            }
            """
        );

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
