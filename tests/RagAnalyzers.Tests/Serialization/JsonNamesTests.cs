using System.Text.Json;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Tests.Serialization;

/// <summary>The naming policies are System.Text.Json's own.</summary>
public sealed class JsonNamesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a")]
    [InlineData("Name")]
    [InlineData("firstName")]
    [InlineData("FirstName")]
    [InlineData("URLValue")]
    [InlineData("URL")]
    [InlineData("ID3Tag")]
    [InlineData("Is9Lives")]
    [InlineData("Iso8601Date")]
    [InlineData("I18N")]
    [InlineData("already_snake")]
    [InlineData("_Private")]
    [InlineData("With Space")]
    [InlineData("ÄrgerÜber")]
    [InlineData("XMLHttpRequest2")]
    public void Names_are_converted_like_the_real_policies_do(string name)
    {
        Assert.Equal(name, JsonNames.Convert(name, JsonNaming.AsDeclared));
        Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), JsonNames.Convert(name, JsonNaming.CamelCase));
        Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), JsonNames.Convert(name, JsonNaming.SnakeCaseLower));
        Assert.Equal(JsonNamingPolicy.SnakeCaseUpper.ConvertName(name), JsonNames.Convert(name, JsonNaming.SnakeCaseUpper));
        Assert.Equal(JsonNamingPolicy.KebabCaseLower.ConvertName(name), JsonNames.Convert(name, JsonNaming.KebabCaseLower));
        Assert.Equal(JsonNamingPolicy.KebabCaseUpper.ConvertName(name), JsonNames.Convert(name, JsonNaming.KebabCaseUpper));
    }
}
