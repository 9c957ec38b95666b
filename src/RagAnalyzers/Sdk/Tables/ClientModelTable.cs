using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// The result wrappers of the OpenAI client (System.ClientModel) and the Azure clients (Azure.Core). Raw responses have no row:
/// what they hold is the HTTP envelope around an answer, not the answer.
/// </summary>
internal static class ClientModelTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.ClientModel)
            .Type("System.ClientModel.ClientResult`1")
            .Passes("Value")
            .PassesFrom(SdkTable.Implicit, "result")
            .Type("Azure.NullableResponse`1")
            .Passes("Value")
            .Type("Azure.Response`1")
            .Passes("Value")
            .PassesFrom(SdkTable.Implicit, "response")
            .ToEntries();
}
