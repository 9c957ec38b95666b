namespace RagAnalyzers.Text.Prose.French;

/// <summary>The words by which French prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly FormatLanguage All = new()
    {
        Openings = WordList.Of(
            """
            s'il te plaît, s'il vous plaît, veuillez, merci de, toujours, et, tu dois, vous devez
            """
        ),
        Orders = WordList.Of(
            """
            réponds, répondez, répondre, reponds, repondez, renvoie, renvoyez, renvoyer, retourne, retournez, retourner, donne, donnez, fournis, fournissez
            fournir, génère, générez, générer, produis, produisez, formate, formatez, formater, écris, écrivez, extrais, extrayez, classe, classez, résume
            résumez, présente, présentez, utilise, utilisez, affiche, affichez, rédige, rédigez, liste, listez
            """
        ),
        Returning = WordList.Of(
            """
            réponds, répondez, répondre, reponds, repondez, renvoie, renvoyez, renvoyer, retourne, retournez, retourner, donne, donnez, fournis, fournissez
            fournir, génère, générez, générer, produis, produisez, écris, écrivez, affiche, affichez, rédige, rédigez
            """
        ),
        Qualifiers = WordList.Of(
            """
            uniquement, seulement, exclusivement, strictement, un, une, du, le, de, valide, valides, brut, pur, suivant, suivante, seul, l', d
            """
        ),
        Wholes = WordList.Of(
            """
            format, objet, tableau, document, structure, syntaxe, schéma, chaîne, liste, réponse
            """
        ),
        Leads = WordList.Of(
            """
            en, au, avec, sous forme, sous la forme, par, dans un, comme
            """
        ),
        PlacingLeads = WordList.Of(
            """
            dans le, dans ce, le, ce, selon le
            """
        ),
        Turns = WordList.Of(
            """
            dans, depuis, à partir, qui, que, dont, pas, sans, ni, si, lorsque, quand, mais, contenu, selon
            """
        ),
        Continuations = WordList.Of(
            """
            avec, contenant, et, sans, qui, ayant, selon, conforme, suivant, comme, de la forme, uniquement, seulement
            """
        ),
        Answers = WordList.Of(
            """
            réponse, sortie, résultat, la réponse, ta réponse, votre réponse, la sortie, ta sortie, votre sortie, le résultat, format de sortie, format de réponse, format de la réponse
            """
        ),
        Obligations = WordList.Of(
            """
            doit, devra, devrait, est
            """
        ),
        Only = WordList.Of(
            """
            uniquement, seulement
            """
        ),
        Negations = WordList.Of(
            """
            ne, pas, jamais, sans, aucun, si, lorsque, évite, évitez
            """
        ),
    };
}
