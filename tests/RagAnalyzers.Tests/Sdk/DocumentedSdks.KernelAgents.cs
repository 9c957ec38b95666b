namespace RagAnalyzers.Tests.Sdk;

/// <summary>Semantic Kernel's agents, their chats and orchestrations.</summary>
internal static partial class DocumentedSdks
{
    private const string SemanticKernelAgents = """
        namespace Microsoft.SemanticKernel.Agents
        {
            using Microsoft.SemanticKernel.ChatCompletion;

            public abstract class AgentThread { }

            public sealed class ChatHistoryAgentThread : AgentThread
            {
                public ChatHistoryAgentThread() { }
                public ChatHistoryAgentThread(ChatHistory chatHistory, string id = null) { }
            }

            public class AgentInvokeOptions
            {
                public AgentInvokeOptions() { }
                public AgentInvokeOptions(AgentInvokeOptions options) { }
                public KernelArguments KernelArguments { get; init; }
                public Kernel Kernel { get; init; }
                public string AdditionalInstructions { get; init; }
            }

            public class AgentResponseItem<TMessage>
            {
                public AgentResponseItem(TMessage message, AgentThread thread) { }
                public TMessage Message => throw null;
                public AgentThread Thread => throw null;
                public static implicit operator TMessage(AgentResponseItem<TMessage> responseItem) => throw null;
            }

            public abstract class Agent
            {
                public string Name { get; init; }
                public string Instructions { get; init; }
                public KernelArguments Arguments { get; init; }
                public Kernel Kernel { get; init; }
                public IPromptTemplate Template { get; set; }
                public virtual IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(AgentThread thread = null, AgentInvokeOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(string message, AgentThread thread = null, AgentInvokeOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(ICollection<ChatMessageContent> messages, AgentThread thread = null, AgentInvokeOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(AgentThread thread = null, AgentInvokeOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(string message, AgentThread thread = null, AgentInvokeOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(ICollection<ChatMessageContent> messages, AgentThread thread = null, AgentInvokeOptions options = null, CancellationToken cancellationToken = default) => throw null;
            }

            public sealed class ChatCompletionAgent : Agent
            {
                public ChatCompletionAgent() { }
                public ChatCompletionAgent(PromptTemplateConfig templateConfig, IPromptTemplateFactory templateFactory) { }
            }

            public abstract class AgentChat
            {
                public abstract IAsyncEnumerable<ChatMessageContent> InvokeAsync(CancellationToken cancellationToken = default);
                public abstract IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAsync(CancellationToken cancellationToken = default);
                public void AddChatMessage(ChatMessageContent message) => throw null;
                public void AddChatMessages(IReadOnlyList<ChatMessageContent> messages) => throw null;
            }

            public sealed class AgentGroupChat : AgentChat
            {
                public AgentGroupChat(params Agent[] agents) { }
                public static KernelFunction CreatePromptFunctionForStrategy(string template, IPromptTemplateFactory templateFactory = null, params string[] safeParameterNames) => throw null;
                public Chat.AgentGroupChatSettings ExecutionSettings { get; set; }
                public void AddAgent(Agent agent) => throw null;
                public override IAsyncEnumerable<ChatMessageContent> InvokeAsync(CancellationToken cancellationToken = default) => throw null;
                public override IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAsync(CancellationToken cancellationToken = default) => throw null;
                public IAsyncEnumerable<ChatMessageContent> InvokeAsync(Agent agent, CancellationToken cancellationToken = default) => throw null;
                public IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAsync(Agent agent, CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.Agents.Chat
        {
            public class AgentGroupChatSettings
            {
                public TerminationStrategy TerminationStrategy { get; init; }
                public SelectionStrategy SelectionStrategy { get; init; }
            }

            public abstract class TerminationStrategy
            {
                protected abstract Task<bool> ShouldAgentTerminateAsync(Agent agent, IReadOnlyList<ChatMessageContent> history, CancellationToken cancellationToken);
            }

            public abstract class SelectionStrategy
            {
                protected abstract Task<Agent> SelectAgentAsync(IReadOnlyList<Agent> agents, IReadOnlyList<ChatMessageContent> history, CancellationToken cancellationToken = default);
            }

            public class KernelFunctionTerminationStrategy : TerminationStrategy
            {
                public KernelFunctionTerminationStrategy(KernelFunction function, Kernel kernel) { }
                public KernelArguments Arguments { get; init; }
                public Func<FunctionResult, bool> ResultParser { get; init; }
                protected sealed override Task<bool> ShouldAgentTerminateAsync(Agent agent, IReadOnlyList<ChatMessageContent> history, CancellationToken cancellationToken = default) => throw null;
            }

            public class KernelFunctionSelectionStrategy : SelectionStrategy
            {
                public KernelFunctionSelectionStrategy(KernelFunction function, Kernel kernel) { }
                public KernelArguments Arguments { get; init; }
                public Func<FunctionResult, string> ResultParser { get; init; }
                protected sealed override Task<Agent> SelectAgentAsync(IReadOnlyList<Agent> agents, IReadOnlyList<ChatMessageContent> history, CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.Agents.OpenAI
        {
            public sealed class OpenAIAssistantAgent : Agent
            {
                public OpenAIAssistantAgent(object definition, object client) { }
                public object Definition => throw null;
                public object RunOptions { get; init; }
            }

            public sealed class OpenAIAssistantAgentInvokeOptions : AgentInvokeOptions { public object RunCreationOptions { get; init; } }
            public sealed class OpenAIResponseAgentInvokeOptions : AgentInvokeOptions { public object ResponseCreationOptions { get; init; } }
        }

        namespace Microsoft.SemanticKernel.Agents.AzureAI
        {
            public sealed class AzureAIAgent : Agent { public object Definition => throw null; }
        }

        namespace Microsoft.SemanticKernel.Agents.Orchestration
        {
            public sealed class OrchestrationResult<TValue> { public ValueTask<TValue> GetValueAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw null; }

            public delegate ValueTask OrchestrationResponseCallback(ChatMessageContent response);

            public delegate ValueTask<TOutput> OrchestrationOutputTransform<TOutput>(IList<ChatMessageContent> messages, CancellationToken cancellationToken = default);

            public abstract class AgentOrchestration<TInput, TOutput>
            {
                public OrchestrationOutputTransform<TOutput> ResultTransform { get; init; }
                public OrchestrationResponseCallback ResponseCallback { get; init; }
                public ValueTask<OrchestrationResult<TOutput>> InvokeAsync(TInput input, object runtime, CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.Agents.Orchestration.Transforms
        {
            public sealed class StructuredOutputTransform<TOutput>
            {
                public StructuredOutputTransform(Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService service, PromptExecutionSettings executionSettings) { }
                public string Instructions { get; init; }
                public ValueTask<TOutput> TransformAsync(IList<ChatMessageContent> messages, CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.Agents.Orchestration.Sequential
        {
            public class SequentialOrchestration<TInput, TOutput> : AgentOrchestration<TInput, TOutput> { public SequentialOrchestration(params Agent[] agents) { } }
            public sealed class SequentialOrchestration : SequentialOrchestration<string, string> { public SequentialOrchestration(params Agent[] members) { } }
        }

        namespace Microsoft.SemanticKernel.Agents.Orchestration.Concurrent
        {
            public class ConcurrentOrchestration<TInput, TOutput> : AgentOrchestration<TInput, TOutput> { public ConcurrentOrchestration(params Agent[] agents) { } }
            public sealed class ConcurrentOrchestration : ConcurrentOrchestration<string, string[]> { public ConcurrentOrchestration(params Agent[] members) { } }
        }

        namespace Microsoft.SemanticKernel.Agents.Orchestration.GroupChat
        {
            public sealed class GroupChatManagerResult<TValue> { public GroupChatManagerResult(TValue value) { } }

            public abstract class GroupChatManager
            {
                public virtual ValueTask<GroupChatManagerResult<bool>> ShouldTerminate(Microsoft.SemanticKernel.ChatCompletion.ChatHistory history, CancellationToken cancellationToken = default) => throw null;
            }

            public class GroupChatOrchestration<TInput, TOutput> : AgentOrchestration<TInput, TOutput> { public GroupChatOrchestration(object manager, params Agent[] agents) { } }
            public sealed class GroupChatOrchestration : GroupChatOrchestration<string, string> { public GroupChatOrchestration(object manager, params Agent[] members) : base(manager, members) { } }
        }

        namespace Microsoft.SemanticKernel.Agents.Orchestration.Handoff
        {
            public class HandoffOrchestration<TInput, TOutput> : AgentOrchestration<TInput, TOutput> { public HandoffOrchestration(object handoffs, params Agent[] agents) { } }
            public sealed class HandoffOrchestration : HandoffOrchestration<string, string> { public HandoffOrchestration(object handoffs, params Agent[] members) : base(handoffs, members) { } }
        }

        namespace Microsoft.Agents.AI.Workflows
        {
            using Microsoft.Extensions.AI;

            public interface IWorkflowContext
            {
                ValueTask SendMessageAsync(object message, string targetId, CancellationToken cancellationToken = default);
            }

            public static class WorkflowContextExtensions
            {
                public static ValueTask SendMessageAsync(this IWorkflowContext context, object message, CancellationToken cancellationToken = default) => throw null;
            }

            public class RequestPort { }
            public class RequestPort<TRequest, TResponse> : RequestPort { }
            public class ExecutorOptions { }

            public abstract class Executor { protected Executor(string id, ExecutorOptions options = null, bool declareCrossRunShareable = false) { } }

            public abstract class Executor<TInput>(string id, ExecutorOptions options = null, bool declareCrossRunShareable = false) : Executor(id, options, declareCrossRunShareable)
            {
                public abstract ValueTask HandleAsync(TInput message, IWorkflowContext context, CancellationToken cancellationToken = default);
            }

            public abstract class Executor<TInput, TOutput>(string id, ExecutorOptions options = null, bool declareCrossRunShareable = false) : Executor(id, options, declareCrossRunShareable)
            {
                public abstract ValueTask<TOutput> HandleAsync(TInput message, IWorkflowContext context, CancellationToken cancellationToken = default);
            }

            public class FunctionExecutor<TInput>(string id, Func<TInput, IWorkflowContext, CancellationToken, ValueTask> handlerAsync, ExecutorOptions options = null, IEnumerable<Type> sentMessageTypes = null, IEnumerable<Type> outputTypes = null, bool declareCrossRunShareable = false) : Executor<TInput>(id, options, declareCrossRunShareable)
            {
                public override ValueTask HandleAsync(TInput message, IWorkflowContext context, CancellationToken cancellationToken = default) => handlerAsync(message, context, cancellationToken);
            }

            public class FunctionExecutor<TInput, TOutput>(string id, Func<TInput, IWorkflowContext, CancellationToken, TOutput> handlerSync, ExecutorOptions options = null, IEnumerable<Type> sentMessageTypes = null, IEnumerable<Type> outputTypes = null, bool declareCrossRunShareable = false) : Executor<TInput, TOutput>(id, options, declareCrossRunShareable)
            {
                public override ValueTask<TOutput> HandleAsync(TInput message, IWorkflowContext context, CancellationToken cancellationToken = default) => new(handlerSync(message, context, cancellationToken));
            }

            public abstract class ExecutorBinding
            {
                public static implicit operator ExecutorBinding(Executor executor) => throw null;
                public static implicit operator ExecutorBinding(Microsoft.Agents.AI.AIAgent agent) => throw null;
                public static implicit operator ExecutorBinding(RequestPort port) => throw null;
                public static implicit operator ExecutorBinding(string id) => throw null;
            }

            public static class ExecutorBindingExtensions
            {
                public static ExecutorBinding BindExecutor(this Executor executor) => throw null;
                public static ExecutorBinding BindExecutor<TExecutor>(this Func<string, string, ValueTask<TExecutor>> factoryAsync, string id) where TExecutor : Executor => throw null;
                public static ExecutorBinding BindAsExecutor(this Microsoft.Agents.AI.AIAgent agent, bool emitEvents) => throw null;
                public static ExecutorBinding BindAsExecutor<TInput, TOutput>(this Func<TInput, TOutput> messageHandler, string id, ExecutorOptions options = null, bool threadsafe = false) => throw null;
                public static ExecutorBinding BindAsExecutor<TInput, TOutput>(this Func<TInput, ValueTask<TOutput>> messageHandlerAsync, string id, ExecutorOptions options = null, bool threadsafe = false) => throw null;
                public static ExecutorBinding BindAsExecutor<TInput, TAccumulate>(this Func<TAccumulate, TInput, TAccumulate> aggregatorFunc, string id, ExecutorOptions options = null, bool threadsafe = false) => throw null;
            }

            public class Workflow { }

            public class WorkflowBuilder
            {
                public WorkflowBuilder(ExecutorBinding start) { }
                public Workflow Build(bool validateOrphans = true) => throw null;
                public WorkflowBuilder WithOutputFrom(params ExecutorBinding[] executors) => throw null;
                public WorkflowBuilder AddEdge(ExecutorBinding source, ExecutorBinding target) => throw null;
                public WorkflowBuilder AddEdge<T>(ExecutorBinding source, ExecutorBinding target, Func<T, bool> condition = null) => throw null;
                public WorkflowBuilder AddFanOutEdge(ExecutorBinding source, IEnumerable<ExecutorBinding> targets) => throw null;
                public WorkflowBuilder AddFanOutEdge<T>(ExecutorBinding source, IEnumerable<ExecutorBinding> targets, Func<T, int, IEnumerable<int>> targetSelector = null) => throw null;
                public WorkflowBuilder AddFanInBarrierEdge(IEnumerable<ExecutorBinding> sources, ExecutorBinding target) => throw null;
            }

            public static class AgentWorkflowBuilder
            {
                public static Workflow BuildSequential(IEnumerable<Microsoft.Agents.AI.AIAgent> agents) => throw null;
                public static Workflow BuildSequential(string workflowName, IEnumerable<Microsoft.Agents.AI.AIAgent> agents) => throw null;
                public static Workflow BuildConcurrent(IEnumerable<Microsoft.Agents.AI.AIAgent> agents, Func<IList<List<ChatMessage>>, List<ChatMessage>> aggregator = null) => throw null;
                public static HandoffWorkflowBuilder CreateHandoffBuilderWith(Microsoft.Agents.AI.AIAgent initialAgent) => throw null;
                public static GroupChatWorkflowBuilder CreateGroupChatBuilderWith(Func<IReadOnlyList<Microsoft.Agents.AI.AIAgent>, GroupChatManager> managerFactory) => throw null;
                public static MagenticWorkflowBuilder CreateMagenticBuilderWith(Microsoft.Agents.AI.AIAgent managerAgent) => throw null;
            }

            public abstract class HandoffWorkflowBuilderCore<TBuilder>
            {
                public TBuilder WithHandoffs(Microsoft.Agents.AI.AIAgent from, IEnumerable<Microsoft.Agents.AI.AIAgent> to) => throw null;
                public TBuilder WithHandoffs(IEnumerable<Microsoft.Agents.AI.AIAgent> from, Microsoft.Agents.AI.AIAgent to, string handoffReason = null) => throw null;
                public TBuilder WithHandoff(Microsoft.Agents.AI.AIAgent from, Microsoft.Agents.AI.AIAgent to, string handoffReason = null) => throw null;
                public Workflow Build() => throw null;
            }

            public sealed class HandoffWorkflowBuilder : HandoffWorkflowBuilderCore<HandoffWorkflowBuilder>
            {
                public HandoffWorkflowBuilder(Microsoft.Agents.AI.AIAgent initialAgent) { }
            }

            public sealed class GroupChatWorkflowBuilder
            {
                public GroupChatWorkflowBuilder AddParticipants(params Microsoft.Agents.AI.AIAgent[] agents) => throw null;
                public Workflow Build() => throw null;
            }

            public class MagenticWorkflowBuilder
            {
                public MagenticWorkflowBuilder AddParticipants(params Microsoft.Agents.AI.AIAgent[] agents) => throw null;
                public Workflow Build() => throw null;
            }

            public sealed class SwitchBuilder
            {
                public SwitchBuilder AddCase<T>(Func<T, bool> predicate, params ExecutorBinding[] executors) => throw null;
                public SwitchBuilder WithDefault(params ExecutorBinding[] executors) => throw null;
            }

            public static class WorkflowBuilderExtensions
            {
                public static WorkflowBuilder ForwardMessage<TMessage>(this WorkflowBuilder builder, ExecutorBinding source, ExecutorBinding target) => throw null;
                public static WorkflowBuilder ForwardMessage<TMessage>(this WorkflowBuilder builder, ExecutorBinding source, IEnumerable<ExecutorBinding> targets, Func<TMessage, bool> condition = null) => throw null;
                public static WorkflowBuilder ForwardExcept<TMessage>(this WorkflowBuilder builder, ExecutorBinding source, ExecutorBinding target) => throw null;
                public static WorkflowBuilder AddChain(this WorkflowBuilder builder, ExecutorBinding source, IList<ExecutorBinding> executors, bool allowRepetition = false) => throw null;
                public static WorkflowBuilder AddExternalCall<TRequest, TResponse>(this WorkflowBuilder builder, ExecutorBinding source, string portId) => throw null;
                public static WorkflowBuilder AddSwitch(this WorkflowBuilder builder, ExecutorBinding source, Action<SwitchBuilder> configureSwitch) => throw null;
            }

            public abstract class GroupChatManager
            {
                protected abstract ValueTask<Microsoft.Agents.AI.AIAgent> SelectNextAgentAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default);
                protected virtual ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default) => throw null;
            }
        }
        """;
}
