namespace RagAnalyzers.Text.Prose.Portuguese;

/// <summary>The words by which Portuguese prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        apenas, somente, só, exclusivamente, estritamente, unicamente, com base, baseado em, baseada em, baseando-se, baseie-se, a partir de
        a partir do, a partir dos, segundo, de acordo com, usando, utilizando, use o, use os, use as, use apenas, use somente, utilize, no contexto, nos documentos, seguinte contexto
        seguintes documentos, contexto fornecido, informações fornecidas, não sei, não sabe, não souber, não encontrar, não encontrou
        não contém, não estiver, nenhuma informação, não invente, inventar, fonte(s), cite
        """
    );

    /// <summary>By these a text is known to be Portuguese.</summary>
    private static readonly WordList Common = WordList.Of(
        "o, a, os, as, e, é, um, uma, você, de, do, da, dos, das, que, em, para, com, por, se, seu, sua, não"
    );

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of(
        "pergunta(s), resposta, responda, responde, responder, assistente, ajuda, ajude, usuário, utilizador"
    );

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of(
        "resuma, resumo, resumir, traduza, traduz, traduzir, extraia, classifique, compare, avalie, reformule, corrija, encurte, sim ou não"
    );

    /// <summary>What the passages are called in a sentence about them.</summary>
    private static readonly WordList Passages = WordList.Of(
        """
        documento(s), fonte(s), contexto, trecho(s), passagem, passagens, artigo(s), estas informações, as informações
        """
    );

    /// <summary>How a sentence begins that says who the model is.</summary>
    private static readonly WordList Personas = WordList.Of("você é um, você é uma, você é o, você é a");

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: true, Passages, Personas);
}
