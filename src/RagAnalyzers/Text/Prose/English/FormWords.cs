namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts say what form an answer is to have.</summary>
internal static class FormWords
{
    public static readonly WordList All = WordList.Of(
        """
        format, formats, formatted, formatting, markdown, bullet(s), heading(s), tone, style, json, xml, yaml, csv, table(s), section(s), paragraph(s)
        sentence(s), bold, italic(s), capitalize, capitalized, capitalization, capitalise, capitalised, capitalisation, length, voice
        """
    );
}
