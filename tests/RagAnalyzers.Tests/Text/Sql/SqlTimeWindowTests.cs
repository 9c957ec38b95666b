using RagAnalyzers.Text.Sql;

namespace RagAnalyzers.Tests.Text.Sql;

/// <summary>Queries of four dialects that select rows by the time at which they run, and ones that do not.</summary>
public sealed class SqlTimeWindowTests
{
    [Theory]
    [InlineData("select Body from Rows where UpdatedAt >= DATEADD(MONTH, -3, GETDATE())", true)]
    [InlineData("SELECT body FROM rows WHERE updated > now() - interval '30 days'", true)]
    [InlineData("select body from rows where updated > date_sub(now(), interval 7 day)", true)]
    [InlineData("select body from rows where updated >= datetime('now', '-7 days')", true)]
    [InlineData("select body, getdate() as taken from rows", false)]
    [InlineData("select body from rows where updated >= '2020-01-01'", false)]
    [InlineData("with t as (select * from rows) select body from t where updated > current_date - interval '1 day'", true)]
    [InlineData("delete from rows where updated > now() - interval '30 days'", false)]
    [InlineData("dateadd", false)]
    [InlineData("", false)]
    public void A_condition_reckons_from_now(string query, bool isWindow) => Assert.Equal(isWindow, SqlTimeWindow.IsIn(query));
}
