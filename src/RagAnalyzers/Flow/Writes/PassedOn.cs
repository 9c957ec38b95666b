using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>What a call may do to an object that it is passed.</summary>
internal static class PassedOn
{
    /// <summary>The call may change the object, now or, because it keeps it, later.</summary>
    public static bool MayChange(IArgumentOperation argument, CallFlow? flow) =>
        IsKept(argument, flow)
        || (
            flow is not { LeavesArgumentsAlone: true }
            && IsChangeable(argument.Value.Unwrapped().Type)
            && !TakesOnlyLooks(argument)
            && !SerializesBy(argument)
        );

    /// <summary>A chain of calls goes on with what an extension of the compilation returns: an object of the type that it is called on.</summary>
    public static bool GoesOn(IArgumentOperation argument, IInvocationOperation call) =>
        argument.Parameter is { Ordinal: 0 } parameter
        && call is { TargetMethod: { IsExtensionMethod: true } method, Parent: not IExpressionStatementOperation }
        && method.IsInSource()
        && IsChangeable(parameter.Type)
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, parameter.Type);

    /// <summary>An object that has members of its own.</summary>
    public static bool IsChangeable(ITypeSymbol? type) =>
        type
            is { IsReferenceType: true, SpecialType: not (SpecialType.System_String or SpecialType.System_Object) }
                and not { TypeKind: TypeKind.Delegate };

    /// <summary>
    /// The object is a member that a library's object is made with, which a library is passed at once: <c>Make(new Settings { Options = options })</c>
    /// is as good as <c>Make(new Settings(options))</c>. Elements that are added to a collection are another matter.
    /// </summary>
    public static bool IsInitial(ISimpleAssignmentOperation assignment) =>
        assignment.Parent
            is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } made }
        && !constructor.IsInSource()
        && !HandedOn.IsCollection(assignment.Value.Unwrapped().Type)
        && made.ParentOf(out _) is IArgumentOperation { Parameter: { } parameter }
        && !parameter.IsInSource();

    /// <summary>A collection is stored as an element of another one.</summary>
    private static bool IsKept(IArgumentOperation argument, CallFlow? flow) =>
        flow is { ToReceiver.IsEmpty: false }
        && argument.Parameter?.OriginalDefinition.Type is ITypeParameterSymbol
        && HandedOn.IsCollection(argument.Value.Unwrapped().Type);

    /// <summary>
    /// A library's parameter of type <c>object</c> or a type parameter is for looking at (logging, comparing), unless the method is named
    /// for writing to it. A collection that is passed as what the caller says it is (a cache's value) is kept.
    /// </summary>
    private static bool TakesOnlyLooks(IArgumentOperation argument) =>
        argument.Parameter is { } parameter
        && (
            parameter.OriginalDefinition.Type.SpecialType == SpecialType.System_Object
            || (parameter.OriginalDefinition.Type is ITypeParameterSymbol && !HandedOn.IsCollection(argument.Value.Unwrapped().Type))
        )
        && !parameter.IsInSource()
        && parameter.ContainingSymbol
            is not (
                IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
                or { Name: "Bind" or "Populate" or "PopulateObject" or "SetValue" or "Map" or "CopyTo" }
            );

    /// <summary>
    /// A library serializes by the options, or describes what it would write; from then on nobody can change them. What extends the options of
    /// somebody else's library (<c>options.ConfigureForDates()</c>) may add to them.
    /// </summary>
    private static bool SerializesBy(IArgumentOperation argument) =>
        argument.Parameter
            is { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke, ReturnsVoid: false } method } parameter
        && !parameter.IsInSource()
        && parameter.Type.HasFullName("System.Text.Json.JsonSerializerOptions")
        && (
            !method.IsExtensionMethod
            || parameter.Ordinal > 0
            || method.ContainingType.FullNamespace().StartsWith("System.Text.Json", StringComparison.Ordinal)
        );
}
