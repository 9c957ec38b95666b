using CsCheck;

namespace RagAnalyzers.Tests.Properties;

/// <summary>
/// A small program of a retrieval, a prompt, a model call and a parse, each joined to the next by a random chain of ways in which code carries a value. Who
/// made it knows what may be said about it.
/// </summary>
internal sealed record PipelineProgram(
    Grounding Grounding,
    Carrier[] ToPrompt,
    Contract Contract,
    OptionsCarrier[] ToCall,
    ParsedText ParsedText,
    Carrier[] ToParse
)
{
    public static Gen<PipelineProgram> Any { get; } =
        Gen.Select(
            Gen.Enum<Grounding>(),
            Gen.Enum<Carrier>().Array[0, 3],
            Gen.Enum<Contract>(),
            Gen.Enum<OptionsCarrier>().Array[0, 2],
            Gen.Enum<ParsedText>(),
            Gen.Enum<Carrier>().Array[0, 3],
            (grounding, toPrompt, contract, toCall, parsed, toParse) =>
                new PipelineProgram(grounding, toPrompt, contract, toCall, parsed, toParse)
        );

    /// <summary>The findings about the parse that would be right: one of these, or none.</summary>
    public IReadOnlyCollection<string> Right =>
        ParsedText == ParsedText.Answer && Contract is Contract.None or Contract.OtherOptions && ParsedText == ParsedText.Answer
            ? Grounding is Grounding.Passages
                ? ["RAG2001", "RAG2002"]
                : ["RAG2002"]
            : [];

    /// <summary>The finding that is due; null, when silence is.</summary>
    public string? Due =>
        Right.Count == 0 ? null
        : Grounding == Grounding.Passages ? "RAG2001"
        : "RAG2002";

    /// <summary>The program's source; the class bears the number.</summary>
    public string ToSource(int number) => new PipelineProgramWriter(this).Write(number);
}
