using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>The variable that an expression is nothing but the name of.</summary>
internal static class NamedVariables
{
    /// <summary>The local or parameter; null of anything else.</summary>
    public static ISymbol? LocalOrParameter(this IOperation value) =>
        value.Unwrapped() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    /// <summary>The same, or a field or property of the object that the code runs on, or of a type; no element.</summary>
    public static ISymbol? OwnVariable(this IOperation value) =>
        value.LocalOrParameter()
        ?? value.Unwrapped() switch
        {
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: null or IInstanceReferenceOperation } property =>
                property.Property,
            _ => null,
        };
}
