using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Trail;

/// <summary>Entries that are written together, all or none: as many as one batch of the table takes beside the head. Each key is in it once.</summary>
internal sealed class TrailBatch
{
    private const int MostRows = RowTable.MostChanges - 1;

    private readonly Dictionary<string, TrailEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<TrailEntry> _inOrder = [];
    private int _rows;
    private int _characters;

    public IReadOnlyList<TrailEntry> Entries => _inOrder;

    /// <summary>Takes entries, all or none of them.</summary>
    /// <returns>False when they do not fit any more.</returns>
    public bool TryTake(IReadOnlyList<TrailEntry> entries)
    {
        var fresh = entries.Where(entry => !_entries.ContainsKey(entry.Key)).DistinctBy(entry => entry.Key).ToList();
        var (rows, characters) = (_rows + fresh.Sum(entry => entry.Rows), _characters + fresh.Sum(entry => entry.Characters));
        if (rows > MostRows || characters > RowTable.MostCharacters)
        {
            return false;
        }

        (_rows, _characters) = (rows, characters);
        fresh.ForEach(entry => _entries.Add(entry.Key, entry));
        _inOrder.AddRange(fresh);
        return true;
    }
}
