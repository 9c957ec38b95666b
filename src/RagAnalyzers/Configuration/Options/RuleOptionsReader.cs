using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Configuration.Options;

/// <summary>Reads the options of a file, and notes what they cannot be set to. A list keeps those of its entries that are right.</summary>
internal sealed class RuleOptionsReader
{
    private static readonly char[] Commas = { ',' };

    private static readonly Regex Word = new(@"^-?\p{L}+$", RegexOptions.CultureInvariant);

    // Names of deployments, of models with an organisation ("org/name"), of fine-tuned ones ("ft:base:org:name:id").
    private static readonly Regex ModelName = new(@"^[\p{L}\p{N}_.:/@+*-]+$", RegexOptions.CultureInvariant);

    private static readonly Regex ModelSize = new(@"^[\p{L}\p{N}_.:/@+-]+:[1-9][0-9]{0,4}$", RegexOptions.CultureInvariant);

    private static readonly Regex TypeName = new(@"^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$", RegexOptions.CultureInvariant);

    private readonly AnalyzerConfigOptions _options;
    private readonly ImmutableArray<OptionError>.Builder _errors = ImmutableArray.CreateBuilder<OptionError>();

    private RuleOptionsReader(AnalyzerConfigOptions options) => _options = options;

    public static RuleOptions Read(AnalyzerConfigOptions options) => new RuleOptionsReader(options).Read();

    private RuleOptions Read()
    {
        var terms = List(OptionKeys.KnowledgeTerms, Word, "no single word, such as 'runbook, -stock'")
            .Select(static t => t.ToLowerInvariant())
            .ToLookup(static t => t[0] == '-', static t => t.TrimStart('-'));
        var options = new RuleOptions
        {
            KnowledgeTerms = new WordChanges(terms[false].ToImmutableArray(), terms[true].ToImmutableArray()),
            FineTunedModels = new NamePatterns(
                List(OptionKeys.FineTunedModels, ModelName, "no name of a model, such as 'support-bot, contoso-tuned-*'")
            ),
            EvaluationTypes = new TypeNames(
                List(OptionKeys.EvaluationTypes, TypeName, "no full name of a type, such as 'Contoso.Evals.EvalRunner'")
            ),
            EmbeddingModels = new ConfiguredEmbeddingModels(
                List(OptionKeys.EmbeddingModels, ModelSize, "no name with a size, such as 'our-embeddings:1536'")
            ),
            ListApis = Switch(OptionKeys.ListApis),
            FormattingBlockLength = Length(OptionKeys.FormattingBlockLength, RuleOptions.DefaultFormattingBlockLength),
        };
        NoteUnknownKeys();
        return options with { Errors = _errors.ToImmutable() };
    }

    private ImmutableArray<string> List(string key, Regex form, string otherwise)
    {
        if (!_options.TryGetValue(key, out var value))
        {
            return ImmutableArray<string>.Empty;
        }

        var entries = value.Split(Commas).Select(static e => e.Trim()).Where(static e => e.Length > 0).Distinct().ToList();
        if (entries.Find(e => !form.IsMatch(e)) is { } wrong)
        {
            _errors.Add(new OptionError(key, value, $"'{wrong}' is {otherwise}"));
        }

        return entries.Where(e => form.IsMatch(e)).ToImmutableArray();
    }

    private bool Switch(string key)
    {
        if (!_options.TryGetValue(key, out var value))
        {
            return false;
        }

        if (!bool.TryParse(value, out var isOn))
        {
            _errors.Add(new OptionError(key, value, "it must be 'true' or 'false'"));
        }

        return isOn;
    }

    private int Length(string key, int otherwise)
    {
        if (!_options.TryGetValue(key, out var value))
        {
            return otherwise;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0)
        {
            return length;
        }

        _errors.Add(new OptionError(key, value, $"it must be a whole number above 0, such as {otherwise}"));
        return otherwise;
    }

    private void NoteUnknownKeys()
    {
        foreach (var key in Keys().Where(static k => k.StartsWith(OptionKeys.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (OptionKeys.All.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            var problem = OptionKeys.Nearest(key) is { } nearest
                ? $"there is no such option; did you mean '{nearest}'?"
                : "there is no such option, and none like it";
            _errors.Add(new OptionError(key, _options.TryGetValue(key, out var value) ? value : string.Empty, problem));
        }
    }

    private IEnumerable<string> Keys()
    {
        try
        {
            return _options.Keys;
        }
        catch (NotImplementedException)
        {
            // What the base class does; a host's own options may not list their keys.
            return Enumerable.Empty<string>();
        }
    }
}
