namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts ask for current or internal knowledge.</summary>
internal static class KnowledgeWords
{
    /// <summary>What names knowledge which changes.</summary>
    public static readonly WordList Terms = WordList.Of(
        """
        policy, handbook, manual, guide, catalog, catalogue, product, price, pricing, inventory, stock, faq, knowledge, wiki
        docs, article, news, release, changelog, schedule, menu, latest, current, newest, today
        """
    );

    /// <summary>The knowledge is current.</summary>
    public static readonly WordList Fresh = WordList.Of("latest, newest, up-to-date, today's, most recent, recent, current");

    /// <summary>The knowledge is one's own.</summary>
    public static readonly WordList Own = WordList.Of("our, internal, company, company's, in-house");

    /// <summary>Knowledge that is kept somewhere else and changes there; "the current article" is the one at hand.</summary>
    public static readonly WordList KeptCurrent = WordList.Of(
        """
        policy, policies, price, prices, pricing, inventory, stock, catalog, catalogs, catalogue, catalogues, schedule
        schedules, menu, menus, news, handbook, faq, faqs, wiki
        """
    );

    /// <summary>What a prompt tells the model to do with a question.</summary>
    public static readonly WordList AnswerVerbs = WordList.Of("answer, answers, answering, respond, reply, inform, advise");

    /// <summary>What leads from an answer to what it is to be made of.</summary>
    public static readonly WordList AnswerSources = WordList.Of("from, using, with, on, to, about, per, by, regarding");

    /// <summary>Asks to look something up.</summary>
    public static readonly WordList LookUps = WordList.Of(
        "reference, consult, cite, quote, refer, check, search, use, using, based, according, up"
    );

    /// <summary>Asks for something.</summary>
    public static readonly WordList Questions = WordList.Of(
        """
        what, what's, what’s, which, much, tell, list, give, provide, show, find, get, summarize, summarise, explain, describe
        """
    );

    /// <summary>Turns a request around.</summary>
    public static readonly WordList Negations = WordList.Of(
        """
        not, never, no, don't, don’t, cannot, can't, can’t, without, unless, avoid, refuse, ignore, lack, rather
        """
    );

    /// <summary>What makes it behaviour, or speaks of the model's own memory.</summary>
    public static readonly WordList Otherwise = WordList.Of("your, style, tone, brand, voice, format, formatting, naming, coding, writing");

    /// <summary>With these a noun goes on: "knowledge base", "price list", "release notes".</summary>
    public static readonly WordList NounEnds = WordList.Of(
        """
        base, bases, notes, note, list, lists, page, pages, data, information, info, details, sheet, sheets, feed, documents
        document, documentation, docs, entries, database, portal, center, levels, headlines, updates, articles, catalog
        catalogue, library, line-up, range
        """
    );

    /// <summary>What may follow upon the noun that is asked for.</summary>
    public static readonly WordList Followers = WordList.Of(
        """
        to, and, or, for, when, in, of, if, before, as, on, at, about, that, which, with, is, are, only, first, from, by, via
        regarding, concerning, whenever, while, but, so, please, then, instead, today, now
        """
    );

    /// <summary>Only with more behind them do these name knowledge: "use our product" does not, "use our product catalog" does.</summary>
    public static readonly WordList Bare = WordList.Of("product, products, release, releases, knowledge, manual");
}
