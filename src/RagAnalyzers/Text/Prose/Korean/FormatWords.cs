namespace RagAnalyzers.Text.Prose.Korean;

/// <summary>The words by which Korean prompts demand a format.</summary>
internal static class FormatWords
{
    public static readonly UnspacedFormatLanguage All = new()
    {
        Orders = WordList.Of("답변, 응답, 출력, 반환, 제공, 작성, 생성, 대답, 답하, 답해, 정리, 추출, 돌려"),
        OrdersStandBefore = false,
        Leads = WordList.Of(""),
        Wholes = WordList.Of("형식, 포맷, 객체, 배열, 문자열, 구문, 구조, 스키마, 으로, 로, 만, 을, 를, 의, 로만, 으로만"),
        Answers = WordList.Of("출력, 답변, 응답, 결과, 출력 형식, 응답 형식, 답변 형식, 출력은, 답변은, 응답은, 결과는"),
        SomethingElse = WordList.Of("파일, 코드, 데이터, 에서, 파싱, 필드, 입력"),
        Obligations = WordList.Of("이어야, 여야, 이여야"),
        Affirmations = WordList.Of(
            """
            설명 없이, 설명은 하지 마, 설명하지 마, 추가하지 마, 포함하지 마, 다른 텍스트 없이, 다른 내용 없이, 덧붙이지 마
            """
        ),
        Negations = WordList.Of("하지 마, 마세요, 말고, 않, 없이, 아닌, 경우, 금지"),
    };
}
