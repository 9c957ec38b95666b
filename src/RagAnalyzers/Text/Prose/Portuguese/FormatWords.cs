namespace RagAnalyzers.Text.Prose.Portuguese;

/// <summary>The words by which Portuguese prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly FormatLanguage All = new()
    {
        Openings = WordList.Of(
            """
            por favor, sempre, e, você deve, deve, deves
            """
        ),
        Orders = WordList.Of(
            """
            responda, responde, responder, retorne, retorna, retornar, devolva, devolve, devolver, gere, gera, gerar, forneça, fornece, dê, escreva, escreve
            produza, formate, formata, extraia, extrai, classifique, classifica, resuma, resume, apresente, apresenta, use, usa, utilize, utiliza, mostre, liste
            """
        ),
        Returning = WordList.Of(
            """
            responda, responde, responder, retorne, retorna, retornar, devolva, devolve, devolver, gere, gera, gerar, forneça, fornece, dê, escreva, escreve
            produza
            """
        ),
        Qualifiers = WordList.Of(
            """
            apenas, somente, só, exclusivamente, estritamente, unicamente, um, uma, válido, valido, puro, seguinte, único, o
            """
        ),
        Wholes = WordList.Of(
            """
            formato, objeto, objecto, array, matriz, documento, estrutura, sintaxe, esquema, string, lista, resposta
            """
        ),
        Leads = WordList.Of(
            """
            em, como, com, na forma de, em forma de, usando
            """
        ),
        PlacingLeads = WordList.Of(
            """
            no, neste, nesse, o, este, segundo o
            """
        ),
        Turns = WordList.Of(
            """
            do, da, desde, que, qual, não, nao, sem, se, quando, mas, baseado, contido, segundo
            """
        ),
        Continuations = WordList.Of(
            """
            com, que, e, sem, conforme, seguindo, segundo, contendo, como, apenas, somente
            """
        ),
        Answers = WordList.Of(
            """
            resposta, saída, saida, resultado, a resposta, sua resposta, a sua resposta, tua resposta, a saída, sua saída, o resultado, formato de saída, formato da saída, formato de resposta, formato da resposta
            """
        ),
        Obligations = WordList.Of(
            """
            deve, deverá, deveria, precisa, tem que, tem de, é
            """
        ),
        Only = WordList.Of(
            """
            apenas, somente, só
            """
        ),
        Negations = WordList.Of(
            """
            não, nao, nunca, sem, nenhum, se, quando, evite
            """
        ),
    };
}
