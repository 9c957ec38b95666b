using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Microsoft.Extensions.DependencyInjection: which object is handed out for a type.</summary>
internal static class ServicesTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.Services)
            .Type("Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions")
            .RegistersService(["AddSingleton"], ["implementationInstance", "implementationFactory"])
            .RegistersService(["AddScoped", "AddTransient"], ["implementationFactory"])
            .RegistersService(["AddKeyedSingleton"], ["implementationInstance", "implementationFactory"], key: "serviceKey")
            .RegistersService(["AddKeyedScoped", "AddKeyedTransient"], ["implementationFactory"], key: "serviceKey")
            .Type("Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions")
            .RequestsService(["GetService", "GetRequiredService"])
            .Type("Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions")
            .RequestsService(["GetKeyedService", "GetRequiredKeyedService"], key: "serviceKey")
            .ToEntries();
}
