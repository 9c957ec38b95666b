using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// A response format in options that go to typed calls alone. Those copy the options and set the format of the copy
/// (<c>ChatClientStructuredOutputExtensions.GetResponseAsync&lt;T&gt;</c>, with or without a native schema; <c>AIAgent.RunAsync&lt;T&gt;</c>, whose
/// run options also go before the chat options that they carry). So nothing ever reads this one.
/// </summary>
/// <param name="Calls">The typed calls that get the options.</param>
internal sealed record OverwrittenFormat(ImmutableArray<IInvocationOperation> Calls)
{
    /// <summary>Reads an assignment; null when the format may serve a purpose, or none is set.</summary>
    public static OverwrittenFormat? Of(PipelineModel model, FormatAssignment assignment)
    {
        if (assignment.Fact.Sdk is not (SdkKind.ExtensionsAI or SdkKind.AgentFramework)
            || assignment.Value.ConstantValue is { HasValue: true, Value: null }
            || assignment.Value.Unwrapped() is IDefaultValueOperation)
        {
            return null;
        }

        var search = new Search(model);
        var isSeen = assignment.Creation is { } creation
            ? search.Follow(creation)
            : assignment.Options is ILocalReferenceOperation { Local: var local } && search.FollowLocal(local, assignment.Operation);
        return isSeen && search.Calls.Count > 0 ? new OverwrittenFormat(search.Calls.OrderBy(static c => c.Syntax.SpanStart).ToImmutableArray()) : null;
    }

    /// <summary>Follows an options object to every use; false from a search means that one use is none that a typed call makes.</summary>
    private sealed class Search
    {
        private readonly PipelineModel _model;
        private readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);

        public Search(PipelineModel model) => _model = model;

        public HashSet<IInvocationOperation> Calls { get; } = new();

        public bool FollowLocal(ILocalSymbol local, IOperation use)
            => !_locals.Add(local) || (!local.IsRef && BodyIndex.Of(use).ReferencesTo(local).All(r => r is IVariableDeclaratorOperation declarator ? IsMadeHere(declarator) : FollowUse(r)));

        /// <summary>The object, or the variable that holds it, as an expression.</summary>
        public bool Follow(IOperation options)
        {
            var parent = options.ParentOf(out var child);
            switch (parent)
            {
                case IArgumentOperation argument:
                    return FollowArgument(argument);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return FollowLocal(local, options);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when ReferenceEquals(assignment.Value, child):
                    return FollowLocal(local, options);
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var holder } } assignment when ReferenceEquals(assignment.Value, child) && IsHolder(holder):
                    return assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation outer } && Follow(outer);
                default:
                    return false;
            }
        }

        private bool FollowUse(IOperation reference)
        {
            switch (reference.ParentOf(out var child))
            {
                // `options.Temperature = 0`, `options.Tools.Add(tool)`; a format that is read has a reader.
                case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when ReferenceEquals(property.Instance, child):
                    return !_model.Sdks.TryGetFact<ResponseFormatFact>(property.Property, out var _)
                        || (property.Parent is IAssignmentOperation set && ReferenceEquals(set.Target, property) && set.Parent is IExpressionStatementOperation);
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, child):
                    return assignment.Parent is IExpressionStatementOperation && assignment.Value.Unwrapped() is IObjectCreationOperation;
                default:
                    return Follow(reference);
            }
        }

        private bool FollowArgument(IArgumentOperation argument)
        {
            switch (argument.Parent)
            {
                case IInvocationOperation call when _model.Sdks.TryGetFact<ModelCallFact>(call.TargetMethod, out var fact):
                    if (!fact.Typed || argument.Parameter is not { } parameter || !fact.Options.Contains(parameter.Name))
                        return false;
                    Calls.Add(call);
                    return true;
                case IObjectCreationOperation { Constructor: { } constructor } holder:
                    return IsHolder(constructor) && IsRunOptions(holder.Type) && Follow(holder);
                default:
                    return false;
            }
        }

        private bool IsHolder(ISymbol member) => _model.Sdks.TryGetFact<OptionsHolderFact>(member, out var _) && IsRunOptions(member.ContainingType);

        /// <summary>Options of one run. Those of an agent serve every run of it.</summary>
        private static bool IsRunOptions(ITypeSymbol? type) => type?.FullName() == "Microsoft.Agents.AI.ChatClientAgentRunOptions";

        private bool IsMadeHere(IVariableDeclaratorOperation declarator)
            => (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value.Unwrapped() switch
            {
                null or IObjectCreationOperation => declarator.Parent is not IForEachLoopOperation,
                ILocalReferenceOperation { Local: var other } value => FollowLocal(other, value),
                _ => false,
            };
    }
}
