using System.Collections.Immutable;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Finds rooms that lead back to themselves.</summary>
internal static class Circle
{
    /// <param name="uses">Who uses what.</param>
    /// <param name="roomOf">The room that a namespace counts for; null when it counts for none.</param>
    /// <returns>One line for every circle found: its rooms in order, with one use for each step.</returns>
    public static ImmutableArray<string> In(IEnumerable<NamespaceUse> uses, Func<string, string?> roomOf)
    {
        var steps = uses.Select(use => (From: roomOf(use.From), To: roomOf(use.To), Use: use))
            .Where(step => step.From is not null && step.To is not null && step.From != step.To)
            .GroupBy(step => step.From!)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.GroupBy(step => step.To!).ToDictionary(to => to.Key, to => to.First().Use));
        var done = new HashSet<string>();
        var circles = ImmutableArray.CreateBuilder<string>();
        foreach (var room in steps.Keys)
        {
            Visit(room, []);
        }

        return circles.ToImmutable();

        void Visit(string room, ImmutableList<string> path)
        {
            if (path.Contains(room))
            {
                circles.Add(Shown([.. path.Skip(path.IndexOf(room)), room]));
            }
            else if (done.Add(room) && steps.TryGetValue(room, out var next))
            {
                foreach (var to in next.Keys.Order(StringComparer.Ordinal))
                {
                    Visit(to, path.Add(room));
                }
            }
        }

        string Shown(ImmutableList<string> circle) =>
            string.Join(" -> ", circle)
            + string.Concat(circle.Zip(circle.Skip(1), (from, to) => $"{Environment.NewLine}    {from} -> {to}: {steps[from][to]}"));
    }
}
