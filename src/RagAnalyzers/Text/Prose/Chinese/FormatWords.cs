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
        Obligations = WordList.Of(""),
        Affirmations = WordList.Of(
            """
            不要任何, 不要包含, 不要添加, 不要附加, 不要加, 不要有, 不要解释, 不要解釋, 不要说明, 不要其他, 不要其它, 不要额外, 不要多余, 不要输出其他, 不要输出任何
            不要返回其他, 不要返回任何, 不得包含, 不得添加, 请勿添加, 请勿包含, 勿添加, 无需解释, 无需说明, 无需任何, 不必解释, 禁止添加, 禁止输出其他
            """
        ),
        Negations = WordList.Of("不要, 请勿, 勿, 不得, 不是, 不使用, 不用, 无需, 不必, 而不是, 如果, 當, 若, 避免, 禁止"),
    };
}
