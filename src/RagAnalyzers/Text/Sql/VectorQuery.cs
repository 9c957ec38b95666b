using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Text.Sql;

/// <summary>Recognises queries that ask for what is nearest to a vector, in each dialect.</summary>
internal static class VectorQuery
{
    /// <summary>Operators of pgvector. Others use them for other things: what they compare has to be a vector by its name.</summary>
    private static readonly string[] Operators = ["<=>", "<->", "<#>", "<+>"];

    private static readonly WordList Functions = WordList.Of(
        // Azure Cosmos DB, SQL Server, Oracle, libSQL.
        "vectordistance, vector_distance, vector_search, vector_distance_cos, vector_distance_l2, vector_top_k, "
            // pgvector.
            + "cosine_distance, l2_distance, l1_distance, inner_product, "
            // sqlite-vec, MariaDB.
            + "vec_distance, vec_distance_cosine, vec_distance_l1, vec_distance_l2, vec_distance_euclidean, "
            // DuckDB, ClickHouse.
            + "array_cosine_similarity, array_cosine_distance, array_distance, list_cosine_similarity, cosinedistance, l2distance",
        StringComparer.OrdinalIgnoreCase
    );

    // What stands at the beginning of the names that nothing else has.
    private static readonly string[] Marks = ["vector", "vec_distance", "distance", "inner_product", "_similarity"];

    private static readonly Regex Function = Of($@"\b{Functions.Either}\s*\(");

    private static readonly Regex Vector = Of(@"embed|vector|halfvec");

    private static readonly Regex Reading = Of(@"\bselect\b");

    private static readonly Regex Changing = Of(@"^\s*(?:insert|update|delete|merge|create|alter|drop)\b");

    private static readonly Regex Choosing = Of(@"\b(?:order\s+by|where|top|limit|vector_search|vector_top_k)\b");

    private static readonly Regex Limits = Of(
        @"\btop\s*\(?\s*(?<n>[^\s)]+)|\blimit\s+(?<n>[^\s;)]+)|\bfetch\s+(?:next|first)\s+(?<n>\S+)\s+rows?\b|\btop_n\s*=\s*(?<n>[^\s,)]+)|\bk\s*=\s*(?<n>[^\s;)]+)"
    );

    private static readonly Regex Condition = Of(@"\b(?:where|and|or|having)\b[^;]*?(?:[<>]=?|\bbetween\b)");

    /// <summary>False only where a file certainly writes no such query.</summary>
    public static bool MayBeIn(string source) =>
        Operators.Any(o => source.IndexOf(o, StringComparison.Ordinal) >= 0)
        || Marks.Any(m => source.IndexOf(m, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The text is a query whose rows are chosen, or come in order, by how near a vector is.</summary>
    public static bool IsIn(string query) =>
        Is(Reading, query)
        && !Is(Changing, query)
        && Is(Choosing, query)
        && (Is(Function, query) || (Operators.Any(o => query.IndexOf(o, StringComparison.Ordinal) >= 0) && Is(Vector, query)));

    /// <summary>How many rows the query certainly asks for, at the most; null where a limit is no number, or there is none.</summary>
    public static int? LimitOf(string query)
    {
        var limits = Limits.Matches(query).Cast<Match>().Select(static m => m.Groups["n"].Value).ToList();
        return limits.Count > 0 && limits.TrueForAll(static l => int.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? limits.Select(static l => int.Parse(l, CultureInfo.InvariantCulture)).Min()
            : null;
    }

    /// <summary>The query may say how near a row has to be: one of its conditions compares by size.</summary>
    public static bool MayHaveThreshold(string query) =>
        Is(Condition, Operators.Aggregate(query, static (text, o) => text.Replace(o, " ")));

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool Is(Regex pattern, string query)
    {
        try
        {
            return pattern.IsMatch(query);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
