// Ordinary code: orders, prices, files, text. Nothing here knows of a model.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Shop;

public enum OrderState
{
    Open,
    Paid,
    Shipped,
    Returned,
}

public sealed record Line(string Article, int Quantity, decimal Price)
{
    public decimal Total => Quantity * Price;
}

public sealed record Order(int Id, string Customer, IReadOnlyList<Line> Lines, OrderState State, DateTimeOffset Placed)
{
    public decimal Total => Lines.Sum(line => line.Total);

    public bool IsLate(DateTimeOffset now) => State == OrderState.Paid && now - Placed > TimeSpan.FromDays(3);
}

public interface IOrderStore
{
    Task<Order?> FindAsync(int id, CancellationToken cancellationToken);

    Task SaveAsync(Order order, CancellationToken cancellationToken);
}

public sealed class FileOrderStore(string folder) : IOrderStore
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task<Order?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        if (!File.Exists(path))
        {
            return null;
        }

        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<Order>(stream, s_options, cancellationToken);
    }

    public async Task SaveAsync(Order order, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(PathOf(order.Id), JsonSerializer.Serialize(order, s_options), cancellationToken);
    }

    private string PathOf(int id) => Path.Combine(folder, $"{id:D8}.json");
}

public sealed class Invoices(IOrderStore store, Func<DateTimeOffset> clock)
{
    private readonly Dictionary<string, decimal> _discounts = new(StringComparer.OrdinalIgnoreCase);

    public void Grant(string customer, decimal discount)
    {
        if (discount is < 0 or > 0.5m)
        {
            throw new ArgumentOutOfRangeException(nameof(discount), discount, "A discount is between nothing and a half.");
        }

        _discounts[customer] = discount;
    }

    public async Task<string> WriteAsync(int id, CancellationToken cancellationToken)
    {
        var order = await store.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no order {id}.");
        var text = new StringBuilder();
        text.AppendLine($"Invoice {order.Id} for {order.Customer}, {clock():d}");
        foreach (var (article, group) in order.Lines.GroupBy(line => line.Article).Select(group => (group.Key, group)))
        {
            var quantity = group.Sum(line => line.Quantity);
            text.Append(article.PadRight(30)).Append(quantity).Append(" x ").AppendLine(group.First().Price.ToString("F2"));
        }

        var discount = _discounts.GetValueOrDefault(order.Customer);
        if (discount > 0)
        {
            text.AppendLine($"Discount {discount:P0}: {order.Total * discount:F2}");
        }

        return text.AppendLine($"To pay: {order.Total * (1 - discount):F2}").ToString();
    }

    public async Task<int> ShipAllAsync(IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        var shipped = 0;
        foreach (var id in ids.Distinct().OrderBy(id => id))
        {
            try
            {
                if (await store.FindAsync(id, cancellationToken) is { State: OrderState.Paid } order)
                {
                    await store.SaveAsync(order with { State = OrderState.Shipped }, cancellationToken);
                    shipped++;
                }
            }
            catch (IOException exception)
            {
                Console.Error.WriteLine($"{id}: {exception.Message}");
            }
        }

        return shipped;
    }

    public static string Describe(Order order) =>
        order.State switch
        {
            OrderState.Open => "is not paid yet",
            OrderState.Paid when order.Total > 1000 => "is paid, and large",
            OrderState.Paid => "is paid",
            OrderState.Shipped => "is on its way",
            _ => "came back",
        };
}
