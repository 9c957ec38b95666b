using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Tests.Text.Apis;

public sealed class ApiLineReaderTests
{
    [Theory]
    [InlineData("A.B.Ask(string) = model-call prompt=question contract=none grounded")]
    [InlineData("A.B.Ask() = model-call contract=unknown")]
    [InlineData("A.B.Find = retrieval query=question,keywords top=count filter=tenant")]
    [InlineData("M:A.B.#ctor(System.String) = parse text=json")]
    [InlineData("M:A.B.Find(System.Collections.Generic.List{System.String}) = retrieval")]
    [InlineData("A.Reply.Text = answer")]
    [InlineData("A.B<T>.Read<TOne, TTwo>(List<T>, (int A, string B)) = safe-parse text=json")]
    [InlineData("A.B.Put(IReadOnlyList<Chunk>, string) = ingestion records=chunks key=id")]
    [InlineData("A.B.Start(Stream) = fine-tuning-job training=examples validation=held")]
    [InlineData("T:A.Runner = evaluation")]
    [InlineData("A.B.SchemaOf(Type) = schema-export type=type")]
    public void A_line_is_read_and_written(string text)
    {
        var (line, problem) = ApiLineReader.Read(text);
        Assert.Null(problem);
        Assert.Equal(text, line!.Text);
    }

    [Theory]
    [InlineData("  A.B.Ask( string ,int )   =Model-Call   PROMPT = question ,  passages\tcontract =  JSON  # the seam")]
    [InlineData("\uFEFFA.B.Ask( string ,int )= model-call contract=json prompt= @question,passages")]
    public void White_space_case_and_order_do_not_matter(string text)
    {
        var (line, problem) = ApiLineReader.Read(text);
        Assert.Null(problem);
        Assert.Equal("A.B.Ask( string ,int ) = model-call prompt=question,passages contract=json", line!.Text);
        Assert.Equal(["string", "int"], ApiSignature.Read(line.Member)!.Parameters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# A.B.Ask = model-call")]
    [InlineData("\t## more")]
    public void An_empty_line_is_nothing(string text) => Assert.Equal((null, null), ApiLineReader.Read(text));

    [Theory]
    [InlineData("A.B.Ask(string)", "it has no '='; write 'member = meaning'")]
    [InlineData("A.B.Ask(string) model-call # = none", "it has no '='; write 'member = meaning'")]
    [InlineData("= model-call", "it names no member before '='")]
    [InlineData("Ask = model-call", "'Ask' is neither a documentation id nor a signature such as 'Contoso.Answers.AskAsync(string)'")]
    [InlineData(
        "A.B.Ask(string = answer",
        "'A.B.Ask(string' is neither a documentation id nor a signature such as 'Contoso.Answers.AskAsync(string)'"
    )]
    [InlineData(
        "A.B.Ask(,) = answer",
        "'A.B.Ask(,)' is neither a documentation id nor a signature such as 'Contoso.Answers.AskAsync(string)'"
    )]
    [InlineData(
        "A.B.Ask =",
        "nothing is no meaning; there are retrieval, model-call, answer, parse, safe-parse, ingestion, fine-tuning-job, evaluation or schema-export"
    )]
    [InlineData(
        "A.B.Ask = retreival",
        "'retreival' is no meaning; there are retrieval, model-call, answer, parse, safe-parse, ingestion, fine-tuning-job, evaluation or schema-export"
    )]
    [InlineData("A.B.Ask = model-call contract=strict", "'strict' is no contract; there are unknown, none, json or schema")]
    [InlineData("A.B.Ask = model-call contract", "'' is no contract; there are unknown, none, json or schema")]
    [InlineData("A.B.Ask = model-call query=q", "'query' says nothing about a model-call; there are prompt, contract or grounded")]
    [InlineData("A.B.Ask = model-call grounded=yes", "'grounded' takes no value")]
    [InlineData("A.B.Ask = evaluation text=q", "'text' says nothing about a evaluation; it has no properties")]
    [InlineData("A.B.Ask = retrieval query", "'query' names no parameter; write 'query=parameter'")]
    [InlineData("A.B.Ask = retrieval query=a query=b", "'query' stands there twice; put a comma between parameters")]
    [InlineData("A.B.Ask = retrieval top=a,b", "'top' takes one parameter")]
    [InlineData("A.B.Ask = retrieval query=a-b", "'a-b' is no name of a parameter")]
    public void What_cannot_be_read_is_said(string text, string problem) => Assert.Equal((null, problem), ApiLineReader.Read(text));

    /// <summary>Whatever is typed, half or whole, is read or complained about.</summary>
    [Fact]
    public void Half_a_line_never_throws()
    {
        const string whole = "A.B<T>.Ask<U>(string, List<(int, U[])>?) = model-call prompt=question,passages contract=none grounded # c";
        for (var start = 0; start < whole.Length; start++)
        {
            for (var end = start; end <= whole.Length; end += 3)
            {
                var (line, problem) = ApiLineReader.Read(whole[start..end]);
                Assert.True(line is null || problem is null);
                if (line is not null)
                {
                    Assert.Equal(line.Text, ApiLineReader.Read(line.Text).Line!.Text);
                }
            }
        }
    }

    [Theory]
    [InlineData("A.B.M(this string text, params int[] more)", "string|int[]")]
    [InlineData("A.B.M(ref readonly Span<char> text)", "Span<char>")]
    [InlineData("A.B.M(Dictionary<string, List<int>> map, int? n)", "Dictionary<string,List<int>>|int?")]
    [InlineData("A.B.M(System.Func<string, Task> f)", "System.Func<string,Task>")]
    public void Modifiers_and_names_of_parameters_may_stand_there(string signature, string types) =>
        Assert.Equal(types.Split('|'), ApiSignature.Read(signature)!.Parameters);
}
