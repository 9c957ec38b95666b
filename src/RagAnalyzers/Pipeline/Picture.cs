using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration.Apis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// The picture of one compilation, shared by all rules. It names nothing of what is found there: it traces, knows the bodies, and
/// remembers what each room reads, when a rule first asks.
/// </summary>
internal sealed class Picture
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<Picture>> Pictures = new();

    private readonly BodyTable _bodies;
    private readonly Memos<Picture> _memos;
    private readonly OperationSource _source;
    private readonly CallSites _sites;
    private readonly FunctionUses _uses;
    private readonly ClosedWorld _world;
    private readonly Lazy<HashSet<string>> _referenced;
    private readonly CallMeanings _meanings;

    private Picture(AiSdks sdks, Compilation compilation, ImmutableArray<AdditionalText> additional)
    {
        _memos = new Memos<Picture>(this);
        _bodies = new BodyTable(this);
        _source = new OperationSource(compilation);
        var names = new BoundNames(_source);
        _sites = new CallSites(_source, names);
        KeptFunctions = new KeptFunctions(_source, names, _sites);
        FunctionKeepers = new FunctionKeepers(_source);
        _uses = new FunctionUses(_source, names);
        var bodies = new CompilationBodies(_source);
        Sdks = sdks.Unless(new CodeOfListed(this, sdks.WithoutListed, bodies).Says);
        AdditionalFiles = additional;
        _referenced = new(
            () => new HashSet<string>(compilation.ReferencedAssemblyNames.Select(static a => a.Name)),
            LazyThreadSafetyMode.PublicationOnly
        );
        _meanings = new CallMeanings(Sdks, compilation, new ValueTracer(new SdkFlow(Sdks, meanings: null), bodies));
        Mentions = new BodyMentions(Sdks, _meanings, compilation);
        Tracer = new ValueTracer(new SdkFlow(Sdks, _meanings), bodies);
        Uses = new UseTracer(Tracer.Knowledge, new CompilationUses(_source, bodies, _sites));
        UsesWithinBody = new UseTracer(Tracer.Knowledge, WithinBody.Instance);
        _world = ClosedWorldOf(Tracer);
    }

    public Compilation Compilation => _source.Compilation;

    public AiSdks Sdks { get; }

    /// <summary>The compiler's additional files.</summary>
    public ImmutableArray<AdditionalText> AdditionalFiles { get; }

    /// <summary>The names of the assemblies that the compilation references.</summary>
    public IReadOnlyCollection<string> ReferencedAssemblies => _referenced.Value;

    /// <summary>The compilation references an assembly of that name.</summary>
    public bool References(string assembly) => _referenced.Value.Contains(assembly);

    public BodyMentions Mentions { get; }

    public ValueTracer Tracer { get; }

    /// <summary>Follows values forwards, through the methods and callers that can be seen.</summary>
    public UseTracer Uses { get; }

    /// <summary>Follows values forwards as far as their own body goes.</summary>
    public UseTracer UsesWithinBody { get; }

    /// <summary>The functions that events, and members of delegate types, keep.</summary>
    public KeptFunctions KeptFunctions { get; }

    /// <summary>The members that keep a function.</summary>
    public FunctionKeepers FunctionKeepers { get; }

    /// <summary>The picture of a compilation, or false when it references no AI SDK, and knows nothing that a table lists.</summary>
    /// <param name="additional">The compiler's additional files; an editor may change one of them and keep the compilation.</param>
    public static bool TryCreate(
        Compilation compilation,
        ImmutableArray<AdditionalText> additional,
        [NotNullWhen(true)] out Picture? picture
    )
    {
        picture = null;
        if (!ProjectApis.TryResolve(compilation, additional, out var sdks))
        {
            return false;
        }

        var known = Pictures.GetValue(compilation, c => new StrongBox<Picture>(new Picture(sdks, c, additional)));
        lock (known)
        {
            if (!known.Value!.AdditionalFiles.SequenceEqual(additional))
            {
                known.Value = new Picture(sdks, compilation, additional);
            }

            picture = known.Value;
        }

        return true;
    }

    /// <inheritdoc cref="LookUps.IsOne"/>
    public bool IsLookUp(IInvocationOperation call) => _meanings.IsLookUp(call);

    /// <summary>What a room reads off the compilation, once.</summary>
    /// <param name="read">A static function; what it makes is kept for it.</param>
    public T Once<T>(Func<Picture, T> read) => _memos.Once(read);

    /// <summary>The fact about a call: the one about its member, or one that the call has by what it is given.</summary>
    public bool TryGetFact<TFact>(IInvocationOperation call, [NotNullWhen(true)] out TFact? fact)
        where TFact : SdkFact =>
        Sdks.TryGetFact(call.TargetMethod, out fact) ? !_meanings.IsNo(fact, call) : _meanings.TryGetFact(call, out fact);

    /// <summary>The part of the picture that one body holds; the body is given by any operation in it.</summary>
    public Body BodyOf(IOperation operation) => _bodies.Of(operation.Root());

    /// <summary>The part of the picture that a declaration with a body holds; see <see cref="DeclaredBodies"/>. Nothing is bound for that.</summary>
    public Body BodyAt(SyntaxNode declaration) => _bodies.At(declaration);

    /// <summary>
    /// The body that a lambda or local function stands in, or that of a method which is referred to; null for one that has none.
    /// </summary>
    public Body? BodyOfFunction(IOperation function) =>
        function is not IMethodReferenceOperation { Method: { MethodKind: not MethodKind.LocalFunction } method } ? BodyOf(function)
        : RootOf(method.OriginalDefinition) is { } root ? BodyOf(root)
        : null;

    /// <summary>Where a value comes from, as far as its body shows: its parameters stay what they are.</summary>
    public TraceResult TraceWithinBody(IOperation value, FlowMode mode, AccessPath? path = null, ISet<IOperation>? trail = null) =>
        Tracer.Trace(value, mode, path, trail);

    /// <summary>The same, and the parameters of local functions are what their calls pass; those of the body stay what they are.</summary>
    public TraceResult TraceThroughLocalFunctions(IOperation value, FlowMode mode, AccessPath? path = null) =>
        _world.CloseLocalFunctions(TraceWithinBody(value, mode, path), mode);

    /// <summary>
    /// The same, and the parameters of the body, too, are what their callers pass, where all callers can be seen.
    /// </summary>
    /// <param name="trail">Receives every operation that the trace passes, those in callers included.</param>
    public TraceResult TraceThroughCallers(IOperation value, FlowMode mode, AccessPath? path = null, ISet<IOperation>? trail = null) =>
        CloseOverCallers(TraceWithinBody(value, mode, path, trail), mode, trail);

    /// <summary>Puts what callers pass, where all can be seen, into the place of the parameters in a result.</summary>
    public TraceResult CloseOverCallers(TraceResult result, FlowMode mode, ISet<IOperation>? trail = null) =>
        _world.Close(result, mode, trail);

    /// <summary>The world of visible calls for a tracer with other knowledge of the same bodies.</summary>
    public ClosedWorld ClosedWorldOf(ValueTracer tracer) => new(tracer, _sites);

    /// <summary>What every visible call passes for a parameter that a trace ended at; empty when others may call.</summary>
    public ImmutableArray<IOperation> PassedFor(Origin origin) => _world.PassedFor(origin);

    /// <summary>
    /// What is passed for a parameter that a trace ended at: by those of the calls that lead to its method, else by every visible call.
    /// </summary>
    public ImmutableArray<IOperation> PassedFor(Origin origin, IReadOnlyList<CallChain> calls)
    {
        var passed = calls
            .Select(link =>
                PassedParameters.Of(origin, link.Body) is { } parameter && link.Call is IInvocationOperation call
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
    public ImmutableArray<IInvocationOperation> VisibleCallersOf(IOperation operation) => VisibleCallsOf(MethodAround(operation));

    /// <summary>The calls that can be seen of the method that a body belongs to; there may be others.</summary>
    public ImmutableArray<IInvocationOperation> VisibleCallersOf(Body body) => VisibleCallsOf(MethodAround(body));

    private ImmutableArray<IInvocationOperation> VisibleCallsOf(IMethodSymbol? method) =>
        method is null ? ImmutableArray<IInvocationOperation>.Empty : _sites.Visible(method);

    /// <summary>
    /// The operations that can be seen to run a method or accessor, or to hand it over; default when there are too many or they cannot be
    /// found.
    /// </summary>
    public ImmutableArray<IOperation> UsesOf(IMethodSymbol function) => _uses.Of(function);

    /// <summary>The expression that a constant is declared with, or null when it is declared elsewhere.</summary>
    public IOperation? ValueOf(ISymbol constant) => _source.ValueOf(constant);

    /// <summary>The body of a method of this compilation; null for one that has none.</summary>
    public IOperation? RootOf(IMethodSymbol method) => _source.BodyOf(method);

    /// <summary>The method, constructor or accessor that a body belongs to; null for an initializer.</summary>
    public IMethodSymbol? MethodAround(Body body) => _source.MethodOf(body.Syntax);

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
        names.SelectMany(n => _source.DeclarationsMentioning(n, type)).Distinct().Select(BodyAt);

    /// <summary>The bodies and initializers in which one of the names occurs.</summary>
    public IEnumerable<Body> BodiesMentioningAny(ICollection<string> names) =>
        names.Count == 0 ? Enumerable.Empty<Body>() : _source.DeclarationsMentioningAny(names).Select(BodyAt);

    /// <summary>The semantic model of a file, from the cache that all analyzers share.</summary>
    public SemanticModel SemanticModelOf(SyntaxTree tree) => _source.ModelOf(tree);

    /// <summary>The operation that a node stands for, or null.</summary>
    public IOperation? OperationOf(SyntaxNode node) => _source.OperationOf(node);

    /// <summary>The bodies and initializers outside a type that mention a member by its name.</summary>
    public IEnumerable<Body> BodiesMentioning(ISymbol member, INamedTypeSymbol exceptIn) =>
        _source.DeclarationsMentioning(member.Name, member.Name, exceptIn).Select(BodyAt);

    /// <summary>The bodies and initializers outside a type that mention it.</summary>
    public ImmutableArray<IOperation> BodiesMentioning(INamedTypeSymbol type) =>
        _source.RootsMentioning(type.Name, type.Name, exceptIn: type);
}
