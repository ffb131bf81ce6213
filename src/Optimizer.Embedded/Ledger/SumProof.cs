using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Compares what is kept of the log, units and running sums, with what the log comes to.</summary>
internal static class SumProof
{
    public static void Run(SqliteSession session, LedgerReplay again, List<LedgerFault> faults)
    {
        var ids = session.ReadLong("SELECT count(*) FROM known");
        if (ids != again.Events)
        {
            faults.Add(new("ids", $"{ids} are known; the log has {again.Events} events"));
        }

        Units(session, again, faults);
        Totals(session, again, faults);
    }

    private static void Units(SqliteSession session, LedgerReplay again, List<LedgerFault> faults)
    {
        var (found, wrong, bytes) = (0, 0, new byte[256]);
        using var units = session.PrepareOnce("SELECT key, experiment, variant, day, stretch, tally FROM unit");
        units.Each(row =>
        {
            found++;
            if (again.Units.TryGetValue(SipKey.Read(row.Utf8(0)), out var unit)
                && (unit.Experiment, unit.Variant, unit.Day, unit.Stretch) == (row.Long(1), row.Int(2), row.Int(3), row.Int(4)))
            {
                var length = TallyBytes.Write(unit, ref bytes);
                wrong += bytes.AsSpan(0, length).SequenceEqual(row.Utf8(5)) ? 0 : 1;
            }
            else
            {
                wrong++;
            }
        });
        if (wrong > 0 || found != again.Units.Count)
        {
            faults.Add(new("units", $"{wrong} of {found} are not what the log says of them; the log has {again.Units.Count}"));
        }
    }

    private static void Totals(SqliteSession session, LedgerReplay again, List<LedgerFault> faults)
    {
        var kept = new Dictionary<TotalKey, TotalSum>();
        using (var units = session.PrepareOnce("SELECT experiment, day, stretch, variant, units FROM cohort"))
        {
            units.Each(row => kept.Add(new(row.Long(0), row.Int(1), row.Int(2), row.Int(3), 0), new TotalSum { Units = row.Long(4) }));
        }

        using (var totals = session.PrepareOnce("SELECT experiment, day, stretch, variant, name, count, units, paying, sum, squares, count_squares FROM total"))
        {
            totals.Each(row => kept.Add(new(row.Long(0), row.Int(1), row.Int(2), row.Int(3), row.Long(4)), TotalTable.SumAt(row, 5)));
        }

        foreach (var (key, sum) in again.Totals)
        {
            if (!kept.Remove(key, out var stored) || stored != sum)
            {
                faults.Add(new(Where(key), $"is {Said(stored)}; the log comes to {Said(sum)}"));
            }
        }

        faults.AddRange(kept.Select(left => new LedgerFault(Where(left.Key), $"is {Said(left.Value)}; the log has nothing there")));
    }

    private static string Where(TotalKey key) =>
        $"sum of experiment {key.Experiment}, {DateOnly.FromDayNumber(key.Day):yyyy-MM-dd}, stretch {key.Stretch}, variant {key.Variant}, {(key.Name == 0 ? "units" : $"event {key.Name}")}";

    private static string Said(in TotalSum sum) => $"{sum.Count} events of {sum.Units} units with {sum.Sum} millionths";
}
