namespace TicketLabeling;

/// <summary>A ticket that a person has labelled.</summary>
public sealed record LabelledTicket(string Text, TicketLabel Label);
