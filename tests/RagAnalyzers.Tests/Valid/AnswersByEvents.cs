// Answers that events carry to whoever shows them, and events that carry something else to whoever parses it.
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AnswersByEventsDone;

public sealed record Booking(string Guest, int Nights);

public sealed class TextEventArgs(string text) : EventArgs
{
    public string Text => text;
}

public class Clerk(IChatClient chat)
{
    public event EventHandler<TextEventArgs>? Answered;

    public event EventHandler<TextEventArgs>? Loaded;

    public event Action<Booking>? Booked;

    public async Task AskAsync(string mail)
    {
        var response = await chat.GetResponseAsync("Thank the guest for: " + mail);
        Answered?.Invoke(this, new TextEventArgs(response.Text));
    }

    public void Load(string path) => Loaded?.Invoke(this, new TextEventArgs(File.ReadAllText(path)));

    public async Task BookAsync(string mail)
    {
        var response = await chat.GetResponseAsync<Booking>(mail);
        if (response.TryGetResult(out var booking))
        {
            Booked?.Invoke(booking);
        }
    }
}

public sealed class Desk
{
    private readonly List<Booking?> _bookings = [];

    public Desk(Clerk clerk)
    {
        clerk.Answered += (_, args) => Console.WriteLine(args.Text);
        clerk.Loaded += OnLoaded;
        clerk.Booked += _bookings.Add;
    }

    private void OnLoaded(object? sender, TextEventArgs args) => _bookings.Add(JsonSerializer.Deserialize<Booking>(args.Text));
}
