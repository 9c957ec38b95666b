namespace RagAnalyzers.Text.Templates;

/// <summary>The language that a prompt template is written in.</summary>
internal enum TemplateFormat
{
    /// <summary><c>{{$variable}}</c>, <c>{{plugin.function $argument}}</c></summary>
    SemanticKernel,

    /// <summary><c>{{variable}}</c>, <c>{{#each items}}{{this}}{{/each}}</c>; also Mustache.</summary>
    Handlebars,

    /// <summary><c>{{ variable }}</c>, <c>{% for item in items %}{{ item }}{% endfor %}</c>; also Jinja2.</summary>
    Liquid,
}
