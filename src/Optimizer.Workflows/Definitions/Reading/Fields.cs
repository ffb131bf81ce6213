using Optimizer.Workflows.Definitions.Documents;

namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>A group of fields of a document, each asked for by name.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Node.Entry> _entries;
    private readonly int _line;
    private readonly string _path;

    /// <param name="map">The group.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Of the document; unknown fields are added at once.</param>
    /// <param name="known">Names that are allowed.</param>
    public Fields(Node.Map map, string path, ProblemList problems, IReadOnlyList<string> known)
    {
        _entries = map.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        (_line, _path, Problems) = (map.Line, path, problems);
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key, StringComparer.Ordinal)))
        {
            var free = known.Where(name => !_entries.ContainsKey(name)).ToList();
            problems.Add(entry.Line, PathOf(Shown.Cut(entry.Key)), (Nearest.Of(entry.Key, free) ?? Nearest.Of(entry.Key, known)) is { } meant
                ? $"is no field here; did you mean {meant}?"
                : $"is no field here; the fields are {string.Join(", ", known)}");
        }
    }

    public ProblemList Problems { get; }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A field that may be absent.</summary>
    public Place May(string name) => _entries.TryGetValue(name, out var entry)
        ? new(entry.Value, entry.Line, PathOf(name), Problems)
        : new(null, _line, PathOf(name), Problems);

    /// <summary>A field that must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="right">What would be right, for the sentence when it is missing.</param>
    public Place Need(string name, string right)
    {
        var place = May(name);
        if (place.Node is null)
        {
            place.Refuse($"is missing; needs {right}");
        }

        return place;
    }

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
