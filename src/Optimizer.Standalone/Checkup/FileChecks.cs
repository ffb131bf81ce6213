using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Operations;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether what was recorded is whole: engine, trail, ledger; and whether a freeze holds.</summary>
internal static class FileChecks
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken) =>
        [await EngineAsync(patient, cancellationToken), .. await RecordsAsync(patient, cancellationToken), Ledger(patient)];

    private static string Restore(Patient patient, string file) =>
        $"stop the server, then: mv {Patient.Shell(patient.Folder)} {Patient.Shell(patient.Folder)}.damaged && optimizer restore BACKUP{patient.Data}   ({file} cannot be repaired in place)";

    private static async Task<Finding> EngineAsync(Patient patient, CancellationToken cancellationToken)
    {
        var file = patient.PathOf(LocalLoop.EngineFileName);
        if (!File.Exists(file))
        {
            return Finding.Warn("engine", $"{LocalLoop.EngineFileName} is not there yet: nothing has run", $"optimizer serve{patient.Data}");
        }

        try
        {
            await using var view = await EngineView.OpenAsync(file, patient.Clock, cancellationToken);
            if (await view.HealthAsync(cancellationToken) is { } health)
            {
                return health.IsHealthy
                    ? Finding.Ok("engine", $"runs: {health.Live:#,0} live instances, {health.Timers:#,0} timers, {health.Parked:#,0} parked")
                    : Finding.Fail("engine", $"runs and is not healthy: {health.StoreProblem ?? "its heartbeat stands still"}", $"optimizer engine health{patient.Data}");
            }

            return view is EngineInspector resting && resting.Check().Faults is [var fault, ..]
                ? Finding.Fail("engine", $"{file} is damaged: {fault.Problem}", Restore(patient, LocalLoop.EngineFileName))
                : Finding.Ok("engine", "at rest; every page and record of its file is whole");
        }
        catch (EngineViewException fault)
        {
            return Finding.Fail("engine", fault.Message, fault.Problem == ViewProblem.Unreachable ? $"optimizer engine health{patient.Data}   once it has started, or end the process named" : Restore(patient, LocalLoop.EngineFileName));
        }
    }

    private static async Task<IReadOnlyList<Finding>> RecordsAsync(Patient patient, CancellationToken cancellationToken)
    {
        var file = patient.PathOf(RecordOptions.FileName);
        if (!File.Exists(file))
        {
            return [Finding.Warn("trail", $"{RecordOptions.FileName} is not there yet: nothing has been recorded", $"optimizer serve{patient.Data}")];
        }

        try
        {
            using var records = RecordStore.OpenToRead(file, new());
            var faults = records.Verify();
            var trail = faults.Count == 0
                ? Finding.Ok("trail", $"{records.Head().Count:#,0} records, every one as it was written")
                : Finding.Fail("trail", $"{faults.Count:#,0} faults, the first: {faults[0]}", Restore(patient, RecordOptions.FileName));
            return faults.Count > 0 ? [trail] : await new FreezeSwitch(records.Audit).ReadAsync(cancellationToken) is { } holds
                ? [trail, Finding.Warn("freeze", $"frozen by {holds.By} since {Engine.Times.At(holds.At)} ({holds.Why}): nothing outside is changed", $"optimizer unfreeze{patient.Data}")]
                : [trail, Finding.Ok("freeze", "nothing is frozen")];
        }
        catch (RecordFileException fault)
        {
            return [Finding.Fail("trail", fault.Message, Restore(patient, RecordOptions.FileName))];
        }
    }

    private static Finding Ledger(Patient patient)
    {
        var file = patient.PathOf(LedgerOptions.FileName);
        return !File.Exists(file) ? Finding.Ok("ledger", $"no {LedgerOptions.FileName}: no visitor was counted yet")
            : DatabaseCopy.Check(file) is [var problem, ..] ? Finding.Fail("ledger", $"{file} is damaged: {problem}", Restore(patient, LedgerOptions.FileName))
            : Finding.Ok("ledger", "every page is whole");
    }
}
