namespace RagAnalyzers.Sdk.Facts;

/// <summary>What the text is that a prompt function is made of.</summary>
internal enum PromptForm
{
    /// <summary>The template itself, or a configuration object that holds it.</summary>
    Template,

    /// <summary>The text of a Prompty file: settings in front, the template after them.</summary>
    Prompty,

    /// <summary>The path of a Prompty file.</summary>
    PromptyFile,

    /// <summary>The text of a YAML prompt, which holds the template and its settings.</summary>
    Yaml,
}
