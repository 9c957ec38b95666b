namespace RagAnalyzers.Text.Prose.Chinese;

/// <summary>The words by which Chinese prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly UnspacedFormatLanguage All = new()
    {
        Orders = WordList.Of("返回, 回答, 输出, 回复, 响应, 给出, 生成, 提供, 作答, 回覆, 輸出, 傳回, 提取, 列出, 总结"),
        OrdersStandBefore = true,
        Leads = WordList.Of("使用, 采用, 採用, 按照, 按, 以, 用, 为, 為, 成, 只, 仅, 僅"),
        Wholes = WordList.Of("格式, 语法, 語法, 对象, 物件, 数组, 陣列, 形式, 结构, 結構, 字符串, 的, 来, 進行, 进行, 方式"),
        Answers = WordList.Of("输出, 回答, 回复, 结果, 返回结果, 响应, 输出格式, 回答格式, 返回格式, 輸出, 輸出格式, 答案"),
        SomethingElse = WordList.Of("文件, 代码, 程式, 解析, 数据中, 字段, 里, 中的, 内容中, 中提取"),
        Negations = WordList.Of("不要, 请勿, 勿, 不得, 不是, 不使用, 不用, 无需, 不必, 而不是, 如果, 當, 若, 避免, 禁止"),
    };
}
