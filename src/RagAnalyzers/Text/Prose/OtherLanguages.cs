using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Recognises texts in languages that are written with Latin letters and have no list of words here. Their neighbours have one, and share words with them: "du" is
/// Danish as well as German, "of" and "is" are Dutch, "un assistente" is read as Spanish.
/// </summary>
internal static class OtherLanguages
{
    /// <summary>Words of theirs that English, German, French, Spanish and Portuguese do not have.</summary>
    private static readonly WordSearch Words = WordList
        .Of(
            """
            og, och, ikke, inte, ikkje, kun, bara, svar, svara, besvar, besvara, hvis, fra, jeg, jag, hvad, hva, vad, eller, endast, brug, bruk, använd, frågan, fråga
            spørgsmål, spørsmål, dokumenterne, dokumentene, teksten, hjelpsom, hjälpsam, hjælpsom, venlig, vennlig, vänlig, kontekst
            het, een, niet, jij, voor, vraag, vragen, antwoord, beantwoord, gebruik, documenten, zijn, wordt, geen, deze, onderstaande, vriendelijke, behulpzame
            gli, della, delle, degli, sulla, rispondi, rispondere, domanda, domande, documenti, contesto, utente, informazioni, seguente, amb, només, els, aquest, respon
            raspunde, intrebare, intrebarea, pentru, documentele, foloseste, jestes, odpowiedz, pytanie, tylko, dokumenty, oraz, jest, jsi, jste, pouze, samo, pitanje
            odgovori, kysymys, vastaa, csak, bir, soru, cevap, yalnizca, sadece, yang, pertanyaan, jawab, hanya, dengan, untuk, dokumen
            """
        )
        .Whole();

    /// <summary>A word in small letters with a letter of theirs; names keep their letters in every language.</summary>
    private static readonly Regex Letters = new(
        @"(?<!\p{L})(?=\p{Ll})\p{L}*[åøæłąęśżźćčřšžůěďťľőűğıșşțţđơưðþ]",
        RegexOptions.CultureInvariant
    );

    /// <summary>The text has a word that only they have.</summary>
    public static bool AreIn(string text) => Words.IsIn(text) || Letters.IsMatch(text);
}
