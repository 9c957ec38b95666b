using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Serialization;

/// <summary>What System.Text.Json reads into a type.</summary>
internal sealed class SystemTextJsonContract(JsonSymbols symbols, JsonReading reading) : JsonContract(symbols, reading)
{
    // JsonIgnoreCondition: the two values under which a member is not read. The others concern writing.
    private const int IgnoreAlways = 1;
    private const int IgnoreWhenReading = 5;

    public override bool HasOwnConverter(ISymbol symbol) =>
        Symbols.HasDerived(symbol, JsonSymbols.Converter)
        || (Symbols.Has(symbol, JsonSymbols.Converter) && !IsStringEnumConverter(Symbols.ConverterOn(symbol, JsonSymbols.Converter)));

    public override bool TakesTheRest(ISymbol member) => Symbols.Has(member, JsonSymbols.ExtensionData);

    public override bool ReadsNames(INamedTypeSymbol enumType, ISymbol? member) =>
        Reading.StringEnums
        || IsStringEnumConverter(Symbols.ConverterOn(enumType, JsonSymbols.Converter))
        || (member is not null && IsStringEnumConverter(Symbols.ConverterOn(member, JsonSymbols.Converter)));

    public override string NameOf(IFieldSymbol enumValue) =>
        Symbols.Text(enumValue, JsonSymbols.EnumMemberName) ?? JsonNames.Convert(enumValue.Name, Reading.EnumNaming);

    protected override string NameOf(INamedTypeSymbol type, ISymbol member) =>
        Symbols.Text(member, JsonSymbols.PropertyName) ?? JsonNames.Convert(member.Name, Reading.Naming);

    protected override JsonMember? Member(INamedTypeSymbol type, ISymbol symbol, bool boundByConstructor)
    {
        var included = Symbols.Has(symbol, JsonSymbols.Include);
        var read = symbol switch
        {
            IPropertySymbol property => (IsPublic(property) && property.SetMethod is { } setter && IsPublic(setter))
                || (IsPublic(property) && boundByConstructor)
                || (included && property.SetMethod is not null),
            IFieldSymbol field => !field.IsReadOnly && ((Reading.Fields && IsPublic(field)) || included),
            _ => false,
        };
        if (!read || IsIgnored(symbol) || Symbols.Has(symbol, JsonSymbols.ExtensionData))
        {
            return null;
        }

        return new JsonMember(NameOf(type, symbol), TypeOf(symbol), symbol, Symbols.Number(symbol, JsonSymbols.PropertyOrder) ?? 0);
    }

    protected override bool IsChosenConstructor(IMethodSymbol constructor) => Symbols.Has(constructor, JsonSymbols.Constructor);

    private bool IsIgnored(ISymbol symbol) =>
        Symbols.Has(symbol, JsonSymbols.Ignore)
        && (Symbols.Number(symbol, JsonSymbols.Ignore, "Condition") ?? IgnoreAlways) is IgnoreAlways or IgnoreWhenReading;

    private bool IsStringEnumConverter(ITypeSymbol? converter) =>
        Symbols.Is(converter, JsonSymbols.StringEnumConverter) || Symbols.Is(converter, JsonSymbols.StringEnumConverterOf);
}
