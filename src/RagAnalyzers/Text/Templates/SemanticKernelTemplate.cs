namespace RagAnalyzers.Text.Templates;

/// <summary>
/// Reads templates in Semantic Kernel's own language, <see cref="TemplateFormat.SemanticKernel"/>: <c>{{$variable}}</c>,
/// <c>{{"text"}}</c> and <c>{{plugin.function $argument}}</c>. An argument goes to the function, not into the prompt.
/// </summary>
internal static class SemanticKernelTemplate
{
    public static PromptTemplate Parse(string text)
    {
        var variables = new TemplateVariables();
        var start = -1;
        var quote = '\0';
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\0' && c == '{' && text[i + 1] == '{')
            {
                // "{{ {{x}}": the innermost braces are the block's.
                start = i;
            }
            else if (start < 0)
            {
                continue;
            }
            else if (quote != '\0')
            {
                if (c == '\\' && text[i + 1] is '"' or '\'' or '\\')
                {
                    i++;
                }
                else if (c == quote)
                {
                    quote = '\0';
                }
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '}' && text[i + 1] == '}')
            {
                ReadBlock(text.Substring(start, i - start).TrimStart('{').Trim(), variables);
                start = -1;
                i++;
            }
        }

        return variables.ToTemplate();
    }

    private static void ReadBlock(string block, TemplateVariables variables)
    {
        if (block.Length == 0 || block[0] is '"' or '\'')
        {
            return;
        }

        if (block[0] == '$')
        {
            variables.Render(block.Substring(1));
        }
        else
        {
            variables.Call(TemplateFunction.Parse(TemplateTokens.Split(block, ' ')[0], '.'));
        }
    }
}
