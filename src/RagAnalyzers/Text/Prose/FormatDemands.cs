using System;
using System.Text.RegularExpressions;
using static RagAnalyzers.Text.Prose.English.FormatWords;

namespace RagAnalyzers.Text.Prose;

/// <summary>The patterns of sentences that demand a format for the whole answer, and of those that only look so.</summary>
internal static class FormatDemands
{
    private static readonly string Format = $@"(?<format>{Formats.Alternatives})\b(?![\w./-]*[\w/])";

    private static readonly string Qualified = $@"(?:{Qualifiers.Either}[\s,]+(?:and\s+)?)*";

    private static readonly string Whole = $@"(?:\s+{Wholes.Either})*";

    private static readonly string NotSomethingElse = $@"(?!\s+(?:{SomethingElse.Alternatives}|(?:\w+\s+)?{GivenMarks.Either})\b)";

    /// <summary>A word that names what the format holds: "the invoice JSON".</summary>
    private static readonly string Topic = $@"(?:(?!{NoTopics.Either}\b)[a-z]+\s+)?";

    private static readonly string NotThere = $@"(?!{Pointers.Either}\s+(?!{Prescribing.Alternatives}))";

    /// <summary>The same for "using only the JSON", where "with only the JSON" demands it.</summary>
    private static readonly string NotOnlyThere = $@"(?!(?:{Exclusively.Either}\s+)*{Pointers.Either}\s+(?!{Prescribing.Alternatives}))";

    /// <summary>Behind "JSON only": it is not for this answer.</summary>
    private static readonly string NotOnlyThen = $@"(?!(?<=only)\s+{Limits.Either}\b)";

    private static readonly string Leads = $@"(?:(?:with|as)\s+{NotThere}|(?:in|using)\s+{NotOnlyThere})";

    private static readonly string Thing = Qualified + Topic + Format + NotSomethingElse;

    /// <summary>Where an order begins.</summary>
    private static readonly string Order =
        $@"(?:^|[,;:(>–—]\s*|\b(?:{OrderBeginnings.Alternatives}|you\s+{Obligations.Either}|{Assistants.Either}\s+{AssistantObligations.Either}"
        + $@"|{Tasks.Either}\s+is\s+to|{Wishes.Either}\s+you\s+to|{OrderLeads.Alternatives})\s+)(?:{OrderAdverbs.Either}\s+)*";

    /// <summary>Up to a few words that lead from the order to the format, without a turn to something else.</summary>
    private static readonly string Between = $@"(?:(?!\b{Turns.Either}\b)[\w'’`*%#/\[\]{{}}""-]+,?\s+){{0,16}}?";

    private static readonly string NotGiven = $@"(?<!\b{GivenNouns.Either}\s+)";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>How long a pattern may look at one sentence.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>A demand for the whole answer; the group "format" has the name of the format.</summary>
    public static readonly Regex[] All =
    {
        // Respond (only) with JSON. Return the result as a JSON object. Output valid JSON.
        Pattern(
            $@"{Order}{Responding.Either}\s+(?:back\s+)?{Between}(?:{Exclusively.Either}\s+)*"
                + $@"(?:(?:with|as)\s+|(?:in|using|by\s+using)\s+{NotOnlyThere}){Thing}"
        ),
        Pattern($@"{Order}{Returning.Either}\s+{Between}{Leads}{Thing}"),
        Pattern(
            $@"{Order}(?:{Returning.Alternatives}|{Responding.Alternatives})\s*:?\s+(?:back\s+)?(?:only\s+|just\s+)*"
                + $@"{Qualified}(?:[a-z]+\s+){{0,2}}?{Format}{NotSomethingElse}(?!\s+{Onwards.Either}\b)"
        ),
        Pattern($@"{Order}answer\s+{Between}{Leads}{Thing}"),
        Pattern($@"\bby\s+(?:responding|replying|answering)\s+(?:only\s+)?{Forms.Either}\s+{Thing}"),
        Pattern(
            @"^answer\s+(?:to\s+)?(?:the|my|these|all|each)\s+(?:\w+\s+){1,4}?(?:in|as|using)\s+"
                + $@"{Qualified}{Format}\s+(?:format|syntax)\b"
        ),
        // Provide the summary in JSON format. Format your answer as JSON. Generate five words as JSON.
        Pattern(
            $@"{Order}{Presenting.Either}\s+{Between}{NotGiven}(?:in|as|into)\s+{NotThere}{Thing}{Whole}"
                + $@"(?=\s*(?:$|[.,:;!({{\[–—-]|{Continuations.Either}\b))"
        ),
        Pattern($@"{Order}{Converting.Either}\s+(?:\S+\s+){{0,8}}?(?:to|into)\s+{Thing}{Whole}\s*(?:$|[.,:;!])"),
        Pattern(
            $@"{Order}(?:{Making.Either}|use(?!\s+{Pointers.Either}\b))\s+(?:me\s+|us\s+|back\s+)?{Qualified}(?:[a-z]+\s+)?{Format}"
                + $@"\s+(?:{MadeWholes.Alternatives}|format\s+for\s+(?:the|your)\s+{Answers.Either})\b{NotOnlyThen}"
        ),
        Pattern(
            $@"{Order}{Yielding.Either}\s+(?:me\s+|us\s+|back\s+)?{Qualified}{Format}{NotSomethingElse}"
                + $@"(?=\s*(?:$|[.,:;!({{]|{Contents.Either}\b))"
        ),
        Pattern(
            $@"^(?:please\s+)?(?:always\s+)?{Following.Either}\s+(?:exactly\s+|strictly\s+)?{ExactPointers.Either}\s+(?:exact\s+)?"
                + $@"{Format}\s+{Shapes.Either}(?:\s+(?:for|in)\s+(?:the|your)\s+{Answers.Either}|\s*:|\s*$|\.)"
        ),
        // Your answer must be a JSON object. The output should be in JSON. The response must conform to this JSON schema.
        Pattern(
            $@"\b{AnswerOwners.Either}\s+(?:{AnswerQualifiers.Either}\s+)*{OwnedAnswers.Either}(?:\s+format|\s+itself)?\s+"
                + $@"(?:{AnswerObligations.Either}\s+(?:{ObligationAdverbs.Either}\s+)*{Conforming.Either}|format\s+is)\s+"
                + $@"(?:{Rendered.Either}\s+)*{Thing}"
        ),
        Pattern(
            $@"{Order}{Ensuring.Either}\s+{AnswerOwners.Either}\s+(?:{AnswerQualifiers.Either}\s+)*{OwnedAnswers.Either}\s+"
                + $@"{Ensured.Either}\s+(?:{Rendered.Either}\s+)*{Thing}"
        ),
        Pattern(
            $@"^i\s+(?:need|want|expect|would\s+like)\s+{AnswerOwners.Either}\s+(?:{AnswerQualifiers.Either}\s+)*{OwnedAnswers.Either}\s+"
                + $@"(?:back\s+)?(?:in|as)\s+{NotThere}{Thing}{Whole}\s*(?:$|[.,:;!])"
        ),
        Pattern(
            $@"^(?:the\s+)?{BareAnswers.Either}\s+{BareObligations.Either}\s+(?:(?:only|always|strictly)\s+)*be\s+"
                + $@"(?:{BareRendered.Either}\s+)*{Thing}"
        ),
        Pattern(
            $@"^(?:{LabelQualifiers.Either}\s+)?(?:{LabelAnswers.Either}(?:\s+format)?|format)\s*"
                + $@"(?:\(\s*|[:=]\s*|must\s+be\s+|should\s+be\s+|is\s+|-\s+)(?:strictly\s+)?"
                + $@"{Thing}{Whole}\s*(?:$|[).,:;!{{\[–—-]|with\b|only\b|matching\b|using\b)"
        ),
        Pattern($@"^(?:(?:expected|required|desired)\s+){Format}\s+(?:output|response|answer)(?:\s+(?:format|schema|structure))?\s*:"),
        // You are an assistant that only speaks JSON.
        Pattern(
            $@"^you\s+are\b.{{0,80}}\b(?:that|who|which)\s+(?:{SpeakingAdverbs.Either}\s+)*{Speaking.Either}\s+"
                + $@"(?:(?:only|exclusively|strictly)\s+)*{Forms.Either}\s+{Thing}"
        ),
        Pattern($@"^you\s+are\b.{{0,80}}\b(?:that|who|which)\s+(?:{SpeakingAdverbs.Either}\s+)+{Emitting.Either}\s+{Thing}"),
        // JSON only. Only JSON. In JSON format:
        Pattern($@"^{Qualified}{Format}{Whole}\s+only\b\s*(?:$|[.,:;!(–—-])"),
        Pattern($@"^only\s+{Qualified}{Format}{Whole}\s*(?:$|[.,:;!(–—-])"),
        Pattern($@"^in\s+(?:the\s+following\s+)?(?:valid\s+|strict\s+)?{Format}{Whole}\s*[:!]?\s*$"),
    };

    /// <summary>A sentence that is no order to this model for its whole answer, whatever else it says.</summary>
    public static readonly Regex None = Pattern(
        $@"^{Conditions.Either}\b"
            + $@"|^(?:{OtherSubjects.Alternatives}|this\s+(?!{Answers.Alternatives}))\b(?!.*\byou\s+to\b)"
            + @"|\b(?:tool|function)\s+calls?\b|\bfunctions?\s+(?:the\s+model|that|which)\b"
            + $@"|\b{Beside.Either}\b"
            + $@"|\b{Programming.Either}\s+(?:me\s+)?(?:(?:an?|the|some|this)\s+)?(?:[\w#+.-]+\s+){{0,4}}?{Programs.Either}\b"
            + @"|\bhow\s+(?:to|do|does|can|would)\b"
            + $@"|\b{Negated.Either}\s*n[o']t\s+(?:\w+\s+){{0,4}}?{Formats.Either}\b"
    );

    /// <summary>What stands right before a demand turns it around.</summary>
    public static readonly Regex Negation = Pattern($@"\b{Negations.Either}\b[^,;:.]{{0,40}}$");

    /// <summary>Another part of the answer is spoken of.</summary>
    public static readonly Regex OtherParts = Pattern(
        $@"\b{BesidePlaces.Either}\s+(?:the|this|that|your|an?)\s+{Formats.Either}(?:\s+{PartNouns.Either})?[\s,]+"
            + $@"(?:\w+\s+){{0,4}}?{BesideOrders.Either}\b"
    );

    /// <summary>The name of a format.</summary>
    public static readonly Regex Name = Pattern($@"\b{Formats.Either}\b");

    private static Regex Pattern(string pattern) => new(pattern, Options, Patience);
}
