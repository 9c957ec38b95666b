using System;
using System.Text.RegularExpressions;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Text.Sql;

/// <summary>Recognises SQL that selects rows by the time at which it runs.</summary>
internal static class SqlTimeWindow
{
    private static readonly WordList Reading = WordList.Of("select, with", StringComparer.OrdinalIgnoreCase);

    private static readonly WordList SqlServerClock = WordList.Of(
        "getdate, getutcdate, sysdatetime, sysutcdatetime, sysdatetimeoffset, current_timestamp"
    );

    private static readonly WordList MySqlClock = WordList.Of("now, curdate, current_date");

    /// <summary>A time reckoned from now, in each dialect.</summary>
    private static readonly string[] ReckonedFromNow =
    {
        // SQL Server.
        $@"dateadd\s*\([^)]*{SqlServerClock.Either}",
        // PostgreSQL.
        @"(?:now\s*\(\s*\)|current_date|current_timestamp)\s*-\s*interval",
        // MySQL.
        $@"date_sub\s*\(\s*{MySqlClock.Either}",
        // SQLite.
        @"date(?:time)?\s*\(\s*'now'\s*,",
    };

    private static readonly Regex Condition = new(
        $@"(>=?|<=?|\bbetween\b)\s*\(?\s*(?:{string.Join("|", ReckonedFromNow)})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private static readonly Regex FirstWord = new(@"^\s*(\w+)", RegexOptions.CultureInvariant);

    /// <summary>The text is a query whose condition reckons from the time at which it runs.</summary>
    public static bool IsIn(string query)
    {
        if (!Reading.Contains(FirstWord.Match(query).Groups[1].Value))
        {
            return false;
        }

        try
        {
            return Condition.IsMatch(query);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
