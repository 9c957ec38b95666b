using System.Text;

namespace RagAnalyzers.Tests.Properties;

/// <summary>Writes a <see cref="PipelineProgram"/> as a class.</summary>
internal sealed class PipelineProgramWriter(PipelineProgram program)
{
    private readonly StringBuilder _members = new();
    private readonly StringBuilder _statements = new();
    private readonly StringBuilder _types = new();
    private int _names;

    public string Write(int number)
    {
        var context = Carry(Context(), program.ToPrompt, number);
        var call = Call(context);
        var answer = Name("answer");
        Statement($"var {answer} = {call};");
        var text = program.ParsedText switch
        {
            ParsedText.Answer => $"{answer}.Text",
            ParsedText.Settings => "File.ReadAllText(\"settings.json\")",
            _ => "question",
        };
        var parsed = Carry(text, program.ToParse, number);
        Statement($"Console.WriteLine({answer}.Text.Length);");
        Statement($"return JsonSerializer.Deserialize<Verdict{number}>({parsed});");
        return $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;

            namespace Program{{number}};

            public sealed record Verdict{{number}}(string Label, string Reason);

            public sealed class Passage
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData]
                public string Text { get; set; } = "";
            }

            {{_types}}
            public sealed class Judge{{number}}(IChatClient chat, VectorStoreCollection<string, Passage> passages)
            {
            {{_members}}
                public async Task<Verdict{{number}}?> JudgeAsync(string question{{(
                program.Contract == Contract.Unknown ? ", ChatOptions given" : ""
            )}})
                {
            {{_statements}}
                }
            }
            """;
    }

    private string Context()
    {
        if (program.Grounding is Grounding.Constant)
        {
            return "\"The office opens at nine.\"";
        }

        if (program.Grounding is Grounding.File)
        {
            return "File.ReadAllText(\"house-rules.txt\")";
        }

        var found = Name("found");
        Statement($"var {found} = new StringBuilder();");
        Statement($"await foreach (var hit in passages.SearchAsync(question, top: 3)) {{ {found}.AppendLine(hit.Record.Text); }}");
        if (program.Grounding is Grounding.PassagesElsewhere)
        {
            Statement($"Console.WriteLine({found}.ToString());");
            return "\"The office opens at nine.\"";
        }

        return $"{found}.ToString()";
    }

    private string Call(string context)
    {
        var prompt = $"$\"Judge the question by these passages, as JSON. {{{Simple(context)}}} {{question}}\"";
        if (program.Contract is Contract.None)
        {
            return $"await chat.GetResponseAsync({prompt})";
        }

        var options = program.Contract switch
        {
            Contract.OtherOptions => "new ChatOptions { MaxOutputTokens = 300 }",
            Contract.Schema => "new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Passage>() }",
            Contract.JsonMode => "new ChatOptions { ResponseFormat = ChatResponseFormat.Json }",
            Contract.Unknown => "given",
            _ =>
                "(question.Length > 9 ? new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Passage>() } : new ChatOptions())",
        };
        foreach (var carrier in program.ToCall)
        {
            options = CarryOptions(options, carrier);
        }

        return $"await chat.GetResponseAsync({prompt}, {options})";
    }

    private string CarryOptions(string options, OptionsCarrier carrier)
    {
        var name = Name("options");
        switch (carrier)
        {
            case OptionsCarrier.Local:
                return Local("options", options);
            case OptionsCarrier.Helper:
                Member($"private static ChatOptions Make{name}(ChatOptions options) => options;");
                return $"Make{name}({options})";
            case OptionsCarrier.Field:
                Member($"private ChatOptions? _{name};");
                Statement($"_{name} = {options};");
                return $"_{name}";
            case OptionsCarrier.Property:
                Member($"private ChatOptions? Kept{name} {{ get; set; }}");
                Statement($"Kept{name} = {options};");
                return $"Kept{name}";
            case OptionsCarrier.Lambda:
                Statement($"Func<ChatOptions, ChatOptions> {name} = given => given;");
                return $"{name}({Simple(options)})";
            case OptionsCarrier.Clone:
                return $"{Simple(options)}!.Clone()";
            case OptionsCarrier.Coalesce:
                return $"({Simple(options)} ?? new ChatOptions())";
            default:
                var kept = Simple(options);
                Statement($"ChatOptions? {name};");
                Statement($"if (question.Length > 3) {{ {name} = {kept}; }} else {{ {name} = {kept}; }}");
                return name;
        }
    }

    private string Carry(string text, Carrier[] carriers, int number)
    {
        foreach (var carrier in carriers)
        {
            text = Carry(text, carrier, number);
        }

        return text;
    }

    private string Carry(string text, Carrier carrier, int number)
    {
        var name = Name("text");
        switch (carrier)
        {
            case Carrier.Local:
                return Local("text", text);
            case Carrier.Helper:
                Member($"private static string Same{name}(string value) => value;");
                return $"Same{name}({text})";
            case Carrier.TrimmingHelper:
                Member($"private string Trimmed{name}(string value) {{ var trimmed = value.Trim(); return trimmed; }}");
                return $"Trimmed{name}({text})";
            case Carrier.AsyncHelper:
                Member($"private static async Task<string> Later{name}(string value) {{ await Task.Yield(); return value; }}");
                return $"(await Later{name}({text}))";
            case Carrier.OutParameter:
                Member($"private static void Out{name}(string value, out string result) {{ result = value; }}");
                Statement($"Out{name}({text}, out var {name});");
                return name;
            case Carrier.Lambda:
                Statement($"Func<string, string> {name} = value => value;");
                return $"{name}({Simple(text)})";
            case Carrier.LocalFunction:
                Statement($"string {name}(string value) {{ return value; }}");
                return $"{name}({text})";
            case Carrier.Field:
                Member($"private string _{name} = \"\";");
                Statement($"_{name} = {text};");
                return $"_{name}";
            case Carrier.Property:
                Member($"private string? Kept{name} {{ get; set; }}");
                Statement($"Kept{name} = {text};");
                return $"Kept{name}!";
            case Carrier.RecordProperty:
                Type($"internal sealed record Kept{name}(string Value, int Number);");
                return $"new Kept{name}({text}, 1).Value";
            case Carrier.Tuple:
                Statement($"var {name} = (Value: {text}, Number: 1);");
                return $"{name}.Value";
            case Carrier.Branch:
                var kept = Simple(text);
                Statement($"string {name};");
                Statement($"if (question.Length > 5) {{ {name} = {kept}; }} else {{ {name} = {kept}.Trim(); }}");
                return name;
            case Carrier.Conditional:
                var both = Simple(text);
                return $"(question.Length > 5 ? {both} : {both}.Trim())";
            case Carrier.Loop:
                Statement($"var {name} = {text};");
                Statement($"for (var round = 0; round < 2; round++) {{ {name} = {name}.Trim(); }}");
                return name;
            case Carrier.List:
                return $"new List<string> {{ {text} }}[0]";
            case Carrier.Dictionary:
                Statement($"var {name} = new Dictionary<string, string> {{ [\"it\"] = {text} }};");
                return $"{name}[\"it\"]";
            case Carrier.StringBuilder:
                return $"new StringBuilder().Append({text}).ToString()";
            case Carrier.Interpolation:
                return $"$\"{{{Simple(text)}}}\"";
            case Carrier.Coalesce:
                return $"({Simple(text)} ?? \"\")";
            case Carrier.TryFinally:
                Statement($"string {name};");
                Statement($"try {{ {name} = {text}; }} finally {{ Console.WriteLine(); }}");
                return name;
            case Carrier.GenericHelper:
                Member($"private static T Same{name}<T>(T value) => value;");
                return $"Same{name}({text})";
            case Carrier.ExtensionMethod:
                Type($"internal static class Extension{name} {{ public static string Same{name}(this string value) => value; }}");
                return $"{Simple(text)}.Same{name}()";
            default:
                Type($"internal sealed class Holder{name}(string value) {{ public string Read() => value; }}");
                return $"new Holder{name}({text}).Read()";
        }
    }

    // A name for the value, where an expression would be written twice, or stand in a lambda or an interpolation.
    private string Simple(string expression) => Local("kept", expression);

    private string Local(string kind, string expression)
    {
        var name = Name(kind);
        Statement($"var {name} = {expression};");
        return name;
    }

    private string Name(string kind) => $"{kind}{++_names}";

    private void Statement(string text) => _statements.Append("        ").Append(text).Append('\n');

    private void Member(string text) => _members.Append("    ").Append(text).Append('\n');

    private void Type(string text) => _types.Append(text).Append('\n');
}
