using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Recognises the sentence of an English prompt that demands JSON, XML, YAML or CSV for the whole answer. What is only talked about, is
/// input, is a part of the answer, is negated, or holds under a condition is no such demand; neither is anything in another language.
/// </summary>
internal static class RequestedFormat
{
    private const string Format = @"(?<format>json|xml|yaml|csv)\b(?![\w./-]*[\w/])";

    /// <summary>Words that may stand before the name of the format without changing what is demanded.</summary>
    private const string Qualifiers =
        @"(?:(?:an?|the|this|one|your|only|just|strictly|strict|single|exactly|valid|well-formed|wellformed|raw|pure|plain|bare|clean|compact|minified|"
        + @"proper|properly|correct|"
        + @"formatted|structured|following|parsable|parseable|machine-readable|flat|simple|complete|normalized|standard|specified|same|rfc ?8259|"
        + @"compliant|iterable|readable|directly)[\s,]+(?:and\s+)?)*";

    /// <summary>What the format makes: the answer itself, and not a part or a thing that has to do with the format.</summary>
    private const string Whole =
        @"(?:\s+(?:objects?|arrays?|documents?|lists?|strings?|string\s+list|format|formatted|structure|response|output|"
        + @"answer|only|notation|syntax|representation|schema|template|payload|rows?|lines?|data|result))*";

    /// <summary>Nouns that make something else of the format: a part of the answer, or code and files that have to do with it.</summary>
    private const string NotSomethingElse =
        @"(?!\s+(?:blocks?|snippets?|sections?|parts?|fragments?|examples?|samples?|headers?|footers?|comments?|code|fences?|appendix|files?|parsers?|"
        + @"serializers?|serialization|deserialization|librar(?:y|ies)|"
        + @"endpoints?|apis?|columns?|fields?|propert(?:y|ies)|keys?|values?|config|configuration|paths?|pointers?|patch|inputs?|tokens?|web|tools?|"
        + @"editors?|validators?|converters?|attachments?|requests?|"
        + @"messages?|context|metadata|tags?|elements?|attributes?|mode|schema\s+(?:for|of|draft)|(?:\w+\s+)?(?:below|above|provided|given))\b)";

    /// <summary>A word that names what the format holds: "the invoice JSON".</summary>
    private const string Topic =
        @"(?:(?!(?:no|not|non|without|any|some|the|this|that|or|and|to|of|for|in|with|incoming|given|provided|special|"
        + @"attached|input|existing|original|uploaded|received|latest)\b)[a-z]+\s+)?";

    /// <summary>"in the JSON" is where something stands; "in the following JSON format" is how it is to be said.</summary>
    private const string NotThere =
        @"(?!(?:the|this|that|these|your|each|every)\s+(?!following|exact|specified|same|form|next|json\s+format|"
        + @"xml\s+format|yaml\s+format|csv\s+format|exactly))";

    private const string Thing = Qualifiers + Topic + Format + NotSomethingElse;

    /// <summary>Where an order begins.</summary>
    private const string Order =
        @"(?:^|[,;:(>–—]\s*|\b(?:and|then|please|always|only|simply|just|instead|directly|you\s+only|you\s+always|you\s+(?:must|should|shall|will|"
        + @"have\s+to|need\s+to|are\s+(?:to|required\s+to|asked\s+to|expected\s+to))|"
        + @"(?:assistant|model|agent|ai|bot)\s+(?:must|should|shall|will|always)|(?:task|job|goal|role|duty)\s+is\s+to|(?:want|asked?|expect|require|"
        + @"need|like)\s+you\s+to|designed\s+to|sure\s+(?:to|you|that\s+you)|remember\s+to|must|you)\s+)"
        + @"(?:(?:please|always|only|just|simply|strictly|exclusively|solely|must|should|shall|also|now|directly|exactly|to|not\s+only)\s+)*";

    /// <summary>Up to a few words that lead from the order to the format, without a turn to something else.</summary>
    private const string Between =
        @"(?:(?!\b(?:no|not|never|without|nor|neither|except|avoid|instead|rather|about|from|using|based|given|provided|that|which|who|where|when|if|"
        + @"unless|how|than|because|but|before|after|followed|include|including|containing|contains|"
        + @"alongside|plus|input|received|stored|contained|described|formatted|encoded|to|via|through|by|against)\b)[\w'’`*%#/\[\]{}""-]+,?\s+){0,16}?";

    /// <summary>Nouns right before "in JSON" that are what is given, and not what is to be given.</summary>
    private const string NotGiven =
        @"(?<!\b(?:data|documents?|text|contents?|context|inputs?|records?|payload|messages?|below|above|state|history|"
        + @"available|information|files?|attached|supplied|written|specified|schema)\s+)";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly Regex[] Demands =
    {
        // Respond (only) with JSON. Return the result as a JSON object. Output valid JSON.
        Pattern(
            Order
                + @"(?:respond|reply)\s+(?:back\s+)?"
                + Between
                + @"(?:(?:only|strictly|exclusively|solely|just|back)\s+)*"
                + @"(?:(?:with|as)\s+|(?:in|using|by\s+using)\s+"
                + NotThere
                + @")"
                + Thing
        ),
        Pattern(Order + @"(?:return|output|emit)\s+" + Between + @"(?:in|as|with|using)\s+" + NotThere + Thing),
        Pattern(
            Order
                + @"(?:return|output|emit|respond|reply)\s*:?\s+(?:back\s+)?(?:only\s+|"
                + @"just\s+)*"
                + Qualifiers
                + @"(?:[a-z]+\s+){0,2}?"
                + Format
                + NotSomethingElse
                + @"(?!\s+(?:to|into|from|by|as|in)\b)"
        ),
        Pattern(Order + @"answer\s+" + Between + @"(?:in|as|with|using)\s+" + NotThere + Thing),
        Pattern(@"\bby\s+(?:responding|replying|answering)\s+(?:only\s+)?(?:with|in|as|using)\s+" + Thing),
        Pattern(
            @"^answer\s+(?:to\s+)?(?:the|my|these|all|each)\s+(?:\w+\s+){1,4}?(?:in|as|using)\s+"
                + Qualifiers
                + Format
                + @"\s+(?:format|syntax)\b"
        ),
        // Provide the summary in JSON format. Format your answer as JSON. Generate five words as JSON.
        Pattern(
            Order
                + @"(?:format|provide|give|generate|produce|create|write|list|extract|summari[sz]e|analy[sz]e|present|express|structure|deliver|"
                + @"send|print|supply|classify|describe|report|encode|render|convert|transform|translate|turn|map)\s+"
                + Between
                + NotGiven
                + @"(?:in|as|into)\s+"
                + NotThere
                + Thing
                + Whole
                + @"(?=\s*(?:$|[.,:;!({\[–—-]|with\b|using\b|that\b|which\b|"
                + @"and\b|containing\b|having\b|following\b|where\b|like\b|without\b|so\b|matching\b|according\b|based\b|conforming\b|describing\b))"
        ),
        Pattern(Order + @"(?:convert|transform|translate|turn)\s+(?:\S+\s+){0,8}?(?:to|into)\s+" + Thing + Whole + @"\s*(?:$|[.,:;!])"),
        Pattern(
            Order
                + @"(?:provide|give|generate|produce|create|write|build|make|construct|compose|supply|print|send|use)\s+(?:me\s+|us\s+|"
                + @"back\s+)?"
                + Qualifiers
                + @"(?:[a-z]+\s+)?"
                + Format
                + @"\s+(?:objects?|arrays?|documents?|response|output|answer|only|format\s+for\s+(?:the|your)\s+(?:answer|response|output|reply))\b"
        ),
        Pattern(
            @"^(?:please\s+)?(?:always\s+)?(?:use|follow|adhere\s+to|conform\s+to|match|stick\s+to)\s+(?:exactly\s+|strictly\s+)?(?:the|this|"
                + @"the\s+following|following|exactly\s+this|the\s+exact)\s+(?:exact\s+)?"
                + Format
                + @"\s+(?:format|structure|schema|template|shape|object)(?:\s+(?:for|in)\s+(?:the|your)\s+(?:answer|response|output|reply)|\s*:|\s*$|\.)"
        ),
        // Your answer must be a JSON object. The output should be in JSON. The response must conform to this JSON schema.
        Pattern(
            @"\b(?:your|you|the|an?|each|every|final|assistant)\s+(?:(?:entire|whole|final|complete|full|only|json|xml|yaml|csv|expected|agent|"
                + @"assistant|model|ai)\s+)*(?:response|answer|output|reply|result|message|responses|answers|outputs|replies)(?:\s+format|\s+itself)?\s+"
                + @"(?:(?:must|should|shall|will|has\s+to|have\s+to|needs?\s+to|is\s+to|are\s+to|ought\s+to)\s+(?:(?:only|always|strictly|just|also|"
                + @"exclusively)\s+)*(?:be|conform\s+to|follow|match|adhere\s+to|comply\s+with|consist\s+(?:only\s+|solely\s+)?of|use)"
                + @"|format\s+is)\s+(?:(?:only|always|strictly|exactly|just|exclusively|returned|formatted|given|provided|structured|delivered|sent|"
                + @"written|in|as|of|to|with)\s+)*"
                + Thing
        ),
        Pattern(
            @"^(?:the\s+)?(?:output|response|answer|reply|result)\s+(?:must|should|shall|has\s+to|needs?\s+to)\s+(?:(?:only|always|"
                + @"strictly)\s+)*be\s+(?:(?:only|strictly|exactly|returned|formatted|given|provided|structured|in|as)\s+)*"
                + Thing
        ),
        Pattern(
            @"^(?:(?:expected|required|desired|final)\s+)?(?:(?:output|response|answer|reply|return|result)(?:\s+format)?|format)\s*(?:\(\s*|"
                + @"[:=]\s*|must\s+be\s+|should\s+be\s+|is\s+|-\s+)(?:strictly\s+)?"
                + Thing
                + Whole
                + @"\s*(?:$|[).,:;!{\[–—-]|with\b|only\b|matching\b|using\b)"
        ),
        Pattern(
            @"^(?:(?:expected|required|desired)\s+)" + Format + @"\s+(?:output|response|answer)(?:\s+(?:format|schema|structure))?\s*:"
        ),
        // You are an assistant that only speaks JSON.
        Pattern(
            @"^you\s+are\b.{0,80}\b(?:that|who|which)\s+(?:(?:always|only|just|strictly|exclusively|must)\s+)*(?:responds?|repl(?:y|ies)|answers?|"
                + @"speaks?|communicates?)\s+(?:(?:only|exclusively|strictly)\s+)*(?:in|with|as|using)\s+"
                + Thing
        ),
        Pattern(
            @"^you\s+are\b.{0,80}\b(?:that|who|which)\s+(?:(?:always|only|just|strictly|exclusively|must)\s+)+(?:outputs?|returns?|speaks?|emits?|"
                + @"produces?)\s+"
                + Thing
        ),
        // JSON only. Only JSON. In JSON format:
        Pattern(@"^" + Qualifiers + Format + Whole + @"\s+only\b\s*(?:$|[.,:;!(–—-])"),
        Pattern(@"^only\s+" + Qualifiers + Format + Whole + @"\s*(?:$|[.,:;!(–—-])"),
        Pattern(@"^in\s+(?:the\s+following\s+)?(?:valid\s+|strict\s+)?" + Format + Whole + @"\s*[:!]?\s*$"),
    };

    /// <summary>A sentence that is no order to this model for its whole answer, whatever else it says.</summary>
    private static readonly Regex NoDemand = Pattern(
        @"^(?:if|when|whenever|unless|in\s+case|once|while|suppose|imagine|example|for\s+example|e\.g|note\s+that\s+the\s+(?:input|user))\b"
            + @"|^(?:our|this\s+(?!response|answer|output|reply)|these|those|they|it|its|most|all|some|many|he|she|we|users?|customers?|apis?|services?|"
            + @"here|there|sometimes|below|above)\b(?!.*\byou\s+to\b)"
            + @"|\b(?:tool|function)\s+calls?\b|\bfunctions?\s+(?:the\s+model|that|which)\b"
            + @"|\b(?:followed\s+by|at\s+the\s+(?:end|bottom|top|beginning|start)\b|in\s+addition|as\s+well\s+as|along\s+with|alongside|appended|appendix|"
            + @"prepend|one\s+part)\b"
            + @"|\b(?:write|create|generate|implement|build|develop|design|code|refactor|explain|describe|show|teach|learn)\s+(?:me\s+)?(?:(?:an?|the|some|"
            + @"this)\s+)?(?:[\w#+.-]+\s+){0,4}?(?:class(?:es)?|methods?|functions?|programs?|scripts?|code|apps?|application|apis?|endpoints?|"
            + @"controllers?|services?|parsers?|converters?|unit\s+tests?|tests?|librar(?:y|ies)|regex|module)\b"
            + @"|\bhow\s+(?:to|do|does|can|would)\b"
            + @"|\b(?:do|does|must|should|shall|will|may|can)\s*n[o']t\s+(?:\w+\s+){0,4}?(?:json|xml|yaml|csv)\b"
    );

    /// <summary>Right before a demand, these turn it around.</summary>
    private static readonly Regex Negation = Pattern(
        @"\b(?:do\s+not|don['’]?t|never|must\s+not|should\s+not|shouldn['’]t|cannot|can['’]t|"
            + @"no\s+need\s+to|not\s+(?:to|required)|without|avoid|refuse\s+to|rather\s+than|instead\s+of)\b[^,;:.]{0,40}$"
    );

    /// <summary>Another part of the answer is spoken of.</summary>
    private static readonly Regex OtherParts = Pattern(
        @"\b(?:after|before|following|below|above|outside(?:\s+of)?|followed\s+by|next\s+to|besides|"
            + @"in\s+addition\s+to)\s+(?:the|this|that|your|"
            + @"an?)\s+"
            + @"(?:json|xml|yaml|csv)(?:\s+(?:object|block|array|document|part))?[\s,]+(?:\w+\s+){0,4}?"
            + @"(?:write|add|give|provide|explain|summari[sz]e|include|there|append|output|describe|you)\b"
    );

    private static readonly Regex Names = Pattern(@"\b(?:json|xml|yaml|csv)\b");

    private static readonly Regex Bullet = Pattern(@"^(?:[\s\-*•#>|=]|\d+[.)]\s|[a-z][.)]\s|\*\*)+");

    private static readonly Regex SentenceEnd = Pattern(@"(?<=[.!?])\s+(?=[\p{L}\p{N}*""'`(\[-])");

    /// <summary>The format that a text demands, in capitals, and the words that demand it; null when it demands none.</summary>
    public static (string Format, string Words)? In(string text)
    {
        try
        {
            if (!Names.IsMatch(text) || OtherParts.IsMatch(text))
            {
                return null;
            }

            foreach (var sentence in Sentences(text).Where(s => Names.IsMatch(s) && !NoDemand.IsMatch(s)))
            {
                foreach (var demand in Demands.Select(d => d.Match(sentence)).Where(static m => m.Success))
                {
                    if (!Negation.IsMatch(sentence.Substring(0, demand.Index + Lead(demand.Value))))
                    {
                        return (demand.Groups["format"].Value.ToUpperInvariant(), sentence);
                    }
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // What takes that long is no sentence.
        }

        return null;
    }

    /// <summary>The words before the verb belong to what may turn it around.</summary>
    private static int Lead(string demand) => demand.Length - demand.TrimStart(',', ';', ':', '(', '>', '–', '—', ' ').Length;

    private static IEnumerable<string> Sentences(string text)
    {
        var joined = "";
        foreach (var line in text.Split('\n').Select(static l => l.Trim()))
        {
            // Prose that was broken into lines goes on in the next one.
            var goesOn =
                joined.Length > 0
                && line.Length > 0
                && ".!?:".IndexOf(joined[joined.Length - 1]) < 0
                && (char.IsLower(line[0]) || joined[joined.Length - 1] == ',' || EndsOpen(joined));
            if (goesOn)
            {
                joined += " " + line;
                continue;
            }

            foreach (var sentence in Split(joined))
            {
                yield return sentence;
            }

            joined = line;
        }

        foreach (var sentence in Split(joined))
        {
            yield return sentence;
        }
    }

    private static bool EndsOpen(string line) =>
        new[] { " in", " as", " with", " a", " an", " the", " only", " valid", " of", " to", " and" }.Any(e =>
            line.EndsWith(e, StringComparison.OrdinalIgnoreCase)
        );

    private static IEnumerable<string> Split(string line) =>
        line.Length > 4000
            ? Enumerable.Empty<string>()
            : SentenceEnd.Split(line).Select(static s => Plain(s)).Where(static s => s.Length > 0);

    /// <summary>The words of a sentence without bullets, emphasis and tags.</summary>
    private static string Plain(string sentence)
    {
        var plain = Regex
            .Replace(sentence, @"</?[a-z][^<>]{0,60}>", " ", Options, Patience)
            .Replace("**", "")
            .Replace("`", "")
            .Replace("_", " ");
        plain = Bullet.Replace(plain, "");
        plain = Regex.Replace(
            plain,
            @"^(?:important|critical|note|rules?|instructions?|system|user|task|critical\s+instruction|output\s+rules?|"
                + @"requirements?)\s*[:!-]\s*",
            "",
            Options,
            Patience
        );
        return Regex.Replace(plain, @"\s+", " ", Options, Patience).Trim();
    }

    private static Regex Pattern(string pattern) => new(pattern, Options, Patience);
}
