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
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>
/// Reads what a call sends whose prompt is a template: the templates, those of the prompt function it invokes included, and of
/// its arguments those that the templates render. A template that cannot be seen completely leaves the prompt open.
/// </summary>
internal sealed class TemplateReader
{
    private static readonly AccessPath Template = AccessPath.Empty.Push("Template");
    private static readonly AccessPath TemplateFormat = AccessPath.Empty.Push("TemplateFormat");

    private readonly Picture _picture;
    private readonly HashSet<string> _variables = new();
    private readonly ImmutableArray<PromptPart>.Builder _fromFiles = ImmutableArray.CreateBuilder<PromptPart>();
    private TraceResult _sent = TraceResult.Nothing;

    private TemplateReader(Picture picture) => _picture = picture;

    public static TemplateContent Read(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        if (fact.Arguments is not { } arguments)
        {
            return TemplateContent.Nothing;
        }

        var reader = new TemplateReader(picture);
        reader.ReadTemplates(call, fact.Prompt, PromptForm.Template, fact.Language, via);
        foreach (var function in PromptFunction.Of(picture, call, fact, via))
        {
            reader.ReadTemplates(function.Factory, function.Fact.Prompt, function.Fact.Form, language: null, function.Via);
        }

        if (call.ArgumentNamed(arguments) is { } values)
        {
            reader.ReadVariables(values, via);
        }

        return new TemplateContent(reader._sent, reader._fromFiles.ToImmutable());
    }

    private void ReadVariables(IOperation arguments, CallChain? via)
    {
        foreach (var variable in _variables)
        {
            _sent = _sent.Union(_picture.Trace(arguments, FlowMode.Content, via, AccessPath.Empty.Push(KeyedElements.Step(variable))));
        }
    }

    private void ReadTemplates(
        IInvocationOperation call,
        ImmutableArray<string> parameters,
        PromptForm form,
        TemplateFormat? language,
        CallChain? via
    )
    {
        foreach (var value in parameters.Select(call.ArgumentNamed).OfType<IOperation>())
        {
            if (form != PromptForm.Template)
            {
                ReadDocument(value, form, via);
            }
            else if (value.Type?.SpecialType == SpecialType.System_String)
            {
                ReadTemplate(
                    value,
                    AccessPath.Empty,
                    language
                        ?? (
                            call.ArgumentNamed("templateFormat") is { } named
                                ? LanguageOf(named, AccessPath.Empty, via)
                                : RagAnalyzers.Sdk.Facts.TemplateFormat.SemanticKernel
                        ),
                    via
                );
            }
            else
            {
                ReadTemplate(value, Template, LanguageOf(value, TemplateFormat, via), via);
            }
        }
    }

    private void ReadTemplate(IOperation value, AccessPath path, TemplateFormat? language, CallChain? via)
    {
        var pieces = _picture.Trace(value, FlowMode.Content, via, path);
        if (pieces.IsTruncated)
        {
            _sent = _sent.Union(TraceResult.Truncated);
        }

        foreach (var piece in pieces.Origins)
        {
            if (piece is { Kind: OriginKind.Constant, Path.IsEmpty: true })
            {
                _sent = _sent.Union(TraceResult.Of(piece));
                if (piece.Operation.ConstantValue.Value is string text)
                {
                    Parse(text, language, value);
                }
            }
            else if (
                piece is { IsOpen: true, Path.IsEmpty: true }
                && (
                    PromptDocuments.FileNamedBy(_picture, piece.Operation, CallChain.Join(via, piece.Via))
                    ?? PromptDocuments.FileNamedBy(_picture, value, via)
                )?.Document
                    is { Template: { } template }
            )
            {
                _fromFiles.Add(new PromptPart(piece, Role: null, template));
                Parse(template, language, value);
            }
            else
            {
                _sent = _sent.Union(TraceResult.Of(piece));
            }
        }
    }

    private void ReadDocument(IOperation value, PromptForm form, CallChain? via)
    {
        if (PromptDocuments.Of(_picture, value, form, via) is not { Template: { } template } document)
        {
            Hide(value);
            return;
        }

        var origin =
            _picture.Trace(value, FlowMode.Value, via).Origins.FirstOrDefault() ?? new Origin(OriginKind.Unknown, value, AccessPath.Empty);
        _fromFiles.Add(new PromptPart(origin, Role: null, template));
        Parse(template, document.Language, value);
    }

    private void Parse(string text, TemplateFormat? language, IOperation value)
    {
        var template = PromptTemplate.Parse(text, language);
        _variables.UnionWith(template.Variables);
        if (!template.IsComplete)
        {
            Hide(value);
        }
    }

    /// <summary>Something may be in the prompt that cannot be seen.</summary>
    private void Hide(IOperation where) => _sent = _sent.Union(TraceSession.Unknown(where, AccessPath.Empty));

    /// <summary>The language that a value names; Semantic Kernel's own when nothing names one, null when it cannot be seen.</summary>
    private TemplateFormat? LanguageOf(IOperation value, AccessPath path, CallChain? via)
    {
        var trace = _picture.Trace(value, FlowMode.Value, via, path);
        var named = trace
            .Origins.Select(o =>
                o switch
                {
                    { Kind: OriginKind.Null or OriginKind.Unset } => RagAnalyzers.Sdk.Facts.TemplateFormat.SemanticKernel,
                    { Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name } => PromptDocumentReader.LanguageNamed(name),
                    { Symbol: { } symbol } when _picture.Sdks.TryGetFact<TemplateFormatFact>(symbol, out var format) => format.Format,
                    _ => (TemplateFormat?)null,
                }
            )
            .Distinct()
            .ToList();
        return named.Count == 1 && !trace.IsTruncated ? named[0] : null;
    }
}
