using RagAnalyzers.Tests.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Operations;

/// <summary>Which elements of a list get where a value is read, by the condition under which the code gets there.</summary>
public sealed class BranchConditionsTests
{
    [Theory]
    [InlineData("""if (t.Role == "assistant") Use(Parse(t.Text));""")]
    [InlineData("""if ("assistant" == t.Role) { Use(1); Use(Parse(t.Text)); }""")]
    [InlineData("""if (t.Role != "user") Use(Parse(t.Text));""")]
    [InlineData("""if (!(t.Role == "user")) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "user") { Use(t); } else { Use(Parse(t.Text)); }""")]
    [InlineData("""if (t.Role == "user" || t.Text.Length > 3) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "user" && t.Text.Length > 3) continue; Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role != "assistant") continue; Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "user") { continue; } Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "assistant") Use(t); Use(Parse(t.Text));""")]
    [InlineData("""Use(Parse(t.Text)); if (t.Role == "assistant") continue; Use(t);""")]
    [InlineData("""if (t.Role.Equals("assistant")) Use(Parse(t.Text));""")]
    [InlineData("""if (!string.Equals(t.Role, "user", StringComparison.OrdinalIgnoreCase)) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role.StartsWith("user")) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is "assistant") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is not "user") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is "user" or "assistant") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is not ("user" or "system")) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is not (not "assistant" and not "system")) Use(Parse(t.Text));""")]
    [InlineData("""if (t is { Role: "assistant", Text: var text }) Use(Parse(text));""")]
    [InlineData("""if (t is { Role: not "user", Text: { Length: > 0 } text }) Use(Parse(text));""")]
    [InlineData("""switch (t.Role) { case "assistant": Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "user": case "assistant": Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "user": break; default: Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "assistant": goto default; default: Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "assistant" when t.Text.Length > 3: break; default: Use(Parse(t.Text)); break; }""")]
    [InlineData("""Use(t.Role switch { "assistant" => Parse(t.Text), _ => null });""")]
    [InlineData("""Use(t.Role switch { "user" => null, _ => Parse(t.Text) });""")]
    [InlineData("""Use(t.Role switch { "assistant" when t.Text.Length > 3 => null, _ => Parse(t.Text) });""")]
    [InlineData("""Use(t switch { { Role: "assistant", Text: var text } => Parse(text), _ => null });""")]
    [InlineData("""Use(t.Role == "assistant" ? Parse(t.Text) : null);""")]
    [InlineData("""Use(t.Role == "assistant" && Parse(t.Text) is not null);""")]
    [InlineData("""Use(t.Role == "user" || Parse(t.Text) is not null);""")]
    public Task Read_of_the_answer(string statements) =>
        AnswerFlow.ArrivesAsync(All + $$"""foreach (var t in all) { {{statements}} }""", Types);

    [Theory]
    [InlineData("""if (t.Role == "user") Use(Parse(t.Text));""")]
    [InlineData("""if ("user" == t.Role) { Use(1); Use(Parse(t.Text)); }""")]
    [InlineData("""if (t.Role != "assistant") Use(Parse(t.Text));""")]
    [InlineData("""if (!(t.Role == "assistant")) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "assistant") { Use(t); } else { Use(Parse(t.Text)); }""")]
    [InlineData("""if (t.Role == "user" && t.Text.Length > 3) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Text.Length > 3 && t.Role == "user") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "assistant" || t.Text.Length > 3) { Use(t); } else { Use(Parse(t.Text)); }""")]
    [InlineData("""if (t.Text.Length > 3 || t.Role == "assistant") { Use(t); } else { Use(Parse(t.Text)); }""")]
    [InlineData("""if (t.Role != "user") continue; Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "assistant") { Use(t); continue; } Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role == "assistant") { Use(t); throw new InvalidOperationException(); } Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role.Equals("user")) Use(Parse(t.Text));""")]
    [InlineData("""if (string.Equals(t.Role, "user", StringComparison.OrdinalIgnoreCase)) Use(Parse(t.Text));""")]
    [InlineData("""if (!string.Equals("assistant", t.Role)) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is "user") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is not "assistant") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is "user" or "system") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is { Length: > 2 } and "user") Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is "user" and { Length: > 2 }) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is not ("assistant" or "system")) Use(Parse(t.Text));""")]
    [InlineData("""if (t.Role is not (not "user" and not "system")) Use(Parse(t.Text));""")]
    [InlineData("""if (t is { Role: "user", Text: var text }) Use(Parse(text));""")]
    [InlineData("""if (t is { Text: { Length: > 0 } text, Role: not "assistant" }) Use(Parse(text));""")]
    [InlineData("""switch (t.Role) { case "user": Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "user": case "system": Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "user" or "system": Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "assistant": break; default: Use(Parse(t.Text)); break; }""")]
    [InlineData("""switch (t.Role) { case "system" or "assistant": break; default: Use(Parse(t.Text)); break; }""")]
    [InlineData("""Use(t.Role switch { "user" => Parse(t.Text), _ => null });""")]
    [InlineData("""Use(t.Role switch { "user" or "system" => Parse(t.Text), _ => null });""")]
    [InlineData("""Use(t.Role switch { "assistant" => null, _ => Parse(t.Text) });""")]
    [InlineData("""Use(t.Role switch { "assistant" => null, { Length: > 3 } => Parse(t.Text), _ => null });""")]
    [InlineData("""Use(t switch { { Role: "user", Text: var text } => Parse(text), _ => null });""")]
    [InlineData("""Use(t.Role == "user" ? Parse(t.Text) : null);""")]
    [InlineData("""Use(t.Role == "assistant" ? null : Parse(t.Text));""")]
    [InlineData("""Use(t.Role == "user" && Parse(t.Text) is not null);""")]
    [InlineData("""Use(t.Role == "assistant" || Parse(t.Text) is not null);""")]
    public Task Read_of_others_alone(string statements) =>
        AnswerFlow.IsLostAsync(All + $$"""foreach (var t in all) { {{statements}} }""", Types);

    [Theory]
    [InlineData("""Use(Parse(all.First(t => t.Role == "assistant").Text));""")]
    [InlineData("""Use(Parse(all.First(t => { return t.Role != "user"; }).Text));""")]
    [InlineData("""Use(Parse(all.Where(t => t.Role == "user" || t.Text.Length > 3).First().Text));""")]
    [InlineData("""foreach (var t in all.Where(t => t.Role.Length > 3 && t.Role != "user")) Use(Parse(t.Text));""")]
    public Task Chosen(string statements) => AnswerFlow.ArrivesAsync(All + statements, Types);

    [Theory]
    [InlineData("""Use(Parse(all.First(t => t.Role == "user").Text));""")]
    [InlineData("""Use(Parse(all.First(t => { return t.Role != "assistant"; }).Text));""")]
    [InlineData("""Use(Parse(all.Where(t => t.Role == "user" && t.Text.Length > 3).First().Text));""")]
    [InlineData("""foreach (var t in all.Where(t => !(t.Role.Length > 3 || t.Role == "assistant"))) Use(Parse(t.Text));""")]
    public Task Others_chosen(string statements) => AnswerFlow.IsLostAsync(All + statements, Types);

    private const string All = """Turn[] all = [new Turn("user", other), new Turn("assistant", answer)];""";

    private const string Types = "private sealed record Turn(string Role, string Text);";
}
