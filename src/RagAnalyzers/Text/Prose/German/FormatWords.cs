namespace RagAnalyzers.Text.Prose.German;

/// <summary>The words by which German prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly FormatLanguage All = new()
    {
        Openings = WordList.Of(
            """
            bitte, immer, nur, und, du musst, du sollst, sie sollen, sie müssen
            """
        ),
        Orders = WordList.Of(
            """
            antworte, antworten sie, antworte mir, gib, gib mir, geben sie, liefere, liefern sie, erstelle, erstellen sie, formatiere, formatieren sie
            erzeuge, erzeugen sie, generiere, generieren sie, beantworte, beantworten sie, stelle, schreibe, schreiben sie, fasse, extrahiere
            extrahieren sie, klassifiziere, analysiere, übersetze, verwende, verwenden sie, nutze, nutzen sie
            """
        ),
        Returning = WordList.Of(
            """
            antworte, antworten sie, antworte mir, gib, gib mir, geben sie, liefere, liefern sie, erstelle, erstellen sie, erzeuge, erzeugen sie, generiere
            generieren sie, schreibe, schreiben sie
            """
        ),
        Qualifiers = WordList.Of(
            """
            nur, ausschließlich, ausschliesslich, lediglich, ein, eine, einen, einem, einer, gültiges, gültigem, gültigen, valides, validem, validen, reines
            reinem, reinen, korrektes, korrektem, striktes, striktem, einzelnes, einzelnen, einziges, folgendes, folgendem, folgenden, dieses, diesem
            """
        ),
        Wholes = WordList.Of(
            """
            format, objekt, array, liste, dokument, struktur, schema, syntax, string, antwort, ausgabe
            """
        ),
        Leads = WordList.Of(
            """
            als, in, mit, per, in form von
            """
        ),
        PlacingLeads = WordList.Of(
            """
            im, in dem, das, dem, dieses, folgendes
            """
        ),
        Turns = WordList.Of(
            """
            aus, von, welche, welches, nicht, kein, keine, ohne, wenn, falls, dass, basierend, anhand, statt, enthält
            """
        ),
        Continuations = WordList.Of(
            """
            zurück, aus, an, mit, und, ohne, gemäß, nach, sein, erfolgen, ausgegeben, zurückgegeben, formatiert, vorliegen, geliefert, das, die, der, folgende
            """
        ),
        Answers = WordList.Of(
            """
            antwort, ausgabe, ergebnis, die antwort, deine antwort, ihre antwort, die ausgabe, deine ausgabe, ihre ausgabe, das ergebnis, ausgabeformat, antwortformat, format der antwort
            """
        ),
        Obligations = WordList.Of(
            """
            muss, soll, sollte, ist, hat, darf nur
            """
        ),
        Only = WordList.Of(
            """
            nur, ausschließlich
            """
        ),
        Negations = WordList.Of(
            """
            nicht, kein, keine, keinen, keinem, niemals, nie, ohne, wenn, falls
            """
        ),
    };
}
