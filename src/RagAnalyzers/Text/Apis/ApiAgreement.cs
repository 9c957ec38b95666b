using System.Collections.Generic;
using System.Linq;

namespace RagAnalyzers.Text.Apis;

/// <summary>Whether what a table says of a member is what its code says.</summary>
internal static class ApiAgreement
{
    /// <summary>The line says what the code does, and perhaps more.</summary>
    public static bool Holds(ApiLine listed, ApiLine code) =>
        listed.Meaning == code.Meaning
        && (code.Contract == ApiContract.Unknown || listed.Contract == code.Contract)
        && (listed.IsGrounded || !code.IsGrounded)
        && code.Roles.All(r => !r.Value.Except(listed.Role(r.Key)).Any());

    /// <summary>The code certainly does something else than the line says.</summary>
    public static bool Contradict(ApiLine listed, ApiLine code) =>
        Answers(listed.Meaning)
        && Answers(code.Meaning)
        && (
            listed.Meaning != code.Meaning
            || (listed.Contract != code.Contract && listed.Contract != ApiContract.Unknown && code.Contract != ApiContract.Unknown)
        );

    /// <summary>The code's line, with what the table's lines say beyond it.</summary>
    public static ApiLine Merged(IEnumerable<ApiLine> listed, ApiLine code)
    {
        var same = listed.Where(l => l.Meaning == code.Meaning).ToList();
        return same.Count == 0
            ? code
            : code with
            {
                Contract = code.Contract == ApiContract.Unknown ? same[0].Contract : code.Contract,
                IsGrounded = code.IsGrounded || same[0].IsGrounded,
            };
    }

    private static bool Answers(ApiMeaning meaning) => meaning is ApiMeaning.Retrieval or ApiMeaning.ModelCall;
}
