using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>Answers of calls that a framework makes, and hands to a function or an override of the code.</summary>
internal sealed class HandedAnswers
{
    private readonly Dictionary<IMethodSymbol, ArrivingAnswer> _byFunction = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<(IMethodReferenceOperation, ArrivingAnswer)>.Builder _toMethods = ImmutableArray.CreateBuilder<(
        IMethodReferenceOperation,
        ArrivingAnswer
    )>();

    private HandedAnswers(Body body)
    {
        if (!body.Picture.Mentions.Any<HandedAnswerFact>(body))
        {
            return;
        }

        foreach (var creation in body.Index.Creations)
        {
            foreach (var set in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            {
                if (
                    set.Target is IPropertyReferenceOperation { Property: { } property }
                    && body.Picture.Sdks.TryGetFact<HandedAnswerFact>(property, out _)
                    && (ModelCall.At(body, creation) ?? CallOn(body, creation)) is { } call
                )
                {
                    Add(body.Picture.TraceWithinBody(set.Value, FlowMode.Value), new ArrivingAnswer(call, call.Operation));
                }
            }
        }
    }

    /// <summary>The methods of the compilation that are set to get an answer as their first argument, with the answer.</summary>
    public ImmutableArray<(IMethodReferenceOperation Group, ArrivingAnswer Answer)> ToMethods => _toMethods.ToImmutable();

    /// <summary>The one call that is made on an object in the body that makes it: its answers go to the object's function.</summary>
    private static ModelCall? CallOn(Body body, IObjectCreationOperation made)
    {
        var calls = ModelCall
            .In(body)
            .Where(c => c.Operation is IInvocationOperation { Instance: { } on } && IsOnly(body, on, made))
            .ToList();
        return calls.Count == 1 ? calls[0] : null;
    }

    /// <summary>The value is the object, and nothing else of its type.</summary>
    private static bool IsOnly(Body body, IOperation value, IObjectCreationOperation made)
    {
        var trail = new HashSet<IOperation>();
        body.Picture.TraceWithinBody(value, FlowMode.Value, trail: trail);
        return trail.Contains(made)
            && trail.OfType<IObjectCreationOperation>().Count(c => SymbolEqualityComparer.Default.Equals(c.Type, made.Type)) == 1;
    }

    /// <summary>Those of a body.</summary>
    public static HandedAnswers Of(Body body) => body.Once(static b => new HandedAnswers(b));

    /// <summary>The answer that an origin is: the first parameter of a lambda that is set to get it.</summary>
    public ArrivingAnswer? At(Origin origin) =>
        origin
            is {
                Kind: OriginKind.Parameter,
                Path.IsEmpty: true,
                Via: null,
                Symbol: IParameterSymbol { Ordinal: 0, ContainingSymbol: IMethodSymbol function }
            }
        && _byFunction.TryGetValue(function, out var answer)
            ? answer
            : null;

    /// <summary>The answer that the last message is of a conversation which a framework hands to an override, or null.</summary>
    public static ArrivingAnswer? LastMessage(Body body, IOperation value, AccessPath path, Origin origin)
    {
        if (
            origin
                is not {
                    Kind: OriginKind.Parameter,
                    Path.IsEmpty: true,
                    Via: null,
                    Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol { IsOverride: true } method } parameter
                }
            || !body.Picture.Sdks.TryGetFact<HandedAnswerFact>(method, out var fact)
            || fact.Conversation != parameter.Name
        )
        {
            return null;
        }

        var trail = new HashSet<IOperation>();
        body.Picture.TraceWithinBody(value, FlowMode.Value, path, trail);
        return trail.Any(o => IsLastOf(parameter, o)) && !PickedMessages.AreOther(body.Picture, trail, origin)
            ? body.Once(static _ => new ConcurrentDictionary<ISymbol, ArrivingAnswer>(SymbolEqualityComparer.Default))
                .GetOrAdd(parameter, _ => new ArrivingAnswer(ModelCall.Unseen(body.Picture, origin.Operation, fact.Sdk), origin.Operation))
            : null;
    }

    /// <summary><c>history[^1]</c>, <c>history[history.Count - 1]</c>, <c>history.Last()</c>.</summary>
    private static bool IsLastOf(IParameterSymbol conversation, IOperation operation) =>
        operation switch
        {
            IImplicitIndexerReferenceOperation { Argument: { } index } at => Is(conversation, at.Instance) && !index.ConstantValue.HasValue,
            IPropertyReferenceOperation { Arguments: [{ Value: { } index }], Instance: { } messages } => Is(conversation, messages)
                && !index.ConstantValue.HasValue,
            IInvocationOperation { TargetMethod.Name: "Last" or "LastOrDefault" } call => Is(conversation, call.CalledOn()),
            _ => false,
        };

    private static bool Is(IParameterSymbol parameter, IOperation? value) =>
        (value is IConditionalAccessInstanceOperation instance ? instance.ConditionalAccess()?.Operation : value)?.Unwrapped()
            is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    private void Add(TraceResult functions, ArrivingAnswer answer)
    {
        foreach (var origin in functions.Origins)
        {
            switch (origin.Operation)
            {
                case IAnonymousFunctionOperation lambda:
                    _byFunction[lambda.Symbol] = answer;
                    break;
                case IMethodReferenceOperation group when group.Method.IsInSource():
                    _toMethods.Add((group, answer));
                    break;
            }
        }
    }
}
