using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Tests.Pipeline.Prompts.Templates;

/// <summary>Which variables a template renders, and whether that is all.</summary>
public sealed class PromptTemplateParseTests
{
    [Theory]
    [InlineData("<message role=\"system\">{{$a}}</message>{{$b}}", nameof(TemplateFormat.SemanticKernel), "a")]
    [InlineData("<message role='developer'>\n{{$a}} <message role=\"user\">{{$b}}</message>", nameof(TemplateFormat.SemanticKernel), "a")]
    [InlineData(
        "<message role=\"system\">{{$a}}</message><message role=\"user\">{{$a}}</message>",
        nameof(TemplateFormat.SemanticKernel),
        ""
    )]
    [InlineData("<message role=\"user\">the system {{$a}}</message>", nameof(TemplateFormat.SemanticKernel), "")]
    [InlineData("system:\n{{$a}}", nameof(TemplateFormat.SemanticKernel), "")]
    [InlineData("system:\n{{a}}\nuser:\n{{b}}", nameof(TemplateFormat.Liquid), "a")]
    [InlineData("The system: {{a}}", nameof(TemplateFormat.Liquid), "")]
    [InlineData(
        "{{#message role=\"system\"}}{{a}}{{/message}}{{#message role=\"user\"}}{{b}}{{/message}}",
        nameof(TemplateFormat.Handlebars),
        "a"
    )]
    [InlineData("<message role=\"system\">{{#each a}}{{this}}{{/each}}</message>{{b}}", nameof(TemplateFormat.Handlebars), "a")]
    public void Variables_in_system_messages(string text, string format, string variables) =>
        Assert.Equal(variables, string.Join(" ", PromptTemplate.Parse(text, Enum.Parse<TemplateFormat>(format)).InSystemMessages.Order()));

    [Theory]
    [InlineData("no variables", "", true)]
    [InlineData("{{$a}} and {{ $B }}", "a b", true)]
    [InlineData("{{a}}", "", false)]
    [InlineData("{{plugin.find $a}}", "", false)]
    [InlineData("{{ 'text with {{$a}}' }}{{$b}}", "b", true)]
    [InlineData("{{ \"a \\\" quote\" }}{{$b}}", "b", true)]
    [InlineData("{ {$a} } {{ }} {{", "", true)]
    [InlineData("{{{$a}}}", "a", true)]
    [InlineData("{{ {{$a}}", "a", true)]
    public void Semantic_kernel(string text, string variables, bool isComplete) =>
        Check(text, TemplateFormat.SemanticKernel, variables, isComplete);

    [Theory]
    [InlineData("{{a}} {{{b}}} {{&c}} {{~d~}}", "a b c d", true)]
    [InlineData("{{a.name}} {{../b}} {{this.c}} {{@root.d}} {{e.[0]}}", "a b c d e", true)]
    [InlineData("{{#each docs}}{{title}}{{@index}}{{/each}}", "docs title", true)]
    [InlineData("{{#each docs as |doc|}}{{doc.title}}{{/each}}", "docs", true)]
    [InlineData("{{#with customer}}{{name}}{{/with}}", "customer name", true)]
    [InlineData("{{#each docs}}-{{/each}}{{b}}", "b", true)]
    [InlineData("{{#if a}}{{b}}{{else}}{{c}}{{/if}}", "b c", true)]
    [InlineData("{{#message role=\"user\"}}{{a}}{{/message}}", "a", true)]
    [InlineData("{{! a }}{{!-- {{a}} --}}{{b}}", "b", true)]
    [InlineData("{{json a}} {{concat \"x\" b}} {{json (lookup c 0)}}", "a b c", true)]
    [InlineData("{{set \"x\" a}}{{x}}", "a", true)]
    [InlineData("{{set name=\"x\" value=a}}{{x}}", "a", true)]
    [InlineData("{{equals a b}}{{add 1 2}}", "", true)]
    [InlineData("{{Search-find a}}", "", false)]
    [InlineData("{{Search-find}}", "", false)]
    [InlineData("{{Search.find a}}", "", false)]
    [InlineData("{{#Search-find a}}{{/Search-find}}", "", false)]
    [InlineData("{{> partial}}", "", false)]
    [InlineData("{{{{raw}}}}", "", false)]
    [InlineData("\\{{a}} {{b}} {{", "b", true)]
    [InlineData("{{#docs}}{{title}}{{/docs}}", "docs title", true)]
    public void Handlebars(string text, string variables, bool isComplete) => Check(text, TemplateFormat.Handlebars, variables, isComplete);

    [Theory]
    [InlineData("{{ a }} {{b.name}} {{- c[0].x -}}", "a b c", true)]
    [InlineData("{{ a | upcase }} {{ b | default: c }} {{ d | append: \" | \" }}", "a b c d", true)]
    [InlineData("{{ 'text' }} {{ 3 }} {{ true }}", "", true)]
    [InlineData("{% for item in docs %}{{ item.title }}{% endfor %}", "docs", true)]
    [InlineData("{% for item in docs %}-{% endfor %}", "", true)]
    [InlineData("{% assign x = a | strip %}{{ x }}", "a", true)]
    [InlineData("{% assign x=a %}{% assign y = x %}{{ y }}", "a", true)]
    [InlineData("{% if a %}{{ b }}{% endif %}", "b", true)]
    [InlineData("{% comment %}{{ a }}{% endcomment %}{% raw %}{{ b }}{% endraw %}{{ c }}", "c", true)]
    [InlineData("{# {{ a }} #}{{ b }}", "b", true)]
    [InlineData("{% include 'other' %}", "", false)]
    [InlineData("{{ find(a) }}", "", false)]
    [InlineData("{{ a", "", true)]
    public void Liquid(string text, string variables, bool isComplete) => Check(text, TemplateFormat.Liquid, variables, isComplete);

    [Fact]
    public void A_language_that_is_not_known_shows_nothing() =>
        Assert.Equal(PromptTemplate.Unknown, PromptTemplate.Parse("{{$a}}", format: null));

    // Templates are read while they are typed.
    [Theory]
    [InlineData((int)TemplateFormat.SemanticKernel)]
    [InlineData((int)TemplateFormat.Handlebars)]
    [InlineData((int)TemplateFormat.Liquid)]
    public void Every_part_of_a_template_can_be_read(int format)
    {
        const string Text =
            "{{!-- x --}}{{#each (json a) as |b|}}{{{b.[0]}}}{{~/each~}}{% for a in b %}{{ a | append: 'c' }}{% endfor %}{% raw %}{# d #}{{$e}}{{f.g \"h\\\"\" $i}}{{set name='x' value=y}}";
        for (var start = 0; start < Text.Length; start++)
        {
            for (var length = 1; start + length <= Text.Length; length++)
            {
                Assert.NotNull(PromptTemplate.Parse(Text.Substring(start, length), (TemplateFormat)format));
            }
        }
    }

    private static void Check(string text, TemplateFormat format, string variables, bool isComplete)
    {
        var template = PromptTemplate.Parse(text, format);
        Assert.Equal(variables.Split(' ', StringSplitOptions.RemoveEmptyEntries), template.Variables.Order());
        Assert.Equal(isComplete, template.IsComplete);
    }
}
