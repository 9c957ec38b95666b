namespace RagAnalyzers.Pipeline.Clients;

/// <summary>Which service a model call asks, as far as the code shows.</summary>
internal enum AskedService
{
    /// <summary>That cannot be seen.</summary>
    Unknown,

    /// <summary>OpenAI's own, or Azure's, which keeps the same rules.</summary>
    OpenAI,

    /// <summary>OpenAI's client or connector, which is seen to be pointed at another service.</summary>
    Elsewhere,

    /// <summary>What makes the client does not bind, where code or a library is missing; it may ask anything.</summary>
    Unbound,
}
