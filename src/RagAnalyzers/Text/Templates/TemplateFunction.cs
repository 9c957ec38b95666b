namespace RagAnalyzers.Text.Templates;

/// <summary>A function of the kernel that a template calls, and whose result it renders.</summary>
/// <param name="Plugin">The plug-in that it names, or null where it names none.</param>
/// <param name="Name">The function's own name.</param>
/// <param name="Call">Both, as the template writes them.</param>
internal sealed record TemplateFunction(string? Plugin, string Name, string Call)
{
    /// <summary>Reads the name of a function; null where the text is none.</summary>
    /// <param name="separator">What stands between a plug-in and its function.</param>
    public static TemplateFunction? Parse(string text, char separator)
    {
        var at = text.IndexOf(separator);
        var (plugin, name) = at < 0 ? (null, text) : (text.Substring(0, at), text.Substring(at + 1));
        return IsName(name) && (plugin is null || IsName(plugin)) ? new TemplateFunction(plugin, name, text) : null;
    }

    private static bool IsName(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
