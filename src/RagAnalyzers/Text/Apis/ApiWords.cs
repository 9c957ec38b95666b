using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Text.Apis;

/// <summary>The words of the table.</summary>
internal static class ApiWords
{
    public const string FileName = "RagAnalyzers.Apis.txt";

    public const string Contract = "contract";
    public const string Grounded = "grounded";

    public const string Query = "query";
    public const string Top = "top";
    public const string Filter = "filter";
    public const string Prompt = "prompt";
    public const string From = "from";
    public const string Input = "text";
    public const string Records = "records";
    public const string Key = "key";
    public const string Training = "training";
    public const string Validation = "validation";
    public const string Type = "type";

    /// <summary>The words for what a member is, in the order of <see cref="ApiMeaning"/>.</summary>
    public static readonly ImmutableArray<string> Meanings = ImmutableArray.Create(
        "retrieval",
        "model-call",
        "answer",
        "parse",
        "safe-parse",
        "ingestion",
        "fine-tuning-job",
        "evaluation",
        "schema-export"
    );

    /// <summary>The words for contracts, in the order of <see cref="ApiContract"/>.</summary>
    public static readonly ImmutableArray<string> Contracts = ImmutableArray.Create("unknown", "none", "json", "schema");

    public static string Of(ApiMeaning meaning) => Meanings[(int)meaning];

    public static string Of(ApiContract contract) => Contracts[(int)contract];

    public static ApiMeaning? MeaningOf(string word) => IndexOf(Meanings, word) is >= 0 and var index ? (ApiMeaning)index : null;

    public static ApiContract? ContractOf(string word) => IndexOf(Contracts, word) is >= 0 and var index ? (ApiContract)index : null;

    /// <summary>The roles that parameters can have, in the order in which a line names them.</summary>
    public static ImmutableArray<string> RolesOf(ApiMeaning meaning) =>
        meaning switch
        {
            ApiMeaning.Retrieval => ImmutableArray.Create(Query, Top, Filter),
            ApiMeaning.ModelCall => ImmutableArray.Create(Prompt),
            ApiMeaning.Answer => ImmutableArray.Create(From),
            ApiMeaning.Parse or ApiMeaning.SafeParse => ImmutableArray.Create(Input),
            ApiMeaning.Ingestion => ImmutableArray.Create(Records, Key),
            ApiMeaning.FineTuningJob => ImmutableArray.Create(Training, Validation),
            ApiMeaning.SchemaExport => ImmutableArray.Create(Type),
            _ => ImmutableArray<string>.Empty,
        };

    /// <summary>One parameter at most has the role.</summary>
    public static bool IsSingle(string role) => role is Top or Filter or Key or Training or Validation or Type;

    /// <summary>"retrieval, model-call, ... or schema-export".</summary>
    public static string Listed(ImmutableArray<string> words) =>
        words.Length == 1 ? words[0] : string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1];

    private static int IndexOf(ImmutableArray<string> words, string word)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (string.Equals(words[i], word, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
