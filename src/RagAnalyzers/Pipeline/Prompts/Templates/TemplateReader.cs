using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Tools;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>
/// Reads what a call sends whose prompt is a template: the templates, those of the prompt function it invokes included, and of
/// its arguments those that the templates render. A template that cannot be seen completely leaves the prompt open.
/// </summary>
internal sealed class TemplateReader
{
    private const string Factory = "promptTemplateFactory";

    private static readonly AccessPath Template = AccessPath.Empty.Push("Template");
    private static readonly AccessPath TemplateFormat = AccessPath.Empty.Push("TemplateFormat");

    private readonly ReachedModelCall _call;
    private readonly HashSet<string> _variables = new();
    private readonly HashSet<string> _elsewhere = new();
    private readonly ImmutableArray<UsedTemplate>.Builder _templates = ImmutableArray.CreateBuilder<UsedTemplate>();
    private readonly ImmutableArray<PromptPart>.Builder _fromFiles = ImmutableArray.CreateBuilder<PromptPart>();
    private readonly ImmutableArray<PromptPart>.Builder _fromFunctions = ImmutableArray.CreateBuilder<PromptPart>();
    private TraceResult _sent = TraceResult.Nothing;
    private TraceResult _sentAsSystem = TraceResult.Nothing;
    private IOperation? _factory;
    private bool _areSeen = true;

    private TemplateReader(ReachedModelCall call) => _call = call;

    public static TemplateContent Read(ReachedModelCall call)
    {
        if (call.Fact.Arguments is not { } arguments)
        {
            return TemplateContent.Nothing;
        }

        var reader = new TemplateReader(call);
        reader.ReadTemplates(call, call.Fact.Prompt, PromptForm.Template, call.Fact.Language);
        foreach (var function in call.Functions)
        {
            reader.ReadTemplates(function, function.Fact.Prompt, function.Fact.Form, language: null);
        }

        if (call.Argument(arguments) is { } values)
        {
            reader.ReadVariables(call, values);
        }

        return new TemplateContent(reader._sent, reader._fromFiles.ToImmutable())
        {
            FromFunctions = reader._fromFunctions.ToImmutable(),
            AreTemplatesSeen = reader._areSeen && reader._templates.Count > 0,
            SentAsSystem = reader._sentAsSystem,
            Templates = reader._templates.ToImmutable(),
        };
    }

    private void ReadVariables(ReachedModelCall call, IOperation arguments)
    {
        foreach (var variable in _variables)
        {
            var value = call.TraceThroughCallers(arguments, FlowMode.Content, AccessPath.Empty.Push(KeyedElements.Step(variable)));
            if (_elsewhere.Contains(variable))
            {
                _sent = _sent.Union(value);
            }
            else
            {
                _sentAsSystem = _sentAsSystem.Union(value);
            }
        }
    }

    private void ReadTemplates<TFact>(ReachedCall<TFact> call, ImmutableArray<string> parameters, PromptForm form, TemplateFormat? language)
        where TFact : SdkFact
    {
        foreach (var value in call.Arguments(parameters))
        {
            _factory = call.Argument(Factory);
            if (form != PromptForm.Template)
            {
                ReadDocument(value, form, call.Route);
            }
            else if (value.Type?.SpecialType == SpecialType.System_String)
            {
                ReadTemplate(
                    value,
                    AccessPath.Empty,
                    language
                        ?? (
                            call.Argument("templateFormat") is { } named
                                ? LanguageOf(named, AccessPath.Empty, call.Route)
                                : RagAnalyzers.Text.Templates.TemplateFormat.SemanticKernel
                        ),
                    call.Route
                );
            }
            else
            {
                ReadTemplate(value, Template, LanguageOf(value, TemplateFormat, call.Route), call.Route);
            }
        }
    }

    private void ReadTemplate(IOperation value, AccessPath path, TemplateFormat? language, Route route)
    {
        var pieces = route.TraceThroughCallers(value, FlowMode.Content, path);
        if (pieces.IsTruncated)
        {
            _sent = _sent.Union(TraceResult.Truncated);
            _areSeen = false;
        }

        foreach (var piece in pieces.Origins)
        {
            if (piece is { Kind: OriginKind.Constant, Path.IsEmpty: true })
            {
                _sent = _sent.Union(TraceResult.Of(piece));
                if (piece.Operation.ConstantValue.Value is string text)
                {
                    Parse(text, language, value, route, written: pieces.Origins.Length == 1 ? piece.Operation : null);
                }
            }
            else if (
                piece is { IsOpen: true, Path.IsEmpty: true }
                && (
                    PromptDocuments.FileNamedBy(route.Then(piece.Via), piece.Operation) ?? PromptDocuments.FileNamedBy(route, value)
                )?.Document
                    is { Template: { } template }
            )
            {
                _fromFiles.Add(new PromptPart(piece, Role: null, template));
                Parse(template, language, value, route);
            }
            else
            {
                _sent = _sent.Union(TraceResult.Of(piece));
                _areSeen &= piece.Kind == OriginKind.Null;
            }
        }
    }

    private void ReadDocument(IOperation value, PromptForm form, Route route)
    {
        if (PromptDocuments.Of(route, value, form) is not { Template: { } template } document)
        {
            Hide(value);
            return;
        }

        var origin =
            route.TraceThroughCallers(value, FlowMode.Value).Origins.FirstOrDefault()
            ?? new Origin(OriginKind.Unknown, value, AccessPath.Empty);
        _fromFiles.Add(new PromptPart(origin, Role: null, template));
        Parse(template, document.Language, value, route, (document, origin.Kind == OriginKind.Constant ? origin.Operation : value));
    }

    private void Parse(
        string text,
        TemplateFormat? language,
        IOperation value,
        Route route,
        (PromptDocument Document, IOperation Said)? within = null,
        IOperation? written = null
    )
    {
        var template = PromptTemplate.Parse(text, language);
        _templates.Add(new UsedTemplate(route, value, _factory, language, template) { Within = within, Written = written });
        _variables.UnionWith(template.Variables);
        _elsewhere.UnionWith(template.Variables.Except(template.InSystemMessages));
        var areFound = ReadFunctions(template);
        if (!template.IsComplete && !(areFound && template.NamesAllFunctions))
        {
            Hide(value);
        }
    }

    /// <summary>What the functions return that the template calls; false when one of them cannot be seen to return passages.</summary>
    private bool ReadFunctions(PromptTemplate template)
    {
        if (template.Functions.IsEmpty)
        {
            return true;
        }

        var areFound = true;
        var registered = ToolReader.Registered(_call);
        foreach (var function in template.Functions)
        {
            var result = KernelFunctions.ResultOf(_call.Picture, registered, function, isText: false, trail: new HashSet<IOperation>());
            areFound &= !result.IsEmpty;
            _fromFunctions.AddRange(
                result
                    .Where(static p => PromptPart.IsText(p.Origin))
                    .Select(static p => new PromptPart(p.Origin, Role: null, IsPassage: p.IsPassage))
            );
        }

        return areFound;
    }

    /// <summary>Something may be in the prompt that cannot be seen.</summary>
    private void Hide(IOperation where)
    {
        _sent = _sent.Union(TraceSession.Unknown(where, AccessPath.Empty));
        _areSeen = false;
    }

    /// <summary>The language that a value names; Semantic Kernel's own when nothing names one, null when it cannot be seen.</summary>
    private TemplateFormat? LanguageOf(IOperation value, AccessPath path, Route route)
    {
        var trace = route.TraceThroughCallers(value, FlowMode.Value, path);
        var named = trace
            .Origins.Select(o =>
                o switch
                {
                    { Kind: OriginKind.Null or OriginKind.Unset } => RagAnalyzers.Text.Templates.TemplateFormat.SemanticKernel,
                    { Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name } => PromptDocumentReader.LanguageNamed(name),
                    { Symbol: { } symbol } when _call.Picture.Sdks.TryGetFact<TemplateFormatFact>(symbol, out var format) => format.Format,
                    _ => (TemplateFormat?)null,
                }
            )
            .Distinct()
            .ToList();
        return named.Count == 1 && !trace.IsTruncated ? named[0] : null;
    }
}
