using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.ModelNames;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// The picture of one compilation: which bodies retrieve, prompt, call models, parse answers and start fine-tuning jobs. Built on demand,
/// shared by all rules.
/// </summary>
internal sealed class Picture
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<Picture>> Models = new();

    private readonly ConditionalWeakTable<IOperation, Body> _bodies = new();
    private readonly OperationSource _source;
    private readonly CallSites _sites;
    private readonly FunctionUses _uses;
    private readonly ClosedWorld _world;
    private readonly ValueTracer _modelNames;
    private readonly ClosedWorld _worldOfModelNames;
    private readonly RegisteredClients _clients;

    private Picture(AiSdks sdks, Compilation compilation, PromptFiles files)
    {
        _source = new OperationSource(compilation);
        _sites = new CallSites(_source);
        _uses = new FunctionUses(_source);
        Sdks = sdks;
        ReferencedAssemblies = compilation.ReferencedAssemblyNames.Select(static a => a.Name).ToImmutableHashSet();
        PromptFiles = files;
        Mentions = new BodyMentions(sdks);
        var values = new SdkFlow(sdks);
        var bodies = new CompilationBodies(_source);
        Tracer = new ValueTracer(values, bodies);
        ParsingMethods = new ParsingMethods(this, compilation);
        TextComparisons = new TextComparisons(Tracer.Knowledge);
        AnsweringCode = new AnsweringCode(Mentions, compilation);
        ComparingMethods = new ComparingMethods(this);
        ConfiguredClients = new ConfiguredClients(compilation);
        PromptMiddleware = new PromptMiddleware(compilation);
        FineTunedMentions = new FineTunedMentions(compilation);
        Evaluation = new ProjectEvaluation(compilation);
        OtherConnectors = new OtherConnectors(compilation);
        _world = new ClosedWorld(Tracer, _sites);
        _modelNames = new ValueTracer(new ModelNameFlow(sdks, values), bodies);
        _worldOfModelNames = new ClosedWorld(_modelNames, _sites);
        _clients = new RegisteredClients(this, _source);
        SpeaksOfFineTuning = FineTuningText.IsIn(compilation);
        FineTuning = new FineTuningIndex(this, _source);
    }

    public AiSdks Sdks { get; }

    /// <summary>The names of the assemblies that the compilation references.</summary>
    public ImmutableHashSet<string> ReferencedAssemblies { get; }

    /// <summary>The prompt files that the compilation was given.</summary>
    public PromptFiles PromptFiles { get; }

    public BodyMentions Mentions { get; }

    public ValueTracer Tracer { get; }

    public ParsingMethods ParsingMethods { get; }

    public TextComparisons TextComparisons { get; }

    public AnsweringCode AnsweringCode { get; }

    public ComparingMethods ComparingMethods { get; }

    public ConfiguredClients ConfiguredClients { get; }

    /// <summary>Some file has words of the REST interface for fine-tuning, so raw HTTP requests are worth a look.</summary>
    public bool SpeaksOfFineTuning { get; }

    /// <summary>The fine-tuning jobs of all bodies, and what feeds vector indexes.</summary>
    public FineTuningIndex FineTuning { get; }

    public PromptMiddleware PromptMiddleware { get; }

    public FineTunedMentions FineTunedMentions { get; }

    public ProjectEvaluation Evaluation { get; }

    public OtherConnectors OtherConnectors { get; }

    /// <summary>The model of a compilation, or false when it references no AI SDK.</summary>
    /// <param name="additional">The compiler's additional files; an editor may change one of them and keep the compilation.</param>
    public static bool TryCreate(
        Compilation compilation,
        ImmutableArray<AdditionalText> additional,
        [NotNullWhen(true)] out Picture? picture
    )
    {
        picture = null;
        if (!AiSdks.TryCreate(compilation, out var sdks))
        {
            return false;
        }

        var known = Models.GetValue(compilation, c => new StrongBox<Picture>(new Picture(sdks, c, new PromptFiles(additional))));
        lock (known)
        {
            if (!known.Value!.PromptFiles.Additional.SequenceEqual(additional))
            {
                known.Value = new Picture(sdks, compilation, new PromptFiles(additional));
            }

            picture = known.Value;
        }

        return true;
    }

    /// <summary>The part of the picture that one body holds; the body is given by any operation in it.</summary>
    public Body BodyOf(IOperation operation) => _bodies.GetValue(operation.Root(), root => new Body(this, root));

    /// <summary>
    /// Traces a value of a body that was reached through calls, or of any body: parameters are what those calls, or else all visible
    /// callers, pass.
    /// </summary>
    public TraceResult Trace(IOperation value, FlowMode mode, CallChain? via, AccessPath? path = null, ISet<IOperation>? trail = null)
    {
        var result = Tracer.Trace(value, mode, path, trail);
        return _world.Close(via?.Bind(result, Tracer, mode) ?? result, mode);
    }

    /// <summary>Traces the name of the model that a client, or what wraps one, was made for.</summary>
    public TraceResult TraceModelName(IOperation client, CallChain? via)
    {
        var name = _modelNames.Trace(client, FlowMode.Value);
        name = _worldOfModelNames.Close(via?.Bind(name, _modelNames, FlowMode.Value) ?? name, FlowMode.Value);
        return name.Substitute(o =>
            _clients.HandedOut(o) is { IsEmpty: false } clients
                ? TraceResult.UnionAll(clients.Select(c => _modelNames.Trace(c, FlowMode.Value)))
                : null
        );
    }

    /// <summary>What every visible call passes for a parameter that a trace ended at; empty when others may call.</summary>
    public ImmutableArray<IOperation> PassedFor(Origin origin) => _world.PassedFor(origin);

    /// <summary>
    /// What is passed for a parameter that a trace ended at: by those of the calls that lead to its method, else by every visible call.
    /// </summary>
    public ImmutableArray<IOperation> PassedFor(Origin origin, IReadOnlyList<CallChain> calls)
    {
        var passed = calls
            .Select(link =>
                CallTracer.PassedParameter(origin, link.Body) is { } parameter && link.Call is IInvocationOperation call
                    ? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value
                    : null
            )
            .OfType<IOperation>()
            .ToImmutableArray();
        if (!passed.IsEmpty)
        {
            return passed;
        }

        return PassedFor(origin);
    }

    /// <summary>The calls that can be seen of the method that an operation is in; there may be others.</summary>
    public ImmutableArray<IInvocationOperation> VisibleCallersOf(IOperation operation) =>
        _source.MethodAround(operation) is { } method ? _sites.Visible(method) : ImmutableArray<IInvocationOperation>.Empty;

    /// <summary>
    /// The operations that can be seen to run a method or accessor, or to hand it over; default when there are too many or they cannot be
    /// found.
    /// </summary>
    public ImmutableArray<IOperation> UsesOf(IMethodSymbol function) => _uses.Of(function);

    /// <summary>The expression that a constant is declared with, or null when it is declared elsewhere.</summary>
    public IOperation? ValueOf(ISymbol constant) => _source.ValueOf(constant);

    /// <summary>The method, constructor or accessor that an operation is in; null in an initializer.</summary>
    public IMethodSymbol? MethodAround(IOperation operation) => _source.MethodAround(operation);

    /// <summary>The visible calls that certainly run this method, and no other one that implements the same member.</summary>
    public IEnumerable<IInvocationOperation> CallsThatRun(IMethodSymbol method) =>
        _sites
            .Visible(method)
            .Where(c =>
                SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method.OriginalDefinition)
                || Tracer.Bodies.BodiesOf(c.TargetMethod).Length == 1
            );

    /// <summary>The places at which a method is handed over as a delegate.</summary>
    public IEnumerable<IMethodReferenceOperation> ReferencesTo(IMethodSymbol method) => _sites.References(method);

    /// <summary>The bodies and initializers of a type in which one of the names occurs.</summary>
    public IEnumerable<Body> BodiesOf(INamedTypeSymbol type, IEnumerable<string> names) =>
        names.SelectMany(n => _source.RootsMentioning(n, type)).Select(BodyOf).Distinct();

    /// <summary>The bodies and initializers outside a type that mention a member by its name.</summary>
    public IEnumerable<Body> BodiesMentioning(ISymbol member, INamedTypeSymbol exceptIn) =>
        _source.RootsMentioning(member.Name, member.Name, exceptIn).Select(BodyOf).Distinct();

    /// <summary>The bodies and initializers outside a type that mention it.</summary>
    public ImmutableArray<IOperation> BodiesMentioning(INamedTypeSymbol type) =>
        _source.RootsMentioning(type.Name, type.Name, exceptIn: type);

    /// <summary>Traces a value, seeing through the parameters of local functions but not through those of the body itself.</summary>
    public TraceResult TraceLocally(IOperation value, FlowMode mode, AccessPath? path = null) =>
        _world.CloseLocalFunctions(Tracer.Trace(value, mode, path), mode);
}
