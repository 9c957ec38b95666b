namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which training examples are seen to state facts that are true only for a time.</summary>
internal static class FactWords
{
    /// <summary>Members whose value changes.</summary>
    public static readonly WordList Changing = WordList.Of(
        """
        price, prices, pricing, cost, costs, fee, fees, rate, stock, inventory, quantity, availability, balance
        """
    );

    /// <summary>Members that only say what a thing is.</summary>
    public static readonly WordList Naming = WordList.Of(
        """
        name, title, sku, id, code, product, item, key, slug, brand, model, question, city, country, number
        """
    );
}
