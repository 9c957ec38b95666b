namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        only, solely, strictly, exclusively, limit yourself, based on, base your, on the basis of, grounded, ground your, according to
        from, within, say so, no answer, not hold, not have, using the, use the, use this, use these, using this, using these, from the, in the context, in the document(s), in the passage(s)
        in the source(s), in the text, given context, given the, provided context, provided document(s), provided information
        context provided, information provided, context below, following context, following document(s), following passage(s)
        following information, following source(s), context above, above context, with the help of the, refer to, rely on, stick to
        don't know, do not know, not know, can't find, cannot find, could not find, cannot answer, can't answer, not sure, not contain
        doesn't contain, not found, not mentioned, not covered, no information, make up, made up, invent, hallucinate, fabricate
        speculate, guess, assume, cite, citation(s), citing, source(s):, outside knowledge, own knowledge, prior knowledge, accordingly, out of them, out of the
        nothing of your own, of these, of those, among these, among those, between these, with these, to these, in these, these two
        faithful, faithfully, in training, trained, pre-trained, supported by, backed by, go beyond
        """
    );

    /// <summary>By these a text is known to be English.</summary>
    private static readonly WordList Common = WordList.Of(
        "the, you, are, is, of, to, and, a, an, in, this, that, for, with, be, on, your, it, as, what, how, here, some, these, those, there, about, below, "
            + "following, additional, please"
    );

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of(
        "question(s), answer(s), answering, answered, reply, respond, assistant, help, helps, ask, asks, asked, query, user, chatbot, chat, helper, concierge, advisor, adviser, receptionist"
    );

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of(
        """
        contradict(s), contradiction(s), quiz, flashcard(s), explain this, explain these, explain the code, three follow-up, follow-up questions that, brainstorm
        hint(s), adapt, stay in character, merge the, merge these, combine, fill in, fill out, convert, proofread, debug, duplicate(s), critique
        how relevant, is relevant, are relevant, yes or no, yes/no, true or false, the claims of, list the claims, unsupported, no support, verify whether, verify that, fact-check, fact check
        summarize, summarise, summary, translate, translation, extract, classify, rerank, reranking, re-rank, re-ranking, rank, ranking, reorder, rewrite, rephrase, compare, evaluate, grade
        title, keyword(s), score, categorize, categorise, review, draft, examples:, these examples, following examples, examples below
        similar examples, few-shot, memories, you remember, remembered, know about the user, know of the user, facts about the user
        style of these, style of the following, tone of these, tone of the following, match the style, match the tone, as inspiration, for inspiration, imitate, mimic, writing samples
        about the user:, about me:, preferences, past conversation(s), earlier conversation(s), sql, cypher, kql, write code, generate code, unit test(s)
        """
    );

    /// <summary>What the passages are called in a sentence about them.</summary>
    public static readonly WordList Passages = WordList.Of(
        """
        document(s), documentation, passage(s), excerpt(s), extract(s), snippet(s), chunk(s), source(s), context, article(s), paragraph(s)
        page(s), section(s), entry, entries, notes, facts, material(s), evidence, handbook, manual
        these results, search results, this information, the information, following information, retrieved information, this data, the data
        """
    );

    /// <summary>How a sentence begins that says who the model is.</summary>
    private static readonly WordList Personas = WordList.Of(
        "you are a, you are an, you are the, you are our, you are my, you're a, you're an, you help, you assist, act as"
    );

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: true, Passages, Personas);
}
