using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>
/// Tells whether a body looks at how an answer ended before it relies on it: the reason why the model stopped, a refusal, the
/// status, whether the text is JSON at all. Printing that is not looking at it.
/// </summary>
internal sealed class OutcomeChecks
{
    private readonly Picture _picture;
    private readonly ThrowingUse _use;
    private readonly HashSet<IOperation> _calls;
    private readonly HashSet<IOperation> _entered = new();

    public OutcomeChecks(Picture picture, ThrowingUse use)
    {
        _picture = picture;
        _use = use;
        _calls = new HashSet<IOperation>(use.Answers.SelectMany(static a => new IOperation[] { a.Call.Operation, a.Place }));
    }

    public bool MayBeIn(IOperation body) =>
        body.Descendants()
            .Any(o =>
                o switch
                {
                    IPropertyReferenceOperation read => IsOutcome(read.Property)
                        && MayBeOfAnswer(read.Instance)
                        && IsLookedAt(read, new HashSet<ISymbol>(SymbolEqualityComparer.Default)),
                    IInvocationOperation call => (IsOutcome(call.TargetMethod) && MayBeOfAnswer(call.Instance))
                        || call.TargetMethod.TypeArguments.Any(IsOutcomeType)
                        || IsValidation(call)
                        || IsHandedToCheck(call),
                    IObjectCreationOperation made => IsHandedToCheck(made),
                    IIsTypeOperation test => IsOutcomeType(test.TypeOperand),
                    IDeclarationPatternOperation pattern => IsOutcomeType(pattern.MatchedType),
                    ITypePatternOperation pattern => IsOutcomeType(pattern.MatchedType),
                    IRecursivePatternOperation pattern => IsOutcomeType(pattern.MatchedType),
                    IConversionOperation { IsTryCast: true } conversion => IsOutcomeType(conversion.Type),
                    ILiteralOperation { ConstantValue: { HasValue: true, Value: string key } } => IsOutcomeKey(key),
                    _ => false,
                }
            );

    /// <summary>
    /// A method of this compilation is given the answer and looks how it ended: <c>completion.EnsureComplete().Content</c>. What it
    /// returns or throws then is its own affair.
    /// </summary>
    private bool IsHandedToCheck(IOperation call) =>
        call switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function } invoked => GetsAnswer(
                invoked.Arguments,
                instance: null
            ) && MayCheck(_picture.TraceThroughCallers(function, FlowMode.Value)),
            IInvocationOperation { TargetMethod: var method } invoked => method.IsInSource()
                && GetsAnswer(invoked.Arguments, invoked.Instance)
                && ChecksIn(method),
            IObjectCreationOperation { Constructor: { } constructor } made => constructor.IsInSource()
                && GetsAnswer(made.Arguments, instance: null)
                && ChecksIn(constructor),
            _ => false,
        };

    private bool GetsAnswer(IEnumerable<IArgumentOperation> arguments, IOperation? instance) =>
        arguments.Select(static a => a.Value).Append(instance).Any(v => TellsOutcome(v?.Unwrapped().Type) && MayBeOfAnswer(v));

    private bool ChecksIn(IMethodSymbol method) => _picture.Tracer.Bodies.BodiesOf(method).Any(Checks);

    private bool Checks(IOperation body) => _entered.Add(body) && MayBeIn(body);

    /// <summary>A function of these may look at the answer; one that cannot be seen may do anything.</summary>
    private bool MayCheck(TraceResult functions) =>
        functions.IsTruncated
        || functions.Origins.Any(o =>
            o.IsOpen
            || (o.Operation is IDelegateCreationOperation made ? made.Target : o.Operation) switch
            {
                IAnonymousFunctionOperation lambda => Checks(lambda),
                IMethodReferenceOperation { Method: var method } => ChecksIn(method),
                _ => false,
            }
        );

    /// <summary>How the answer ended can be asked of a value of the type, or of what it wraps.</summary>
    private bool TellsOutcome(ITypeSymbol? type) =>
        HasOutcome(type) || (type is INamedTypeSymbol { TypeArguments: var wrapped } && wrapped.Any(HasOutcome));

    private bool HasOutcome(ITypeSymbol? type) => type.AndBaseTypes().Any(t => t.GetMembers().Any(IsOutcome));

    private bool IsOutcome(ISymbol member) => _picture.Sdks.TryGetFact<OutcomeFact>(member, out var fact) && !fact.ByType;

    private bool IsOutcomeType(ITypeSymbol? type) =>
        type is not null && type.GetMembers().Any(m => _picture.Sdks.TryGetFact<OutcomeFact>(m, out var fact) && fact.ByType);

    /// <summary>Semantic Kernel and others keep the outcome in a dictionary.</summary>
    private static bool IsOutcomeKey(string key) =>
        key.Length < 20 && key.Replace("_", string.Empty).ToUpperInvariant() is "FINISHREASON" or "REFUSAL";

    /// <summary>Inside a pattern there is no instance to follow.</summary>
    private bool MayBeOfAnswer(IOperation? instance)
    {
        if (instance is null)
        {
            return true;
        }

        var trace = _picture.TraceWithinBody(instance, FlowMode.Value);
        return trace.IsTruncated || trace.Origins.Any(o => o.IsOpen || _calls.Contains(o.Operation));
    }

    /// <param name="read">The value.</param>
    /// <param name="passed">The locals that it has been followed into; in half-typed code one may be made of itself.</param>
    private static bool IsLookedAt(IOperation read, HashSet<ISymbol> passed)
    {
        for (var use = NextUse.Of(read); use.Operation.Parent is not null; use = NextUse.Of(use.Operation))
        {
            switch (use.Operation)
            {
                case IInterpolationOperation or IInterpolatedStringOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } } when IsPrinting(method):
                    return false;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return passed.Add(local)
                        && BodyIndex.Of(read).ReferencesTo(local).OfType<ILocalReferenceOperation>().Any(r => IsLookedAt(r, passed));
                case IExpressionStatementOperation or IBlockOperation:
                    return true;
            }
        }

        return true;
    }

    private static bool IsPrinting(IMethodSymbol method) =>
        method.ContainingType.HasFullName("System.Console")
        || method.ContainingType.FullNamespace() is var space
            && (
                space.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal)
                || space.StartsWith("System.Diagnostics", StringComparison.Ordinal)
            );

    /// <summary>
    /// A question about the text, other than whether it is empty; or a method of this compilation that looks at the text and may throw.
    /// </summary>
    private bool IsValidation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (ReferenceEquals(call, _use.Site) || _use.Within.Contains(call) || _picture.Sdks.TryGetFact<ParseFact>(method, out var _))
        {
            return false;
        }

        var asks = IsBool(method.ReturnType);
        if (
            !asks
            && !(
                method.IsInSource()
                && (
                    method.ReturnsVoid || method.ReturnType is { Name: "Task" or "ValueTask" } and INamedTypeSymbol { IsGenericType: false }
                )
            )
        )
        {
            return false;
        }

        if (method.ContainingType.SpecialType == SpecialType.System_String && !call.Arguments.Any(static a => IsBrace(a.Value)))
        {
            return false;
        }

        if (
            method.ContainingType.FullNamespace() is var space
            && (space == "System.Linq" || space.StartsWith("System.Collections", StringComparison.Ordinal))
        )
        {
            return false;
        }

        return call.Arguments.Select(static a => a.Value).Append(call.Instance).Any(IsAnswer) && (asks || MayThrow(method));
    }

    private static bool IsBool(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (
            type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results }
            && results[0].SpecialType == SpecialType.System_Boolean
        );

    private static bool IsBrace(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: not null } constant && constant.Value.ToString() is "{" or "[" or "}" or "]";

    private bool MayThrow(IMethodSymbol method) =>
        _picture.Tracer.Bodies.BodiesOf(method) is var bodies
        && (bodies.IsEmpty || bodies.Any(static b => b.Descendants().Any(static o => o is IThrowOperation)));

    private bool IsAnswer(IOperation? value) =>
        value is not null
        && _picture.TraceWithinBody(value, FlowMode.Value).Origins.Any(o => _calls.Contains(o.Operation) && o.Path.IsEmpty);
}
