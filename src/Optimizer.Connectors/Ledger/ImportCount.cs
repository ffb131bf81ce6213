using Optimizer.Domain.Attribution;

namespace Optimizer.Connectors.Ledger;

/// <summary>What became of the rows of an import.</summary>
public sealed class ImportCount
{
    private const int MostExamples = 5;

    private readonly SortedDictionary<string, long> _quarantined = new(StringComparer.Ordinal);
    private readonly List<string> _examples = [];

    /// <summary>All rows read.</summary>
    public long Rows => Accepted + Duplicates + Quarantined;

    public long Accepted { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>Rows set aside.</summary>
    public long Quarantined { get; private set; }

    /// <summary>Of these, by code.</summary>
    public IReadOnlyDictionary<string, long> ByCode => _quarantined;

    /// <summary>Why, of the first few of each code.</summary>
    public IReadOnlyList<string> Examples => _examples;

    internal void Add(EventAnswer answer, string where)
    {
        switch (answer.Kind)
        {
            case EventAnswerKind.Accepted:
                Accepted++;
                break;
            case EventAnswerKind.Duplicate:
                Duplicates++;
                break;
            case EventAnswerKind.Quarantined:
                SetAside(answer.Code!, $"{where}{answer.Why}");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer.Kind, "unknown kind of answer");
        }
    }

    internal void SetAside(string code, string why)
    {
        Quarantined++;
        _quarantined[code] = _quarantined.GetValueOrDefault(code) + 1;
        if (_quarantined[code] <= MostExamples)
        {
            _examples.Add(why);
        }
    }
}
