using System.Globalization;
using System.Text;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>What a run of kills came to.</summary>
public sealed record KillCounts
{
    public required int Kills { get; init; }

    /// <summary>Of these, before the engine had opened.</summary>
    public required int KillsWhileOpening { get; init; }

    public required int StartsAcknowledged { get; init; }

    public required int Finished { get; init; }

    public required int SignalsAcknowledged { get; init; }

    /// <summary>Effects by idempotency key.</summary>
    public required int Effects { get; init; }

    /// <summary>Runs of effects beyond the first of each key.</summary>
    public required int EffectsRunAgain { get; init; }

    /// <summary>Steps that must not be repeated and were interrupted.</summary>
    public required int Interrupted { get; init; }

    /// <summary>Acknowledged orders, signals and effects that are not there.</summary>
    public required int Lost { get; init; }

    /// <summary>Signals, effects and recorded outputs that are there more than once.</summary>
    public required int Doubled { get; init; }

    /// <summary>Everything that is wrong, in words.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    public string Table()
    {
        (string Name, int Count)[] rows =
        [
            ("kills", Kills), ("of these while opening", KillsWhileOpening), ("starts acknowledged", StartsAcknowledged),
            ("workflows finished", Finished), ("signals acknowledged", SignalsAcknowledged), ("effects", Effects),
            ("effects run again after a crash", EffectsRunAgain), ("not repeated, so unknown", Interrupted), ("lost", Lost), ("doubled", Doubled),
            ("faults in all", Faults.Count),
        ];
        var table = new StringBuilder();
        foreach (var (name, count) in rows)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{name,-32} {count,9:#,0}");
        }

        return table.ToString();
    }
}
