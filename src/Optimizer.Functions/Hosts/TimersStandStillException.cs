namespace Optimizer.Functions.Hosts;

/// <summary>The watchdog does not run, so nobody looks after the plays and no notice goes out.</summary>
internal sealed class TimersStandStillException(DateTimeOffset last) : InvalidOperationException(
    $"no timer fired since {last:yyyy-MM-dd HH:mm} UTC; check the schedules among the settings, and that the app is not stopped");
