using System.Text.Json.Serialization;

namespace TicketLabeling;

/// <summary>Which team a ticket goes to. The set is closed, so it is an enum: a schema can hold the model to it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketLabel>))]
public enum TicketLabel
{
    Billing,
    Access,
    Delivery,
    Defect,
}
