using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace RagAnalyzers.Text.Templates;

/// <summary>
/// Collects the variables that a template renders. A name that the template itself gives (a loop variable, an assignment) stands
/// for the names it was made of.
/// </summary>
internal sealed class TemplateVariables
{
    private readonly HashSet<string> _rendered = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TemplateFunction> _called = new();
    private bool _isHidden;

    public void Render(string name) => _rendered.Add(name);

    /// <summary>The result of a function, whose content cannot be seen here.</summary>
    /// <param name="function">The function, or null where its name cannot be read.</param>
    public void Call(TemplateFunction? function)
    {
        if (function is null)
        {
            Hide();
        }
        else
        {
            _called.Add(function);
        }
    }

    /// <summary>From here on, <paramref name="name"/> is (part of) <paramref name="source"/>.</summary>
    public void Give(string name, string source)
    {
        if (!_given.TryGetValue(name, out var sources))
        {
            _given[name] = sources = new List<string>();
        }

        sources.Add(source);
    }

    /// <summary>The template holds something whose output cannot be seen.</summary>
    public void Hide() => _isHidden = true;

    public PromptTemplate ToTemplate()
    {
        var variables = ImmutableHashSet.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Stack<string>(_rendered);
        while (pending.Count > 0)
        {
            var name = pending.Pop();
            if (!seen.Add(name))
            {
                continue;
            }

            if (!_given.TryGetValue(name, out var sources))
            {
                variables.Add(name.ToLowerInvariant());
            }

            foreach (var source in sources ?? (IEnumerable<string>)Array.Empty<string>())
            {
                pending.Push(source);
            }
        }

        return new PromptTemplate(variables.ToImmutable(), IsComplete: !_isHidden && _called.Count == 0)
        {
            Functions = _called.ToImmutableArray(),
            NamesAllFunctions = !_isHidden,
        };
    }
}
