// Answers that travel through events, delegates and properties before they are parsed, for the runs over half-typed code.
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AnswersByEvents;

public sealed record Booking(string Guest, int Nights);

public sealed class AnswerEventArgs(ChatResponse response) : EventArgs
{
    public string Text => response.Text;
}

public class Clerk(IChatClient chat)
{
    public event EventHandler<AnswerEventArgs>? Answered;

    public Action<string>? Spoken { get; set; }

    public async Task ReadAsync(string mail)
    {
        var response = await chat.GetResponseAsync("Read the booking. " + mail);
        OnAnswered(new AnswerEventArgs(response));
    }

    public async Task SpeakAsync(string mail)
    {
        var response = await chat.GetResponseAsync("Is this a booking? Answer yes or no. " + mail);
        Spoken?.Invoke(response.Text.Trim());
    }

    protected virtual void OnAnswered(AnswerEventArgs args) => Answered?.Invoke(this, args);
}

public sealed class Desk
{
    private readonly List<Booking?> _bookings = [];

    public Desk(Clerk clerk)
    {
        clerk.Answered += OnAnswered;
        clerk.Spoken = text => IsBooking = text == "yes";
    }

    public bool IsBooking { get; private set; }

    private void OnAnswered(object? sender, AnswerEventArgs args) => _bookings.Add(JsonSerializer.Deserialize<Booking>(args.Text));
}

public sealed class Memory(IChatClient chat)
{
    private ChatResponse? _last;

    private string Text => _last?.Text ?? "";

    public async Task AskAsync(string mail) => _last = await chat.GetResponseAsync(mail);

    public Booking? Read() => JsonSerializer.Deserialize<Booking>(Text);
}
