using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Branches;

/// <summary>
/// Reads what an arm does: its own calls, those of the methods of this compilation that it calls, and the methods of the classes that it
/// makes or registers.
/// </summary>
internal sealed class ArmReader
{
    /// <summary>So many methods and classes deep an arm is read.</summary>
    public const int MaximumDepth = 3;

    private readonly Picture _picture;
    private readonly HashSet<IOperation> _entered = new();
    private readonly ImmutableArray<ModelCall>.Builder _calls = ImmutableArray.CreateBuilder<ModelCall>();
    private IInvocationOperation? _retrieval;
    private bool _isClear = true;

    private ArmReader(Picture picture) => _picture = picture;

    public static Arm Read(Picture picture, IEnumerable<IOperation> operations)
    {
        var reader = new ArmReader(picture);
        foreach (var operation in operations)
        {
            reader.Walk(operation, via: null, depth: 0);
        }

        return new Arm(reader._calls.ToImmutable(), reader._retrieval, reader._isClear);
    }

    private void Walk(IOperation root, CallChain? via, int depth)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IInvocationOperation call)
            {
                OfCall(call, via, depth);
            }
            else if (operation is IObjectCreationOperation { Type: INamedTypeSymbol made })
            {
                OfClass(made, depth);
            }
        }
    }

    private void OfCall(IInvocationOperation call, CallChain? via, int depth)
    {
        var body = _picture.BodyOf(call);
        if ((via is null ? ModelCall.At(body, call) : ModelCall.At(_picture, call, via)) is { } asked)
        {
            _calls.Add(asked);
            return;
        }

        if (_picture.TryGetFact<RetrievalFact>(call, out var _))
        {
            _retrieval ??= call;
        }

        foreach (var chosen in call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>())
        {
            OfClass(chosen, depth);
        }

        if (!call.TargetMethod.IsInSource())
        {
            return;
        }

        var local = BodyIndex.Of(call).FunctionOf(call.TargetMethod.OriginalDefinition);
        var bodies = local is null ? _picture.Tracer.Bodies.BodiesOf(call.TargetMethod) : ImmutableArray.Create(local);

        // Which of several implementations runs cannot be seen.
        _isClear &= bodies.Length == 1 && depth < MaximumDepth;
        if (bodies.Length == 1 && depth < MaximumDepth && _entered.Add(bodies[0]))
        {
            Walk(bodies[0], local is null ? CallChain.Join(via, new CallChain(call, bodies[0], inner: null)) : via, depth + 1);
        }
    }

    /// <summary>A class that implements something is chosen for what its methods do.</summary>
    private void OfClass(INamedTypeSymbol type, int depth)
    {
        if (
            !type.IsInSource()
            || type.TypeKind != TypeKind.Class
            || depth >= MaximumDepth
            || (type.Interfaces.IsEmpty && type.BaseType is not { IsAbstract: true })
        )
        {
            return;
        }

        foreach (
            var method in type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(static m =>
                    m
                        is {
                            MethodKind: MethodKind.Ordinary,
                            IsStatic: false,
                            IsAbstract: false,
                            DeclaredAccessibility: Accessibility.Public
                        }
                )
        )
        {
            if (_picture.Tracer.Bodies.BodiesOf(method) is [{ } body] && _entered.Add(body))
            {
                Walk(body, via: null, depth + 1);
            }
        }
    }
}
