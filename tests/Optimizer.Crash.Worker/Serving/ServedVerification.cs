using Optimizer.Crash.Worker.Kills;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>Compares the files of a stopped server with all that it ever acknowledged.</summary>
public sealed class ServedVerification(ServedFolder folder, Acknowledged known)
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public async Task<ServedCounts> RunAsync(IReadOnlyList<(string Name, long Count)> before, IEnumerable<string> faults)
    {
        _faults.AddRange(faults);
        await TrailAsync();
        await LedgerAsync();
        foreach (var file in new[] { "engine.db", RecordOptions.FileName, LedgerOptions.FileName })
        {
            if (FileCheck.Fault(Path.Combine(folder.Data, file)) is { } damage)
            {
                _faults.Add($"{file}: {damage}");
            }
        }

        return new([.. before, .. _counts.Select(pair => (pair.Key, pair.Value))], _faults);
    }

    private async Task TrailAsync()
    {
        using var records = RecordStore.OpenToRead(Path.Combine(folder.Data, RecordOptions.FileName), new());
        _faults.AddRange(records.Verify().Select(fault => $"trail: {fault}"));
        var trail = new List<AuditRecord>();
        await foreach (var record in records.Audit.ReadAsync(new(), default))
        {
            trail.Add(record);
        }

        _faults.AddRange(Orphans.Of(trail).Select(orphan => $"orphan: {orphan}"));
        var events = trail.Select(record => record.Entry.Event).ToList();
        Once("asked", events.OfType<ApprovalAsked>().Select(each => each.Request.Id));
        Once("ended", events.OfType<ApprovalEnded>().Select(each => each.Approval));
        Once("answered", events.OfType<ApprovalAnswered>().Where(each => each.Counts).Select(each => each.Approval));
        Once("intended", events.OfType<EffectIntended>().Select(each => each.Effect));
        Once("done", events.OfType<EffectDone>().Select(each => each.Effect));
        var started = trail.Where(record => record.Entry.Event is ExperimentStarted).Select(record => record.Entry.Experiment!).ToList();
        Once("started", started);
        Answers(events, started);
        _counts["audit records"] = trail.Count;
        _counts["experiments started"] = started.Count;
    }

    private void Answers(List<AuditEvent> events, List<string> started)
    {
        var ends = events.OfType<ApprovalEnded>().ToLookup(each => each.Approval);
        var asked = events.OfType<ApprovalAsked>().ToLookup(each => each.Request.Id);
        var denied = events.OfType<RulingGiven>().Where(each => each.Answer.Kind == Domain.Policies.RulingKind.Deny).Select(each => each.Action.Experiment).ToHashSet();
        foreach (var (id, state) in known.Approvals)
        {
            if (!ends[id].Any(end => end.State.ToString().Equals(state, StringComparison.OrdinalIgnoreCase)) && state is "approved" or "rejected")
            {
                _faults.Add($"{id} was acknowledged as {state} and is {ends[id].FirstOrDefault()?.State.ToString() ?? "open"}");
            }
        }

        foreach (var end in ends.SelectMany(each => each))
        {
            var request = asked[end.Approval].Single().Request;
            if (end.State == ApprovalState.Approved && request.Experiment is { } experiment && !started.Contains(experiment) && !denied.Contains(experiment))
            {
                _faults.Add($"{end.Approval} was approved and {experiment} neither began nor was denied");
            }

            if (end.State is ApprovalState.Approved or ApprovalState.Rejected && !known.Approvals.ContainsKey(end.Approval) && !known.InDoubt.ContainsKey(end.Approval))
            {
                _faults.Add($"{end.Approval} is {end.State} and nobody answered it");
            }
        }

        _counts["approvals acknowledged"] = known.Approvals.Count;
        _counts["approvals answered, answer lost"] = ends.Count(each => !known.Approvals.ContainsKey(each.Key));
    }

    private async Task LedgerAsync()
    {
        using var ledger = SqliteLedger.OpenToRead(Path.Combine(folder.Data, LedgerOptions.FileName), new());
        _faults.AddRange(ledger.Verify().Select(fault => $"ledger: {fault}"));
        foreach (var group in known.Events.Values.GroupBy(each => each.Experiment))
        {
            var sums = await ledger.SumAsync(new(group.Key) { Event = "goal_done" }, default);
            var (rows, sum) = (sums.Sum(each => each.Rows), sums.Sum(each => each.Sum));
            if (rows != group.Count() || sum != group.Sum(each => each.Value))
            {
                _faults.Add($"{group.Key}: {group.Count()} events worth {group.Sum(each => each.Value)} were acknowledged, {rows} worth {sum} are there");
            }
        }

        foreach (var ((experiment, unit), variant) in known.Assignments)
        {
            var index = await ledger.AssignedAsync(experiment, unit, default);
            var named = index is { } one ? (await ledger.FindAsync(experiment, default))!.Variants[one] : null;
            if (named != variant)
            {
                _faults.Add($"{unit} of {experiment} was told {variant} and has {named ?? "nothing"}");
            }
        }

        _counts["events acknowledged"] = known.Events.Count;
        _counts["assignments acknowledged"] = known.Assignments.Count;
    }

    private void Once(string what, IEnumerable<string> ids) =>
        _faults.AddRange(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{group.Key} was {what} {group.Count()} times"));
}
