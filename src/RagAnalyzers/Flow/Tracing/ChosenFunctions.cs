using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Tells whether what several functions return, or the methods of several objects, is what a call returns that runs one of them.
/// </summary>
internal static class ChosenFunctions
{
    /// <summary>How many variables stand between a call and what it takes its function out of.</summary>
    private const int MaximumSteps = 3;

    /// <summary>
    /// The call may run any of the functions, or they all return something from a source. What a collection holds under a key that is written
    /// down is one certain function, and which one the trace could not tell. A condition chooses both in turn, and a loop runs all.
    /// </summary>
    /// <param name="target">What yields the function that is called, or the object.</param>
    /// <param name="results">What each of the functions returns.</param>
    public static bool MayBeAny(IOperation target, IReadOnlyCollection<TraceResult> results) =>
        results.Count < 2
        || Choice(target, MaximumSteps) is not { } choice
        || (ElementRead.Of(choice)?.Key is not { ConstantValue.HasValue: true } && results.All(static r => HasSource(r)));

    /// <summary>
    /// Whether the value comes from a source is the same for all; one that certainly yields nothing from anywhere (a stand-in that returns a
    /// constant) has no say in it.
    /// </summary>
    public static bool Agree(IReadOnlyCollection<TraceResult> results) =>
        !results.Any(static r => HasSource(r)) || results.All(static r => r.IsComplete || HasSource(r));

    /// <summary>Something of it comes from a source.</summary>
    public static bool HasSource(TraceResult result) => result.Origins.Any(static o => o.Kind == OriginKind.Source);

    /// <summary>
    /// What picks the function out of others: an element of a collection, a call, or something that says beside the function which one it is.
    /// </summary>
    private static IOperation? Choice(IOperation function, int steps) =>
        steps == 0
            ? null
            : function.Unwrapped() switch
            {
                IPropertyReferenceOperation { Arguments.IsEmpty: false } element => element,
                IArrayElementReferenceOperation element => element,
                IInvocationOperation or ITupleOperation => function.Unwrapped(),
                IMemberReferenceOperation { Instance: ILocalReferenceOperation { Local: var each } owner } member
                    when IsOfLoop(each, owner) => member,
                IMemberReferenceOperation { Instance: { } owner } => Choice(owner, steps),
                IConditionalAccessOperation access => Choice(access.WhenNotNull, steps),
                IConditionalAccessInstanceOperation instance when instance.ConditionalAccess() is { } access => Choice(
                    access.Operation,
                    steps
                ),
                ILocalReferenceOperation local => BodyIndex
                    .Of(local)
                    .ReferencesTo(local.Local)
                    .Select(r => PutBy(r) is { } value ? Choice(value, steps - 1) : null)
                    .FirstOrDefault(static c => c is not null),
                _ => null,
            };

    private static bool IsOfLoop(ILocalSymbol local, IOperation use) =>
        BodyIndex.Of(use).ReferencesTo(local).Any(static r => r is IVariableDeclaratorOperation { Parent: IForEachLoopOperation });

    /// <summary><c>var step = steps.First(...)</c>, <c>steps.TryGetValue("a", out var step)</c>, <c>foreach (var (name, step) in steps)</c></summary>
    private static IOperation? PutBy(IOperation reference) =>
        reference switch
        {
            IVariableDeclaratorOperation declared => declared.GetVariableInitializer()?.Value,
            { Parent: IDeclarationExpressionOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } } => call,
            { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } } => call,
            { Parent: ITupleOperation { Parent: IDeclarationExpressionOperation } tuple } => tuple,
            _ => null,
        };
}
