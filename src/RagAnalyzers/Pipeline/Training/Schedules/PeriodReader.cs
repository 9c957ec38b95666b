using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>Reads how long a period is from the value that says so: a time span, milliseconds, a cron expression.</summary>
internal static class PeriodReader
{
    private const double HourInMilliseconds = 3_600_000;

    /// <summary>The shortest period that the value may be; unknown when one of them is, and the value may still be short.</summary>
    public static Period Read(Picture picture, IOperation? value)
    {
        if (value is null)
        {
            return Period.Unknown;
        }

        var trace = picture.TraceThroughCallers(value, FlowMode.Value);
        var periods = trace.Origins.Select(Of).ToList();
        if (periods.Count == 0 || trace.IsTruncated)
        {
            return Period.Unknown;
        }

        return periods.Contains(Period.Never) ? Period.Never
            : periods.Contains(Period.Short) ? Period.Short
            : periods.TrueForAll(static p => p == Period.Long) ? Period.Long
            : Period.Unknown;
    }

    /// <summary>"0 3 * * *", "0 0 3 * * ?", "1.00:00:00": when the minute is not fixed, it runs within the hour.</summary>
    public static Period OfText(string text)
    {
        if (TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var span))
        {
            return OfMilliseconds(span.TotalMilliseconds);
        }

        var fields = text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length is < 5 or > 7 ? Period.Unknown
            : fields[fields.Length == 5 ? 0 : 1].All(char.IsDigit) ? Period.Long
            : Period.Short;
    }

    private static Period Of(Origin origin)
    {
        if (origin.Operation.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return constant switch
            {
                string text => OfText(text),
                IConvertible number => OfMilliseconds(Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture)),
                _ => Period.Unknown,
            };
        }

        return origin.Operation switch
        {
            IInvocationOperation call when call.TargetMethod.ContainingType.HasFullName("System.TimeSpan") => OfFactory(call),
            IInvocationOperation call when call.TargetMethod.ContainingType.HasFullName("Hangfire.Cron") => OfCron(call.TargetMethod.Name),
            IObjectCreationOperation { Arguments: { Length: > 0 } parts } creation when creation.Type.HasFullName("System.TimeSpan") =>
                OfParts(parts.Select(static a => a.Value.ConstantValue.Value).ToArray()),
            IMethodReferenceOperation { Method: var method } when method.ContainingType.HasFullName("Hangfire.Cron") => OfCron(method.Name),
            IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan" or "Zero" } } => Period.Never,
            _ => Period.Unknown,
        };
    }

    private static Period OfFactory(IInvocationOperation call)
    {
        var amount = call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: IConvertible number }
            ? Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture)
            : (double?)null;
        return call.TargetMethod.Name switch
        {
            // However many of them, hours are hours.
            "FromDays" or "FromHours" => Period.Long,
            "FromMinutes" => amount is { } minutes ? OfMilliseconds(minutes * 60_000) : Period.Unknown,
            "FromSeconds" => amount is { } seconds ? OfMilliseconds(seconds * 1000) : Period.Unknown,
            "FromMilliseconds" => amount is { } milliseconds ? OfMilliseconds(milliseconds) : Period.Unknown,
            _ => Period.Unknown,
        };
    }

    private static Period OfCron(string name) =>
        name switch
        {
            "Minutely" or "MinuteInterval" => Period.Short,
            "Never" => Period.Never,
            _ => Period.Long,
        };

    /// <summary>
    /// The arguments of a time span's constructor: ticks; hours, minutes, seconds; days, hours, minutes, seconds and finer.
    /// </summary>
    private static Period OfParts(object?[] parts)
    {
        var numbers = parts.OfType<int>().ToArray();
        if (numbers.Length != parts.Length || numbers.Length < 3)
        {
            return Period.Unknown;
        }

        var (days, hours, minutes) = numbers.Length == 3 ? (0, numbers[0], numbers[1]) : (numbers[0], numbers[1], numbers[2]);
        return OfMilliseconds((((days * 24d) + hours) * HourInMilliseconds) + (minutes * 60_000d) + 1);
    }

    private static Period OfMilliseconds(double milliseconds) =>
        milliseconds <= 0 ? Period.Never
        : milliseconds < HourInMilliseconds ? Period.Short
        : Period.Long;
}
