using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Traces members of objects through the constructors that run: initializers, what the constructor and those that it calls assign, and
/// what is passed to it.
/// </summary>
internal sealed class ConstructionTracer
{
    /// <summary>Half-typed code may have constructors that call each other.</summary>
    private const int MaximumConstructors = 8;

    private readonly TraceSession _session;
    private int _entered;

    public ConstructionTracer(TraceSession session) => _session = session;

    /// <summary>The field or auto-property of a source type, or of one that it derives from, that has a name; null for anything else.</summary>
    public static ISymbol? MemberOf(ITypeSymbol? type, string name)
    {
        for (var t = type; t is not null && t.IsInSource(); t = t.BaseType)
        {
            foreach (var member in t.GetMembers(name))
            {
                return
                    member is IFieldSymbol { IsStatic: false, IsConst: false }
                    || (member is IPropertySymbol { IsStatic: false } property && CompilationBodies.IsAuto(property))
                    ? member
                    : null;
            }
        }

        return null;
    }

    /// <summary>What a member of a new object holds, as far as its initializer does not say it.</summary>
    public TraceResult Of(IObjectCreationOperation creation, IMethodSymbol constructor, ISymbol member, AccessPath path)
    {
        var declared = member.OriginalDefinition;
        if (
            !_session.Tracer.Bodies.WritersOf(declared).IsDefault
            && !PassesOn(constructor)
            && SymbolEqualityComparer.Default.Equals(declared.ContainingType, constructor.OriginalDefinition.ContainingType)
        )
        {
            return OfConfined(creation, constructor, declared, path);
        }

        return AfterRunning(constructor.OriginalDefinition, declared, creation, path)
            .Substitute(o =>
                PassedParameters.IsOf(o, constructor) ? Passed(creation.Arguments, o)
                : OtherMember(o, declared, creation.Type) is { } other
                    ? CallTracer.WithPart(_session.Trace(creation, o.Path.Push(other.MemberName())), o.Part)
                : null
            );
    }

    /// <summary>
    /// What the member holds when a constructor has run, in terms of that constructor's parameters.
    /// </summary>
    private TraceResult AfterRunning(IMethodSymbol constructor, ISymbol member, IObjectCreationOperation creation, AccessPath path)
    {
        if (_entered >= TraceBudget.Calls)
        {
            return TraceResult.Truncated;
        }

        if (!_session.Open.TryOpen(constructor, member, path))
        {
            return TraceResult.Of(OriginKind.State, creation, path, member);
        }

        _entered++;

        var result = TraceResult.Nothing;
        var isReplaced = false;
        if (_session.Tracer.Bodies.BodiesOf(constructor) is [var body])
        {
            foreach (var write in LastingWrites.Of(_session.Tracer.Writes.WritesTo(member, BodyIndex.Of(body)), path))
            {
                result = result.Union(_session.Variables.OfWrite(write, path));
                isReplaced |= LastingWrites.Replaces(write, path);
            }

            // A method that the constructor calls on the object may write the member as well.
            if (CallsItself(body))
            {
                result = result.Union(TraceResult.Of(OriginKind.State, creation, path, member));
            }
        }
        else if (!constructor.IsImplicitlyDeclared && !IsOfItsType(constructor))
        {
            result = TraceResult.Of(OriginKind.State, creation, path, member);
        }

        if (!isReplaced)
        {
            result = result.Union(Before(constructor, member, creation, path));
        }

        _entered--;
        _session.Open.Close(constructor, member, path);
        return result;
    }

    /// <summary>What the member holds when a constructor's own code begins.</summary>
    private TraceResult Before(IMethodSymbol constructor, ISymbol member, IObjectCreationOperation creation, AccessPath path)
    {
        if (_session.Tracer.Bodies.ConstructorCalledBy(constructor) is { TargetMethod: { } called } call && IsOther(called, member))
        {
            return AfterRunning(called.OriginalDefinition, member, creation, path)
                .Substitute(o => PassedParameters.IsOf(o, called) ? Passed(call.Arguments, o) : null);
        }

        if (!SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType))
        {
            return
                constructor.ContainingType.BaseType?.OriginalDefinition.InstanceConstructors.FirstOrDefault(static c =>
                    c.Parameters.IsEmpty
                )
                    is { } implied
                ? AfterRunning(implied, member, creation, path)
                : TraceResult.Of(OriginKind.State, creation, path, member);
        }

        return _session.Tracer.Bodies.InitializerOf(member) is { } initializer
            && !(initializer.Value.IsNullValue() && NullValues.IsSettable(member) && NullValues.IsMadeByLibrary(member.ContainingType))
                ? _session.Trace(initializer.Value, path)
            : HasInitializer(member) ? TraceResult.Of(OriginKind.State, creation, path, member)
            : TraceResult.Of(OriginKind.Unset, creation, path, creation.Type);

        bool IsOther(IMethodSymbol target, ISymbol written) =>
            !SymbolEqualityComparer.Default.Equals(constructor.ContainingType, written.ContainingType)
            || SymbolEqualityComparer.Default.Equals(target.ContainingType.OriginalDefinition, constructor.ContainingType);
    }

    private TraceResult? Passed(ImmutableArray<IArgumentOperation> arguments, Origin origin) =>
        arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ((IParameterSymbol)origin.Symbol!).Ordinal) is { } argument
            ? CallTracer.WithPart(_session.Trace(argument.Value, origin.Path), origin.Part)
            : null;

    /// <summary>Another member of the same object that the member was made of.</summary>
    private static ISymbol? OtherMember(Origin origin, ISymbol member, ITypeSymbol? type) =>
        origin is { Kind: OriginKind.State, Via: null, Symbol: IFieldSymbol or IPropertySymbol }
        && !SymbolEqualityComparer.Default.Equals(origin.Symbol.OriginalDefinition, member)
        && MemberOf(type, origin.Symbol.Name) is { } other
        && SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, origin.Symbol.OriginalDefinition)
            ? other
            : null;

    /// <summary>Code of the type's own, other than the constructor's, runs on the object: a method, or the setter of a property.</summary>
    public static bool CallsItself(IOperation body)
    {
        var index = BodyIndex.Of(body);
        return index.Invocations.Any(static c =>
                c.TargetMethod.MethodKind != MethodKind.Constructor
                && c.TargetMethod.IsInSource()
                && (
                    c.Instance is IInstanceReferenceOperation
                    || c.Arguments.Any(static a => a.Value.Unwrapped() is IInstanceReferenceOperation)
                )
            )
            || body.DescendantsAndSelf()
                .OfType<IAssignmentOperation>()
                .Any(static a =>
                    a.Target is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: var property }
                    && property.IsInSource()
                    && !CompilationBodies.IsAuto(property)
                );
    }

    /// <summary>A primary constructor: it has no body, and its parameters stand at the type.</summary>
    private static bool IsOfItsType(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is TypeDeclarationSyntax);

    private static bool HasInitializer(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(static r =>
            r.GetSyntax()
                is PropertyDeclarationSyntax { Initializer: not null }
                    or VariableDeclaratorSyntax { Initializer: not null }
                    or ParameterSyntax
        );

    /// <summary>What a constructor was passed here, or what it passes on to the one that runs before it.</summary>
    public TraceResult OfCaptured(IObjectCreationOperation creation, IMethodSymbol constructor, AccessPath path) =>
        OfCaptured(constructor, creation.Arguments, path, MaximumConstructors) ?? TraceSession.Unknown(creation, path);

    private TraceResult? OfCaptured(IMethodSymbol constructor, ImmutableArray<IArgumentOperation> arguments, AccessPath path, int more)
    {
        if (
            arguments.FirstOrDefault(a => a.Parameter is { } parameter && AccessPath.Captured(parameter.OriginalDefinition) == path.Head) is
            { } argument
        )
        {
            return _session.Trace(argument.Value, path.Rest);
        }

        if (path.Head.StartsWith(AccessPath.CapturedBy(constructor.ContainingType), StringComparison.Ordinal) && !PassesOn(constructor))
        {
            return TraceResult.Nothing;
        }

        return more > 0 && _session.Tracer.Bodies.ConstructorCalledBy(constructor) is { } call
            ? OfCaptured(call.TargetMethod, call.Arguments, path, more - 1)
                ?.Substitute(o => PassedParameters.IsOf(o, constructor) ? Passed(arguments, o) : null)
            : null;
    }

    /// <summary>Another constructor of the type runs as well.</summary>
    private static bool PassesOn(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static r =>
            r.GetSyntax() is ConstructorDeclarationSyntax { Initializer: { } initializer }
            && initializer.IsKind(SyntaxKind.ThisConstructorInitializer)
        );

    /// <summary>
    /// A member that only the type itself writes: what its code writes, with the constructor's parameters replaced by what is passed here.
    /// </summary>
    private TraceResult OfConfined(IObjectCreationOperation creation, IMethodSymbol constructor, ISymbol member, AccessPath path) =>
        _session
            .Variables.StateOf(member, creation, path)
            .Substitute(o =>
                PassedParameters.IsOf(o, constructor)
                    ? creation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ((IParameterSymbol)o.Symbol!).Ordinal) is { } argument
                        ? _session.Trace(argument.Value, o.Path)
                        : null
                    : IsOfConstructorThatDidNotRun(o, constructor)
                    || (o.Kind == OriginKind.State && SymbolEqualityComparer.Default.Equals(o.Symbol, member))
                        ? TraceResult.Nothing
                        : null
            );

    private static bool IsOfConstructorThatDidNotRun(Origin origin, IMethodSymbol constructor) =>
        origin
            is {
                Kind: OriginKind.Parameter,
                Via: null,
                Symbol.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } other
            }
        && SymbolEqualityComparer.Default.Equals(other.ContainingType.OriginalDefinition, constructor.ContainingType.OriginalDefinition)
        && !PassesOn(constructor);
}
