using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>The framework's types that tell time. Who asks decides how far from a point in time a value may be.</summary>
internal static class TimeTypes
{
    /// <summary>A point in time, or a day.</summary>
    public static bool IsPointInTime(this ITypeSymbol? type) => IsPoint(type?.FullName());

    /// <summary>A point in time, or the distance between two.</summary>
    public static bool IsPointInTimeOrSpan(this ITypeSymbol? type) => IsPointOrSpan(type?.FullName());

    /// <summary>A point in time, a distance, or what is read off a clock or a calendar.</summary>
    public static bool TellsTime(this ITypeSymbol? type) =>
        type?.FullName() is var name && (IsPointOrSpan(name) || name is "System.TimeOnly" or "System.DayOfWeek");

    private static bool IsPoint(string? name) => name is "System.DateTime" or "System.DateTimeOffset" or "System.DateOnly";

    private static bool IsPointOrSpan(string? name) => IsPoint(name) || name == "System.TimeSpan";
}
