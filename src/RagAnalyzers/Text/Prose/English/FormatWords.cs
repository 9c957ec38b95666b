namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts demand a format, or only talk about one.</summary>
internal static class FormatWords
{
    public static readonly WordList Formats = WordList.Of("json, xml, yaml, csv");

    /// <summary>Words that may stand before the name of the format without changing what is demanded.</summary>
    public static readonly WordList Qualifiers = WordList.Of(
        """
        a(n), the, this, one, your, only, just, strictly, strict, single, exactly, valid, well-formed, wellformed, raw, pure, plain, bare
        clean, compact, minified, proper, properly, correct, formatted, structured, following, parsable, parseable, machine-readable, flat
        simple, complete, normalized, standard, specified, same, rfc8259, rfc 8259, compliant, iterable, readable, directly
        """
    );

    /// <summary>What the format makes: the answer itself, and not a part or a thing that has to do with the format.</summary>
    public static readonly WordList Wholes = WordList.Of(
        """
        object(s), array(s), document(s), list(s), string(s), string list, format, formatted, structure, response, output, answer, only
        notation, syntax, representation, schema, template, payload, row(s), line(s), data, result
        """
    );

    /// <summary>Those of them that an order may name as what is to be made.</summary>
    public static readonly WordList MadeWholes = WordList.Of("object(s), array(s), document(s), response, output, answer, only");

    /// <summary>Nouns that make something else of the format: a part of the answer, or code and files that have to do with it.</summary>
    public static readonly WordList SomethingElse = WordList.Of(
        """
        block(s), snippet(s), section(s), part(s), fragment(s), example(s), sample(s), header(s), footer(s), comment(s), code, fence(s)
        appendix, file(s), parser(s), serializer(s), serialization, deserialization, library, libraries, endpoint(s), api(s), column(s)
        field(s), property, properties, key(s), value(s), config, configuration, path(s), pointer(s), patch, input(s), token(s), web
        tool(s), editor(s), validator(s), converter(s), attachment(s), request(s), message(s), context, metadata, tag(s), element(s)
        attribute(s), mode, schema for, schema of, schema draft
        """
    );

    /// <summary>What stands behind the name of a format that is given, and not asked for.</summary>
    public static readonly WordList GivenMarks = WordList.Of("below, above, provided, given");

    /// <summary>No names of what the format holds: "the invoice JSON" has one, "the incoming JSON" has none.</summary>
    public static readonly WordList NoTopics = WordList.Of(
        """
        no, not, non, without, any, some, the, this, that, or, and, to, of, for, in, with, incoming, given, provided, special, attached
        input, existing, original, uploaded, received, latest
        """
    );

    /// <summary>"in the JSON" is where something stands ...</summary>
    public static readonly WordList Pointers = WordList.Of("the, this, that, these, your, each, every");

    /// <summary>... and "in the following JSON format" is how it is to be said.</summary>
    public static readonly WordList Prescribing = WordList.Of(
        "following, exact, specified, same, form, next, json format, xml format, yaml format, csv format, exactly"
    );

    /// <summary>Words behind which an order begins.</summary>
    public static readonly WordList OrderBeginnings = WordList.Of(
        "and, then, please, always, only, simply, just, instead, directly, you only, you always"
    );

    /// <summary>What "you" are obliged to.</summary>
    public static readonly WordList Obligations = WordList.Of(
        "must, should, shall, will, have to, need to, are to, are required to, are asked to, are expected to"
    );

    /// <summary>Whom an order may name instead of "you".</summary>
    public static readonly WordList Assistants = WordList.Of("assistant, model, agent, ai, bot");

    public static readonly WordList AssistantObligations = WordList.Of("must, should, shall, will, always");

    /// <summary>"Your task is to ..."</summary>
    public static readonly WordList Tasks = WordList.Of("task, job, goal, role, duty");

    /// <summary>"I want you to ..."</summary>
    public static readonly WordList Wishes = WordList.Of("want, ask(ed), expect, require, need, like");

    /// <summary>The last words before an order.</summary>
    public static readonly WordList OrderLeads = WordList.Of("designed to, sure to, sure you, sure that you, remember to, must, you");

    /// <summary>Words between the beginning of an order and its verb.</summary>
    public static readonly WordList OrderAdverbs = WordList.Of(
        """
        please, always, only, just, simply, strictly, exclusively, solely, must, should, shall, also, now, directly, exactly, to
        not only
        """
    );

    /// <summary>Between the verb and the format, these turn to something else.</summary>
    public static readonly WordList Turns = WordList.Of(
        """
        no, not, never, without, nor, neither, except, avoid, instead, rather, about, from, using, based, given, provided, that, which
        who, where, when, if, unless, how, than, because, but, before, after, followed, include, including, containing, contains
        alongside, plus, input, received, stored, contained, described, formatted, encoded, to, via, through, by, against
        """
    );

    /// <summary>Nouns right before "in JSON" that are what is given, and not what is to be given.</summary>
    public static readonly WordList GivenNouns = WordList.Of(
        """
        data, document(s), text, content(s), context, input(s), record(s), payload, message(s), below, above, state, history, available
        information, file(s), attached, supplied, written, specified, schema
        """
    );

    public static readonly WordList Responding = WordList.Of("respond, reply");

    public static readonly WordList Returning = WordList.Of("return, output, emit");

    /// <summary>"only" of the answer: "respond strictly with JSON".</summary>
    public static readonly WordList Exclusively = WordList.Of("only, strictly, exclusively, solely, just, back");

    /// <summary>What leads from an answer to its format.</summary>
    public static readonly WordList Forms = WordList.Of("in, as, with, using");

    /// <summary>Behind the name of the format, these lead on: "return JSON to the caller".</summary>
    public static readonly WordList Onwards = WordList.Of("to, into, from, by, as, in");

    /// <summary>What a prompt orders to be done "as JSON".</summary>
    public static readonly WordList Presenting = WordList.Of(
        """
        format, provide, give, generate, produce, create, write, list, extract, summarise, summarize, analyse, analyze, present, express
        structure, deliver, send, print, supply, classify, describe, report, encode, render, convert, transform, translate, turn, map
        """
    );

    /// <summary>What may follow upon "as JSON" without making something else of it.</summary>
    public static readonly WordList Continuations = WordList.Of(
        """
        with, using, that, which, and, containing, having, following, where, like, without, so, matching, according, based, conforming
        describing
        """
    );

    public static readonly WordList Converting = WordList.Of("convert, transform, translate, turn");

    /// <summary>What a prompt orders to be done with "a JSON object".</summary>
    public static readonly WordList Making = WordList.Of(
        "provide, give, generate, produce, create, write, build, make, construct, compose, supply, print, send"
    );

    /// <summary>Those of them that need not say what is made: "produce JSON with these keys".</summary>
    public static readonly WordList Yielding = WordList.Of("provide, give, generate, produce, create, supply");

    /// <summary>What the keys of a format that is made stand behind, or what ends the order.</summary>
    public static readonly WordList Contents = WordList.Of("with, containing, matching, conforming, following, and nothing");

    /// <summary>"Provide JSON only when ..."</summary>
    public static readonly WordList Limits = WordList.Of("when, whenever, if, where, upon, on, for, after, in case");

    /// <summary>What a prompt orders to be done with "this JSON format".</summary>
    public static readonly WordList Following = WordList.Of("use, follow, adhere to, conform to, match, stick to");

    /// <summary>How "this JSON format" is pointed at.</summary>
    public static readonly WordList ExactPointers = WordList.Of("the, this, the following, following, exactly this, the exact");

    public static readonly WordList Shapes = WordList.Of("format, structure, schema, template, shape, object");

    public static readonly WordList Answers = WordList.Of("answer, response, output, reply");

    /// <summary>Whose answer, or which: "your entire response".</summary>
    public static readonly WordList AnswerOwners = WordList.Of("your, you, the, a(n), each, every, final, assistant");

    public static readonly WordList AnswerQualifiers = WordList.Of(
        "entire, whole, final, complete, full, only, json, xml, yaml, csv, expected, agent, assistant, model, ai"
    );

    public static readonly WordList OwnedAnswers = WordList.Of(
        "response, answer, output, reply, result, message, responses, answers, outputs, replies"
    );

    public static readonly WordList AnswerObligations = WordList.Of(
        "must, should, shall, will, has to, have to, need(s) to, is to, are to, ought to"
    );

    public static readonly WordList ObligationAdverbs = WordList.Of("only, always, strictly, just, also, exclusively");

    /// <summary>What an answer must do to a format: "be", "conform to".</summary>
    public static readonly WordList Conforming = WordList.Of(
        "be, conform to, follow, match, adhere to, comply with, consist of, consist only of, consist solely of, use"
    );

    /// <summary>"Make sure your answer ..."</summary>
    public static readonly WordList Ensuring = WordList.Of("ensure, ensure that, make sure, make sure that, be sure, be sure that");

    /// <summary>"... is JSON".</summary>
    public static readonly WordList Ensured = WordList.Of(
        "is, are, be, conforms to, follows, matches, adheres to, complies with, consists of, consists only of"
    );

    /// <summary>Between "must be" and the format: "returned as", "strictly".</summary>
    public static readonly WordList Rendered = WordList.Of(
        """
        only, always, strictly, exactly, just, exclusively, returned, formatted, given, provided, structured, delivered, sent, written
        in, as, of, to, with
        """
    );

    /// <summary>The subject of a sentence that begins with the answer: "Output must be JSON".</summary>
    public static readonly WordList BareAnswers = WordList.Of("output, response, answer, reply, result");

    public static readonly WordList BareObligations = WordList.Of("must, should, shall, has to, need(s) to");

    /// <summary>The same as <see cref="Rendered"/> behind an answer that nobody owns.</summary>
    public static readonly WordList BareRendered = WordList.Of(
        "only, strictly, exactly, returned, formatted, given, provided, structured, in, as"
    );

    /// <summary>The label of a line: "Expected output: JSON".</summary>
    public static readonly WordList LabelQualifiers = WordList.Of("expected, required, desired, final");

    public static readonly WordList LabelAnswers = WordList.Of("output, response, answer, reply, return, result");

    /// <summary>What an assistant does that "only speaks JSON".</summary>
    public static readonly WordList Speaking = WordList.Of("respond(s), reply, replies, answer(s), speak(s), communicate(s)");

    public static readonly WordList Emitting = WordList.Of("output(s), return(s), speak(s), emit(s), produce(s)");

    public static readonly WordList SpeakingAdverbs = WordList.Of("always, only, just, strictly, exclusively, must");

    /// <summary>A sentence that begins so holds under a condition, or is an example.</summary>
    public static readonly WordList Conditions = WordList.Of(
        """
        if, when, whenever, unless, in case, once, while, suppose, imagine, example, for example, e.g, note that the input
        note that the user
        """
    );

    /// <summary>A sentence that begins so speaks of somebody or something else.</summary>
    public static readonly WordList OtherSubjects = WordList.Of(
        """
        our, these, those, they, it, its, most, all, some, many, he, she, we, user(s), customer(s), api(s), service(s), here, there
        sometimes, below, above
        """
    );

    /// <summary>The format is a part of the answer, beside others.</summary>
    public static readonly WordList Beside = WordList.Of(
        """
        followed by, at the end, at the bottom, at the top, at the beginning, at the start, in addition, as well as, along with
        alongside, appended, appendix, prepend, one part
        """
    );

    /// <summary>What is done to a program that has to do with the format ...</summary>
    public static readonly WordList Programming = WordList.Of(
        """
        write, create, generate, implement, build, develop, design, code, refactor, explain, describe, show, teach, learn
        """
    );

    /// <summary>... and what the program is called.</summary>
    public static readonly WordList Programs = WordList.Of(
        """
        class, classes, method(s), function(s), program(s), script(s), code, app(s), application, api(s), endpoint(s), controller(s)
        service(s), parser(s), converter(s), unit test(s), test(s), library, libraries, regex, module
        """
    );

    /// <summary>Verbs whose "not" in front of a format negates it.</summary>
    public static readonly WordList Negated = WordList.Of("do, does, must, should, shall, will, may, can");

    /// <summary>Right before a demand, these turn it around.</summary>
    public static readonly WordList Negations = WordList.Of(
        """
        do not, don't, dont, never, must not, should not, shouldn't, cannot, can't, no need to, not to, not required, without, avoid
        refuse to, rather than, instead of
        """
    );

    /// <summary>Where another part of the answer stands: "after the JSON, add a summary" ...</summary>
    public static readonly WordList BesidePlaces = WordList.Of(
        "after, before, following, below, above, outside, outside of, followed by, next to, besides, in addition to"
    );

    /// <summary>... what the JSON there is called ...</summary>
    public static readonly WordList PartNouns = WordList.Of("object, block, array, document, part");

    /// <summary>... and what is to be done there.</summary>
    public static readonly WordList BesideOrders = WordList.Of(
        "write, add, give, provide, explain, summarise, summarize, include, there, append, output, describe, you"
    );

    /// <summary>What a line may begin with, before what it says: "Important: ...".</summary>
    public static readonly WordList Headings = WordList.Of(
        """
        important, critical, note, rule(s), instruction(s), system, user, task, critical instruction, output rule(s), requirement(s)
        """
    );

    /// <summary>A line that ends so goes on in the next one.</summary>
    public static readonly WordList OpenEndings = WordList.Of("in, as, with, a, an, the, only, valid, of, to, and");
}
