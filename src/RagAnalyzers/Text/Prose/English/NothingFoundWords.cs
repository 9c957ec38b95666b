namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts say what to do where the passages hold no answer, or where there are none.</summary>
internal static class NothingFoundWords
{
    /// <summary>Words that few other languages have.</summary>
    public static readonly WordList Common = WordList.Of(
        "the, you, are, is, of, to, and, this, that, these, those, from, with, your, it, what, how, answer, following, below, using, based, "
            + "here, some, context, provided, should, only, must"
    );

    public static readonly WordList Phrases = WordList.Of(
        """
        don't know, do not know, not know, doesn't know, can't find, cannot find, could not find, couldn't find, not find, not found
        can't answer, cannot answer, can not answer, not answer, unable to answer, unable to find, not able to, no answer, say so, say that
        not contain, doesn't contain, don't contain, not hold, not have, doesn't have, don't have, not include, doesn't include
        not mentioned, not covered, not available, not provided, not present, not sure, isn't in, is not in, are not in, aren't in, not enough
        no information, no relevant, no context, no document(s), no passage(s), no result(s), no data, no match, no matches, no matching
        insufficient, lacks, lacking, missing, empty, nothing, unknown, if none, if there is no, if there are no, if you can't, if you cannot
        if the answer, if the context, if the information, if the document(s), if the passage(s), otherwise, apologize, apologise, decline
        politely, fall back, own knowledge, general knowledge, outside knowledge, if any, if there are any, examples:, these examples
        following examples, examples below, similar examples, few-shot, of no use, admit, or else, ; else, lack, gap(s), unsure, uncertain
        not certain, refer the user, refer them, refer the customer, refer to support, escalate, hand over, contact, ask for, ask the user
        ask them, clarify, clarification, fail to, fails to, cannot help, can't help, unable to help, not able to help, without document(s)
        without context, without passage(s), without result(s)
        style of these, style of those, style of the following, tone of these, tone of the following, same style, same tone, match the style, match the tone
        like these, similar to these, modeled on, modelled on, as examples, as an example, as inspiration, for inspiration, imitate, mimic
        these samples, samples:, writing samples
        memories, memory:, you remember, remembered, know about the user, know of the user, facts about the user, about the user:, about me:
        preferences, past conversation(s), previous conversation(s), earlier conversation(s), past message(s), previous message(s)
        """
    );

    /// <summary>A sentence with one of these may say what to do in that case ...</summary>
    public static readonly WordList Conditions = WordList.Of(
        """
        if, in case, unless, should they, should none, should the, should it, when they, when none, when nothing, when there, when it, when the document(s)
        when the context, when the passage(s), when the excerpt(s), when the source(s), where they, where none, where nothing, where there, where it
        where the document(s), where the context, where the passage(s), where the excerpt(s), where the source(s)
        """
    );

    /// <summary>... that the passages, called so or pointed at, do not help.</summary>
    public static readonly WordList Pointers = WordList.Of("they, none, nothing, it does, it is, there is, there are");
}
