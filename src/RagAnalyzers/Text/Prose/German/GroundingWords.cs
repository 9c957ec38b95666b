namespace RagAnalyzers.Text.Prose.German;

/// <summary>The words by which German prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        nur, aus, ausschließlich, allein, basierend auf, auf Basis, auf Grundlage, auf der Grundlage, anhand, gestützt auf, laut, gemäß
        mithilfe, mit Hilfe, verwende, nutze, benutze, aus dem Kontext, aus den Dokumenten, aus den Quellen, im Kontext, im folgenden
        in den Dokumenten, der folgenden, den folgenden, dem folgenden, weiß nicht, nicht weißt, nicht wissen, nicht beantworten
        nicht gefunden, nicht enthalten, nicht enthält, keine Information(en), keine Antwort, erfinde, erfinden, rate nicht, Quelle(n), zitiere
        """
    );

    /// <summary>By these a text is known to be German.</summary>
    private static readonly WordList Common = WordList.Of(
        "der, die, das, und, ist, du, sie, ein, eine, einen, den, dem, nicht, mit, zu, auf, bist, sind, für, wie, was"
    );

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of(
        "Frage(n), Antwort, antworte, antworten, beantworte, beantworten, Assistent, hilf, hilfst, Hilfe, Nutzer, Benutzer"
    );

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of(
        "fasse, Zusammenfassung, zusammenfassen, übersetze, übersetzen, extrahiere, klassifiziere, bewerte, vergleiche, formuliere, korrigiere, kürze, ja oder nein, "
            + "überarbeite, Stichwörter"
    );

    /// <summary>What the passages are called in a sentence about them.</summary>
    private static readonly WordList Passages = WordList.Of(
        """
        Dokument(e), Dokumenten, Unterlage(n), Textstelle(n), Auszug, Auszüge, Auszügen, Abschnitt(e), Abschnitten, Artikel(n), Kontext, Fakten
        Notizen, Handbuch, Wissen, diese Informationen, diesen Informationen, die Informationen, den Informationen
        """
    );

    /// <summary>How a sentence begins that says who the model is.</summary>
    private static readonly WordList Personas = WordList.Of(
        "du bist ein, du bist eine, du bist der, du bist die, Sie sind ein, Sie sind eine, Sie sind der, Sie sind die"
    );

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: true, Passages, Personas);
}
