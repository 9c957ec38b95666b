namespace RagAnalyzers.Text.Prose.Japanese;

/// <summary>The words by which Japanese prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly UnspacedFormatLanguage All = new()
    {
        Orders = WordList.Of("回答, 返答, 応答, 出力, 返し, 返す, 返却, 答え, 生成し, 提供, 記述, 抽出し, 作成し, まとめ, 返答し"),
        OrdersStandBefore = false,
        Leads = WordList.Of(""),
        Wholes = WordList.Of(
            "形式, フォーマット, オブジェクト, 配列, 文字列, 構文, 構造, スキーマ, のみ, だけ, で, として, にて, に, を, の, 、"
        ),
        Answers = WordList.Of("出力, 回答, 応答, 結果, 返答, 出力形式, 回答形式, 出力フォーマット, 応答形式"),
        SomethingElse = WordList.Of("ファイル, コード, から, データ, 内の, パース, 入力, フィールド"),
        Obligations = WordList.Of(
            "でなければなりません, でなければならない, である必要があります, でなくてはなりません, であること, とします, にします"
        ),
        Affirmations = WordList.Of(
            """
            なければなりません, なければならない, なくてはなりません, なくてはならない, 含めないで, 含めず, 説明しない, 説明せずに, 加えないで, 付けないで, つけないで
            追加しない, 余計なことは書かない
            """
        ),
        Negations = WordList.Of("ないで, ません, せずに, しない, なく, 使わず, 場合, とき"),
    };
}
