using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Finds the parses that model answers flow into: those of the body, and those of methods that the body passes an answer to.
/// </summary>
internal static class AnswerUseReader
{
    public static ImmutableArray<AnswerUse> Read(Body body)
    {
        var mayPass = ParsingMethods.Of(body.Picture).AreMentionedIn(body.Syntax);
        return mayPass || body.Picture.Mentions.Any<ParseFact>(body) || body.Picture.Mentions.Any<ParsesItselfFact>(body)
            ? Read(body, mayPass)
            : ImmutableArray<AnswerUse>.Empty;
    }

    private static ImmutableArray<AnswerUse> Read(Body body, bool mayPass)
    {
        var uses = ImmutableArray.CreateBuilder<AnswerUse>();
        if (body.Picture.Mentions.Any<ParsesItselfFact>(body))
        {
            uses.AddRange(body.Index.Creations.Select(c => OfWhatParsesItself(body, c)).OfType<AnswerUse>());
        }

        if (!mayPass && !body.Picture.Mentions.Any<ParseFact>(body))
        {
            return uses.ToImmutable();
        }

        foreach (var parse in Parse.In(body))
        {
            Add(parse, parse.Target, parse.Inputs, AccessPath.Empty, parse.Operation);
        }

        var groups = FedMethod.In(body).ToList();
        foreach (var fed in groups)
        {
            var group = fed.Group;
            if (
                body.Picture.Sdks.TryGetFact<ParseFact>(group.Method, out var fact)
                && ParseTarget.Of(group, group.Method, fact) is { } target
            )
            {
                AddAnswers(new Parse(group, fact, target), target, fed.AnswersFor(body, 0, AccessPath.Empty), group);
            }
        }

        if (!mayPass)
        {
            return uses.ToImmutable();
        }

        foreach (var handed in HandedAnswers.Of(body).ToMethods)
        {
            foreach (
                var passed in ParsingMethods
                    .Of(body.Picture)
                    .Of(handed.Group.Method, body.Syntax)
                    .Where(static p => p is { Ordinal: 0, Path.IsEmpty: true })
            )
            {
                uses.Add(
                    new AnswerUse(
                        passed.Parse,
                        ParseTarget.For(passed.Parse.Target, handed.Group.Method),
                        ImmutableArray.Create(handed.Answer),
                        handed.Group,
                        passed
                    )
                );
            }
        }

        foreach (var call in body.Index.Invocations)
        {
            AddPassed(call, call.TargetMethod, call.Arguments, call.Instance);
        }

        foreach (var creation in body.Index.Creations)
        {
            if (creation.Constructor is { } constructor)
            {
                AddPassed(creation, constructor, creation.Arguments, instance: null);
            }
        }

        foreach (var read in ComputedProperties.ReadIn(body))
        {
            AddPassed(read, read.Property.GetMethod!, ImmutableArray<IArgumentOperation>.Empty, read.Instance);
        }

        foreach (var fed in groups)
        {
            foreach (var passed in ParsingMethods.Of(body.Picture).Of(fed.Group.Method, body.Syntax))
            {
                if (passed.Ordinal is { } ordinal)
                {
                    var target = ParseTarget.For(passed.Parse.Target, fed.Group.Method);
                    AddAnswers(passed.Parse, target, fed.AnswersFor(body, ordinal, passed.Path), fed.Group, passed);
                }
            }
        }

        return uses.ToImmutable();

        void AddPassed(IOperation site, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance)
        {
            // What the object itself keeps is read off its members. A function may return the text that is parsed.
            var other = instance is IInstanceReferenceOperation ? null : instance;
            if (other is null && !arguments.Any(static a => TextCarriers.MayBe(a.Value) || a.Parameter?.Type.TypeKind == TypeKind.Delegate))
            {
                return;
            }

            foreach (var passed in ParsingMethods.Of(body.Picture).Of(method, body.Syntax))
            {
                if (passed.GivenBy(arguments, other) is { } given && !DelegatedAnswers.AreReadBy(body.Picture, passed))
                {
                    Add(passed.Parse, ParseTarget.For(passed.Parse.Target, method), new[] { given }, passed.Path, site, passed);
                }
            }
        }

        void Add(
            Parse parse,
            ITypeSymbol target,
            IEnumerable<IOperation> inputs,
            AccessPath path,
            IOperation site,
            ParameterParse? inner = null
        ) => AddAnswers(parse, target, inputs.SelectMany(i => AnswersIn(body, i, path)), site, inner);

        void AddAnswers(
            Parse parse,
            ITypeSymbol target,
            IEnumerable<ArrivingAnswer> arriving,
            IOperation site,
            ParameterParse? inner = null
        )
        {
            var answers = arriving.Distinct().ToImmutableArray();
            if (!answers.IsEmpty)
            {
                uses.Add(new AnswerUse(parse, target, answers, site, inner));
            }
        }
    }

    /// <summary>What makes an object that asks a model and parses the answer; what it throws comes out somewhere else.</summary>
    private static AnswerUse? OfWhatParsesItself(Body body, IObjectCreationOperation made) =>
        made.Constructor is { ContainingType.TypeArguments: [{ } target] } constructor
        && body.Picture.Sdks.TryGetFact<ParsesItselfFact>(constructor, out var fact)
        && ModelCall.At(body, made) is { } call
            ? new AnswerUse(
                new Parse(made, new ParseFact(fact.Sdk, ImmutableArray<string>.Empty, IsSafe: true), target),
                target,
                ImmutableArray.Create(new ArrivingAnswer(call, made)),
                made
            )
            : null;

    /// <summary>The answers that a value of a body is, or that a member of it is.</summary>
    public static IEnumerable<ArrivingAnswer> AnswersIn(Body body, IOperation input, AccessPath path) =>
        AnswersAmong(body, body.Picture.TraceThroughLocalFunctions(input, FlowMode.Value, path), () => PassedBy(body, input, path));

    /// <summary>The answers among what a trace from a body found.</summary>
    /// <param name="trail">The operations that the trace passed.</param>
    public static IEnumerable<ArrivingAnswer> AnswersAmong(Body body, TraceResult found, Func<HashSet<IOperation>> trail)
    {
        var messages = new Lazy<HashSet<IOperation>>(trail);
        foreach (var origin in KeptAnswers.Filled(body, found))
        {
            if (HandedAnswers.Of(body).At(origin) is { } handed)
            {
                yield return handed;
            }

            foreach (var sent in EdgeAnswers.At(body, origin).Concat(DelegatedAnswers.At(body, origin, () => messages.Value)))
            {
                yield return sent;
            }

            if (
                origin is { Kind: OriginKind.Source, Path.IsEmpty: true, Operation: IInvocationOperation call }
                && (
                    AnswerAt(body, call, origin.Via)
                    ?? (origin.Via is null && !ReferenceEquals(call.Root(), body.Root) ? KeptAnswers.At(body, call) : null)
                )
                    is { } answer
                && !PickedMessages.AreOther(body.Picture, messages.Value, origin)
                && !PickedMessages.IsHit(body.Picture, messages.Value, call)
            )
            {
                yield return answer;
            }
        }
    }

    /// <summary>The operations that a value of a body, or a member of it, passes on its way.</summary>
    public static HashSet<IOperation> PassedBy(Body body, IOperation input, AccessPath path)
    {
        var trail = new HashSet<IOperation>();
        body.Picture.TraceWithinBody(input, FlowMode.Value, path, trail);
        return trail;
    }

    /// <summary>The answer that a trace from a body came to, or null when the call there is none of a model.</summary>
    public static ArrivingAnswer? AnswerAt(Body body, IInvocationOperation call, CallChain? via)
    {
        if (ReferenceEquals(call.Root(), body.Root))
        {
            return ModelCall.At(body, call) is { } own ? new ArrivingAnswer(own, call) : null;
        }

        return via is not null && PlaceOf(via.Call) is { } place && ModelCall.At(body.Picture, call, via) is { } other
            ? new ArrivingAnswer(other, place, via)
            : null;
    }

    /// <summary>The call, or the read property, that leads out of a body; a method that is passed to a call is called by it.</summary>
    public static IOperation? PlaceOf(IOperation exit) =>
        exit switch
        {
            IInvocationOperation or IPropertyReferenceOperation => exit,
            IMethodReferenceOperation
            {
                Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
            } => call,
            _ => null,
        };
}
