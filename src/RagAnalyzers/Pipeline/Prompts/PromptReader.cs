using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Prompts.Templates;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Tools;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>
/// Reads the prompt of a model call by tracing its prompt arguments, and the instructions that travel in its options or in an agent.
/// </summary>
internal sealed class PromptReader
{
    private readonly Picture _picture;
    private readonly ImmutableArray<PromptPart>.Builder _parts = ImmutableArray.CreateBuilder<PromptPart>();
    private bool _isComplete = true;
    private bool _containsPassages;
    private bool _isTruncated;

    private PromptReader(Picture picture) => _picture = picture;

    public static Prompt Read(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        var reader = new PromptReader(picture);
        var templates = TemplateReader.Read(picture, call, fact, via);
        reader.Add(templates.Sent, role: null);
        reader._parts.AddRange(templates.FromFiles);

        // Options that carry the input beside much else are asked for the input alone: the name of a model is no prompt.
        foreach (var name in fact.Prompt.Except(fact.Options).Where(_ => fact.Arguments is null))
        {
            // What Semantic Kernel is given as one text may name the roles itself.
            if (call.ArgumentNamed(name) is { } argument)
            {
                var isUsers = argument.Type?.SpecialType == SpecialType.System_String && fact.Sdk != SdkKind.SemanticKernel;
                reader.Add(picture.Trace(argument, FlowMode.Content, via), isUsers ? PromptRole.User : null);
            }
        }

        foreach (var name in fact.Options)
        {
            if (call.ArgumentNamed(name) is { } options)
            {
                reader.ReadOptions(options, fact.Sdk, isInput: fact.Arguments is null && fact.Prompt.Contains(name), via);
            }
        }

        if (fact.Configured is { } configured && call.ArgumentNamed(configured) is { } agent)
        {
            reader.ReadOptions(agent, fact.Sdk, isInput: false, via);
        }

        foreach (var function in PromptFunction.Of(picture, call, fact, via))
        {
            foreach (var options in function.Options)
            {
                reader.ReadOptions(options, fact.Sdk, isInput: false, function.Via);
            }
        }

        if (fact.Continues is { } continues && call.ArgumentNamed(continues) is { } conversation)
        {
            reader.Expect(picture.Trace(conversation, FlowMode.Value, via));
        }

        var tools = ToolReader.Read(picture, call, fact, via);
        return new Prompt(
            reader._parts.Distinct().ToImmutableArray(),
            reader._isComplete,
            reader._containsPassages || tools.Retrieve,
            tools.MayBeThere
        )
        {
            IsTruncated = reader._isTruncated,
        };
    }

    /// <summary>Instructions travel in the options of some SDKs, or in the agent; unseen ones leave the prompt open.</summary>
    private void ReadOptions(IOperation options, SdkKind sdk, bool isInput, CallChain? via)
    {
        foreach (var (name, role) in TextMembers(sdk).Where(m => m.Role is not null || isInput))
        {
            if (MayHave(options.Type, name, sdk))
            {
                Add(_picture.Trace(options, FlowMode.Content, via, AccessPath.Empty.Push(name)), role, isInstructions: role is not null);
            }
        }

        foreach (var member in _picture.Sdks.SymbolsWith<UnseenMessagesFact>())
        {
            if (
                _picture.Sdks.TryGetFact<UnseenMessagesFact>(member, out var fact)
                && IsMeant(fact.Sdk, sdk)
                && MayHave(options.Type, member.Name, sdk)
            )
            {
                Expect(_picture.Trace(options, FlowMode.Value, via, AccessPath.Empty.Push(member.Name)));
            }
        }
    }

    /// <summary>The properties of an SDK's options that carry prompt text, or the input itself.</summary>
    private IEnumerable<(string Name, PromptRole? Role)> TextMembers(SdkKind sdk) =>
        _picture
            .Sdks.SymbolsWith<PromptPartFact>()
            .OfType<IPropertySymbol>()
            .Select(p =>
                (
                    p.Name,
                    Fact: _picture.Sdks.TryGetFact<PromptPartFact>(p, out var fact) && fact.Content.IsEmpty && IsMeant(fact.Sdk, sdk)
                        ? fact
                        : null
                )
            )
            .Where(static p => p.Fact is not null)
            .Select(static p => (p.Name, p.Fact!.Role))
            .Distinct();

    /// <summary>An agent is configured with the options of the chat client it wraps.</summary>
    private static bool IsMeant(SdkKind member, SdkKind call) =>
        member == call || (call == SdkKind.AgentFramework && member == SdkKind.ExtensionsAI);

    /// <summary>
    /// OpenAI's options are of different kinds for each API; those of the other SDKs are handed around under the name of a base type.
    /// </summary>
    private static bool MayHave(ITypeSymbol? type, string member, SdkKind sdk)
    {
        if (sdk != SdkKind.OpenAI)
        {
            return true;
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (!t.GetMembers(member).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(TraceResult sent, PromptRole? role, bool isInstructions = false)
    {
        _isComplete &= sent.IsComplete;
        _isTruncated |= sent.IsTruncated;
        _containsPassages |= sent.Origins.Any(o => Passages.AreAt(_picture, o));
        _parts.AddRange(
            sent.Origins.Where(static o => o.Kind is not (OriginKind.Creation or OriginKind.Unset or OriginKind.Null))
                .Select(o => new PromptPart(o, o.Part is null ? role : RoleOf(o.Part) ?? role, IsInstructions: isInstructions))
        );
    }

    /// <summary>Anything but nothing brings messages along that cannot be seen.</summary>
    private void Expect(TraceResult messages)
    {
        var isNothing = !messages.IsTruncated && messages.Origins.All(static o => o.Kind is OriginKind.Unset or OriginKind.Null);
        _isComplete &= isNothing;
        _isTruncated |= !isNothing;
    }

    private PromptRole? RoleOf(IOperation part)
    {
        var member = part switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IConversionOperation conversion => conversion.OperatorMethod,
            _ => null,
        };
        if (member is null || !_picture.Sdks.TryGetFact<PromptPartFact>(member, out var fact))
        {
            return null;
        }

        if (fact.RoleParameter is not { } name)
        {
            return fact.Role;
        }

        var argument = part switch
        {
            IInvocationOperation call => call.ArgumentNamed(name),
            IObjectCreationOperation creation => creation.ArgumentNamed(name),
            _ => null,
        };
        if (argument is null)
        {
            return null;
        }

        var roles = _picture
            .Tracer.Trace(argument, FlowMode.Value)
            .Origins.Select(o =>
                o.Symbol is not null && _picture.Sdks.TryGetFact<RoleValueFact>(o.Symbol, out var role) ? role.Role : (PromptRole?)null
            )
            .Distinct()
            .ToList();
        return roles.Count == 1 ? roles[0] : null;
    }
}
