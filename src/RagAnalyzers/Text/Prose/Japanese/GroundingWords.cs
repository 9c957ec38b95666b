namespace RagAnalyzers.Text.Prose.Japanese;

/// <summary>The words by which Japanese prompts tie an answer to the passages beside the question.</summary>
internal static class GroundingWords
{
    /// <summary>Tells the model to keep to the passages, or what to do when they hold no answer.</summary>
    private static readonly WordList Phrases = WordList.Of(
        """
        のみ, だけ, に基づ, にもとづ, をもとに, を基に, に従っ, によると, を使って, を使用, を用いて, を利用, を参考, を参照, コンテキスト内, 文書内, 資料内
        わからない, わかりません, 分からない, 分かりません, 知らない, 見つからない, 見つかりません, 含まれていない, 答えられない, 推測, でっち上げ, 捏造, 創作
        引用, 出典, ソース
        """
    );

    /// <summary>By these a text is known to be Japanese.</summary>
    private static readonly WordList Common = WordList.Of("の, は, を, に, が, で, と, です, ます, して, ください, あなた");

    /// <summary>The prompt has the model answer somebody.</summary>
    private static readonly WordList Answering = WordList.Of("質問, 回答, 答え, アシスタント, ユーザー, 問い");

    /// <summary>The prompt has the model do something else with the passages, which cannot be done without them.</summary>
    private static readonly WordList OtherTasks = WordList.Of("要約, 翻訳, 抽出, 分類, 書き換え, 比較, 評価");

    /// <summary>All of them.</summary>
    public static readonly GroundingLanguage All = new(Phrases, Common, Answering, OtherTasks, hasSpaces: false);
}
