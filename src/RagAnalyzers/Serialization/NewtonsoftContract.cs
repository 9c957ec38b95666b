using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Serialization;

/// <summary>What Newtonsoft.Json reads into a type.</summary>
internal sealed class NewtonsoftContract(JsonSymbols symbols, JsonReading reading) : JsonContract(symbols, reading)
{
    // MemberSerialization
    private const int OptIn = 1;

    public override bool HasOwnConverter(ISymbol symbol) =>
        Symbols.Has(symbol, JsonSymbols.NewtonsoftConverter)
        && !Symbols.Is(Symbols.ConverterOn(symbol, JsonSymbols.NewtonsoftConverter), JsonSymbols.NewtonsoftStringEnumConverter);

    public override bool TakesTheRest(ISymbol member) => Symbols.Has(member, JsonSymbols.NewtonsoftExtensionData);

    public override bool ReadsNames(INamedTypeSymbol enumType, ISymbol? member) => true;

    public override string NameOf(IFieldSymbol enumValue) =>
        Symbols.Text(enumValue, JsonSymbols.EnumMember, "Value") ?? JsonNames.Convert(enumValue.Name, Reading.EnumNaming);

    protected override JsonMember? Member(INamedTypeSymbol type, ISymbol symbol, bool boundByConstructor)
    {
        var marked = Symbols.Has(symbol, JsonSymbols.NewtonsoftProperty) || IsDataMember(type, symbol);
        var read = symbol switch
        {
            IPropertySymbol property => (IsPublic(property) && property.SetMethod is { } setter && (IsPublic(setter) || marked))
                || (IsPublic(property) && boundByConstructor)
                || (marked && property.SetMethod is not null)
                || (IsPublic(property) && property.SetMethod is null && Collections.IsFillable(property.Type)),
            IFieldSymbol field => !field.IsReadOnly && ((Reading.Fields && IsPublic(field)) || marked),
            _ => false,
        };
        if (
            !read
            || (!marked && OptsIn(type))
            || Symbols.Has(symbol, JsonSymbols.NewtonsoftIgnore)
            || Symbols.Has(symbol, JsonSymbols.IgnoreDataMember)
            || Symbols.Has(symbol, JsonSymbols.NewtonsoftExtensionData)
        )
        {
            return null;
        }

        return new JsonMember(
            NameOf(type, symbol),
            TypeOf(symbol),
            symbol,
            Symbols.Number(symbol, JsonSymbols.NewtonsoftProperty, "Order") ?? 0,
            boundByConstructor ? symbol.Name : null
        );
    }

    protected override string NameOf(INamedTypeSymbol type, ISymbol member) =>
        Symbols.Text(member, JsonSymbols.NewtonsoftProperty, "PropertyName")
        ?? (IsDataMember(type, member) ? Symbols.Text(member, JsonSymbols.DataMember, "Name") : null)
        ?? JsonNames.Convert(member.Name, Reading.Naming);

    private bool IsDataMember(INamedTypeSymbol type, ISymbol member) =>
        Symbols.Has(type, JsonSymbols.DataContract) && Symbols.Has(member, JsonSymbols.DataMember);

    protected override bool IsChosenConstructor(IMethodSymbol constructor) => Symbols.Has(constructor, JsonSymbols.NewtonsoftConstructor);

    private bool OptsIn(INamedTypeSymbol type) =>
        Symbols.Has(type, JsonSymbols.DataContract) || Symbols.Number(type, JsonSymbols.NewtonsoftObject) == OptIn;
}
