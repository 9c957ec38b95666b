namespace RagAnalyzers.Text.Prose.Italian;

/// <summary>The words by which Italian prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly FormatLanguage All = new()
    {
        Openings = WordList.Of(
            """
            per favore, sempre, e, devi, deve, si prega di
            """
        ),
        Orders = WordList.Of(
            """
            rispondi, rispondere, risponda, restituisci, restituire, restituisca, ritorna, fornisci, fornire, fornisca, genera, generare, generi, produci, produrre
            dai, dammi, scrivi, formatta, formattare, estrai, classifica, riassumi, presenta, usa, utilizza, mostra, elenca, crea
            """
        ),
        Returning = WordList.Of(
            """
            rispondi, rispondere, risponda, restituisci, restituire, restituisca, ritorna, fornisci, fornire, fornisca, genera, generare, generi, produci, produrre
            dai, dammi, scrivi, crea
            """
        ),
        Qualifiers = WordList.Of(
            """
            solo, soltanto, solamente, esclusivamente, unicamente, strettamente, un, uno, una, un', valido, puro, seguente, unico, il
            """
        ),
        Wholes = WordList.Of(
            """
            formato, oggetto, array, documento, struttura, sintassi, schema, stringa, lista, risposta
            """
        ),
        Leads = WordList.Of(
            """
            in, come, con, sotto forma di, usando, nel seguente
            """
        ),
        PlacingLeads = WordList.Of(
            """
            nel, in questo, il, questo, secondo lo
            """
        ),
        Turns = WordList.Of(
            """
            dal, dalla, del, che, quale, non, senza, se, quando, ma, basato, contenuto, secondo
            """
        ),
        Continuations = WordList.Of(
            """
            con, che, e, senza, secondo, conforme, contenente, come, solo
            """
        ),
        Answers = WordList.Of(
            """
            risposta, output, risultato, la risposta, la tua risposta, tua risposta, l'output, il risultato, formato di output, formato della risposta, formato di risposta
            """
        ),
        Obligations = WordList.Of(
            """
            deve, dovrà, dovrebbe, è
            """
        ),
        Only = WordList.Of(
            """
            solo, soltanto, solamente, esclusivamente
            """
        ),
        Negations = WordList.Of(
            """
            non, mai, senza, nessun, se, quando, evita
            """
        ),
    };
}
