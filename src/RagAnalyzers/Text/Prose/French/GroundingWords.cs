namespace RagAnalyzers.Text.Prose.French;

/// <summary>The words by which French prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        uniquement, seulement, exclusivement, strictement, en te basant, en vous basant, basé sur, sur la base, à partir de, à partir du
        à partir des, d'après, selon, en utilisant, utilise, utilisez, dans le contexte, dans les documents, contexte suivant
        documents suivants, contexte fourni, informations fournies, ne sais pas, ne savez pas, ne sait pas, ne trouve pas, ne trouves pas
        pas trouvé, ne contient pas, aucune information, n'invente, n'inventez, inventer, source(s), cite, citez
        """
    );

    /// <summary>By these a text is known to be French.</summary>
    private static readonly WordList Common = WordList.Of(
        "le, la, les, et, est, vous, un, une, des, du, de, tu, es, que, qui, pour, dans, avec, ce, cette, êtes"
    );

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of(
        "question(s), réponse, réponds, répondez, répondre, assistant, aide, aidez, utilisateur"
    );

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of(
        "résume, résumez, résumer, résumé, traduis, traduisez, traduire, extrais, extrayez, classe, classifie, compare, comparez, évalue, reformule, oui ou non, "
            + "corrige, corrigez, raccourcis"
    );

    /// <summary>What the passages are called in a sentence about them.</summary>
    private static readonly WordList Passages = WordList.Of(
        """
        document(s), source(s), contexte, extrait(s), passage(s), article(s), section(s), ces informations, les informations, faits
        """
    );

    /// <summary>How a sentence begins that says who the model is.</summary>
    private static readonly WordList Personas = WordList.Of(
        "tu es un, tu es une, tu es le, tu es la, tu es l, vous êtes un, vous êtes une, vous êtes le, vous êtes la, vous êtes l"
    );

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: true, Passages, Personas);
}
