namespace RagAnalyzers.Text.Prose.Spanish;

/// <summary>The words by which Spanish prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        solo, sólo, solamente, únicamente, exclusivamente, estrictamente, basándote, basándose, basado en, basada en, con base en
        a partir de, a partir del, según, de acuerdo con, usando, utilizando, usa, utiliza, utilice, use el, en el contexto
        en los documentos, siguiente contexto, siguientes documentos, contexto proporcionado, información proporcionada, no sé, no sabes
        no lo sabes, no sabe, no encuentras, no encuentra, no contiene, no está en, ninguna información, no hay información, no inventes
        no invente, inventar, fuente(s), cita, cite
        """
    );

    /// <summary>By these a text is known to be Spanish.</summary>
    private static readonly WordList Common = WordList.Of(
        "el, la, los, las, y, es, un, una, eres, de, del, que, en, para, con, por, se, su, tu, usted, lo"
    );

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of(
        "pregunta(s), respuesta, responde, responda, responder, asistente, ayuda, ayuda a, usuario"
    );

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of(
        "resume, resuma, resumen, resumir, traduce, traduzca, traducir, extrae, extraiga, clasifica, compara, evalúa, reformula, corrige, acorta, sí o no"
    );

    /// <summary>What the passages are called in a sentence about them.</summary>
    private static readonly WordList Passages = WordList.Of(
        """
        documento(s), fuente(s), contexto, fragmento(s), pasaje(s), artículo(s), sección, secciones, esta información, la información
        """
    );

    /// <summary>How a sentence begins that says who the model is.</summary>
    private static readonly WordList Personas = WordList.Of(
        "eres un, eres una, eres el, eres la, usted es un, usted es una, usted es el, usted es la"
    );

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: true, Passages, Personas);
}
