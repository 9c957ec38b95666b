namespace RagAnalyzers.Text.Prose.Chinese;

/// <summary>The words by which Chinese prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        只, 仅, 僅, 根据, 根據, 基于, 基於, 依据, 依據, 按照, 使用, 利用, 参考, 參考, 结合, 結合, 不知道, 无法回答, 無法回答, 找不到, 没有找到, 沒有找到
        未找到, 没有相关, 沒有相關, 不要编造, 不要編造, 编造, 編造, 虚构, 虛構, 不要猜, 引用, 来源, 來源, 出处, 出處, 上下文中, 资料中, 資料中, 文档中, 以下内容
        """
    );

    /// <summary>By these a text is known to be Chinese.</summary>
    private static readonly WordList Common = WordList.Of("的, 是, 你, 您, 我, 请, 請, 在, 了, 和, 有, 不");

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of("问题, 問題, 回答, 答案, 助手, 提问, 提問, 用户, 用戶, 问, 答");

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of(
        "总结, 總結, 摘要, 翻译, 翻譯, 提取, 分类, 分類, 改写, 改寫, 比较, 比較, 评估, 評估, 是或否, 是还是否"
    );

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: false);
}
