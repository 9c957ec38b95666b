using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>
/// Tells a conversation that begins in the body of a call, and that only this call takes part in, from one that others may have said anything
/// in. What was said in it before is then what the same call sent, and what the model answered.
/// </summary>
internal static class BegunConversations
{
    public static bool Are(Picture picture, IOperation conversation) =>
        conversation.Unwrapped() switch
        {
            ILocalReferenceOperation { Local.RefKind: RefKind.None } mine => BodyIndex
                .Of(conversation)
                .ReferencesTo(mine.Local)
                .All(r => ReferenceEquals(r, mine) || r is IVariableDeclaratorOperation) && Begins(picture, mine),
            // Made for the one call.
            IInvocationOperation or IAwaitOperation or IObjectCreationOperation => Begins(picture, conversation),
            _ => false,
        };

    private static bool Begins(Picture picture, IOperation conversation) =>
        picture.TraceWithinBody(conversation, FlowMode.Value) is { IsTruncated: false, Origins.IsEmpty: false } trace
        && trace.Origins.All(o =>
            o.Path.IsEmpty
            && o.Operation.CalledMethod() is { } begins
            && picture.Sdks.TryGetFact<BegunConversationFact>(begins, out var _)
            && begins.Parameters.All(static p => p.Type.Name == "CancellationToken")
        );
}
