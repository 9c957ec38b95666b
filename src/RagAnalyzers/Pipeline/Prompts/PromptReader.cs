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
    private readonly ReachedModelCall _call;
    private readonly ImmutableArray<PromptPart>.Builder _parts = ImmutableArray.CreateBuilder<PromptPart>();
    private bool _isComplete = true;
    private bool _isTruncated;

    private PromptReader(ReachedModelCall call) => _call = call;

    public static Prompt Read(ReachedModelCall call)
    {
        var fact = call.Fact;
        var reader = new PromptReader(call);

        // What a framework adds to the prompt of a call that it makes cannot be seen.
        var retrieves = call.Operation.CalledMethod() is { } called && call.Picture.Sdks.TryGetFact<RetrievalFact>(called, out _);
        reader._isComplete =
            call.Operation is IInvocationOperation
            && !retrieves
            && (!fact.Prompt.IsEmpty || fact.Continues is not null || fact.Function is not null);
        var templates = TemplateReader.Read(call);
        reader.Add(templates.Sent, role: null);
        reader.Add(templates.SentAsSystem, PromptRole.System);
        reader._parts.AddRange(templates.FromFiles);
        reader._parts.AddRange(templates.FromFunctions);

        // Options that carry the input beside much else are asked for the input alone: the name of a model is no prompt.
        foreach (var argument in call.Arguments(fact.Prompt.Except(fact.Options).Where(_ => fact.Arguments is null)))
        {
            // What Semantic Kernel is given as one text may name the roles itself.
            var isUsers = argument.Type?.SpecialType == SpecialType.System_String && fact.Sdk != SdkKind.SemanticKernel;
            reader.Add(call.TraceThroughCallers(argument, FlowMode.Content), isUsers ? PromptRole.User : null);
        }

        foreach (var options in call.Options.Passed)
        {
            reader.ReadOptions(options, isInput: fact.Arguments is null && fact.Prompt.Contains(options.Parameter));
        }

        foreach (var options in call.Options.OfAgent.Concat(call.Options.OfFunctions))
        {
            reader.ReadOptions(options, isInput: false);
        }

        if (call.Argument(fact.Continues) is { } conversation && !BegunConversations.Are(call.Picture, conversation))
        {
            reader.Expect(call.TraceThroughCallers(conversation, FlowMode.Value));
        }

        // The code that is elsewhere adds words of its own.
        if (fact.Listed is { } listed)
        {
            return new Prompt(
                reader._parts.Distinct().ToImmutableArray(),
                IsComplete: false,
                listed.IsGrounded || reader._parts.Any(static p => p.IsPassage),
                MayRetrieveByItself: true
            )
            {
                IsTruncated = true,
            };
        }

        var tools = ToolReader.Read(call);
        return new Prompt(
            reader._parts.Distinct().ToImmutableArray(),
            reader._isComplete,
            retrieves || reader._parts.Any(static p => p.IsPassage) || tools.Retrieve,
            tools.MayBeThere
        )
        {
            IsTruncated = reader._isTruncated,
            ShowsItsTemplates = templates.AreTemplatesSeen,
            RetrievingTools = tools.Retrieving,
        };
    }

    /// <summary>Instructions travel in the options of some SDKs, or in the agent; unseen ones leave the prompt open.</summary>
    private void ReadOptions(OptionsCarrier options, bool isInput)
    {
        foreach (var (name, role) in TextMembers().Where(m => (m.Role is not null || isInput) && MayHave(options, m.Name)))
        {
            Add(options.TraceThroughCallers(FlowMode.Content, name), role, isInstructions: role is not null);
        }

        foreach (var (member, _) in _call.Options.Members<UnseenMessagesFact>().Where(m => MayHave(options, m.Member.Name)))
        {
            Expect(options.TraceThroughCallers(FlowMode.Value, member.Name));
        }
    }

    /// <summary>The properties of the call's options that carry prompt text, or the input itself.</summary>
    private IEnumerable<(string Name, PromptRole? Role)> TextMembers() =>
        _call
            .Options.Members<PromptPartFact>()
            .Where(static m => m.Member is IPropertySymbol && m.Fact.Content.IsEmpty)
            .Select(static m => (m.Member.Name, m.Fact.Role))
            .Distinct();

    /// <summary>
    /// OpenAI's options are of different kinds for each API; those of the other SDKs are handed around under the name of a base type.
    /// </summary>
    private bool MayHave(OptionsCarrier options, string member) =>
        _call.Fact.Sdk != SdkKind.OpenAI || options.Value.Type.AndBaseTypes().Any(t => !t.GetMembers(member).IsEmpty);

    private void Add(TraceResult sent, PromptRole? role, bool isInstructions = false)
    {
        _isComplete &= sent.IsComplete;
        _isTruncated |= sent.IsTruncated;
        _parts.AddRange(
            sent.Origins.Where(o => PromptPart.IsText(o) && !NamesAsker(o))
                .Select(o => new PromptPart(
                    o,
                    o.Part is null ? role : PromptRoles.Of(_call.Picture, o.Part) ?? role,
                    IsInstructions: isInstructions,
                    IsPassage: Passages.AreAt(_call.Picture, o)
                ))
        );
    }

    /// <summary>
    /// <c>Role = ChatRole.User</c> where a message is written out, member by member. Beside the role of a system it stays, as what is not understood: of the
    /// texts around it, each may be instructions then.
    /// </summary>
    private bool NamesAsker(Origin origin) =>
        origin.Symbol is { } symbol
        && _call.Picture.Sdks.TryGetFact<RoleValueFact>(symbol, out var value)
        && value.Role != PromptRole.System;

    /// <summary>Anything but nothing brings messages along that cannot be seen.</summary>
    private void Expect(TraceResult messages)
    {
        var isNothing = !messages.IsTruncated && messages.Origins.All(static o => o.IsNothing);
        _isComplete &= isNothing;
        _isTruncated |= !isNothing;
    }
}
