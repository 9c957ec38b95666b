using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value was picked out of a history by a condition that no answer of a model meets: its role is another one than the
/// assistant's, or its type is another than that of the message that the answer was put into.
/// </summary>
internal static class PickedMessages
{
    private const string Role = "Role";

    /// <summary>The messages that a trace passed are told apart from the answer at its end.</summary>
    /// <param name="trail">Every operation that the trace passed.</param>
    public static bool AreOther(Picture picture, ICollection<IOperation> trail, Origin answer) =>
        trail.Any(o =>
            o switch
            {
                IInvocationOperation call => PicksOthers(picture, call) || PicksOtherType(call, answer),
                ILocalReferenceOperation { Local: var local } => HasRole(o.Type)
                    && BranchConditions.Say(o, (l, r, e) => Says(picture, l, r, local, e)),
                IParameterReferenceOperation { Parameter: var parameter } => HasRole(o.Type)
                    && BranchConditions.Say(o, (l, r, e) => Says(picture, l, r, parameter, e)),
                _ => false,
            }
        ) || IsElsewhere(picture, trail, answer);

    /// <summary>What is read are other objects than the one that the answer was put into, or another place of a collection.</summary>
    private static bool IsElsewhere(Picture picture, ICollection<IOperation> trail, Origin answer)
    {
        var way = AnswerWay.Of(trail, answer);
        return KindsOfObjects.AreOther(trail, way)
            || TypesOfObjects.AreOther(trail, way)
            || KindsOfTuples.AreOther(trail, way)
            || KindsOfGroups.AreOther(trail, way)
            || KeyedPlaces.AreOther(picture, trail, way);
    }

    /// <summary>A service answers and tells what it found in one: what is read is a hit, or the whole that both are written in.</summary>
    public static bool IsHit(Picture picture, ICollection<IOperation> trail, IOperation call) =>
        call.CalledMethod() is { } method
        && picture.Sdks.TryGetFact<RetrievalFact>(method, out _)
        && trail.Any(o =>
            o switch
            {
                IPropertyReferenceOperation read => picture.Sdks.TryGetFact<HitPartFact>(read.Property, out _),
                IInvocationOperation written => written.TargetMethod.Name == "ToJson",
                _ => false,
            }
        );

    private static bool HasRole(ITypeSymbol? type) =>
        type is not INamedTypeSymbol named || named.AndBaseTypes().Concat(named.AllInterfaces).Any(static t => !t.GetMembers(Role).IsEmpty);

    /// <summary><c>history.Where(m => m.Role == AuthorRole.Tool)</c>, <c>history.Last(m => ...)</c>.</summary>
    private static bool PicksOthers(Picture picture, IInvocationOperation call) =>
        BranchConditions.IsChosenBy(call, message => (l, r, e) => Says(picture, l, r, message, e));

    /// <summary><c>messages.OfType&lt;ToolChatMessage&gt;()</c> yields no <c>AssistantChatMessage</c>.</summary>
    private static bool PicksOtherType(IInvocationOperation call, Origin answer) =>
        call.TargetMethod is { Name: "OfType" or "Cast", TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class } picked] }
        && answer.Part is IObjectCreationOperation { Type: INamedTypeSymbol made }
        && !made.AndBaseTypes().Contains(picked, SymbolEqualityComparer.Default)
        && !picked.AndBaseTypes().Contains(made, SymbolEqualityComparer.Default);

    private static bool Says(Picture picture, IOperation left, IOperation right, ISymbol message, bool isEqual) =>
        (IsRoleOf(left, message) && IsOther(picture, right, isEqual)) || (IsRoleOf(right, message) && IsOther(picture, left, isEqual));

    /// <summary><c>m.Role</c>, <c>m.Role.Label</c>, <c>m.Role.ToString()</c>.</summary>
    private static bool IsRoleOf(IOperation value, ISymbol message) =>
        value.Unwrapped() switch
        {
            IPropertyReferenceOperation { Property.Name: Role, Instance: { } owner } => owner.LocalOrParameter() is { } variable
                && SymbolEqualityComparer.Default.Equals(variable, message),
            IPropertyReferenceOperation { Property.Name: "Label" or "Value", Instance: { } role } => IsRoleOf(role, message),
            IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.Length: 0 }, Instance: { } role } => IsRoleOf(
                role,
                message
            ),
            IConditionalAccessOperation { Operation: var owner, WhenNotNull: IPropertyReferenceOperation { Property.Name: Role } } =>
                owner.LocalOrParameter() is { } variable && SymbolEqualityComparer.Default.Equals(variable, message),
            _ => false,
        };

    /// <summary>The role is another one than the assistant's, or, told to differ from it, is the assistant's.</summary>
    private static bool IsOther(Picture picture, IOperation value, bool isEqual) =>
        RoleOf(picture, value.Unwrapped()) is { } role && isEqual == (role != PromptRole.Assistant);

    private static PromptRole? RoleOf(Picture picture, IOperation value) =>
        value switch
        {
            IMemberReferenceOperation { Member: var member } when picture.Sdks.TryGetFact<RoleValueFact>(member, out var fact) => fact.Role,
            { ConstantValue: { HasValue: true, Value: string name } } => name.ToLowerInvariant() switch
            {
                "tool" or "function" => PromptRole.Tool,
                "user" => PromptRole.User,
                "system" or "developer" => PromptRole.System,
                "assistant" => PromptRole.Assistant,
                _ => null,
            },
            _ => null,
        };
}
