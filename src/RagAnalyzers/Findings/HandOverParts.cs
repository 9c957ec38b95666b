using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>
/// The form in which a <see cref="HandOver"/> travels: a diagnostic's additional locations, each with the name of its role, and its
/// properties. The roles are a property of their own, in the order of the locations; a role may have no location, one or several.
/// </summary>
internal sealed class HandOverParts
{
    /// <summary>No location and no value.</summary>
    public static readonly HandOverParts Empty = new(ImmutableArray<(string, Location)>.Empty, ImmutableDictionary<string, string?>.Empty);

    private const string RolesKey = "Roles";
    private const char Separator = ',';

    private readonly ImmutableArray<(string Role, Location Location)> _ends;
    private readonly ImmutableDictionary<string, string?> _values;

    private HandOverParts(ImmutableArray<(string Role, Location Location)> ends, ImmutableDictionary<string, string?> values)
    {
        _ends = ends;
        _values = values;
    }

    /// <summary>The locations, in the order in which they were added.</summary>
    public IEnumerable<Location> Locations => _ends.Select(static end => end.Location);

    /// <summary>The values, and the roles of the locations.</summary>
    public ImmutableDictionary<string, string?> Properties =>
        _ends.IsEmpty ? _values : _values.Add(RolesKey, string.Join(Separator.ToString(), _ends.Select(static end => end.Role)));

    /// <summary>Reads a diagnostic, or returns null when its locations have no roles.</summary>
    public static HandOverParts? Of(Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(RolesKey, out var written);
        var roles = string.IsNullOrEmpty(written) ? [] : written!.Split(Separator);
        return roles.Length == diagnostic.AdditionalLocations.Count
            ? new HandOverParts(
                roles.Zip(diagnostic.AdditionalLocations, static (role, location) => (role, location)).ToImmutableArray(),
                diagnostic.Properties.Remove(RolesKey)
            )
            : null;
    }

    /// <summary>With the location behind the others; unchanged when it is null.</summary>
    public HandOverParts Add(string role, Location? location) =>
        location is null ? this : new HandOverParts(_ends.Add((role, location)), _values);

    /// <summary>With the locations behind the others, all in the same role.</summary>
    public HandOverParts Add(string role, ImmutableArray<Location> locations) =>
        new(_ends.AddRange(locations.Select(location => (role, location))), _values);

    /// <summary>With the value; unchanged when it is null.</summary>
    public HandOverParts AddValue(string name, string? value) => value is null ? this : new HandOverParts(_ends, _values.Add(name, value));

    /// <summary>With the value of an enumeration, by its name; unchanged when it is null.</summary>
    public HandOverParts AddValue<TEnum>(string name, TEnum? value)
        where TEnum : struct, Enum => AddValue(name, value?.ToString());

    /// <summary>With the mark when it is set; unchanged otherwise.</summary>
    public HandOverParts AddMark(string name, bool isSet) => AddValue(name, isSet ? "true" : null);

    /// <summary>The location in the role, or null when there is none.</summary>
    public Location? One(string role) => All(role).FirstOrDefault();

    /// <summary>The locations in the role, in their order.</summary>
    public ImmutableArray<Location> All(string role) =>
        _ends.Where(end => end.Role == role).Select(static end => end.Location).ToImmutableArray();

    /// <summary>The value, or null when there is none.</summary>
    public string? Value(string name) => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The value of an enumeration, or null when there is none.</summary>
    public TEnum? Value<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(Value(name), out var value) ? value : null;

    /// <summary>The mark is set.</summary>
    public bool IsMarked(string name) => _values.ContainsKey(name);
}
