using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>
/// Which clients the compilation registers with a container, and which of them a constructor, an endpoint or a request to the container
/// gets: the only one that is registered for the type and the key.
/// </summary>
internal sealed class RegisteredClients
{
    private const string KeyAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";

    private static readonly ImmutableArray<string> ClientNamespaces = ImmutableArray.Create(
        "OpenAI",
        "Azure.AI.OpenAI",
        "Microsoft.Extensions.AI",
        "Microsoft.SemanticKernel",
        "Microsoft.Agents.AI"
    );

    private readonly Picture _picture;
    private readonly Lazy<ImmutableArray<Registration>> _registrations;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _made = new(SymbolEqualityComparer.Default);

    private RegisteredClients(Picture picture)
    {
        _picture = picture;
        _registrations = new(
            () => picture.Compilation.SyntaxTrees.SelectMany(t => RegistrationsIn(t)).ToImmutableArray(),
            LazyThreadSafetyMode.ExecutionAndPublication
        );
    }

    public static RegisteredClients Of(Picture picture) => picture.Once(static p => new RegisteredClients(p));

    /// <summary>
    /// Puts what a container hands out into the place of the parameters and requests that a trace ended at, whatever is read off them.
    /// </summary>
    public TraceResult Fill(TraceResult result, FlowMode mode) =>
        result.Substitute(o =>
            HandedOut(o with { Path = AccessPath.Empty }) is { IsEmpty: false } objects
                ? TraceResult.UnionAll(objects.Select(handed => _picture.TraceThroughCallers(handed, mode, o.Path)))
                : null
        );

    /// <summary>What a container hands out where a trace ended; empty when that is not known.</summary>
    public ImmutableArray<IOperation> HandedOut(Origin origin) =>
        origin switch
        {
            // Who fills the parameter is dearer to ask than what is registered for it.
            { Kind: OriginKind.Parameter, Path.IsEmpty: true, Symbol: IParameterSymbol parameter }
                when Registered(parameter.Type, KeyOf(parameter)) is { IsEmpty: false } objects
                    && IsFilledByContainer(parameter, origin.Operation) => objects,
            {
                Kind: OriginKind.Call,
                Path.IsEmpty: true,
                Operation: IInvocationOperation { TargetMethod: { TypeArguments: [{ } type] } method } call
            } when _picture.Sdks.TryGetFact<ServiceRequestFact>(method, out var request) => request.Key is null
                ? Registered(type, key: null)
            : ConstantIn(call.ArgumentNamed(request.Key)) is { } key ? Registered(type, key)
            : ImmutableArray<IOperation>.Empty,
            { Path.IsEmpty: true, Operation: IInvalidOperation call } when UnboundServices.Requested(_picture, call) is { } type =>
                Registered(type, key: null),
            _ => ImmutableArray<IOperation>.Empty,
        };

    private ImmutableArray<IOperation> Registered(ITypeSymbol type, object? key)
    {
        if (!IsClient(type))
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var meant = _registrations
            .Value.Where(r => SymbolEqualityComparer.Default.Equals(r.Type, type) && (r.HasUnknownKey || Equals(r.Key, key)))
            .ToList();
        return meant.Count == 1 && !meant[0].HasUnknownKey ? meant[0].Values : ImmutableArray<IOperation>.Empty;
    }

    /// <summary>The parameter of a constructor that no code calls, or of a function that an endpoint is mapped to.</summary>
    private bool IsFilledByContainer(IParameterSymbol parameter, IOperation use) =>
        parameter.ContainingSymbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => !_made.GetOrAdd(constructor.ContainingType, IsMade),
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function => BodyIndex.Of(use).FunctionOf(function)
                is IAnonymousFunctionOperation lambda
                && lambda.ArgumentOf() is { Parent: IInvocationOperation { TargetMethod.Name: var name } }
                && name.StartsWith("Map", StringComparison.Ordinal),
            _ => false,
        };

    private bool IsMade(INamedTypeSymbol type) =>
        _picture
            .Compilation.SyntaxTrees.Where(t => IdentifierIndex.Mentions(t, type.Name))
            .Any(t =>
                IdentifierIndex.Tokens(t, type.Name).Any(static token => ConstructionSites.Naming(token.Parent) is not null)
                || ConstructionSites
                    .UnnamedIn(t)
                    .Any(c =>
                        SymbolEqualityComparer.Default.Equals(
                            _picture.SemanticModelOf(t).GetTypeInfo(c).Type?.OriginalDefinition,
                            type.OriginalDefinition
                        )
                    )
            );

    private ImmutableArray<Registration> RegistrationsIn(SyntaxTree tree)
    {
        var names = _picture.Mentions.NamesOf<ServiceRegistrationFact>();
        if (!IdentifierIndex.MentionsAny(tree, names))
        {
            return ImmutableArray<Registration>.Empty;
        }

        return IdentifierIndex
            .TokensOfAny(tree, names)
            .Select(static token => token.Parent?.Parent?.Parent)
            .OfType<InvocationExpressionSyntax>()
            .Where(c => c.Expression is MemberAccessExpressionSyntax { Name: var name } && names.Contains(name.Identifier.ValueText))
            .Distinct()
            .Select(c => _picture.OperationOf(c) is IInvocationOperation call ? Read(call) : ReadUnbound(c))
            .OfType<Registration>()
            .ToImmutableArray();
    }

    private Registration? Read(IInvocationOperation call)
    {
        if (!_picture.Sdks.TryGetFact<ServiceRegistrationFact>(call.TargetMethod, out var fact))
        {
            return null;
        }

        var argument = call.Arguments.FirstOrDefault(a => fact.From.Contains(a.Parameter?.Name ?? ""));
        var type =
            (fact.Service is { } service ? ServiceNamed(service) : call.TargetMethod.TypeArguments.FirstOrDefault())
            ?? Handed(argument?.Parameter?.Type);
        if (type is null || !IsClient(type))
        {
            return null;
        }

        // An object that the container makes itself is there, and its model is unknown; of others only the model is told.
        var values =
            argument is not null ? Values(argument.Value)
            : fact.Service is null ? ImmutableArray<IOperation>.Empty
            : ImmutableArray.Create<IOperation>(call);
        var key = fact.Key is null ? null : call.ArgumentNamed(fact.Key);
        return new Registration(type, ConstantIn(key), fact.Key is not null && key?.Unwrapped().ConstantValue.HasValue != true, values);
    }

    private Registration? ReadUnbound(InvocationExpressionSyntax call)
    {
        if (UnboundServices.Registration(_picture, call) is not var (method, fact, value))
        {
            return null;
        }

        var passed = Handed(method.Parameters.FirstOrDefault(p => fact.From.Contains(p.Name))?.Type);
        var type =
            fact.Service is { } service ? ServiceNamed(service)
            : UnboundServices.TypeArgument(_picture, call) is { } named ? named
            : passed is not null && IsClient(passed) ? passed
            : Values(value).Select(static v => v.Unwrapped().Type).FirstOrDefault();
        return type is not null && IsClient(type) ? new Registration(type, Key: null, HasUnknownKey: false, Values(value)) : null;
    }

    /// <summary>The object that is handed over, or what the function that makes it returns.</summary>
    private static ImmutableArray<IOperation> Values(IOperation value) =>
        value.HandedFunction() switch
        {
            null => ImmutableArray.Create(value),
            IAnonymousFunctionOperation lambda => lambda.ReturnedValues().ToImmutableArray(),
            _ => ImmutableArray<IOperation>.Empty,
        };

    private static ITypeSymbol? Handed(ITypeSymbol? parameter) =>
        parameter is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod.ReturnType: { } made } ? made : parameter;

    private ITypeSymbol? ServiceNamed(string metadataName)
    {
        var type = _picture.Compilation.GetTypeByMetadataName(metadataName);
        return type is { Arity: 2 } && _picture.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.Embedding`1") is { } embedding
            ? type.Construct(
                _picture.Compilation.GetSpecialType(SpecialType.System_String),
                embedding.Construct(_picture.Compilation.GetSpecialType(SpecialType.System_Single))
            )
            : type;
    }

    private static object? ConstantIn(IOperation? key) =>
        key?.Unwrapped().ConstantValue is { HasValue: true, Value: { } constant } ? constant : null;

    private static object? KeyOf(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(static a => a.AttributeClass.HasFullName(KeyAttribute))
            is { ConstructorArguments: [{ } argument, ..] }
            ? argument.Value
            : null;

    private static bool IsClient(ITypeSymbol type)
    {
        var space = type.FullNamespace();
        return !type.IsInSource() && ClientNamespaces.Any(n => space == n || space.StartsWith(n + ".", StringComparison.Ordinal));
    }

    private sealed record Registration(ITypeSymbol Type, object? Key, bool HasUnknownKey, ImmutableArray<IOperation> Values);
}
