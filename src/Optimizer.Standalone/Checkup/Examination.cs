namespace Optimizer.Standalone.Checkup;

/// <summary>Everything that can be looked at without changing anything.</summary>
internal static class Examination
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(patient.Folder))
        {
            return [Finding.Fail("data directory", $"{patient.Folder} is not there", $"optimizer init --csv FILE{patient.Data}   makes it with a first play, or name another with --data")];
        }

        return
        [
            .. DiskChecks.Of(patient),
            .. await FileChecks.OfAsync(patient, cancellationToken),
            .. await ClockChecks.OfAsync(patient, cancellationToken),
            .. await PlayChecks.OfAsync(patient, cancellationToken),
            .. await PolicyChecks.OfAsync(patient, cancellationToken),
            .. await NoticeChecks.OfAsync(patient, cancellationToken),
            .. await AccessChecks.OfAsync(patient, cancellationToken),
            .. await ServerChecks.OfAsync(patient, cancellationToken),
        ];
    }
}
