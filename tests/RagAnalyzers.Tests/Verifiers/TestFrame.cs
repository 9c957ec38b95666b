namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// The one frame of test programs: a class in a library, whose parameters are the services of some SDK, with a method that holds the
/// test's statements. Nothing is known of the parameters, nor of who calls the method. A family of tests says once what stands around its
/// statements, and <see cref="Around"/> puts them there:
/// <code>
/// usings
/// types before
/// class {
///     members before
///     method { statements }
///     members behind
///     the test's members
/// }
/// types behind
/// the test's types
/// </code>
/// </summary>
/// <param name="Class">The head of the class, with its primary constructor.</param>
/// <param name="Method">The head of the method around the statements; null when the tests bring members alone.</param>
internal sealed record TestFrame(string Class, string? Method = null)
{
    /// <summary>What an answer is parsed as.</summary>
    public const string Answer = "public record Answer(string Text, double Score);";

    /// <summary>What a vector store holds.</summary>
    public const string Policy = """
        public class Policy
        {
            [Microsoft.Extensions.VectorData.VectorStoreKey]
            public string Id { get; set; } = "";

            [Microsoft.Extensions.VectorData.VectorStoreData]
            public string Text { get; set; } = "";
        }
        """;

    private const string Indentation = "        ";

    public string Usings { get; init; } = "";

    public string TypesBefore { get; init; } = "";

    public string MembersBefore { get; init; } = "";

    public string MembersBehind { get; init; } = "";

    public string TypesBehind { get; init; } = "";

    /// <summary>A statement behind those of the test.</summary>
    public string Last { get; init; } = "";

    /// <summary>Which of the test's lines are indented: a fix keeps the indentation that it finds.</summary>
    public IndentedLines Indented { get; init; } = IndentedLines.First;

    /// <returns>The whole source.</returns>
    /// <param name="statements">What the method holds; of a frame without a method nothing.</param>
    /// <param name="members">Further members of the class.</param>
    /// <param name="types">Further types behind the class.</param>
    public string Around(string statements, string members = "", string types = "")
    {
        var method = Method is null ? "" : $"    {Method}\n    {{\n{Indent(statements)}\n{Indentation}{Last}\n    }}";
        string[] parts =
        [
            Usings,
            TypesBefore,
            $"{Class}\n{{",
            MembersBefore,
            method,
            MembersBehind,
            Indented == IndentedLines.Every ? members.Replace("\n", "\n    ", StringComparison.Ordinal) : members,
            "}",
            TypesBehind,
            types,
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private string Indent(string statements) =>
        Indented switch
        {
            IndentedLines.None => statements,
            IndentedLines.First => Indentation + statements,
            _ => Indentation + statements.Replace("\n", "\n" + Indentation, StringComparison.Ordinal),
        };
}
