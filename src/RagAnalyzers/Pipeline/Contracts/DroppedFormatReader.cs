using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>
/// Tells which values of <c>OpenAIPromptExecutionSettings.ResponseFormat</c> Semantic Kernel's OpenAI connector drops: an assignment in,
/// what is dropped out, or null when some value is taken or cannot be seen. The connector takes an OpenAI <c>ChatResponseFormat</c>, the
/// strings "json_object" and "text" as they are written here, a <c>JsonElement</c>, a <c>Type</c>, and sends no format for anything else
/// (semantic-kernel, Connectors.OpenAI, ClientCore.GetResponseFormat; the Azure connector uses the same method).
/// </summary>
internal static class DroppedFormatReader
{
    private const string JsonMode = "json_object";
    private const string Text = "text";
    private const string ExtensionsFormat = "Microsoft.Extensions.AI.ChatResponseFormat";

    private static readonly ImmutableHashSet<string> Taken = ImmutableHashSet.Create(
        "System.Type",
        "System.Reflection.MemberInfo",
        "System.Text.Json.JsonElement",
        "OpenAI.Chat.ChatResponseFormat"
    );

    public static DroppedFormat? Read(Picture picture, FormatAssignment assignment)
    {
        if (assignment.Fact.Sdk != SdkKind.SemanticKernel || !IsReadByConnector(assignment) || MayBeReadOtherwise(picture, assignment))
        {
            return null;
        }

        var dropped = new List<DroppedFormat>();
        foreach (var value in Values(picture, assignment.Value, depth: 0))
        {
            // No format is asked for here, and none is sent.
            if (IsNothing(value))
            {
                continue;
            }

            if (Dropped(picture, value) is not { } one)
            {
                return null;
            }

            dropped.Add(one);
        }

        return dropped.Count == 0 ? null
            : dropped.Distinct().Count() == 1 ? dropped[0]
            : new DroppedFormat(dropped[0].Description);
    }

    /// <summary>Settings of another connector may derive from these and be read by it.</summary>
    private static bool IsReadByConnector(FormatAssignment assignment) =>
        assignment.Options?.Type is { } type
        && (type.IsInSource() || type.FullNamespace().StartsWith("Microsoft.SemanticKernel.Connectors.", StringComparison.Ordinal));

    /// <summary>
    /// Another service may get the settings, which takes what the connector drops; not where every call that is seen to get them goes
    /// through the connector.
    /// </summary>
    private static bool MayBeReadOtherwise(Picture picture, FormatAssignment assignment) =>
        OtherConnectors.Of(picture).AreUsed
        && !(
            FormattedCalls.Of(picture, assignment) is { IsEmpty: false } calls && calls.All(AskedServices.Of(picture).GoesThroughConnector)
        );

    private static IEnumerable<IOperation> Values(Picture picture, IOperation value, int depth)
    {
        foreach (var source in SameValues.Of(value, picture.Tracer))
        {
            var passed =
                source is IParameterReferenceOperation { Parameter: var parameter } && depth < 3
                    ? picture.PassedFor(new Origin(OriginKind.Parameter, source, AccessPath.Empty, parameter))
                    : ImmutableArray<IOperation>.Empty;
            if (passed.IsEmpty)
            {
                yield return source;
                continue;
            }

            foreach (var argument in passed.SelectMany(a => Values(picture, a, depth + 1)))
            {
                yield return argument;
            }
        }
    }

    private static bool IsNothing(IOperation value) =>
        value is IDefaultValueOperation { Type: null or { IsReferenceType: true } }
        || value.ConstantValue is { HasValue: true, Value: null or "" };

    private static DroppedFormat? Dropped(Picture picture, IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: string text })
        {
            return OfText(text);
        }

        if (value.Type is { SpecialType: SpecialType.System_String })
        {
            return IsJson(picture, value) || IsLongText(value) ? new DroppedFormat("a JSON text") : null;
        }

        if (value.Type is not { } type || !IsNeverTaken(type))
        {
            return null;
        }

        if (type.IsOrInherits(ExtensionsFormat))
        {
            return OfExtensionsFormat(picture, value);
        }

        return type.IsAnonymousType
            ? new DroppedFormat("an anonymous object", Named(value))
            : new DroppedFormat($"a value of type '{type.ShownName()}'");
    }

    private static DroppedFormat? OfText(string text)
    {
        if (text is JsonMode or Text)
        {
            return null;
        }

        var trimmed = text.Trim();
        if (trimmed.StartsWith("{", StringComparison.Ordinal))
        {
            // The format as the service's API has it wraps the schema; it is not one.
            var isSchema =
                trimmed.EndsWith("}", StringComparison.Ordinal)
                && !trimmed.Contains("\"json_schema\"")
                && !trimmed.Contains("\"json_object\"");
            return new DroppedFormat("a JSON text", isSchema ? FormatStrength.Schema : null);
        }

        return new DroppedFormat($"the string \"{Shortened(trimmed)}\"", Equivalent(text));
    }

    private static string Shortened(string text) =>
        text.Length > 40 || text.IndexOf('\n') >= 0 ? text.Substring(0, Math.Min(text.Length, 20)).Split('\n')[0] + "..." : text;

    private static FormatStrength? Equivalent(string? name) =>
        string.Equals(name, JsonMode, StringComparison.OrdinalIgnoreCase) ? FormatStrength.JsonMode
        : string.Equals(name, Text, StringComparison.OrdinalIgnoreCase) ? FormatStrength.Text
        : null;

    /// <summary><c>new { type = "json_object" }</c>, as the service's API writes it.</summary>
    private static FormatStrength? Named(IOperation value) =>
        value
            is IAnonymousObjectCreationOperation
            {
                Initializers: [
                    ISimpleAssignmentOperation
                    {
                        Target: IPropertyReferenceOperation { Property.Name: "type" },
                        Value.ConstantValue: { HasValue: true, Value: string name }
                    },
                ]
            }
            ? Equivalent(name)
            : null;

    private static DroppedFormat OfExtensionsFormat(Picture picture, IOperation value)
    {
        const string description = "a Microsoft.Extensions.AI format";
        var member = value is IPropertyReferenceOperation property ? property.Property : (ISymbol?)value.CalledMethod();
        if (member is null || !picture.Sdks.TryGetFact<FormatFact>(member, out var format))
        {
            return new DroppedFormat(description);
        }

        return format.Strength == FormatStrength.Schema
            ? new DroppedFormat(description, TypeSource: TypeSource(value))
            : new DroppedFormat(description, format.Strength);
    }

    /// <summary>
    /// The type argument of <c>ForJsonSchema&lt;T&gt;()</c> is in the call, that of <c>ForJsonSchema(typeof(T))</c> in its argument.
    /// </summary>
    private static IOperation? TypeSource(IOperation value) =>
        value is not IInvocationOperation call ? null
        : call.TargetMethod.TypeArguments.Length == 1 ? call
        : call.Arguments.Select(static a => a.Value.Unwrapped()).OfType<ITypeOfOperation>().FirstOrDefault();

    /// <summary>A serializer wrote the text, so it is neither of the two names.</summary>
    private static bool IsJson(Picture picture, IOperation value) =>
        value is IInvocationOperation call && picture.Sdks.TryGetFact<JsonTextFact>(call.TargetMethod, out var _);

    /// <summary>A text with a piece that occurs in neither of the two names.</summary>
    private static bool IsLongText(IOperation value) =>
        value is IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }
        && value.ChildOperations.Any(static piece =>
            piece switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } => IsForeign(text),
                { ConstantValue: { HasValue: true, Value: string text } } => IsForeign(text),
                IBinaryOperation or IInterpolatedStringOperation => IsLongText(piece),
                _ => false,
            }
        );

    private static bool IsForeign(string piece) => !JsonMode.Contains(piece) && !Text.Contains(piece);

    /// <summary>No value of this type is one that the connector takes.</summary>
    private static bool IsNeverTaken(ITypeSymbol type)
    {
        type = type.WithoutNull();
        if (
            type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Array or TypeKind.Delegate)
            || type.SpecialType
                is SpecialType.System_Object
                    or SpecialType.System_String
                    or SpecialType.System_ValueType
                    or SpecialType.System_Enum
        )
        {
            return false;
        }

        return !type.AndBaseTypes().Any(static t => t.TypeKind == TypeKind.Error || Taken.Contains(t.FullName()));
    }
}
