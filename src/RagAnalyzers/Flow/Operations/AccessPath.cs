using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>The members that are read off a value, outermost object first: <c>x.A.B</c> is the path A, B of x. Immutable.</summary>
internal sealed class AccessPath : IEquatable<AccessPath>
{
    /// <summary>Longer paths are cut by the tracer, which then calls the value unknown.</summary>
    public const int MaximumDepth = 6;

    /// <summary>The step from a function to what it returns when it is called.</summary>
    public const string Returned = "()";

    private const string FilledStep = "=>";

    public static readonly AccessPath Empty = new(string.Empty, null);

    private readonly AccessPath? _rest;

    private AccessPath(string head, AccessPath? rest)
    {
        Head = head;
        _rest = rest;
        Depth = rest is null ? 0 : rest.Depth + 1;
    }

    /// <summary>The first member, or "" for the empty path.</summary>
    public string Head { get; }

    public int Depth { get; }

    public bool IsEmpty => _rest is null;

    /// <summary>The path after the first member.</summary>
    public AccessPath Rest => _rest ?? this;

    public AccessPath Push(string member) => new(member, this);

    /// <summary>One of the members is read off what a function returns.</summary>
    public bool CallsFunction => !IsEmpty && (Head == Returned || Rest.CallsFunction);

    /// <summary>This path, and then the other one.</summary>
    public AccessPath Append(AccessPath other) => IsEmpty ? other : Rest.Append(other).Push(Head);

    /// <summary>The step from an object to what was passed for a parameter of the constructor that made it.</summary>
    public static string Captured(IParameterSymbol parameter)
    {
        var type = parameter.ContainingType.OriginalDefinition;
        return CapturedBy(type)
            + type.InstanceConstructors.IndexOf((IMethodSymbol)parameter.ContainingSymbol.OriginalDefinition)
            + " "
            + parameter.Name
            + ")";
    }

    /// <summary>What such steps of one type begin with.</summary>
    public static string CapturedBy(ITypeSymbol type) => "(" + type.FullName() + " ";

    /// <summary>The step from a function to what it puts into the object that it is called with.</summary>
    public static string Filled(IParameterSymbol parameter) => FilledStep + parameter.Ordinal;

    /// <summary>The position of the parameter that such a step names, or null for any other step.</summary>
    public static int? FilledOrdinal(string step) =>
        step.StartsWith(FilledStep, StringComparison.Ordinal)
            ? int.Parse(step.Substring(FilledStep.Length), CultureInfo.InvariantCulture)
            : null;

    public static bool IsCaptured(string step) => step.Length > Returned.Length && step[0] == '(';

    /// <summary>This path without the leading members of <paramref name="prefix"/>, or null when it does not start with them.</summary>
    public AccessPath? After(AccessPath prefix)
    {
        var rest = this;
        for (var p = prefix; !p.IsEmpty; p = p.Rest)
        {
            if (rest.IsEmpty || rest.Head != p.Head)
            {
                return null;
            }

            rest = rest.Rest;
        }

        return rest;
    }

    /// <summary>The last members of this path are those of <paramref name="end"/>.</summary>
    public bool EndsWith(AccessPath end)
    {
        var rest = this;
        while (rest.Depth > end.Depth)
        {
            rest = rest.Rest;
        }

        return rest.Equals(end);
    }

    public bool Equals(AccessPath? other) => other is not null && Depth == other.Depth && other.After(this) is not null;

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode() => IsEmpty ? 0 : unchecked((Head.GetHashCode() * 31) + Rest.GetHashCode());

    public override string ToString() =>
        IsEmpty ? string.Empty
        : Rest.IsEmpty ? Head
        : Head + "." + Rest;
}
