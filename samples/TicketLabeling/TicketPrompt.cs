namespace TicketLabeling;

/// <summary>The one system message: the examples are trained with it, and the tickets are labelled with it.</summary>
internal static class TicketPrompt
{
    public const string System = """
        You sort support tickets for a web shop. Give the label of the team that has to act.
        Billing: invoices, refunds, payment. Access: sign-in, passwords, accounts. Delivery: shipping, parcels, addresses.
        Defect: something that was bought does not work.
        """;
}
