using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>Tells a question that a model is to answer from another input of a prompt: a topic, a tone, a job to apply for.</summary>
internal static class QuestionRequest
{
    /// <summary>What programs call the words of who asks. Names are English in most programs that are written in another language, too.</summary>
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "question",
        "questions",
        "query",
        "q",
        "ask",
        "asked",
        "inquiry",
        "enquiry",
        "prompt",
        "message",
        "input",
        "frage",
        "anfrage",
        "pregunta",
        "pergunta",
        "domanda",
        "вопрос"
    );

    private static readonly Regex Asked = new(
        @"\banswer(s|ed|ing)?\s+(the|all|any|from|based|using|only|my|our|their|user|customer|employee|questions?)\b|\bquestions?\b\s*(:|\bis\b)|"
            + @"\b(frage|anfrage|pregunta|pergunta|domanda|вопрос)\s*:|(问题|質問|질문)\s*[:：]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>The name of a parameter or member is one of a question, or of what a user says.</summary>
    public static bool IsNamedBy(string name) => NameWords.Of(name).Any(Names.Contains);

    /// <summary>One of the texts of a prompt has a question in it, or asks for an answer to one.</summary>
    public static bool IsIn(IEnumerable<string> texts) => texts.Any(Asked.IsMatch);
}
