namespace RagAnalyzers.Text.Prose.Spanish;

/// <summary>The words by which Spanish prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly FormatLanguage All = new()
    {
        Openings = WordList.Of(
            """
            por favor, siempre, y, debes, usted debe, debe
            """
        ),
        Orders = WordList.Of(
            """
            responde, responda, responder, contesta, conteste, devuelve, devuelva, devolver, retorna, retorne, genera, genere, generar, proporciona, proporcione
            da, dame, entrega, entregue, escribe, escriba, produce, produzca, formatea, formatee, extrae, extraiga, clasifica, clasifique, resume, resuma
            presenta, presente, usa, use, utiliza, utilice, muestra, muestre, enumera, enumere
            """
        ),
        Returning = WordList.Of(
            """
            responde, responda, responder, contesta, conteste, devuelve, devuelva, devolver, retorna, retorne, genera, genere, generar, proporciona, proporcione
            da, dame, entrega, entregue, escribe, escriba, produce, produzca
            """
        ),
        Qualifiers = WordList.Of(
            """
            solo, sólo, únicamente, unicamente, solamente, exclusivamente, estrictamente, un, una, válido, valido, puro, siguiente, único, el
            """
        ),
        Wholes = WordList.Of(
            """
            formato, objeto, arreglo, array, matriz, documento, estructura, sintaxis, esquema, cadena, lista, respuesta
            """
        ),
        Leads = WordList.Of(
            """
            en, como, con, en forma de, usando, a
            """
        ),
        PlacingLeads = WordList.Of(
            """
            en el, en este, el, este, según el
            """
        ),
        Turns = WordList.Of(
            """
            desde, del, que, cual, no, sin, si, cuando, pero, basado, contenido, según
            """
        ),
        Continuations = WordList.Of(
            """
            con, que, y, sin, según, conforme, siguiendo, como, únicamente, solamente
            """
        ),
        Answers = WordList.Of(
            """
            respuesta, salida, resultado, la respuesta, tu respuesta, su respuesta, la salida, tu salida, su salida, el resultado, formato de salida, formato de respuesta, formato de la respuesta
            """
        ),
        Obligations = WordList.Of(
            """
            debe, deberá, debería, tiene que, es, ha de
            """
        ),
        Only = WordList.Of(
            """
            solo, sólo, únicamente, solamente
            """
        ),
        Negations = WordList.Of(
            """
            no, nunca, sin, ningún, si, cuando, evita, evite
            """
        ),
    };
}
