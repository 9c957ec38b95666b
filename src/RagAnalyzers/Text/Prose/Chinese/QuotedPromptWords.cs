namespace RagAnalyzers.Text.Prose.Chinese;

/// <summary>The words by which Chinese prompts announce another prompt, which is what they are about.</summary>
internal static class QuotedPromptWords
{
    /// <summary>What it is called.</summary>
    public static readonly WordList Prompts = WordList.Of("提示词, 提示詞, 提示");

    /// <summary>It is there already: "the original prompt".</summary>
    public static readonly WordList Given = WordList.Of("原始, 原有, 当前, 當前, 现有, 現有, 初始");

    /// <summary>What is to be done with it.</summary>
    public static readonly WordList Tasks = WordList.Of("优化, 優化, 改进, 改進, 改写, 改寫, 评估, 評估, 分析, 润色, 潤色");
}
