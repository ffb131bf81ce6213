using Optimizer.Functions.Blobs;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Counts logs again from their beginning and compares. Holds every unit of one experiment, and every id, in memory.</summary>
internal sealed class LedgerProof(RowTable rows, LedgerLog log, LedgerIds ids, LedgerBook book)
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, IdClaim> _taken = new(StringComparer.Ordinal);

    /// <summary>What differs, in words.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> experiments, CancellationToken cancellationToken)
    {
        foreach (var experiment in experiments)
        {
            try
            {
                await CheckAsync(experiment, cancellationToken);
            }
            catch (Exception damage) when (damage is InvalidDataException or Workflows.UnreadablePayloadException)
            {
                _faults.Add($"{experiment}: {damage.Message}");
            }
        }

        var found = 0;
        await foreach (var (key, claim) in ids.AllAsync(cancellationToken))
        {
            if (claim.IsTaken)
            {
                found++;
                _ = _taken.TryGetValue(key, out var logged) && logged == claim || Fault($"{claim.Experiment}: an id is taken for block {claim.Block}, which does not have it");
            }
        }

        _ = found == _taken.Count || Fault($"{found} ids are taken; the logs have {_taken.Count} events");
        return _faults;
    }

    private async Task CheckAsync(string experiment, CancellationToken cancellationToken)
    {
        var head = (await book.SettleAsync(experiment, cancellationToken)).Head ?? throw new InvalidDataException("it has a row and no head");
        var count = new ExperimentCount(null, []);
        var (number, hash) = (0L, "");
        await foreach (var block in LedgerScan.BlocksAsync(log, head, cancellationToken))
        {
            _ = (block.Number == number + 1 && block.Previous == hash) || Fault($"{experiment}: block {block.Number} does not go on from block {number}");
            (number, hash) = (block.Number, block.Hash);
            foreach (var item in block.Items)
            {
                count.Take(item);
                if (item.Event is { } happened)
                {
                    _ = _taken.TryAdd(LedgerIds.KeyOf(happened.Id), new(experiment, block.Number, true)) || Fault($"{experiment}: event '{happened.Id}' is in the logs twice");
                }
            }
        }

        _ = (number == head.Block && hash == head.Hash) || Fault($"{experiment}: the log ends with block {number}, not as the head says with block {head.Block}");
        await SumsAsync(experiment, count, cancellationToken);
        await UnitsAsync(experiment, count, cancellationToken);
    }

    private async Task SumsAsync(string experiment, ExperimentCount count, CancellationToken cancellationToken)
    {
        var left = new Dictionary<SumKey, SumCount>(count.Added);
        await foreach (var row in rows.ReadAsync(ExperimentRows.Sums(experiment), null, null, cancellationToken))
        {
            var sum = row.Read<SumCount>();
            _ = (left.Remove(sum.Place, out var logged) && logged.IsSame(sum)) || Fault($"{experiment}: the sum of {sum.Place.Row} is not what the log comes to");
        }

        _ = left.Count == 0 || Fault($"{experiment}: {left.Count} sums are missing");
    }

    private async Task UnitsAsync(string experiment, ExperimentCount count, CancellationToken cancellationToken)
    {
        var left = count.Units.ToDictionary(unit => ExperimentRows.Unit(experiment, unit.Key).Key, unit => unit.Value, StringComparer.Ordinal);
        for (var part = 0; part < ExperimentRows.UnitPartitions; part++)
        {
            await foreach (var row in rows.ReadAsync(ExperimentRows.Units(experiment, part), null, null, cancellationToken))
            {
                var unit = row.Read<UnitCount>();
                _ = (left.Remove(row.Key, out var logged) && logged.Place == unit.Place && logged.Tallies.Count == unit.Tallies.Count
                    && logged.Tallies.All(each => unit.Tallies.TryGetValue(each.Key, out var tally) && tally == each.Value))
                    || Fault($"{experiment}: a unit is not what the log says of it");
            }
        }

        _ = left.Count == 0 || Fault($"{experiment}: {left.Count} units are missing");
    }

    private bool Fault(string what)
    {
        _faults.Add(what);
        return false;
    }
}
