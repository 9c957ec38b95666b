using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A property of an options container that holds the options proper, or a member that makes a container or fills one:
/// <c>KernelArguments.ExecutionSettings</c>, <c>new ChatClientAgentRunOptions(chatOptions)</c>, <c>new ChatClientAgent(client,
/// options)</c>.
/// </summary>
/// <param name="From">
/// For constructors and methods: the parameters that carry the options, empty when the overload takes none. Empty for a property.
/// </param>
internal sealed record OptionsHolderFact(SdkKind Sdk, ImmutableArray<string> From) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) => this with { From = Map(From, nameOf) };
}

/// <summary>A method that sets something of options it is given, and never their format.</summary>
internal sealed record OtherSettingFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A property of options through which a format may come unseen (extension data, raw representations, factories).</summary>
internal sealed record FormatBackdoorFact(SdkKind Sdk) : SdkFact(Sdk);
